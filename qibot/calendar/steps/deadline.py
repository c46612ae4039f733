"""Courtesy reminders before the deadline, to those who still owe the report (docs/calendar.md, 1)."""

from __future__ import annotations

from datetime import date, timedelta

from qibot.calendar.almanac import Almanac
from qibot.calendar.steps.step import Step, recorded, written
from qibot.model import Case


def deadline_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """The reminders that are open; of several that are due, the one nearest to the deadline makes the others old."""
    steps: list[Step] = []
    days = sorted(almanac.calendar.remind_days_before, reverse=True)
    deadlines = almanac.deadlines(case)
    for deadline, number in sorted((deadlines[n], n) for n in almanac.owed(case)):
        keys = [f"deadline/{case.unit}/{number}/{deadline}/{d}" for d in days]
        if deadline < today and all(recorded(case, key) for key in keys):
            continue
        hold = almanac.hold_ends(case, number)
        free = almanac.workdays.after(hold, 1) if hold else date.min
        leaving = [max(free, almanac.workdays.on_or_before(deadline - timedelta(days=d))) for d in days]
        steps += _of(case, number, deadline, list(zip(days, leaving, strict=True)), today)
        if leaving and leaving[0] > today and hold is None and not recorded(case, keys[0]):
            break  # what is due later needs no look before this one
    return steps


def _of(case: Case, number: int, deadline: date, reminders: list[tuple[int, date]], today: date) -> list[Step]:
    steps = []
    for place, (before, day) in enumerate(reminders):
        key = f"deadline/{case.unit}/{number}/{deadline}/{before}"
        if recorded(case, key):
            continue
        nearer = [later for _, later in reminders[place + 1 :] if later <= max(today, day)]
        steps.append(
            Step(
                "remind_deadline",
                key,
                number,
                day,
                ("practitioner",),
                f"reminder {before} days before the deadline",
                f"report {number} is due on {written(deadline)} and hasn't come in",
                last=min(deadline, *(later - timedelta(days=1) for later in nearer)) if nearer else deadline,
                facts={"deadline": deadline.isoformat()},
            )
        )
    return steps
