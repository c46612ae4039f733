"""“Give Robin a break till 12 April”: time for the report in question, or a rest of the enrolment?

A rest (`PAUSE`) has no end, so that somebody would have to think of it on that day; more time ends by itself. So where
the break is over before another report is due it is more time for this one. Where others fall into it neither word does
what is said, and it is asked back.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from qibot.calendar import Almanac
from qibot.model import Case
from qibot.understanding.days.short_days import days_named

_BREAK = (
    r"\b(?:give|gie|let|allow|grant) (?:her|him|them|NAME) (?:have |take )?(?:a |an |some |another |the )?(?:\w+ )?"
    r"(?:break|rest|breather|breathing space|pause|time out|respite)\b[^.!?;]{0,30}?\b(?:un)?(?:till?|['’]til) "
)


def is_break_until(text: str, case: Case) -> bool:
    """Whether it gives the practitioner a break until some day."""
    return _pattern(case.enrolment.practitioner.name).search(" ".join(text.split())) is not None


def break_ends(text: str, case: Case, number: int, almanac: Almanac, today: date) -> date | None:
    """The day until which such a break gives time for this report; None where that can't be told, or where another one
    falls due before."""
    days = {one.day for one in days_named(" ".join(text.split()), today)}
    if len(days) != 1 or number not in almanac.owed(case):
        return None
    (day,) = days
    others = [almanac.deadline(case, n) for n in almanac.owed(case) if n != number]
    due = almanac.deadline(case, number)
    return day if day > due and not any(due < other <= day for other in others) else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    called = "|".join(map(re.escape, sorted({name, *name.split()}, key=len, reverse=True))) or "(?!)"
    return re.compile(_BREAK.replace("NAME", f"(?:{called})"), re.IGNORECASE)
