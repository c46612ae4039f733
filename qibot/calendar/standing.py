"""How one enrolment stands, in plain values: for the terminal and for the team's STATUS. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qibot.calendar.almanac import Almanac
from qibot.calendar.owed import owed_now
from qibot.model import CHARTER, Case, Report


def standing(case: Case, almanac: Almanac, now: datetime) -> dict[str, Any]:
    """What has come in, what is owed by now, and what waits for feedback until when."""
    e, reports = case.enrolment, list(case.all(Report).values())
    return {
        "unit": case.unit,
        "practitioner": e.practitioner.name,
        "mentor": e.mentor.name,
        "status": str(e.status),
        "received": sorted(r.number for r in reports),
        "late": sorted(r.number for r in reports if r.late),
        "owed": owed_now(case, almanac, now),
        "feedback_due": {str(r.number): r.feedback_due.isoformat() for r in case.pending()},
    }


def short(number: int) -> str:
    """A report's number, or the charter, in a list of them."""
    return "charter" if number == CHARTER else str(number)
