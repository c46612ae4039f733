"""What an enrolment owes at a moment: which reports, by which day, and whether one that comes now is late. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from qibot.calendar.almanac import Almanac
from qibot.calendar.deadlines import is_late
from qibot.model import CHARTER, Case


def late(case: Case, almanac: Almanac, number: int, arrived: datetime) -> bool:
    """Whether report `number` is late when it arrives at this moment; what the team accepted counts."""
    due = deadline(case, almanac, number)
    return due is not None and is_late(arrived, due, almanac.zone)


def deadline(case: Case, almanac: Almanac, number: int) -> date | None:
    """The day by whose end this practitioner owes a report; the charter's, where the cohort has one for it."""
    return almanac.charter_due(case) if number == CHARTER else almanac.deadline(case, number)


def owed_now(case: Case, almanac: Almanac, now: datetime) -> list[int]:
    """The reports that are owed and whose time has come: the deadline before theirs is past."""
    current = current_number(case, almanac, now) or almanac.numbers(case)[-1]
    return [n for n in almanac.owed(case) if n <= current]


def current_number(case: Case, almanac: Almanac, now: datetime) -> int | None:
    """The report whose deadline for the cohort is next; None when all deadlines are past."""
    for number in almanac.numbers(case):
        if not is_late(now, almanac.cohort_deadline(case, number), almanac.zone):
            return number
    return None


def delayed_report(case: Case, number: int, today: date, almanac: Almanac) -> int | None:
    """The report that circumstances delay: the matter's own if it is owed, else the last one overdue, else the next."""
    owed = almanac.owed(case)
    if number in owed:
        return number
    over = [n for n in owed if almanac.deadline(case, n) < today]
    return over[-1] if over else next(iter(owed), None)


def is_report_due(case: Case, almanac: Almanac, today: date) -> bool:
    """Whether a report is overdue, or due within the days in which its writer is reminded of it."""
    soon = today + timedelta(days=max(almanac.calendar.remind_days_before, default=0))
    return any(almanac.deadline(case, n) <= soon for n in almanac.owed(case))
