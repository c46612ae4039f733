"""Whose the documents of a practitioner's mail are: the sender's own, or another practitioner's. A pure reading of the
files' names (bearers.py), the words (theirs.py) and whom it went to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Document, Enrolment, Status
from qibot.people import Directory, found_in
from qibot.quoting import is_forward
from qibot.understanding.links.clouds import links_in
from qibot.understanding.names.bearers import ORDINARY, borne, first_name, followed_by_place, tokens
from qibot.understanding.names.forwarded import letters_in
from qibot.understanding.names.known_by import known_by, words_in, words_of_file
from qibot.understanding.reports.along import goes_along, stem_of
from qibot.understanding.reports.others import is_around
from qibot.understanding.reports.said_jointly import says_joint
from qibot.understanding.reports.theirs import OWN, Brought, brought, brought_for, says_each

LOOKED_AT = 600  # characters of a mail's own words in which it says whose its documents are
_REPORT = expression(r"\b(?:reports?|updates?|submissions?|returns?|charters?)\b", re.IGNORECASE)
_TOGETHER = expression(r"\b(?:with|and|incl\w*|inc|plus)\b|[+&]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose the documents of a mail are: at which places the sender's own lie (all that isn't another's), and whose
    the others are. Of `loose` ones it can't be told; `alone` says that nothing of it is the sender's."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]
    others: tuple[Enrolment, ...]
    loose: tuple[int, ...] = ()
    alone: bool = False
    of: tuple[tuple[int, tuple[Enrolment, ...]], ...] = ()  # whose each of `theirs` is, or may be

    def of_one(self, unit: str) -> tuple[int, ...]:
        """The places of what is, or may be, this enrolment's."""
        return tuple(p for p, whom in self.of if any(e.unit == unit for e in whom))


def owners(mail: Mail, own: Enrolment, people: Directory) -> Owners | None:
    """Whose the documents of a practitioner's mail are, where not all of them are the sender's; else None."""
    places, linked = [p for p, d in enumerate(mail.files) if not along(d)], len(links_in(mail))
    if not (places or linked):
        return None
    titles = [] if mail.is_reply or is_forward(mail.subject) else [mail.subject]
    said = "\n".join([*titles, mail.top[:LOOKED_AT]])
    words = words_in(said).union(*(words_of_file(stem_of(mail.files[p])) for p in places))
    known = _others(own, people, {*words, *mail.to})
    spoken = _spoken_of(mail, said, known, own)
    whose, mine = _by_name(mail, places, own, known, spoken, said)
    if says_joint(mail) and not (whose and mine):
        return None
    each = [e for e in spoken if says_each(said, e) or (brought(said, e) is not Brought.NOT and OWN.search(said))]
    if not (whose or each):
        return _anothers_alone(mail, places, linked, mine, said, spoken, own, people)
    nameless = tuple(p for p in places if p not in whose and p not in mine)
    unnamed = tuple(e for e in each if not any(e in whom for whom in whose.values()))
    if unnamed and nameless and (len(nameless) > 1 or not mine):
        if not (whose or len(places) + linked > 1 or any(_surely(said, e) for e in unnamed)):
            return None
        return _found(mail, whose, nameless, unnamed)
    if unnamed and linked and not whose:
        return _found(mail, whose, tuple(places), unnamed)
    if unnamed and nameless:
        whose = {**whose, nameless[0]: unnamed}
    elif unnamed and not whose and len(places) > 1 and not linked:
        return _found(mail, whose, tuple(places), unnamed)
    return _found(mail, whose, (), ()) if whose else None


def _found(
    mail: Mail, whose: dict[int, tuple[Enrolment, ...]], loose: tuple[int, ...], each: tuple[Enrolment, ...]
) -> Owners:
    others = {e.unit: e for whom in (*whose.values(), each) for e in whom}
    of = tuple(sorted(whose.items())) + tuple((p, each) for p in loose)
    theirs, asks = tuple(sorted(whose)), bool(each)
    mine = () if asks or not _is_left(mail, whose) else _but(mail, theirs)
    return Owners(mine, theirs, tuple(others.values()), loose, alone=not (mine or asks), of=of)


def _is_left(mail: Mail, whose: Collection[int]) -> bool:
    """Whether something is left beside what is another's that would be the sender's own; a chart goes along."""
    return any(p not in whose and not along(d) for p, d in enumerate(mail.files))


def _anothers_alone(
    mail: Mail, places: list[int], linked: int, mine: Collection[int], said: str, spoken: list[Enrolment],
    own: Enrolment, people: Directory,
) -> Owners | None:  # fmt: skip
    """What is nothing but another one's, by its words or since it is their mail that was sent on."""
    if (
        len(places) + linked != 1
        or mine
        or OWN.search(said)
        or found_in(own.practitioner.name, mail.subject) is not None
    ):
        return None
    whom = [e for e in spoken if brought(said, e) is not Brought.NOT or brought_for(said, e) or _is_titled(mail, e)]
    whom = whom or _sent_on(mail, own, people)
    if not whom:
        return None
    of = tuple((p, tuple(whom)) for p in places)
    return Owners((), tuple(places), tuple(whom), alone=True, of=of)


def _is_titled(mail: Mail, e: Enrolment) -> bool:
    """Whether its own subject is the report with this one's whole name."""
    at = -1 if mail.is_reply else found_in(e.practitioner.name, mail.subject)
    if at is None or at < 0 or followed_by_place(mail.subject[at + len(e.practitioner.name) :]):
        return False
    rest = tokens(mail.subject.replace(e.practitioner.name, " "))
    return _REPORT.search(mail.subject) is not None and len(rest) <= 4


def _sent_on(mail: Mail, own: Enrolment, people: Directory) -> list[Enrolment]:
    """Whose mail it is that is sent on."""
    first = next(iter(letters_in(mail)), None)
    if first is None:
        return []
    return [
        e
        for e in _others(own, people, {*words_in(first.name), *first.addresses})
        if not set(first.addresses).isdisjoint(e.practitioner.addresses) or _is_called_so(e, first.name)
    ]


def _is_called_so(e: Enrolment, line: str) -> bool:
    return " " in e.practitioner.name and found_in(e.practitioner.name, line) is not None


def _by_name(
    mail: Mail,
    places: list[int],
    own: Enrolment,
    known: Collection[Enrolment],
    spoken: Collection[Enrolment],
    said: str,
) -> tuple[dict[int, tuple[Enrolment, ...]], set[int]]:
    """By the files' names: whose each is that is another one's, and which are the sender's own."""
    around = {w for p in (own.mentor, own.manager) if p is not None for w in tokens(p.name)}
    read = {p: borne(stem_of(mail.files[p]), own, known, around) for p in places}
    mine = {p for p, b in read.items() if b.mine and not b.whole and not _of(b.part, spoken)}
    whose = {p: b.whole for p, b in read.items() if b.whole and not b.mine}
    for p, b in read.items():
        if b.mine or b.whole or not b.part:
            continue
        alike = any(read[m].besides == b.besides for m in mine)
        is_report = alike or _REPORT.search(stem_of(mail.files[p])) is not None
        meant = _of(b.part, spoken)
        if len(places) == 1 and OWN.search(said) and not any(brought(said, e) for e in meant):
            continue  # “my report”, in which somebody of that name is spoken of
        if meant and (is_report or any(says_each(said, e) or brought(said, e) for e in meant)):
            whose[p] = meant
        elif not meant and mine and is_report:
            whose[p] = b.part
    return whose, mine


def _of(some: Iterable[Enrolment], among: Collection[Enrolment]) -> tuple[Enrolment, ...]:
    return tuple(e for e in some if e in among)


def along(d: Document) -> bool:
    """Whether a document goes along with a report by its name or kind; “Report 1 with charts” and a report as slides
    are the report itself."""
    said = _TOGETHER.split(stem_of(d))[0]
    plain = replace(d, name=f"{said}.docx")
    return goes_along(d) and not (_REPORT.search(said) and not goes_along(plain))


def _surely(said: str, e: Enrolment) -> bool:
    return says_each(said, e) or brought(said, e) is Brought.SURELY


def _others(own: Enrolment, people: Directory, words: Collection[str]) -> list[Enrolment]:
    """The enrolments of the other practitioners whom one of these words or addresses may mean, one of each; who mentors
    or manages the sender is in copy as such."""
    near = [e for e in people.having(words, known_by) if e.unit != own.unit and not is_around(own, e)]
    near.sort(key=lambda e: e.status is not Status.ACTIVE)
    return [e for e in near if _one_of(e.practitioner.address, own, people) == e.unit]


def _one_of(address: str, own: Enrolment, people: Directory) -> str:
    """The unit that counts of all with this address: one that is active, if there is, and the first."""
    found = [e for e in people.having([address], known_by) if e.practitioner.address == address]
    found = [e for e in found if e.unit != own.unit and not is_around(own, e)]
    return min(found, key=lambda e: e.status is not Status.ACTIVE).unit


def _spoken_of(mail: Mail, said: str, known: Collection[Enrolment], own: Enrolment) -> list[Enrolment]:
    """Whom it went to, too, or whom it names: in full, or by the first name, whichever of those who are called so."""
    to = set(mail.to)
    full = [e for e in known if not to.isdisjoint(e.practitioner.addresses) or _is_said(e, said)]
    silent = {first_name(e).casefold() for e in full}
    silent |= {w for p in (own.mentor, own.manager) if p is not None for w in tokens(p.name)}
    words = {w.casefold() for w in re.findall(r"[^\W\d_]+", said)}
    near = [
        e for e in known if not words.isdisjoint((low := first_name(e).casefold(), f"{low}s"))
    ]  # 300 searches are slow
    called = [e for e in near if e not in full and first_name(e).casefold() not in silent and _is_called(e, said)]
    # Who is called as the sender is may be the sender.
    return full + [e for e in called if first_name(e) != first_name(own) or says_each(said, e)]


def _is_said(e: Enrolment, said: str) -> bool:
    at = found_in(e.practitioner.name, said)
    return at is not None and not followed_by_place(said[at + len(e.practitioner.name) :])


def _is_called(e: Enrolment, said: str) -> bool:
    first = first_name(e)
    flags = 0 if first.casefold() in ORDINARY else re.IGNORECASE
    return re.search(rf"\b{re.escape(first)}(?:s['’]?)?\b", said, flags) is not None


def _but(mail: Mail, places: Collection[int]) -> tuple[int, ...]:
    return tuple(p for p in range(len(mail.files)) if p not in places)
