"""When things are due. A day that something is due on ends at the next midnight in the programme's time zone.

Deadlines are days, moments are aware datetimes; `end_of` is the first moment that is too late (guidance, section 3).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from qibot.config import Cohort, Programme


def month_of(cohort: Cohort, number: int) -> date:
    """The first day of report `number`'s month (from 1): the number-th of the cohort that isn't skipped."""
    months = cohort.first.year * 12 + cohort.first.month - 1
    for _ in range(number - 1):
        months = _not_skipped(cohort, months) + 1
    months = _not_skipped(cohort, months)
    return date(months // 12, months % 12 + 1, 1)


def _not_skipped(cohort: Cohort, months: int) -> int:
    while f"{months // 12:04}-{months % 12 + 1:02}" in cohort.skipped_months:
        months += 1
    return months


def due_day(cohort: Cohort, number: int, programme: Programme) -> date:
    """The day by whose end report `number` (from 1) is due: the programme's day of its month, or where it was moved."""
    return cohort.moved.get(number) or month_of(cohort, number).replace(day=programme.deadline_day)


def end_of(day: date, zone: tzinfo) -> datetime:
    """The first moment after this day in the zone: what arrives then or later is late."""
    return datetime.combine(day + timedelta(days=1), time(), zone)


def is_late(arrived: datetime, day: date, zone: tzinfo) -> bool:
    """Whether something that arrived at this moment missed the end of the day."""
    return arrived >= end_of(day, zone)


def feedback_day(arrived: datetime, programme: Programme) -> date:
    """The day by whose end the mentor's answer is due: calendar days after the arrival (guidance, section 1)."""
    return arrived.astimezone(programme.zone).date() + timedelta(days=programme.feedback_days)
