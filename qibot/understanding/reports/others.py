"""Whom a report is for beside its sender: whom it names, to whom it went, who is perhaps meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qibot.events import ReportReceived
from qibot.message import Mail
from qibot.model import Enrolment, Person, Role, Status, Submission
from qibot.people import Directory, found_in
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.meaning import sentences
from qibot.understanding.names.known_by import known_by, words_in
from qibot.understanding.names.named import Called, called
from qibot.understanding.reports.said_jointly import (
    LOOKED_AT,
    OURS,
    is_plainly_joint,
    may_be_jointly,
    says,
)

MOST = 8  # practitioners of one report
PERHAPS = ", as it seems"
UNSENT, RESTS = ", to whom it didn't go", ", whose enrolment is {status}"
NAMESAKE = " (it went to {name}, but names another {first})"


@dataclass(frozen=True, slots=True)
class Others:
    """The other practitioners of a report: for whom it `counts`, and about whom the team is asked, each with what is
    to be said of them; `spoken` are all whom it speaks of."""

    counts: tuple[Enrolment, ...]
    asked: tuple[tuple[Enrolment, str], ...]
    spoken: tuple[Enrolment, ...]


def others_of(event: ReportReceived, own: Enrolment, context: Context) -> Others:
    """Whom it is for beside its sender. Whose it has been made already nobody is asked about again."""
    people, (titles, said) = context.people, titles_and_words(event)
    plainly, perhaps = is_plainly_joint(event.arrival.mail, said), says(OURS, said) and not event.apart
    around = _around_in(people, own)
    near = [e for e in _addressed(event.arrival.mail, people) if e.unit not in {own.unit, *around}]
    pairs = [e for e in near if is_pair(own, e, titles)]
    names = [w for e in (own, *near) for w in e.practitioner.name.split()]
    firsts = {w for e in near for w in e.practitioner.name.split()[:1]}
    everybody = [e.practitioner for e in people.having(firsts, known_by)]
    how = {e.unit: called(e.practitioner, said, everybody, names) for e in near}
    ours = [e for e in near if perhaps and _is_ours_with(e, said)]
    meant = [e for e in near if (plainly or e in ours or e in pairs) and not _has_it(e, event, context)]
    so = [e for e in meant if how[e.unit] is Called.SO]
    counted = [e for e in so if e.status is Status.ACTIVE][:MOST]
    elsewhere = _named_elsewhere(said, people, {own.unit, *around, *(e.unit for e in near)})
    far = [e for e in elsewhere if (plainly or pairs) and not _has_it(e, event, context)]
    if plainly and not (far or so):
        far = [e for e in _by_first_name(said, people, own, near) if not _has_it(e, event, context)]
    asked = [(e, RESTS.format(status=e.status)) for e in so if e.status is not Status.ACTIVE]
    asked += [(e, UNSENT if e.status is Status.ACTIVE else RESTS.format(status=e.status)) for e in far]
    if not (counted or asked):
        asked = [(e, _namesake(e)) for e in meant if how[e.unit] is Called.ANOTHER and (plainly or e in pairs)]
    if not (counted or asked):
        asked = [(e, PERHAPS) for e in near if how[e.unit] is Called.SO and _seems_ours_with(e, event, context)]
    if plainly and not (counted or asked):  # “from the two of us”, and just one whom it can mean
        asked = [(e, PERHAPS) for e in near if len(near) == 1 and _may_have_it(e, event, context)]
    return Others(tuple(counted), tuple(asked[:MOST]), tuple({e.unit: e for e in (*near, *elsewhere, *far)}.values()))


def _is_ours_with(e: Enrolment, said: str) -> bool:
    """Whether it calls the report “ours” where it names this one: elsewhere “our” may be the school's."""
    name = re.compile(rf"\b{re.escape(e.practitioner.name.split()[0])}\b", re.IGNORECASE)
    return any(name.search(x) and says(OURS, x) for x in sentences(said))


def _seems_ours_with(e: Enrolment, event: ReportReceived, context: Context) -> bool:
    """Whether the words beside a document speak of this one and the sender as of two who share it."""
    said = event.arrival.mail.top[:LOOKED_AT]
    return may_be_jointly(said, e.practitioner.name.split()[0]) and _may_have_it(e, event, context)


def _may_have_it(e: Enrolment, event: ReportReceived, context: Context) -> bool:
    """Whether the team may be asked about this one: it can be made theirs, and isn't yet."""
    mail = event.arrival.mail
    return e.status is Status.ACTIVE and bool(mail.sends or links_in(mail)) and not _has_it(e, event, context)


def _has_it(e: Enrolment, event: ReportReceived, context: Context) -> bool:
    """Whether this very mail is on record as this one's report already."""
    archived = event.arrival.archived
    return bool(archived) and any(s.archived == archived for s in context.load(e.unit).all(Submission).values())


def _namesake(e: Enrolment) -> str:
    return NAMESAKE.format(name=e.practitioner.name, first=e.practitioner.name.split()[0])


def titles_and_words(event: ReportReceived) -> tuple[list[str], str]:
    """Its files' names with its own subject, and the same with the first of its words."""
    mail = event.arrival.mail
    files = [d.name for one in (event, *event.beside) for d in one.arrival.mail.files]
    titles = [(name.rpartition(".")[0] or name).replace("_", " ") for name in files] + (
        [] if mail.is_reply else [mail.subject]
    )
    return titles, "\n".join([*titles, mail.top[:LOOKED_AT]])


def is_around(own: Enrolment, other: Enrolment) -> bool:
    """Whether another enrolment's practitioner is this one's mentor or manager, who is in copy as such."""
    return any(not set(p.addresses).isdisjoint(other.practitioner.addresses) for p in around_of(own))


def _around_in(people: Directory, own: Enrolment) -> set[str]:
    """The units of those."""
    near = people.having((a for p in around_of(own) for a in p.addresses), known_by)
    return {e.unit for e in near if e.unit != own.unit and is_around(own, e)}


def around_of(own: Enrolment) -> list[Person]:
    """Those of an enrolment."""
    return [p for p in (own.practitioner, own.mentor, own.manager) if p is not None]


def _addressed(mail: Mail, people: Directory) -> list[Enrolment]:
    """The enrolments of the practitioners in its To and Cc."""
    units = [u for a in mail.to for u, role in people.parts(a).items() if role is Role.PRACTITIONER]
    found = [people.enrolments[u] for u in dict.fromkeys(units)]
    active = {e.practitioner.address for e in found if e.status is Status.ACTIVE}
    return [e for e in found if e.status is Status.ACTIVE or e.practitioner.address not in active]


def _named_elsewhere(said: str, people: Directory, but: set[str]) -> list[Enrolment]:
    """The other practitioners whose whole name it says; nobody, where several are called so."""
    found = [e for e in people.having(words_in(said), known_by) if e.unit not in but]
    found = [e for e in found if " " in e.practitioner.name and found_in(e.practitioner.name, said) is not None]
    active = [e for e in found if e.status is Status.ACTIVE]
    found = active + [e for e in found if e.practitioner.name not in {a.practitioner.name for a in active}]
    names = [e.practitioner.name for e in found]
    return [e for e in found if names.count(e.practitioner.name) == 1]


def _by_first_name(said: str, people: Directory, own: Enrolment, near: list[Enrolment]) -> list[Enrolment]:
    """The one practitioner whose first name it says; nobody, where it may be the mentor's, or where several are called
    so and none of the same mentor's."""
    around = {word for p in around_of(own) for word in p.name.split()}
    others = [e for e in people.having(words_in(said), known_by) if e.unit != own.unit and e not in near]
    firsts = {e.practitioner.name.split()[0] for e in others if e.practitioner.name.split()} - around
    names = [w for p in (own.practitioner, *(e.practitioner for e in near)) for w in p.name.split()]
    found: list[Enrolment] = []
    for first in sorted(first for first in firsts if re.search(rf"\b{re.escape(first)}\b", said)):
        alike = [e for e in others if e.practitioner.name.split()[:1] == [first] and e.status is Status.ACTIVE]
        if len(alike) > 1:
            alike = [e for e in alike if e.mentor.address == own.mentor.address]
        if len(alike) == 1 and called(alike[0].practitioner, said, (), names) is Called.SO:
            found += alike
    return found


def is_pair(own: Enrolment, other: Enrolment, titles: Iterable[str]) -> bool:
    """Whether a subject or a file's name has both: “Report 2 Jo and Sam”."""
    mine, theirs = (re.escape(e.practitioner.name.split()[0]) for e in (own, other))
    both = re.compile(
        rf"\b{mine}\b(?: \w+)?\s*(?:and|&|\+|,)\s*{theirs}\b|\b{theirs}\b(?: \w+)?\s*(?:and|&|\+|,)\s*{mine}\b",
        re.IGNORECASE,
    )
    return any(both.search(title) for title in titles)
