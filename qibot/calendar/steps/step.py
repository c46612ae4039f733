"""One letter that the calendar calls for, and when."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from qibot.config import Reader
from qibot.model import Case, Change, Letter, Skipped

_MONTHS = tuple(month_name)  # looked up here, since `calendar` formats each anew


@dataclass(frozen=True, slots=True)
class Step:
    """`day` is the first on which it may leave, `last` the last one (None: it doesn't grow old).

    `rule` names the rule in docs/calendar.md, `reason` the dates and facts behind it, in a sentence.
    """

    name: str
    key: str
    number: int
    day: date
    to: tuple[Reader, ...]
    rule: str
    reason: str
    last: date | None = None
    copy: tuple[Reader, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()


def recorded(case: Case, key: str) -> bool:
    """Whether this step has been sent, promised or skipped."""
    tables = case.tables  # asked hundreds of times a look
    return key in tables.get(Letter.table, ()) or key in tables.get(Skipped.table, ())


def unit_of(key: str) -> str:
    """The enrolment that a step's key is about: kind, cohort, person, and what else tells it from others."""
    return "/".join(key.split("/")[1:3])


@lru_cache(maxsize=5_000)
def written(day: date) -> str:
    """A day within a sentence: 15 March 2026."""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"
