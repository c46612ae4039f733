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

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from qibot.events import Arrival, Event, MessageReceived, MessageUnplaced, ReportReceived, ReportsAskedAbout, WhichAsked
from qibot.message import Mail
from qibot.model import Case, Choice, Document, Enrolment, Role, Status, Submission, named
from qibot.people import Directory
from qibot.understanding.matter.doubt import TEAM_ALONE, held_meanwhile
from qibot.understanding.names.bearers import first_name
from qibot.understanding.reports.alike import same_text
from qibot.understanding.reports.joint import tells
from qibot.understanding.reports.owners import Owners, along, owners
from qibot.understanding.reports.parts import part_of
from qibot.understanding.reports.said_jointly import says_joint
from qibot.understanding.reports.theirs import says_each

Hold = Callable[[Enrolment], ReportsAskedAbout | None]
Reread = Callable[[Sequence[int]], Event]  # what the mail is with the documents at these places alone
SHORT = 14  # words of a sentence that says no more than whose the documents are
MOST = 4  # documents of which it is asked whose they are
BESIDE = "it brings {report}, which counts for {sender} already, and with it another one's own, {other}'s: {files}"
ALONE = "{sender} sent it, but by its name or its words it is {other}'s own: {files}"
UNTOLD = "it brings {other}'s own report, and beside it something of {sender}'s that is no report"
MINE = "{file} is my report ({n}), the rest isn't mine"
ITS_WORDS = "its words"


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
    firsts = [first_name(e) for e in found.others]
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
    if rest and (sender or any(not along(mail.files[p]) for p in rest)):
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


def _says_only_whose(sentence: str, others: Iterable[Enrolment]) -> bool:
    return len(sentence.split()) <= SHORT and any(says_each(sentence, e) for e in others)


def _names(others: Iterable[Enrolment]) -> str:
    names = list(dict.fromkeys(e.practitioner.name for e in others))
    alike = len({name.split()[0] for name in names if name}) < len(names)
    return (" or " if alike else " and ").join(names)


def _files(mail: Mail, places: Iterable[int]) -> str:
    return ", ".join(mail.files[p].name for p in places)


def _offered_of(found: Owners) -> str:
    """The first whose it can be made with a click; who rests has to go on before. None, where it can't be told which
    is whose."""
    firsts = [first_name(e) for e in found.others]
    several_each = len(found.theirs) > 1 and any(len(whom) > 1 for _, whom in found.of)
    if several_each or len(set(firsts)) < len(firsts):
        return ""
    return next((e.practitioner.address for e in found.others if e.status is Status.ACTIVE), "")


def _held(found: Owners, hold: Hold) -> tuple[ReportsAskedAbout, ...]:
    """Nobody else is chased for what may be their own report, while the team is asked."""
    held = (hold(e) for e in found.others if e.status is Status.ACTIVE)
    return tuple(x for x in held if x is not None)
