"""A report's own letters: the receipt, what is passed on, the mentor's notes."""

from __future__ import annotations

from typing import Any

from qibot.letters.samples.cast import ANN, JO, MEG, PEOPLE, notice
from qibot.model import NOTES_MARK

_REPORT: dict[str, Any] = {
    **PEOPLE,
    "number": 3,
    "alone": False,
    "answered": False,
    "version": 2,
    "late": True,
    "deadline": "2026-12-15",
    "arrived": "2026-12-17T10:12:00+00:00",
    "feedback_due": "2026-12-24",
    "documents": ["Report 3.docx", "Run chart.xlsx"],
    "cut": True,
    "moved_from": "report 2",
    "apart": False,
    "amid": False,
    "direct": False,
    "unpacked": False,
    "again": False,
    "earlier": False,
    "together": ["Sam Baird"],
    "anothers": False,
    "former": False,
    "left_out": True,
    "along": ["report 2"],
    "later": False,
    "links": ["https://dunmore.sharepoint.com/report3.docx"],
    "offered": ["2026-12-31", "2027-01-07"],
    "remarks": ["Report 3.docx is protected with a password; Jo Smith has been told."],
}
_POINT = {"says": "Too broad to test: what exactly will be tried?", "words": "Train staff", "place": "under “Changes”"}

REPORTS = (
    notice(
        "receipt",
        JO,
        {
            **_REPORT,
            "kind": "report",
            "subject": "Report 3",
            "alternatives": ["report 4"],
            "numbered": True,
            "offers": ["REPORT 4", "CHARTER", "QUESTION"],
        },
    ),
    notice(
        "forward_charter", MEG, {**_REPORT, "typed": True}, words="Aim: 80 % of pupils ready to learn by June 2027."
    ),
    notice("forward_report", ANN, _REPORT, words="Dear Ann,\n\nplease find my report attached.\n\nJo"),
    notice(
        "mentor_notes",
        ANN,
        {
            **PEOPLE,
            "number": 3,
            "version": 2,
            "first": [_POINT, {"says": "No aim was found.", "words": "", "place": ""}],
            "rest": [_POINT],
            "asks": True,
            "kind_line": "better",
            "faults": ["Plan.docx is locked with a password."],
            "read": True,
            "pages": ["guidance/report-3.md", "guidance/reports-3-4.md"],
            "mark": NOTES_MARK,
        },
        reply_to="mentor:ann.lee@health.example",
    ),
    notice(
        "relay_feedback",
        JO,
        {
            **PEOPLE,
            "number": 3,
            "subject": "Report 3",
            "documents": ["Report 3 with comments.docx"],
            "reader": JO.name,
            "alone": False,
            "left_out": False,
        },
        copy=(MEG,),
        speaker=ANN.name,
        words="What I liked: a clear aim that says how much and by when.\n\nEven better if: each measure had a type.",
    ),
    notice(
        "relay_message",
        ANN,
        {**PEOPLE, "speaker": JO.name, "subject": "A question", "documents": [], "apart": False, "left_out": False},
        speaker=JO.name,
        words="How many PDSA cycles should I have done by session 4?",
    ),
)
