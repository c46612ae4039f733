"""Feedback that is owed: the mentor is reminded, but not while away; then team and practitioner are told
(docs/calendar.md, 3 to 5)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from qibot.calendar.almanac import Almanac
from qibot.calendar.away import back_after
from qibot.calendar.steps.step import Step, recorded, written
from qibot.model import CHARTER, Case, Report, Role, Seen, named


def feedback_steps(case: Case, almanac: Almanac, _today: date) -> list[Step]:
    """The steps of every report that waits for its mentor."""
    steps = [step for report in case.pending() for step in _of(case, almanac, report)]
    return [step for step in steps if not recorded(case, step.key)]


def _of(case: Case, almanac: Almanac, report: Report) -> list[Step]:
    calendar, workdays, due = almanac.calendar, almanac.workdays, report.feedback_due
    known = report.due_known or almanac.day(report.received)
    soon = workdays.on_or_before(due - timedelta(days=calendar.feedback_remind_days_before))
    late = workdays.after(due, calendar.feedback_remind_working_days_after)
    overdue = workdays.after(due, calendar.feedback_overdue_working_days)
    about = f"{case.unit}/{report.number}/{due}"
    reason = (
        f"{named(report.number)} came in on {written(almanac.day(report.received))}, feedback is due {written(due)}"
    )
    facts = {
        "feedback_due": due.isoformat(),
        "arrived": report.received.isoformat(),
        "over": False,
        "alone": case.is_unshown(report.number),
        "passed_on": _passed_on(case, report),
    }
    days = calendar.feedback_remind_days_before
    return [
        Step(
            "remind_feedback", f"feedback-soon/{about}", report.number, back_after(case, almanac, soon), ("mentor",),
            f"{days} days before feedback is due", reason,
            last=due if soon >= known else known - timedelta(days=1), facts=facts,
        ),
        Step(
            "remind_feedback", f"feedback-late/{about}", report.number, back_after(case, almanac, late), ("mentor",),
            "the working day after feedback was due", reason, facts={**facts, "over": True},
        ),
        Step(
            "tell_feedback_delayed", f"feedback-delayed/{about}", report.number, overdue, ("practitioner",),
            f"feedback is {calendar.feedback_overdue_working_days} working days over", reason, facts=facts,
        ),
        Step(
            "report_feedback_overdue", f"feedback-overdue/{about}", report.number, overdue, ("team",),
            f"feedback is {calendar.feedback_overdue_working_days} working days over", reason, facts=facts,
        ),
    ]  # fmt: skip


def numbered_mails(case: Case, report: Report) -> list[tuple[int, Seen]]:
    """The mentor's mails since the report came with their numbers, which stay what they are whatever a mail is taken
    for later."""
    mails = (s for s in case.all(Seen).values() if s.because and s.by == str(Role.MENTOR))
    since = sorted((s for s in mails if s.arrived >= report.received), key=lambda s: (s.arrived, s.key))
    return list(enumerate(since, 1))


def _passed_on(case: Case, report: Report) -> list[dict[str, Any]]:
    """The mails of the mentor's that have been passed on as messages since the report came: one of them may have been
    meant as the feedback."""
    if report.number == CHARTER:
        return []
    mails = numbered_mails(case, report)
    return [
        {"number": n, "arrived": s.arrived.isoformat()} for n, s in mails if s.taken_for == "message from the mentor"
    ]
