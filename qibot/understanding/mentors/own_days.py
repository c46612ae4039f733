"""From when until when an illness, a loss or a trouble keeps the mentor who writes of it, and nobody else.

A mail that tells of the practitioner's trouble has days, too, and nearly the same words. So each clause is looked at:

| the days stand in a clause | they are |
|---|---|
| of its writer, now or to come, that says what keeps them: “I'm in hospital until Friday” | its writer's |
| without anybody, behind such a one, or before anybody is spoken of: “off sick until Monday” | its writer's |
| of somebody else, or without anybody behind one of them: “Jo is pregnant and will be off for nine weeks” | nobody's |
| of what is over: “I was in hospital for two weeks” | nobody's |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from qibot.expression import expression
from qibot.understanding.days.naming_days import length_in, plainer
from qibot.understanding.meaning import sentences
from qibot.understanding.mentors.leave_words import words_in
from qibot.understanding.phrases.leave import FARTHEST, leave_days

_ENDS = expression(r"[,;:()](?=\s)|\s[-–—]+\s|—|\b(?:and|but|so|because|as|since|which|who)\b", re.IGNORECASE)
_CALLED = "hi hiya hello hey dear morning sorry thanks thank you cheers all both team there"
_CALLS = frozenset(_CALLED.split())
_THIRD = """
    she she's she'll she'd her hers herself he he's he'll he'd him his himself they they're they've they'll them their
    someone somebody you you're you've you'll your
"""
_OTHERS = frozenset(_THIRD.split())
_NOW = expression(
    r"\b(?:i['’]?m|i am|i['’]?ll|i will|i shall|i can['’]?t|i cannot|i can ?not|i won['’]?t|i need|i have to|i must"
    r"|i may|i might|i should|i go|i start|i return|i(?:['’]ve| have) (?:just |now |also )*(?:to\b|had to"
    r"|been (?:\w+ )?(?:signed|told|put|given|ordered|advised|referred|admitted|sectioned|sent|laid|taken|kept)"
    r"|broken|fractured|torn|hurt|snapped|smashed|slipped|done my)|we['’]re|we are|we['’]ll|we will)(?!\w)",
    re.IGNORECASE,
)
# Where others do it: “they've signed me off for a month”; and what one does for somebody: “I'm with her until Friday”.
_TO_ME = expression(
    r"\b(?:sign\w*|keep\w*|kept|laid|ordered|put|admit\w*|want) me (?:off|in|up|to|under|on|for)\b", re.IGNORECASE
)
_FOR_THEM = expression(
    r"\b(?:i['’]?m|i am|i['’]ll be|i will be|i have to be|i need to be)(?: (?:off|away|at home|here|now))*"
    r" (?:with|looking after|caring for|nursing|sitting with|beside) (?:her|him|them)\b",
    re.IGNORECASE,
)
_MINE = expression(r"\b(?:i|i['’]?(?:m|ve|ll|d)|we|we['’](?:re|ve|ll|d))\b", re.IGNORECASE)
_OVER = expression(
    r"\b(?:was|were|had(?! to)|did|went|spent|took|been (?!signed|told|put|given|ordered|advised|referred|admitted"
    r"|sectioned|sent|laid|taken|kept)[^.!?]*\bfor|back (?:now|at work|today|again)|just back|on the mend|ago)\b",
    re.IGNORECASE,
)
# Somebody is told of by a name that nobody knows, or as a thing: “I hear Karen is off until Friday”.
_OF_A_THIRD = expression(
    r"\b(?!it\b|that\b|this\b|what\b)(?:\w+ (?:is|has|isn['’]?t|hasn['’]?t)"
    r"|\w+['’]s (?:off|in|on|been|away|out|got|having|going|signed))\b",
    re.IGNORECASE,
)
_KEPT = expression(
    r"\b(?:off|away|out|leave|sick|ill|hospital|ward|infirmary|bed|rest\w*|recover\w*|convalesc\w*|plaster|surgery"
    r"|operation|theatre|treatment|therapy|rehab|refuge|court|custody|jail|back|return\w*|can['’]?t|cannot|won['’]?t"
    r"|unable|not|no|signed|laid|with (?:my|her|him|them)|looking after|caring for|nursing|burying|funeral)\b",
    re.IGNORECASE,
)


def days_of_own(
    said: str, names: frozenset[str], troubled: Callable[[str], bool], today: date
) -> tuple[date, date] | None:
    """The first and the last day of what keeps its writer; None where nobody can tell. `names` are those of others, in
    small letters; `troubled` says whether words tell of such a trouble."""
    for one in _told_of_self(said, names):
        if (_KEPT.search(one) or troubled(one)) and (span := _span(one, today)) is not None:
            return span
    return None


def _told_of_self(said: str, names: frozenset[str]) -> Iterator[str]:
    """Sentence by sentence, what the clauses say that are the writer's, as they stand."""
    own = True
    for sentence in sentences(said):
        kept: list[str] = []
        for clause, end in _clauses(sentence):
            words = words_in(clause)
            if not words or words <= names | _CALLS:  # “Hi Jo,”
                continue
            of_self, own = _is_own(clause, words, names, before=own)
            if of_self:
                kept.append(clause + end)
        yield "".join(kept)


def _is_own(clause: str, words: set[str], names: frozenset[str], *, before: bool) -> tuple[bool, bool]:
    """Whether a clause is its writer's, of now or to come, and whether what follows without anybody is; `before` says
    so of what follows the one before it."""
    over = _OVER.search(clause) is not None
    if not words.isdisjoint(names):
        return False, False
    if _FOR_THEM.search(clause):
        return not over, False
    others = not words.isdisjoint(_OTHERS)
    if _TO_ME.search(clause) and words.isdisjoint({"she", "he"}):
        return not over, True
    if others or _OF_A_THIRD.search(clause):
        return False, False
    if _MINE.search(clause):
        return _NOW.search(clause) is not None and not over, True
    return before and not over, before


def _clauses(sentence: str) -> Iterator[tuple[str, str]]:
    """Its clauses, each with what parts it from the next."""
    start = 0
    for found in _ENDS.finditer(sentence):
        yield sentence[start : found.start()], found[0]
        start = found.end()
    yield sentence[start:], ""


def _span(said: str, today: date) -> tuple[date, date] | None:
    plain = plainer(" ".join(said.split()))
    leave = leave_days(plain, today)
    first = leave.first or today
    last = leave.last or (leave.back - timedelta(days=1) if leave.back else None)
    if last is None and (length := length_in(plain)) is not None:
        last = first + timedelta(days=length.days - 1)
    return (first, last) if last is not None and today <= first <= last <= today + FARTHEST else None
