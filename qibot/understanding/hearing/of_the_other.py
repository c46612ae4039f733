"""What a mentor or a manager says of another practitioner of theirs beside this one: “Well done Jo. Sam is off ill.”

People answer the letter that lies on top, thank whom it is about and go on about somebody else. So it is told sentence
by sentence, by who is on record: whoever else the sender mentors or manages, also where that enrolment rests.

A sentence that names both is told clause by clause, and a clause that names both, or says it of the other “too”, is
nobody's alone: that is this one's, in whose matter it stands. Who covers tells nothing of themselves there, and of “he”
behind both names nobody can tell.

| it is | and what speaks of the other | becomes |
|---|---|---|
| for the team | is why, and the rest isn't | the same about the other one; to the team alone where theirs rests |
| a manager's word that the practitioner reads | is no pointer to them, nor said to the practitioner | asked about |
| a manager's word to the mentor alone | the same, of somebody whom that mentor hasn't | the same |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from qibot.calendar import Almanac
from qibot.events import AimUnclear, Arrival, CircumstancesReported, Event, MessageReceived, SupportNeeded
from qibot.events import ToldInConfidence as Confided
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Role, Status
from qibot.understanding.hearing.whom_else import asked_for_whom, called_here, kept_there, plain_names
from qibot.understanding.managers.about_whom import COVERS, told_of_them
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.meaning import MOST_CHARACTERS, sentences
from qibot.understanding.names.naming import names_of_person, words_of
from qibot.understanding.persons.let_out import tells_of
from qibot.understanding.persons.spoken_to import have_it

LAID = SupportNeeded | AimUnclear | CircumstancesReported | Confided
_HE = expression(r"\b(?:he|she|him|his|her|hers|himself|herself)\b|\bs?he['’]\w+", re.IGNORECASE)
# “I already have Priya”: of their own time, and nothing of her.
_HAVE = expression(r"\bI(?:['’]ve)?(?: already| also| still)? (?:have|got|had|mentor|look after)\b", re.IGNORECASE)
# Where one clause ends and the next begins; “Jo and Sam” is no such end.
_CLAUSE = expression(
    r"[,;:–—()]|\s-\s|(?<=\w)\s+(?=(?:and|but|so|while|whereas|although|though|because|since)\b)", re.IGNORECASE
)
_COVERS, _WHO = expression(rf"\b{COVERS}", re.IGNORECASE), expression(r"\s*(?:who|whose)\b", re.IGNORECASE)
_TOGETHER = expression(r"\b(?:and|&)", re.IGNORECASE)
_TOO = expression(
    r"\b(?:too|as well|also|both|neither|nor|either|likewise|same|together|each)\b"
    r"|\bso (?:is|has|was|did|does|will|are|have)\b",
    re.IGNORECASE,
)
_TO_READER = expression(r"\b(?:you|your|yours|you['’]\w+|please)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parted:
    """Of whom else a mail speaks, in which of its sentences, and what else it says; and whether one names both."""

    others: Sequence[Part]
    theirs: Sequence[str]
    rest: Sequence[str]
    shared: bool


def of_the_other(event: Event, arrival: Arrival, context: Context, case: Case, role: Role, almanac: Almanac) -> Event:
    """The event; of what is for the team by what it says of another one, the same in that one's matter."""
    if role not in (Role.MENTOR, Role.MANAGER) or not isinstance(event, LAID) or event.unit != case.unit:
        return event
    found = parted(arrival.mail, context, case, alone=True)
    if (
        not (found.others and found.theirs)
        or kept_there(_alone(arrival, found.rest), context, Part(role, case), almanac) is not None
    ):
        return event
    if role is Role.MENTOR and found.theirs and _HAVE.search(found.theirs[0]):
        return event
    part = found.others[0]
    kept = kept_there(_alone(arrival, found.theirs), context, part, almanac) if len(found.others) == 1 else None
    if kept is None and found.shared:
        return event
    if isinstance(kept, LAID) and part.case.enrolment.status is Status.ACTIVE:
        return replace(kept, arrival=event.arrival)
    return told_of_them(event.arrival, part)


def unless_of_another(event: Event, arrival: Arrival, context: Context, case: Case, almanac: Almanac) -> Event:
    """The event of a manager's talk; the question for whom it is, where it tells one practitioner of another."""
    if not isinstance(event, MessageReceived) or event.role is not Role.MANAGER or have_it(event, case, Role.MANAGER):
        return event
    found = parted(arrival.mail, context, case)
    mentor = case.enrolment.mentor
    others = [p for p in found.others if event.to is not Role.MENTOR or not _is_theirs(p, mentor.addresses)]
    if not others:
        return event
    names = names_of_person(mentor)
    said = [x for x in found.theirs if not _TO_READER.search(x) or names & words_of(x) or event.to is Role.MENTOR]
    if not tells_of(said, [p.case.enrolment for p in others], case):
        return event
    return asked_for_whom(arrival, context, case, Role.MANAGER, [(p, None) for p in others], almanac)


def of_whom(event: Event | None, arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """The event of a manager's mail that answers nothing, looked at so."""
    case = context.case_of(Role.MANAGER, getattr(event, "unit", ""))
    if event is None or case is None:
        return event
    event = of_the_other(event, arrival, context, case, Role.MANAGER, almanac)
    return unless_of_another(event, arrival, context, case, almanac)


def _is_theirs(part: Part, mentor: Sequence[str]) -> bool:
    return not set(part.case.enrolment.mentor.addresses).isdisjoint(mentor)


def parted(mail: Mail, context: Context, case: Case, *, alone: bool = False) -> Parted:
    """What a mail says of others whom its sender mentors or manages, and what else; `alone` where a sentence that names
    this one, too, is theirs only in the clauses that don't."""
    here, said = called_here(case), mail.own_text[:MOST_CHARACTERS]
    theirs = (p for p in context.parts if p.case.unit != case.unit and p.role in (Role.MENTOR, Role.MANAGER))
    known = [(p, names) for p in theirs if (names := names_of_person(p.case.enrolment.practitioner) - here)]
    known = [(p, names) for p, names in known if names & plain_names(said)]
    others = frozenset().union(*(names for _, names in known))
    around = frozenset().union(*(names_of_person(p.case.enrolment.practitioner) for p, _ in known))
    own = names_of_person(case.enrolment.practitioner) - around
    parts: dict[bool, list[str]] = {True: [], False: []}
    spoken = shared = False
    for one in sentences(said) if known else ():
        if alone and _names(own, one) and others & plain_names(one):
            theirs_in, rest_in, spoken = _by_clause(one, own, others)
            shared = True
            parts[True] += theirs_in
            parts[False] += rest_in
            continue
        named = bool(others & plain_names(one))
        spoken = named or (spoken and not here & words_of(one) and _HE.search(one) is not None)
        parts[spoken].append(one)
    return Parted(list({p.case.unit: p for p, _ in known}.values()), parts[True], parts[False], shared)


def _by_clause(sentence: str, own: frozenset[str], others: frozenset[str]) -> tuple[list[str], list[str], bool]:
    """What a sentence that names both says of the other alone, and what of this one; whether it ends with the other."""
    theirs: list[str] = []
    rest: list[str] = []
    met = spoken = last = False  # this one has been named; it speaks of the other, whose name was the last
    for piece in _clauses(sentence, own | others):
        mine, named = _names(own, piece), bool(others & plain_names(piece))
        met = met or mine
        goes_on = spoken and _HE.search(piece) is not None
        of_them = not mine and (named or goes_on or (last and _WHO.match(piece) is not None))
        if mine or named:
            said = [w for w in re.findall(r"[^\W\d_]+", piece.casefold()) if w in own | others]
            last = bool(said) and said[-1] in others
        spoken = of_them
        if (met and goes_on and not named) or (_COVERS.search(piece) and (mine or named)):
            continue
        (theirs if of_them else rest).append(piece)
    return theirs, rest, spoken and not met


def _names(names: Collection[str], said: str) -> bool:
    """Whether it names somebody so; a name that is a word, too, also where it opens."""
    first = next((w for w in re.findall(r"[^\W\d_]+", said)), "")
    return not plain_names(said).isdisjoint(names) or (first[:1].isupper() and first.casefold() in names)


def _clauses(sentence: str, names: Collection[str]) -> Iterable[str]:
    """A sentence's clauses; the sentence itself where it says the same of both."""
    if _TOO.search(sentence):
        return (sentence,)
    found: list[str] = []
    for piece in _CLAUSE.split(sentence):
        last = re.findall(r"[^\W\d_]+", found[-1])[-1:] if found else []
        if last and _TOGETHER.match(piece) and last[0].casefold() in names:
            found[-1] += f" {piece}"  # “Jo and Sam”
        elif piece.strip():
            found.append(piece)
    return found


def _alone(arrival: Arrival, said: Sequence[str]) -> Arrival:
    """The arrival as if these sentences were all that it says."""
    return replace(arrival, mail=replace(arrival.mail, text="\n".join(said), html=""))
