"""The end of an enrolment: a closing letter, then silence (docs/calendar.md, 10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar.almanac import Almanac
from qibot.calendar.steps.step import Step, recorded, written
from qibot.model import CHARTER, Case, Put, Report, Status


def closing_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """The closing letter; the enrolment is completed with it."""
    key = f"close/{case.unit}"
    if recorded(case, key):
        return []
    reports = [r for r in case.all(Report).values() if r.number != CHARTER]
    answers = [almanac.day(r.answered) for r in reports if r.answered]
    if answers and not case.pending() and not almanac.owed(case):
        last = max(answers)
        day, reason = almanac.workdays.after(last, 1), f"the last report was answered on {written(last)}"
    else:
        waiting = (r.feedback_due for r in case.pending())
        end = max([*almanac.deadlines(case).values(), *waiting])
        day = almanac.workdays.on_or_after(end + timedelta(days=almanac.calendar.close_after_days))
        reason = f"the last thing was due on {written(end)}"
    return [
        Step(
            "close_cohort", key, 0, day, ("practitioner", "mentor"), "the last report is done", reason,
            facts={"reports": len(reports)},
            changes=(Put(replace(case.enrolment, status=Status.COMPLETED)),) if day <= today else (),
        )
    ]  # fmt: skip
