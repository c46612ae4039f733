"""Each one's own report in one mail (“here are mine and Sam's”), or another one's alone (“Sam asked me to send his”).

A document that is another practitioner's own is for their mentor and not for the sender's. Nothing is filed as theirs
on the sender's word: the team is asked, with them offered.

| it shows | becomes |
|---|---|
| a file that bears another one's name, beside the sender's own | the sender's counts, of the other the team is asked |
| words for each one's own, and the files' names tell one of two | the same |
| the same, and no name tells | the writer is asked which is theirs |
| nothing but another one's | counts for nobody, the team is asked |
| a file with both names, words for a joint report | a joint report (joint.py) |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from qibot.events import Arrival, Event, MessageReceived, MessageUnplaced, ReportReceived, ReportsAskedAbout, WhichAsked
from qibot.message import Mail
from qibot.model import Case, Choice, Document, Enrolment, Role, Status, Submission, named
from qibot.people import Directory, found_in
from qibot.quoting import is_forward
from qibot.understanding.alike import same_text
from qibot.understanding.bearers import ORDINARY, borne, followed_by_place, name_of, tokens
from qibot.understanding.clouds import links_in
from qibot.understanding.doubt import TEAM_ALONE, held_meanwhile
from qibot.understanding.joint import is_around, says_joint, tells
from qibot.understanding.several import goes_along, part_of, stem_of
from qibot.understanding.theirs import OWN, Brought, brought, brought_for, says_each

LOOKED_AT = 600  # characters of a mail's own words in which it says whose its documents are
Hold = Callable[[Enrolment], ReportsAskedAbout | None]
Reread = Callable[[Sequence[int]], Event]  # what the mail is with the documents at these places alone
SHORT = 14  # words of a sentence that says no more than whose the documents are
MOST = 4  # documents of which it is asked whose they are
BESIDE = "it brings {report}, which counts for {sender} already, and with it another one's own, {other}'s: {files}"
ALONE = "{sender} sent it, but by its name or its words it is {other}'s own: {files}"
UNTOLD = "it brings {other}'s own report, and beside it something of {sender}'s that is no report"
MINE = "{file} is my report ({n}), the rest isn't mine"
THEIRS, ITS_WORDS = "what is theirs", "its words"
_REPORT = re.compile(r"\b(?:reports?|updates?|submissions?|returns?|charters?)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:with|and|incl\w*|inc|plus)\b|[+&]", re.IGNORECASE)
_FROM = re.compile(r"^[\W_]*(?:from|von|de)[\W_]*:(.{0,300})$", re.IGNORECASE | re.MULTILINE)


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
    places, linked = [p for p, d in enumerate(mail.files) if not _along(d)], len(links_in(mail))
    if not (places or linked):
        return None
    titles = [] if mail.is_reply or is_forward(mail.subject) else [mail.subject]
    said = "\n".join([*titles, mail.top[:LOOKED_AT]])
    known = _others(own, people)
    spoken = _spoken_of(mail, said, known, own)
    whose, mine = _by_name(mail, places, own, known, spoken, said)
    if says_joint(mail) and not (whose and mine):
        return None
    each = [e for e in spoken if says_each(said, e) or (brought(said, e) is not Brought.NOT and OWN.search(said))]
    if not (whose or each):
        return _anothers_alone(mail, places, linked, mine, said, spoken, own, known)
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
    return any(p not in whose and not _along(d) for p, d in enumerate(mail.files))


def _anothers_alone(
    mail: Mail, places: list[int], linked: int, mine: Collection[int], said: str, spoken: list[Enrolment],
    own: Enrolment, known: list[Enrolment],
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
    whom = whom or _sent_on(mail, known)
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


def _sent_on(mail: Mail, known: Collection[Enrolment]) -> list[Enrolment]:
    """Whose mail it is that is sent on."""
    first = _FROM.search(mail.text[:20_000]) if is_forward(mail.subject) else None
    if first is None:
        return []
    line = first[1].casefold()
    return [e for e in known if any(a in line for a in e.practitioner.addresses) or _is_called_so(e, first[1])]


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


def _along(d: Document) -> bool:
    """Whether a document goes along with a report by its name or kind; “Report 1 with charts” and a report as slides
    are the report itself."""
    said = _TOGETHER.split(stem_of(d))[0]
    plain = replace(d, name=f"{said}.docx")
    return goes_along(d) and not (_REPORT.search(said) and not goes_along(plain))


def _surely(said: str, e: Enrolment) -> bool:
    return says_each(said, e) or brought(said, e) is Brought.SURELY


def parted(event: Event, arrival: Arrival, found: Owners, own: Case, reread: Reread, hold: Hold) -> Event:
    """What a mail with another one's document is: `event` as if all of it were the sender's, to be `reread` with the
    sender's part of it alone."""
    if not isinstance(event, ReportReceived | MessageReceived | WhichAsked):
        return event  # for the team anyway, or ordered
    if not isinstance(event, ReportReceived) and event.role is not Role.PRACTITIONER:
        return event  # said as somebody's mentor
    if isinstance(event, MessageReceived) and not arrival.mail.files:
        return event  # a link to something else
    if not (found.mine or found.alone):
        if number := _number(event):
            asked = _asked_whose(event, arrival, found, own, number, reread)
            return replace(asked, effects=(*asked.effects, *_held(found, hold)))
        found = replace(found, theirs=found.theirs or found.loose)
    sender, other, offered = own.enrolment.practitioner.name, _names(found.others), _offered_of(found)
    if found.alone:
        cause = ALONE.format(sender=sender, other=other, files=_files(arrival.mail, found.theirs) or ITS_WORDS)
        held = (*_held(found, hold), *filter(None, [hold(own.enrolment)]))  # it may be the sender's, after all
        return MessageUnplaced(arrival, cause, offered=offered, effects=held)
    again = reread(found.mine) if found.mine else None
    if isinstance(again, WhichAsked) and again.documents:
        return _in_whole(again, arrival, found.mine)
    if not isinstance(again, ReportReceived):
        return MessageUnplaced(
            arrival, UNTOLD.format(sender=sender, other=other), offered=offered, effects=_held(found, hold)
        )
    return beside(again, arrival, found, own, hold)


def _in_whole(asked: WhichAsked, arrival: Arrival, mine: tuple[int, ...]) -> WhichAsked:
    """The question which of the sender's own documents is which report, by their places in the whole mail."""
    choices = tuple(
        replace(c, shares=tuple((n, *(mine[p] for p in share)) for n, *share in c.shares)) for c in asked.choices
    )
    return replace(asked, arrival=arrival, choices=choices)


def _number(event: ReportReceived | MessageReceived | WhichAsked) -> int:
    """The sender's report that it is, or may be; 0 where it is none."""
    if isinstance(event, WhichAsked):
        return next((c.number for c in event.choices if c.kind == "report"), 0)
    return event.number if isinstance(event, ReportReceived) else 0


def beside(event: ReportReceived, arrival: Arrival, found: Owners, own: Case, hold: Hold) -> MessageUnplaced:
    """The sender's own report, and the question to the team about the other one's that came with it. The covering
    words go to the team alone, unless they say no more than whose the documents are."""
    numbers = " and ".join(named(one.number) for one in (event, *event.beside))
    cause = BESIDE.format(
        report=numbers, sender=own.enrolment.practitioner.name, other=_names(found.others),
        files=_files(arrival.mail, found.theirs),
    )  # fmt: skip
    firsts = [_first(e) for e in found.others]
    if not event.apart and tells(event, own, firsts, lambda said: _says_only_whose(said, found.others)):
        event = replace(event, apart="private", beside=tuple(replace(x, apart="private") for x in event.beside))
    return MessageUnplaced(arrival, cause, offered=_offered_of(found), effects=(event, *_held(found, hold)))


def is_on_record(mail: Mail, found: Owners, load: Callable[[str], Case]) -> bool:
    """Whether all that is another's is on record as theirs already: it was sent once more."""
    return bool(found.of) and not found.loose and all(_has(load, whom, mail.files[p]) for p, whom in found.of)


def _has(load: Callable[[str], Case], whom: Iterable[Enrolment], file: Document) -> bool:
    filed = (d for e in whom for s in load(e.unit).all(Submission).values() for d in s.documents)
    return any(same_text(file, d) for d in filed)


def senders_part(event: Event) -> Event:
    """The sender's own report, where nobody has to be asked about what came with it."""
    own = [x for x in event.effects if isinstance(x, ReportReceived)] if isinstance(event, MessageUnplaced) else []
    return own[0] if len(own) == 1 else event


def and_others(
    event: ReportReceived | MessageReceived, arrival: Arrival, left: Owners, own: Case, hold: Hold
) -> MessageUnplaced:
    """What the team has made one practitioner's of a mail, and the question about what is left of it."""
    if isinstance(event, ReportReceived):
        what = " and ".join(named(one.number) for one in (event, *event.beside))
    else:
        what = "a message"
    cause = BESIDE.format(
        report=what, sender=own.enrolment.practitioner.name, other=_names(left.others),
        files=_files(arrival.mail, left.theirs),
    )  # fmt: skip
    return MessageUnplaced(arrival, cause, offered=_offered_of(left), effects=(event, *_held(left, hold)))


def after_asked(event: Event, arrival: Arrival, own: Case, people: Directory, hold: Hold) -> Event:
    """What a mail is of which its writer has said which document is theirs; itself where all of it is."""
    if not isinstance(event, ReportReceived) or (found := owners(arrival.mail, own.enrolment, people)) is None:
        return event
    files = arrival.mail.files
    filed = {d.start for one in (event, *event.beside) for d in one.arrival.mail.documents}
    rest = tuple(p for p, d in enumerate(files) if d.start not in filed)
    return beside(event, arrival, replace(found, theirs=rest), own, hold) if rest else event


def theirs_alone(
    mail: Mail, own: Enrolment, sender: Enrolment | None, people: Directory, load: Callable[[str], Case], archived: str
) -> tuple[Mail, Owners | None]:
    """A mail that the team has made this enrolment's, without what is another practitioner's own: by its name, or
    since it is on record as theirs already; with what is left of it and whose that is, if anything is. The whole of it
    where nothing else would be left. `sender` is the practitioner who sent it."""
    first = sender or own
    found = owners(mail, first, people)
    if found is None and says_joint(mail):
        return mail, None
    places = range(len(mail.files))
    of = dict(found.of) if found else {}
    if found and own.unit == first.unit:
        kept = set(found.mine) or {p for p in places if p not in found.theirs}
    elif found:
        kept = set(found.of_one(own.unit))
    else:
        kept = set(places)
    units = {e.unit for whom in of.values() for e in whom} | {first.unit}
    filed = {d.start for unit in units - {own.unit} for s in load(unit).all(Submission).values()
             if s.archived == archived for d in s.documents}  # fmt: skip
    kept = {p for p in kept if mail.files[p].start not in filed} or kept or set(places)
    on_record = filed | {d.start for s in load(own.unit).all(Submission).values() if s.archived == archived
                         for d in s.documents}  # fmt: skip
    rest = {p: of.get(p, (first,)) for p in places
            if p not in kept and mail.files[p].start not in on_record
            and not _has(load, of.get(p, (first,)), mail.files[p])}  # fmt: skip
    left = None
    if rest and (sender or any(not _along(mail.files[p]) for p in rest)):
        others = {e.unit: e for whom in rest.values() for e in whom if e.unit != own.unit}
        left = Owners((), tuple(rest), tuple(others.values()), of=tuple(rest.items())) if others else None
    return (part_of(mail, sorted(kept), first=True) if len(kept) < len(mail.files) else mail), left


def _asked_whose(event: Event, arrival: Arrival, found: Owners, own: Case, number: int, reread: Reread) -> WhichAsked:
    """The question to the writer which of the documents is their own report."""
    mail, e = arrival.mail, own.enrolment
    along = tuple(p for p in range(len(mail.files)) if p not in found.loose and p not in found.theirs)
    whole = tuple(p for p in range(len(mail.files)) if p not in found.theirs)
    choices = []
    if len(found.loose) > 1:
        for p in found.loose[:MOST]:
            part = tuple(sorted((p, *along)))
            n = _number_of(reread(part)) or number
            choices.append(Choice("report", e.unit, n, MINE.format(file=mail.files[p].name, n=n), shares=((n, *part),)))
    again = reread(whole) if found.theirs else event
    if isinstance(again, ReportReceived) and again.beside:
        ways = tuple((one.number, *_places(mail, one.arrival.mail)) for one in (again, *again.beside))
        label = f"All of it is mine: {' and '.join(named(w[0]) for w in ways)}"
        choices.append(Choice("report", e.unit, again.number, label, shares=ways))
    else:
        label = f"All of it is my {named(number)}"
        choices.append(Choice("report", e.unit, number, label, shares=((number, *whole),)))
    choices.append(Choice("private", e.unit, 0, TEAM_ALONE))
    labels = tuple(c.label for c in choices)
    asked = WhichAsked(arrival, tuple(choices), labels, e.practitioner.name, Role.PRACTITIONER, documents=True)
    return held_meanwhile(asked, e.unit)


def _places(mail: Mail, part: Mail) -> tuple[int, ...]:
    own = {d.start for d in part.files}
    return tuple(p for p, d in enumerate(mail.files) if d.start in own)


def _number_of(event: Event) -> int:
    return _number(event) if isinstance(event, ReportReceived | MessageReceived | WhichAsked) else 0


def _others(own: Enrolment, people: Directory) -> list[Enrolment]:
    """The enrolments of the other practitioners, one of each; who mentors or manages the sender is in copy as such."""
    others = [e for e in people.enrolments.values() if e.unit != own.unit and not is_around(own, e)]
    others.sort(key=lambda e: e.status is not Status.ACTIVE)
    found: dict[str, Enrolment] = {}
    for e in others:
        found.setdefault(e.practitioner.address, e)
    return list(found.values())


def _spoken_of(mail: Mail, said: str, known: Collection[Enrolment], own: Enrolment) -> list[Enrolment]:
    """Whom it went to, too, or whom it names: in full, or by the first name, whichever of those who are called so."""
    to = set(mail.to)
    full = [e for e in known if not to.isdisjoint(e.practitioner.addresses) or _is_said(e, said)]
    silent = {_first(e).casefold() for e in full}
    silent |= {w for p in (own.mentor, own.manager) if p is not None for w in tokens(p.name)}
    called = [e for e in known if e not in full and _first(e).casefold() not in silent and _is_called(e, said)]
    # Who is called as the sender is may be the sender.
    return full + [e for e in called if _first(e) != _first(own) or says_each(said, e)]


def _is_said(e: Enrolment, said: str) -> bool:
    at = found_in(e.practitioner.name, said)
    return at is not None and not followed_by_place(said[at + len(e.practitioner.name) :])


def _is_called(e: Enrolment, said: str) -> bool:
    first = _first(e)
    flags = 0 if first.casefold() in ORDINARY else re.IGNORECASE
    return re.search(rf"\b{re.escape(first)}(?:s['’]?)?\b", said, flags) is not None


def _says_only_whose(sentence: str, others: Iterable[Enrolment]) -> bool:
    return len(sentence.split()) <= SHORT and any(says_each(sentence, e) for e in others)


def _first(one: Enrolment) -> str:
    """The first name as it is written."""
    words, plain = one.practitioner.name.split(), name_of(one)
    return next((w for w in words if plain and tokens(w)[:1] == plain[:1]), words[0] if words else one.unit)


def _names(others: Iterable[Enrolment]) -> str:
    names = list(dict.fromkeys(e.practitioner.name for e in others))
    alike = len({name.split()[0] for name in names if name}) < len(names)
    return (" or " if alike else " and ").join(names)


def _files(mail: Mail, places: Iterable[int]) -> str:
    return ", ".join(mail.files[p].name for p in places)


def _offered_of(found: Owners) -> str:
    """The first whose it can be made with a click; who rests has to go on before. None, where it can't be told which
    is whose."""
    firsts = [_first(e) for e in found.others]
    several_each = len(found.theirs) > 1 and any(len(whom) > 1 for _, whom in found.of)
    if several_each or len(set(firsts)) < len(firsts):
        return ""
    return next((e.practitioner.address for e in found.others if e.status is Status.ACTIVE), "")


def _held(found: Owners, hold: Hold) -> tuple[ReportsAskedAbout, ...]:
    """Nobody else is chased for what may be their own report, while the team is asked."""
    held = (hold(e) for e in found.others if e.status is Status.ACTIVE)
    return tuple(x for x in held if x is not None)


def _but(mail: Mail, places: Collection[int]) -> tuple[int, ...]:
    return tuple(p for p in range(len(mail.files)) if p not in places)
