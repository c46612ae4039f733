"""What the calendar calls for: reminders, escalations, and what is told of silence."""

from __future__ import annotations

from typing import Any

from qibot.letters.samples.cast import ANN, BOSS, HISTORY, JO, MEG, PEOPLE, TEAM, notice

_TIMED: dict[str, Any] = {
    **PEOPLE,
    "number": 3,
    "rule": "the ladder: 1 working day(s) after the deadline",
    "reason": "nothing has come from the practitioner since 1 November 2026",
    "sponsor": "Kim Grant",
    "sponsor_address": "kim.grant@council.example",
    "next_session": "2027-01-14",
    "history": HISTORY,
    "reminders": ["2026-12-16", "2026-12-21"],
    "claimed": False,
    "asks": False,
    "offered": ["2027-01-05", "2027-01-12"],
    "copied": ["Ann Lee", "Meg Ross"],
    "feedback_days": 7,
    "deadline": "2026-12-15",
    "feedback_due": "2026-12-24",
    "arrived": "2026-12-17T10:12:00+00:00",
    "since": "2026-11-01",
    "alone": False,
    "passed_on": [{"number": 1, "arrived": "2026-12-18T10:12:00+00:00"}],
}

CALENDAR = (
    notice("remind_deadline", JO, _TIMED, timed=True),
    notice("remind_missing", JO, _TIMED, copy=(ANN,), timed=True),
    notice("remind_missing_again", JO, _TIMED, copy=(ANN, MEG), timed=True),
    notice("escalate_missing", BOSS, _TIMED, copy=(TEAM, ANN), timed=True),
    notice("ask_escalation", TEAM, _TIMED, timed=True),
    notice("ask_decision", TEAM, {**_TIMED, "held_until": "2026-12-21", "apart": True, "heard": False}, timed=True),
    notice("remind_feedback", ANN, {**_TIMED, "over": True}, timed=True),
    notice("tell_feedback_delayed", JO, _TIMED, timed=True),
    notice("report_feedback_overdue", TEAM, _TIMED, timed=True),
    notice("nudge_contact", JO, {**_TIMED, "month": "November 2026"}, copy=(ANN,), timed=True),
    notice("check_in", JO, {**_TIMED, "who": "practitioner"}, timed=True),
    notice("report_inactivity", TEAM, {**_TIMED, "who": "practitioner"}, timed=True),
    notice(
        "report_catch_up",
        TEAM,
        {
            "total": 3,
            "entries": [
                {**_TIMED, "what": "report 3", "name": "report_feedback_overdue", "who": "mentor", "day": "2027-01-06"},
                {**_TIMED, "name": "report_inactivity", "who": "mentor", "day": "2027-01-08", "number": 0},
                {**_TIMED, "name": "report_inactivity", "who": "practitioner", "day": "2027-01-08", "number": 0},
            ],
        },
        timed=True,
    ),
    notice("close_cohort", JO, {**_TIMED, "reports": 8}, copy=(ANN,), timed=True),
)
