"""The versions of a report: what it is by those that are left."""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac, feedback_day, late
from qibot.model import Case, Change, Drop, Put, Report, Submission


def taken_out(case: Case, number: int, archived: str, almanac: Almanac) -> list[Change]:
    """That what this mail brought is no version of the report, and the report is missing again if no other is left."""
    report = case.report(number)
    own = [s for s in case.submissions(number) if s.archived == archived]
    left = [s for s in case.submissions(number) if s not in own]
    changes: list[Change] = [Drop(Submission.table, s.key) for s in own]
    if report is None:
        return changes
    kept: Change = Put(report_of(case, report, left, almanac)) if left else Drop(Report.table, report.key)
    return [*changes, kept]


def report_of(case: Case, before: Report, left: list[Submission], almanac: Almanac) -> Report:
    """The report as it is when only these versions of it are left (one at least): its lateness goes by the first.

    The mentor's day stays where the mentor named it.
    """
    days = [feedback_day(s.arrived, almanac.config.programme) for s in case.submissions(before.number)]
    by_rule = before.feedback_due in days and before.answered is None
    due = max(feedback_day(s.arrived, almanac.config.programme) for s in left)
    first = min(left, key=lambda s: s.arrived)
    return replace(
        before,
        received=first.arrived,
        late=late(case, almanac, before.number, first.arrived),
        versions=max(s.version for s in left),
        feedback_due=due if by_rule else before.feedback_due,
    )
