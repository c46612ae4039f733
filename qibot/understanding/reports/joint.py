"""A joint report: whose it is besides its sender's (programme.md, 3a).

It counts for each practitioner whom it names and to whom it went, too: in their own enrolment, with a receipt of their
own and a forward to their own mentor. The sender's covering words go to the sender's mentor alone, and where they tell
of another's circumstances to the team alone.

| of the other one it shows | becomes |
|---|---|
| named, and in To or Cc | counts for both |
| the same, but it is typed into the mail, or comes beside a word for the team alone | the team is asked |
| named in full, or the only one of that first name, but it didn't go to them | the team is asked |
| in To or Cc, and perhaps meant (“Sam and I have been working on this”) | the team is asked |
| somebody of that first name is in To or Cc, but it names another one | the team is asked |
| paused, withdrawn or completed | the team hears |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from qibot.calendar import Almanac, owed_now
from qibot.events import Arrival, Event, MessageReceived, MessageUnplaced, ReportReceived, ReportsAskedAbout
from qibot.message import Mail, only_in_page, passed_along
from qibot.model import ANOTHERS, CHARTER, Case, Enrolment, Person, Role, Status, Submission, named
from qibot.people import Directory, found_in
from qibot.understanding.links.clouds import links_in
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import sentences
from qibot.understanding.names.named import Called, called
from qibot.understanding.persons.of_another import speaks_of_another, tells_of_another
from qibot.understanding.reports.said_jointly import (
    LOOKED_AT,
    OURS,
    is_plainly_joint,
    may_be_jointly,
    says,
    says_jointly,
)
from qibot.understanding.reports.sending import report_or_message

MOST = 8  # practitioners of one report
ASKED = "it brings {report}, which counts for {sender} already, and says that it is {others}"
PERHAPS = ", as it seems"
UNSENT, RESTS = ", to whom it didn't go", ", whose enrolment is {status}"
NAMESAKE = " (it went to {name}, but names another {first})"


@dataclass(frozen=True, slots=True)
class _Others:
    """The other practitioners of a report: for whom it `counts`, and about whom the team is asked, each with what is
    to be said of them; `spoken` are all whom it speaks of."""

    counts: tuple[Enrolment, ...]
    asked: tuple[tuple[Enrolment, str], ...]
    spoken: tuple[Enrolment, ...]


def jointly(event: Event, context: Context, almanac: Almanac, *, chosen: bool = False) -> Event:
    """The event with what it is for others beside the sender, or as a question to the team; itself where nothing says
    that it is a joint report. `chosen` says that its writer has been asked already what it is."""
    if not isinstance(event, ReportReceived) or event.number == CHARTER or event.apart == ANOTHERS or event.asks:
        return event
    mail, own = event.arrival.mail, context.load(event.unit).enrolment
    others = _others(event, own, context)
    brings = bool(mail.sends or links_in(mail))
    firsts = [e.practitioner.name.split()[0] for e in others.spoken]
    told = bool(firsts) and tells(event, context.load(event.unit), firsts, says_jointly, brings=brings)
    if told and not brings and not chosen:  # the words are the report, and can't be left out
        return doubtful(event.arrival, context.load(event.unit), event.number, Role.PRACTITIONER, almanac)
    open_to_all = not event.apart or (told and event.apart != "private")
    if told and brings and not event.apart:
        event = _all(event, apart="private")
    effects = [_as_theirs(event, e, context, almanac) if brings and open_to_all else None for e in others.counts]
    filed = [(e, effect) for e, effect in zip(others.counts, effects, strict=True) if effect is not None]
    left = [(e, "") for e, effect in zip(others.counts, effects, strict=True) if effect is None]
    plainly = is_plainly_joint(mail, _said(event)[1]) or any(_is_pair(own, e, _said(event)[0]) for e in others.counts)
    names = {e.unit: e.practitioner.name for e in (own, *(e for e, _ in filed))}
    whole = [_together(one, names) for one in (event, *(effect for _, effect in filed))]
    if asked := [*others.asked, *(left if plainly else [])]:
        held = [
            held_for(event.arrival, e, event.number, context.load, almanac)
            for e, _ in asked
            if e.status is Status.ACTIVE
        ]
        return MessageUnplaced(
            event.arrival, _cause(event, own, asked), offered=_offered(asked), effects=(*whole, *filter(None, held))
        )
    return replace(whole[0], effects=tuple(whole[1:]))


def held_for(
    arrival: Arrival, other: Enrolment, number: int, load: Callable[[str], Case], almanac: Almanac
) -> ReportsAskedAbout | None:
    """That this one isn't chased for the report that may be theirs, too, while the team is asked; None of one that they
    don't owe. Without a number it may be any that they owe."""
    owed = owed_now(load(other.unit), almanac, arrival.arrived)
    numbers = tuple(n for n in owed if number in (0, n))
    return ReportsAskedAbout(arrival, other.unit, numbers) if numbers else None


def _others(event: ReportReceived, own: Enrolment, context: Context) -> _Others:
    """Whom it is for beside its sender. Whose it has been made already nobody is asked about again."""
    people, (titles, said) = context.people, _said(event)
    plainly, perhaps = is_plainly_joint(event.arrival.mail, said), says(OURS, said) and not event.apart
    around = {e.unit for e in people.enrolments.values() if e.unit != own.unit and is_around(own, e)}
    near = [e for e in _addressed(event.arrival.mail, people) if e.unit not in {own.unit, *around}]
    pairs = [e for e in near if _is_pair(own, e, titles)]
    names = [w for e in (own, *near) for w in e.practitioner.name.split()]
    everybody = [e.practitioner for e in people.enrolments.values()]
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
    return _Others(tuple(counted), tuple(asked[:MOST]), tuple({e.unit: e for e in (*near, *elsewhere, *far)}.values()))


def tells(
    event: ReportReceived, case: Case, firsts: list[str], says_jointly: Callable[[str], bool], *, brings: bool = True
) -> bool:
    """Whether what goes with the documents, its quotations and what stands in its page alone included, tells of another
    one. Beside documents anything that is said of them may be such: words have no end."""
    mail, around = event.arrival.mail, _around(case.enrolment)
    said = "\n".join((mail.top, only_in_page(mail)))
    if tells_of_another(said, firsts, around, by_name=not brings):
        return True
    quoted = passed_along(mail, case, LOOKED_AT)
    return brings and (speaks_of_another(said, firsts, says_jointly) or bool(quoted.strip()))


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


def _said(event: ReportReceived) -> tuple[list[str], str]:
    """Its files' names with its own subject, and the same with the first of its words."""
    mail = event.arrival.mail
    files = [d.name for one in (event, *event.beside) for d in one.arrival.mail.files]
    titles = [(name.rpartition(".")[0] or name).replace("_", " ") for name in files] + (
        [] if mail.is_reply else [mail.subject]
    )
    return titles, "\n".join([*titles, mail.top[:LOOKED_AT]])


def is_around(own: Enrolment, other: Enrolment) -> bool:
    """Whether another enrolment's practitioner is this one's mentor or manager, who is in copy as such."""
    return any(not set(p.addresses).isdisjoint(other.practitioner.addresses) for p in _around(own))


def _around(own: Enrolment) -> list[Person]:
    return [p for p in (own.practitioner, own.mentor, own.manager) if p is not None]


def _cause(event: ReportReceived, own: Enrolment, asked: list[tuple[Enrolment, str]]) -> str:
    others = ", and ".join(f"{e.practitioner.name}'s, too{what}" for e, what in asked)
    numbers = " and ".join(named(one.number) for one in (event, *event.beside))
    return ASKED.format(report=numbers, sender=own.practitioner.name, others=others)


def _offered(asked: list[tuple[Enrolment, str]]) -> str:
    """The address of the first whose it can be made with a click; who rests has to go on before."""
    return next((e.practitioner.address for e, _ in asked if e.status is Status.ACTIVE), "")


def _all(event: ReportReceived, *, apart: str) -> ReportReceived:
    return replace(event, apart=apart, beside=tuple(replace(x, apart=apart) for x in event.beside))


def _together(event: ReportReceived, names: dict[str, str]) -> ReportReceived:
    together = tuple(name for unit, name in names.items() if unit != event.unit)
    return replace(event, together=together, beside=tuple(replace(x, together=together) for x in event.beside))


def as_anothers(event: Event, context: Context) -> Event:
    """What a stranger's or a colleague's mail brings, whose covering words are nobody's to pass on; what they tell
    that is for the team reaches it all the same."""
    if isinstance(event, ReportReceived):
        return _all(event, apart=event.apart or _theirs_apart(event, context))
    if isinstance(event, MessageUnplaced):
        effects = event.effects
        return replace(
            event,
            effects=tuple(
                _all(x, apart=x.apart or _theirs_apart(x, context)) if isinstance(x, ReportReceived) else x
                for x in effects
            ),
        )
    if isinstance(event, MessageReceived) and event.arrival.mail.files:
        return replace(event, apart=ANOTHERS)
    return event


def told_of_apart(event: Event, context: Context) -> Event:
    """What was a stranger's mail, and is said to be the practitioner's own: if it speaks of them as of somebody else,
    its covering words are for the team."""
    if not isinstance(event, ReportReceived) or event.apart or _theirs_apart(event, context) == ANOTHERS:
        return event
    return _all(event, apart="private")


def _theirs_apart(event: ReportReceived, context: Context) -> str:
    """Why a colleague's words are left out: they tell of the practitioner whose report it is, or are only another's."""
    e, mail = context.load(event.unit).enrolment, event.arrival.mail
    around = [p for p in (e.mentor, e.manager) if p is not None]
    told = bool(mail.sends) and tells_of_another(mail.top, [e.practitioner.name.split()[0]], around)
    return "private" if told else ANOTHERS


def _as_theirs(event: ReportReceived, e: Enrolment, context: Context, almanac: Almanac) -> ReportReceived | None:
    """The same report in another's enrolment, as their own record has it; None where it can be none there."""
    read = report_or_message(_whole(event), context.load(e.unit), None, almanac)
    if not isinstance(read, ReportReceived) or read.number == CHARTER:
        return None
    return _all(read, apart=ANOTHERS)


def _whole(event: ReportReceived) -> Arrival:
    """The mail with all its documents, where it brings several reports."""
    mails = [one.arrival.mail for one in (event, *event.beside)]
    documents = {d.start: d for mail in mails for d in mail.documents}
    return replace(event.arrival, mail=replace(mails[0], documents=tuple(documents[n] for n in sorted(documents))))


def _addressed(mail: Mail, people: Directory) -> list[Enrolment]:
    """The enrolments of the practitioners in its To and Cc."""
    units = [u for a in mail.to for u, role in people.parts(a).items() if role is Role.PRACTITIONER]
    found = [people.enrolments[u] for u in dict.fromkeys(units)]
    active = {e.practitioner.address for e in found if e.status is Status.ACTIVE}
    return [e for e in found if e.status is Status.ACTIVE or e.practitioner.address not in active]


def _named_elsewhere(said: str, people: Directory, but: set[str]) -> list[Enrolment]:
    """The other practitioners whose whole name it says; nobody, where several are called so."""
    found = [e for u, e in people.enrolments.items() if u not in but and " " in e.practitioner.name]
    found = [e for e in found if found_in(e.practitioner.name, said) is not None]
    active = [e for e in found if e.status is Status.ACTIVE]
    found = active + [e for e in found if e.practitioner.name not in {a.practitioner.name for a in active}]
    names = [e.practitioner.name for e in found]
    return [e for e in found if names.count(e.practitioner.name) == 1]


def _by_first_name(said: str, people: Directory, own: Enrolment, near: list[Enrolment]) -> list[Enrolment]:
    """The one practitioner whose first name it says; nobody, where it may be the mentor's, or where several are called
    so and none of the same mentor's."""
    around = {word for p in _around(own) for word in p.name.split()}
    others = [e for u, e in people.enrolments.items() if u != own.unit and e not in near]
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


def _is_pair(own: Enrolment, other: Enrolment, titles: Iterable[str]) -> bool:
    """Whether a subject or a file's name has both: “Report 2 Jo and Sam”."""
    mine, theirs = (re.escape(e.practitioner.name.split()[0]) for e in (own, other))
    both = re.compile(
        rf"\b{mine}\b(?: \w+)?\s*(?:and|&|\+|,)\s*{theirs}\b|\b{theirs}\b(?: \w+)?\s*(?:and|&|\+|,)\s*{mine}\b",
        re.IGNORECASE,
    )
    return any(both.search(title) for title in titles)
