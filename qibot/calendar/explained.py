"""Times for which it is known why nothing comes: circumstances that hold, what the team has granted for them, and
months that the programme leaves out.
Nobody is asked why they are silent meanwhile (docs/calendar.md, 6 to 8). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from qibot.calendar.almanac import Almanac
from qibot.model import Case, InQuestion, Terms


@dataclass(frozen=True, slots=True)
class Explained:
    """From the first to the last day; `month` is that of the report that was let off or put off, in which circumstances
    were told that still wait for the team's word, or one that the programme leaves out."""

    first: date
    last: date
    month: date


def explained(case: Case, almanac: Almanac) -> list[Explained]:
    """What is known about reports that haven't come in, and the months in which none is due, the earliest first."""
    missing = [t for t in case.all(Terms).values() if case.report(t.number) is None]
    held = (_of_hold(almanac, t) for t in missing)
    granted = (_granted(case, almanac, t) for t in missing if t.number in almanac.numbers(case))
    free = (Explained(month, _last(month), month) for month in almanac.left_out(case))
    return sorted((x for x in (*held, *granted, *free) if x), key=lambda x: x.first)


def _last(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _of_hold(almanac: Almanac, terms: Terms) -> Explained | None:
    if terms.held_since is None:
        return None
    day = almanac.day(terms.held_since)
    return Explained(day, almanac.held_until(terms.held_since), day.replace(day=1))


def _granted(case: Case, almanac: Almanac, terms: Terms) -> Explained | None:
    """What was granted begins behind the deadline before it: nobody's silence now is explained by a report of next
    year."""
    if not (terms.until or terms.excused):
        return None
    number = terms.number
    before = almanac.cohort_deadline(case, number - 1) if number > 1 else almanac.first_day(case) - timedelta(days=1)
    last = almanac.deadline(case, number)
    last = max(last, almanac.day(terms.excused)) if terms.excused else last
    return Explained(before + timedelta(days=1), last, almanac.cohort_deadline(case, number).replace(day=1))


def asked_about(case: Case, almanac: Almanac) -> list[Explained]:
    """The same of mails of which it is asked whether they say why."""
    asked = ((almanac.day(x.since), almanac.asked_until(x)) for x in case.all(InQuestion).values())
    return [Explained(first, last, date.min) for first, last in asked]


def leaving(times: Iterable[Explained], almanac: Almanac, day: date, today: date) -> date:
    """The day of a letter that has this one: behind such a time if it would leave within it."""
    free = at = max(day, today)
    for time in sorted(times, key=lambda x: x.first):
        if time.first <= free <= time.last:
            free = almanac.workdays.after(time.last, 1)
    return day if free == at else free


def counted_from(times: Iterable[tuple[date, date]], since: date, length: int) -> date:
    """The day from which a silence counts that began on this one: the last of each time (first and last day) that
    begins before it would be too long."""
    for first, last in sorted(times):
        if first <= since + timedelta(days=length):
            since = max(since, last)
    return since
