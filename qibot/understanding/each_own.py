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
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from qibot.events import Arrival, Event, MessageReceived, MessageUnplaced, ReportReceived, ReportsAskedAbout, WhichAsked
from qibot.message import Mail
from qibot.model import Case, Choice, Document, Enrolment, Role, Status, Submission, named
from qibot.people import Directory, found_in
from qibot.understanding.doubt import TEAM_ALONE, held_meanwhile
from qibot.understanding.joint import is_around, says_joint, tells
from qibot.understanding.several import goes_along, part_of, stem_of

LOOKED_AT = 600  # characters of a mail's own words in which it says whose its documents are
Hold = Callable[[Enrolment], ReportsAskedAbout | None]
SHORT = 14  # words of a sentence that says no more than whose the documents are
MOST = 4  # documents of which it is asked whose they are
BESIDE = "it brings {report}, which counts for {sender} already, and with it another one's own, {other}'s: {files}"
ALONE = "{sender} sent it, but by its name or its words it is {other}'s own: {files}"
UNTOLD = "it brings {other}'s own report, and beside it something of {sender}'s that is no report"
MINE = "{file} is my report ({n}), the rest isn't mine"
_SENT = r"(?:reports?|updates?|submissions?|returns?|charters?)"
_OURS = re.compile(
    rf"\bboth (?:of )?our (?:\w+ ){{0,2}}(?:reports|updates|submissions|returns)\b|\beach of our (?:\w+ ){{0,2}}{_SENT}"
    r"|\bour (?:two|2|own|separate|individual|respective) (?:\w+ ){0,2}(?:reports|updates|submissions|returns)\b",
    re.IGNORECASE,
)
_MY = rf"(?:mine|my(?: own)?(?: \w+){{0,2}} {_SENT}(?: \d+)?|my own)"
_AND = r"(?:and|&|\+|plus|also|with|as well as)"
_HIS = re.compile(
    rf"\b(?:send|sent|sending|forward\w*|submit\w*|pass\w*|attach\w*)\b[^.!?\n]{{0,30}}\b(?:his|her|their) "
    rf"(?:\w+ ){{0,2}}{_SENT}\b",
    re.IGNORECASE,
)
_BRINGS = r"\b(?:attach\w*|enclos\w*|here|herewith|find|send\w*|sent|forward\w*|submit\w*|this is)"
_OWN = re.compile(rf"\b(?:mine|(?:my|our) (?:\w+ ){{0,2}}{_SENT})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose the documents of a mail are: at which places the sender's own lie (all that isn't another's), and whose
    the others are. Of `loose` ones it can't be told."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]
    others: tuple[Enrolment, ...]
    loose: tuple[int, ...] = ()


def owners(mail: Mail, own: Enrolment, people: Directory) -> Owners | None:
    """Whose the documents of a practitioner's mail are, where not all of them are the sender's; else None."""
    places = [p for p, d in enumerate(mail.files) if not goes_along(d)]
    if not places or says_joint(mail):
        return None
    said = "\n".join(([] if mail.is_reply else [mail.subject]) + [mail.top[:LOOKED_AT]])
    known = _others(own, people)
    spoken = _spoken_of(mail, said, known)
    whose = {p: found for p in places if (found := _bearer(mail.files[p], own, known, spoken))}
    named_theirs = tuple(p for p, e in whose.items() if e is not own)
    if named_theirs:
        others = tuple({whose[p].unit: whose[p] for p in named_theirs}.values())
        left = len(named_theirs) < len(places)
        return Owners(_but(mail, named_theirs) if left else (), named_theirs, others)
    each = tuple(e for e in spoken if _says_each(said, e))[:1]
    nameless = tuple(p for p in places if p not in whose)
    if each and len(places) > 1:
        if len(nameless) == 1:
            return Owners(_but(mail, nameless), nameless, each)
        return Owners((), (), each, nameless or tuple(places))
    only = [e for e in spoken if len(places) == 1 and nameless and _brings_only(said, e)]
    return Owners((), nameless, (only[0],)) if len(only) == 1 else None


def parted(event: Event, arrival: Arrival, found: Owners, own: Case, again: Event | None, hold: Hold) -> Event:
    """What a mail with another one's document is: `event` as if all of it were the sender's, `again` what the
    sender's part of it alone is."""
    if not isinstance(event, ReportReceived | MessageReceived | WhichAsked):
        return event  # for the team anyway, or ordered
    if found.loose and (number := _number(event)):
        return _asked_whose(arrival, found, own, number)
    sender, other, offered = own.enrolment.practitioner.name, _names(found.others), _offered(found.others)
    if not found.mine and not found.loose:
        cause = ALONE.format(sender=sender, other=other, files=_files(arrival.mail, found.theirs))
        return MessageUnplaced(arrival, cause, offered=offered, effects=_held(found, hold))
    if not isinstance(again, ReportReceived):
        return MessageUnplaced(
            arrival, UNTOLD.format(sender=sender, other=other), offered=offered, effects=_held(found, hold)
        )
    return beside(again, arrival, found, own, hold)


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
    return MessageUnplaced(arrival, cause, offered=_offered(found.others), effects=(event, *_held(found, hold)))


def after_asked(event: Event, arrival: Arrival, own: Case, people: Directory, hold: Hold) -> Event:
    """What a mail is of which its writer has said which document is theirs; itself where all of it is."""
    if not isinstance(event, ReportReceived) or (found := owners(arrival.mail, own.enrolment, people)) is None:
        return event
    files = arrival.mail.files
    filed = {d.start for one in (event, *event.beside) for d in one.arrival.mail.documents}
    rest = tuple(p for p, d in enumerate(files) if d.start not in filed)
    return beside(event, arrival, replace(found, theirs=rest), own, hold) if rest else event


def theirs_alone(mail: Mail, own: Enrolment, people: Directory, cases: Iterable[Case], archived: str) -> Mail:
    """A mail that the team has made this enrolment's, without what is another practitioner's own: by its name, or
    since it is on record as theirs already. The whole of it where nothing else would be left."""
    if says_joint(mail):
        return mail
    found = owners(mail, own, people)
    kept = set(found.mine) if found and found.mine else set(range(len(mail.files)))
    filed = {d.start for case in cases if case.unit != own.unit for s in case.all(Submission).values()
             if s.archived == archived for d in s.documents}  # fmt: skip
    kept = {p for p in kept if mail.files[p].start not in filed} or kept
    return part_of(mail, sorted(kept), first=True) if len(kept) < len(mail.files) else mail


def _asked_whose(arrival: Arrival, found: Owners, own: Case, number: int) -> WhichAsked:
    """The question to the writer which of the documents is their own report."""
    mail, e = arrival.mail, own.enrolment
    along = tuple(p for p in range(len(mail.files)) if p not in found.loose)
    choices = [
        Choice("report", e.unit, number, MINE.format(file=mail.files[p].name, n=number),
               shares=((number, *sorted((p, *along))),))
        for p in found.loose[:MOST]
    ]  # fmt: skip
    choices.append(Choice("report", e.unit, number, f"All of it is my {named(number)}",
                          shares=((number, *range(len(mail.files))),)))  # fmt: skip
    choices.append(Choice("private", e.unit, 0, TEAM_ALONE))
    labels = tuple(c.label for c in choices)
    asked = WhichAsked(arrival, tuple(choices), labels, e.practitioner.name, Role.PRACTITIONER, documents=True)
    return held_meanwhile(asked, e.unit)


def _others(own: Enrolment, people: Directory) -> list[Enrolment]:
    """The enrolments of the other practitioners; who mentors or manages the sender is in copy as such."""
    return [e for e in people.enrolments.values() if e.unit != own.unit and not is_around(own, e)]


def _spoken_of(mail: Mail, said: str, known: Collection[Enrolment]) -> list[Enrolment]:
    """Whom it went to, too, or whom it names: in full, or by a first name that only one of them has."""
    to = set(mail.to)
    full = [
        e
        for e in known
        if not to.isdisjoint(e.practitioner.addresses) or found_in(e.practitioner.name, said) is not None
    ]
    firsts = Counter(_first(e) for e in known)
    return full or [e for e in known if firsts[_first(e)] == 1 and re.search(rf"\b{re.escape(_first(e))}\b", said)]


def _bearer(
    file: Document, own: Enrolment, known: Collection[Enrolment], spoken: Collection[Enrolment]
) -> Enrolment | None:
    """Whose name a file bears: the sender's, or that of one other; None of none, and of several."""
    stem = stem_of(file)
    mine = re.search(rf"\b{re.escape(_first(own))}\b", stem, re.IGNORECASE) is not None
    bears = [e for e in known if found_in(e.practitioner.name, stem) is not None]
    bears = bears or [e for e in spoken if re.search(rf"\b{re.escape(_first(e))}\b", stem, re.IGNORECASE)]
    if mine:
        return own if not bears else None
    return bears[0] if len({e.practitioner.address for e in bears}) == 1 else None


def _says_each(said: str, other: Enrolment) -> bool:
    """Whether each one's own report is here: “mine and Sam's”, “both our reports” where it names Sam."""
    theirs, between = rf"\b{_called(other)}['’]s\b", rf"[^.!?\n]{{0,25}}?{_AND}\b[^.!?\n]{{0,15}}?"
    pairs = rf"\b{_MY}\b{between}{theirs}|{theirs}{between}\b{_MY}\b"
    return bool(_OURS.search(said) or re.search(pairs, said, re.IGNORECASE))


def _brings_only(said: str, other: Enrolment) -> bool:
    """Whether words say that it is this one's report, and none of the sender's."""
    theirs = rf"{_BRINGS}\b[^.!?\n]{{0,20}}?\b{_called(other)}['’]s (?:\w+ ){{0,2}}{_SENT}\b"
    found = re.search(theirs, said, re.IGNORECASE) or _HIS.search(said)
    return found is not None and not _OWN.search(said)


def _says_only_whose(sentence: str, others: Iterable[Enrolment]) -> bool:
    return len(sentence.split()) <= SHORT and any(_says_each(sentence, e) for e in others)


def _called(one: Enrolment) -> str:
    return rf"(?:{re.escape(one.practitioner.name)}|{re.escape(_first(one))})"


def _first(one: Enrolment) -> str:
    return one.practitioner.name.split()[0] if one.practitioner.name.split() else one.unit


def _names(others: Iterable[Enrolment]) -> str:
    return " and ".join(e.practitioner.name for e in others)


def _files(mail: Mail, places: Iterable[int]) -> str:
    return ", ".join(mail.files[p].name for p in places)


def _offered(others: Iterable[Enrolment]) -> str:
    """The first whose it can be made with a click; who rests has to go on before."""
    return next((e.practitioner.address for e in others if e.status is Status.ACTIVE), "")


def _held(found: Owners, hold: Hold) -> tuple[ReportsAskedAbout, ...]:
    """Nobody else is chased for what may be their own report, while the team is asked."""
    held = (hold(e) for e in found.others if e.status is Status.ACTIVE)
    return tuple(x for x in held if x is not None)


def _but(mail: Mail, places: Collection[int]) -> tuple[int, ...]:
    return tuple(p for p in range(len(mail.files)) if p not in places)
