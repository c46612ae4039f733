"""What belongs to no report: mail that is held or asked about, addresses, absences, the bot's own trouble."""

from __future__ import annotations

from qibot.letters.samples.cast import ANN, PEOPLE, TEAM, UNIT, notice


def _entry(**facts: str) -> dict[str, str]:
    return facts


DESK_LETTERS = (
    notice(
        "report_quarantine",
        TEAM,
        {
            "total": 60,
            "folder": "qibot/quarantine",
            "entries": [
                {
                    "number": 1,
                    "item": "quarantine:1",
                    "subject": "Report",
                    "sender": "jo@home.example",
                    "name": "Jo Smith",
                    "arrived": "2026-12-17T10:12:00+00:00",
                    "cause": "its sender isn't known to the programme",
                    "persons": ["jo.smith@school.example"],
                    "stranger": True,
                    "once": False,
                    "rests": {
                        "unit": "2026-27/jo.smith",
                        "practitioner": "Jo Smith",
                        "others": [{"name": "Jo Smith", "address": "jo.smith@school.example"}],
                    },
                    "write_to": "jean.reid@health.example",
                }
            ],
        },
    ),
    notice(
        "ask_which_report",
        ANN,
        {
            "who": ANN.name,
            "subject": "Feedback",
            "arrived": "2026-12-17T10:12:00+00:00",
            "choices": [
                {"word": "1", "label": "feedback on report 3 of Jo Smith"},
                {"word": "2", "label": "a message to Sam Baird"},
                {"word": "TEAM", "label": "a note to the Community Planning team alone"},
            ],
            "doubt": False,
            "documents": False,
            "earlier": False,
            "of_team": False,
            "answered": False,
        },
        replies=True,
    ),
    notice(
        "ask_confirmation",
        TEAM,
        {
            "who": "team",
            "order": "stop all letters about Jo Smith",
            "arrived": "2026-12-17T10:12:00+00:00",
        },
        replies=True,
    ),
    notice(
        "report_undeliverable",
        TEAM,
        {
            "total": 2,
            "entries": [
                {
                    "recipient": "jo.smith@school.example",
                    "said": "550 5.1.1 user unknown",
                    "stopped": True,
                    "shared": True,
                    "letters": [_entry(subject="Re: Report 3", name="receipt", about=UNIT)],
                    "more": 1,
                }
            ],
            "stopped": "jo.smith@school.example",
        },
    ),
    notice(
        "report_untrusted",
        TEAM,
        {
            "total": 1,
            "entries": [
                _entry(
                    subject="Report 3",
                    sender="jo.smith@school.example",
                    arrived="2026-12-17T10:12:00+00:00",
                    cause="your mail server doesn't confirm that it comes from the address that it bears",
                )
            ],
        },
    ),
    notice(
        "report_mentor_away",
        TEAM,
        {
            **PEOPLE,
            "number": 3,
            "feedback_due": "2026-12-24",
            "first": "2026-12-21",
            "last": "2027-01-04",
            "by": "automatic reply",
        },
    ),
    notice("report_held", TEAM, {"entries": [{"address": ANN.address, "letters": 3}]}),
    notice(
        "report_expiry",
        TEAM,
        {"what": "certificate", "ends": "2027-01-12", "days": 30, "client_id": "8bbc21e5-1f2e", "file": ""},
    ),
    notice("report_trouble", TEAM, {"since": "2026-12-17T10:12:00+00:00"}, words="The mailbox can't be reached."),
    notice(
        "report_recovered",
        TEAM,
        {"since": "2026-12-17T10:12:00+00:00", "over": "2026-12-17T11:12:00+00:00"},
        words="The mailbox can't be reached.",
    ),
)
