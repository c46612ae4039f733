"""Where a text speaks of a date: the first spelling in it, and what stands beside that and says the same day."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from qibot.understanding.days.reckoning import monday
from qibot.understanding.days.spellings import ROWS

BACK = 60  # days past that a date without a year may be


@dataclass(frozen=True, slots=True)
class Part:
    """One date found in the text: how it is written and what day it is, as said on a day."""

    kind: str
    match: re.Match[str]
    meaning: Callable[[re.Match[str], date, int], date]

    def agrees(self, mine: date, other: date) -> bool:
        """Whether the day that this one names goes with the phrase's own."""
        if self.kind == "weekday":
            return mine.weekday() == other.weekday()
        return monday(mine) == monday(other) if self.kind == "week" else mine == other


@dataclass(frozen=True, slots=True)
class Phrase:
    """Dates side by side that say the same day: “Friday 24 March”, “tomorrow (Friday)”."""

    parts: list[Part]

    @property
    def start(self) -> int:
        return self.parts[0].match.start()

    @property
    def end(self) -> int:
        return self.parts[-1].match.end()

    @property
    def main(self) -> Part:
        """The one that says most: not a weekday or a week beside a date."""
        return min(self.parts, key=lambda part: ("weekday", "week").count(part.kind))

    @property
    def kind(self) -> str:
        return self.main.kind

    def said(self, group: str) -> str:
        """What stands in this group of the main spelling."""
        return self.main.match.groupdict().get(group) or ""

    def day(self, today: date, back: int = BACK) -> date | None:
        """The day, as said on the day `today`; None where there is none, or its parts name several."""
        with suppress(ValueError, OverflowError):
            day = self.main.meaning(self.main.match, today, back)
            if all(part.agrees(part.meaning(part.match, today, back), day) for part in self.parts):
                return day
        return None


def first_phrase(plain: str, *, dash: bool) -> Phrase | None:
    """The first date in a plain text; `dash` lets a weekday stand beside it with a dash between."""
    part = _first(plain, 0)
    parts = []
    while part:
        parts.append(part)
        part = _first(plain, parts[-1].match.end())
        if part and not _beside(plain, parts[-1], part, dash):
            break
    return Phrase(parts) if parts else None


def _beside(plain: str, one: Part, two: Part, dash: bool) -> bool:
    gap = plain[one.match.end() : two.match.start()]
    joined = gap in ("", " ") or (dash and gap in ("-", " - ", "- ", " -") and "weekday" in (one.kind, two.kind))
    return joined and two.match["before"] in ("", "on ", "the ", "on the ")


def _first(plain: str, start: int) -> Part | None:
    """The first date after `start`: the longest reading of what comes first. What only looks like a date is passed."""
    while found := [(m, row) for row in ROWS if (m := row[1].search(plain, start))]:
        match, (kind, _, meaning) = min(found, key=lambda f: (f[0].start(), f[1][0] != "none", -f[0].end()))
        if kind != "none":
            return Part(kind, match, meaning)
        start = match.end()
    return None
