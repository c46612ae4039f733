"""“Give Robin a break till 12 April”: time for the report in question, or a rest of the enrolment?

A rest (`PAUSE`) has no end, so that somebody would have to think of it on that day; more time ends by itself. So where
the break is over before another report is due it is more time for this one. Where others fall into it neither word does
what is said, and it is asked back; so is a break that isn't the whole of an order: one that is refused, another's wish,
or bound to a condition.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from qibot.calendar import Almanac
from qibot.model import Case
from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import sentences
from qibot.understanding.team.letting_off import ENDS, LED, follows, unsettles

_REST = (
    r"(?:have |take )?(?:a |an |some |another |the )?(?:\w+ )?"
    r"(?:break|rest|breather|breathing space|pause|time out|respite)\b"
)
_UNTIL = r"(?:until|till?|['’]til) "
_GIVE = r"(?:give|gie|giving|gave|given|let|allow|grant)"
_BREAK = rf"\b{_GIVE} (?:\w+ ){{1,3}}?{_REST}[^.!?;]{{0,30}}?\b{_UNTIL}"
_ORDER = (
    rf"\W*{LED}(?:(?:we|you) (?:can|could|will|should) |we['’]ll |let['’]?s )?(?:give|gie|let|allow|grant)"
    rf" (?:her|him|them|NAME) {_REST}(?: from (?:it|the reports?|reports|it all|the programme))?"
    rf" {_UNTIL}(?:the )?DAY{ENDS}"
)


def is_break_until(text: str) -> bool:
    """Whether it speaks of giving somebody a break until some day."""
    return _speaks().search(" ".join(text.split())) is not None


def break_ends(text: str, case: Case, number: int, almanac: Almanac, today: date) -> date | None:
    """The day until which such a break, in an order that is all that is said, gives time for this report; None where
    that can't be told, or where another one falls due before."""
    days = {one.day for one in days_named(" ".join(text.split()), today)}
    if len(days) != 1 or number not in almanac.owed(case) or not _orders(text, case.enrolment.practitioner.name, today):
        return None
    (day,) = days
    others = [almanac.deadline(case, n) for n in almanac.owed(case) if n != number]
    due = almanac.deadline(case, number)
    return day if day > due and not any(due < other <= day for other in others) else None


def _orders(text: str, name: str, today: date) -> bool:
    """Whether one sentence is all of such an order, and no other one takes it back."""
    said = [" ".join(one.split()) for one in sentences(text)]
    found = [_pattern(name).fullmatch(_without_days(one, today)) for one in said]
    behind = [one["behind"] for one in found if one]
    others = [one for one, order in zip(said, found, strict=True) if not order]
    return len(behind) == 1 and follows(behind[0]) and not any(map(unsettles, others))


def _without_days(sentence: str, today: date) -> str:
    for one in reversed(days_named(sentence, today)):
        sentence = f"{sentence[: one.start]}DAY{sentence[one.end :]}"
    return sentence


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(_BREAK, re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    called = "|".join(map(re.escape, sorted({name, *name.split()}, key=len, reverse=True))) or "(?!)"
    return re.compile(_ORDER.replace("NAME", f"(?:{called})"), re.IGNORECASE)
