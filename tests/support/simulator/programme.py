"""How a programme is set up: the defaults that docs/calendar.md names."""

from __future__ import annotations

from datetime import date
from typing import Any

World = dict[str, Any]
Step = dict[str, Any]

PROGRAMME: dict[str, Any] = {
    "zone": "Europe/London",
    "extra_holidays": frozenset(),
    "removed_holidays": frozenset(),
    "first_month": date(2026, 10, 1),
    "reports": 8,
    "skipped_months": (),
    "moved": {},
    "deadline_day": 15,
    "joined": None,
    "remind_days": (5, 1),
    "ladder": (
        {"after": 1, "working": True, "name": "remind_missing", "to": ("practitioner",), "copy": ("mentor",)},
        {
            "after": 4,
            "working": True,
            "name": "remind_missing_again",
            "to": ("practitioner",),
            "copy": ("mentor", "manager"),
        },
        {
            "after": 7,
            "working": False,
            "name": "escalate_missing",
            "to": ("programme_manager",),
            "copy": ("team", "mentor"),
        },
    ),
    "ask": False,
    "hold": 3,
    "answer": 3,
    "feedback_days": 7,
    "feedback_before": 2,
    "feedback_after": 1,
    "feedback_overdue": 3,
    "contact_days": 7,
    "inactivity": 35,
    "in_a_row": 2,
    "close_after": 28,
    "people": {"practitioner": ("jo",), "mentor": ("ann",), "manager": ("meg",), "programme_manager": ("boss",)}
    | {"team": ("team",)},
}
ORDER = ("remind_deadline", "tell_feedback_delayed", "remind_feedback", "check_in", "nudge_contact")
