"""Working days and months, as docs/calendar.md counts them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

from tests.support.simulator.programme import World


@cache
def bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="SCT", years=year))


@cache
def is_working(day: date, extra: frozenset[date], removed: frozenset[date]) -> bool:
    if day.weekday() in (5, 6) or day in extra:
        return False
    return day in removed or day not in bank_holidays(day.year)


def working(w: World, day: date) -> bool:
    return is_working(day, w["extra_holidays"], w["removed_holidays"])


def days(n: int) -> timedelta:
    return timedelta(days=n)


def on_or_after(w: World, day: date) -> date:
    while not working(w, day):
        day += days(1)
    return day


def on_or_before(w: World, day: date) -> date:
    while not working(w, day):
        day -= days(1)
    return day


def working_days_after(w: World, day: date, n: int) -> date:
    while n > 0:
        day += days(1)
        if working(w, day):
            n -= 1
    return day


def working_days_between(w: World, early: date, late: date) -> int:
    n = 0
    while early < late:
        early += days(1)
        if working(w, early):
            n += 1
    return n


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
