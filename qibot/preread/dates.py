"""The days that a text names, so that they can be held against each other however they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qibot.expression import expression
from qibot.preread.amounts import DAY

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_OF_A_MONTH = 28  # from which on it is the month's end, as the month without a day is
_BY_NAME = expression(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?\b(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
    r"(?:,? (?:20|['’])(?P<year>\d\d))?",
    re.IGNORECASE,
)
_BY_FIGURES = expression(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?:20)?(?P<year>\d\d)")


@dataclass(frozen=True, slots=True)
class Date:
    """A day as far as it is named: its month or season, its year, and its day where that isn't the last one."""

    season: str
    year: str = ""
    day: int = 0

    def may_be(self, other: Date) -> bool:
        """Whether both could be the same: what one of them leaves out says nothing against it."""
        years = not (self.year and other.year) or self.year == other.year
        days = not (self.day and other.day) or self.day == other.day
        return self.season == other.season and years and days


def dates_in(text: str) -> frozenset[Date]:
    """Each day that is named."""
    return frozenset(_date(found[0]) for found in DAY.finditer(text))


def are_others(before: frozenset[Date], now: frozenset[Date]) -> bool:
    """Whether one day has gone and another one has come: what is merely left out or added is wording."""
    gone = [day for day in before if not any(day.may_be(other) for other in now)]
    come = [day for day in now if not any(day.may_be(other) for other in before)]
    return bool(gone and come)


def _date(said: str) -> Date:
    if found := _BY_FIGURES.fullmatch(said):
        month = _MONTHS[min(max(int(found["month"]), 1), len(_MONTHS)) - 1]
    elif found := _BY_NAME.fullmatch(said):
        month = found["month"].lower()
    else:
        plain = re.sub(r"^(?:by|before|until|in|over|during|end of)\s+|\bthe\b|\bend of\b|\bof\b|,", " ", said.lower())
        return Date(" ".join(plain.split()))
    day = int(found["day"] or 0)
    return Date(month, found["year"] or "", 0 if day >= _LAST_OF_A_MONTH else day)
