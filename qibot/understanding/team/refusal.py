"""The team's no: to a question whether to do something, and by naming the very day on which the report is due.

| the team says | becomes |
|---|---|
| “no, the 15th is the deadline for everybody”, “we have to stick to the 15th” | `DECLINE` |
| “not yet”, “leave it with me”, in answer to whether to escalate | a note: nothing is to be done |
"""

from __future__ import annotations

import re
from datetime import date

from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import said_in, sentences

LONG = 40  # words of such a refusal
_OF_REASON = re.compile(
    r"\b(?:circumstances?|exceptional|workload|reasons?|excuse|plea|extension|more time|extra time|leave isn|grace)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\W*(?:no+|nope|nah|naw|negative|not yet|not now|don['’]?t|please don['’]?t|let['’]?s not|best not|better not"
    r"|don['’]?t bother|hold off|leave it(?: for now| with (?:me|us))?|leave (?:her|him) (?:be|alone|for now)"
    r"|no (?:thanks|thank you|need)|no action(?: needed| required)?|you['’]?re (?:all right|fine))"
    r"(?:\W+(?:no+|nope|thanks|thank you|please|sorry|just now|yet|for now|at the moment|not (?:yet|now|this (?:week"
    r"|time|one))"
    r"|it['’]?s fine|you['’]?re (?:all right|fine)|action needed|need(?: to do anything| for that)?))*\W*",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:no|nope|not|never|sorry|afraid|unfortunately|cannot|stands?|stick\w*|stays?|remains?|still"
    r"|keep(?:ing)? to|holds?"
    r"|every(?:one|body)|(?:all|like) the (?:rest|others)|as (?:normal|usual|planned|it is)|same|applies|due|unchanged"
    r"|(?:has|have|needs?|ought|expected) to|must|deadline)\b|n['’]t\b",
    re.IGNORECASE,
)


def keeps_to(text: str, today: date, deadline: date) -> bool:
    """Whether it refuses more time by naming the day that is the deadline anyway, and no other."""
    if "?" in text or len(text.split()) > LONG:
        return False
    named = {one.day for one in days_named(" ".join(text.split()), today)}
    said = [one for one in sentences(text) if days_named(one, today)]
    return named == {deadline} and (_KEEPS.search(" ".join(said)) or _KEEPS.match(text.lstrip())) is not None


def refuses(text: str) -> bool:
    """Whether a few words say that nothing is to be done."""
    return _REFUSES.fullmatch(said_in(text, frozenset()).strip()) is not None


def speaks_of_reason(text: str) -> bool:
    """Whether it speaks of somebody's reason, which a no declines."""
    return _OF_REASON.search(text) is not None
