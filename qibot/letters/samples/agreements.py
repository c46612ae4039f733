"""What is agreed or told by the way: another day, circumstances, leaving, documents amiss, a command carried out."""

from __future__ import annotations

from qibot.letters.samples.cast import ANN, HISTORY, JO, MEG, PEOPLE, TEAM, notice

_COMMAND = {
    "who": "Ann Lee", "subject": "Report 3 from Jo Smith", "done": "", "undo": "", "undoable": True, "fault": "",
    "instead": "",
}  # fmt: skip

AGREEMENTS = (
    notice(
        "expect_feedback_by",
        JO,
        {**PEOPLE, "number": 3, "subject": "Report 3", "late": True, "feedback_due": "2027-01-08"},
        copy=(MEG,),
    ),
    notice(
        "ask_exceptional",
        TEAM,
        {
            **PEOPLE,
            "number": 3,
            "deadline": "2026-12-15",
            "held_until": "2026-12-21",
            "offered": ["2026-12-22", "2026-12-29"],
            "ordinary": ["workload", "annual leave"],
            "history": HISTORY,
            "sponsor": "Kim Grant",
            "sponsor_address": "kim.grant@council.example",
            "documents": [],
            "nature": "leave",
            "teller": JO.name,
            "apart": True,
            "heard": False,
        },
        words="I have been on annual leave, and my workload is heavy.\n\nJo",
    ),
    notice(
        "report_leaving",
        TEAM,
        {
            **PEOPLE,
            "number": 3,
            "held_until": "2026-12-21",
            "history": HISTORY,
            "sponsor": "Kim Grant",
            "sponsor_address": "kim.grant@council.example",
            "documents": [],
            "teller": MEG.name,
            "apart": False,
        },
        words="Jo starts in another council in January.\n\nMeg",
    ),
    notice("tell_difficulty", ANN, {**PEOPLE, "number": 3, "of_manager": False}),
    notice(
        "tell_no_copy",
        ANN,
        {**PEOPLE, "who": ANN.name, "number": 3, "subject": "Report 3", "about": "their health", "order": "COPY 1"},
        replies=True,
    ),
    notice("ask_document", JO, {**PEOPLE, "number": 3, "subject": "Report 3", "days": 2}, replies=True),
    notice(
        "tell_documents",
        ANN,
        {
            "who": "Ann Lee",
            "subject": "Report 3 from Jo Smith",
            "remarks": [
                "Report 3.docx is empty. It was passed on as it is; please send it again so that everybody can open it."
            ],
        },
        replies=True,
    ),
    notice(
        "report_document_held",
        TEAM,
        {
            **PEOPLE,
            "sender": "Jo Smith",
            "address": "jo.smith@school.example",
            "subject": "Report 3",
            "held": [{"name": "Report 3.pdf.exe", "harm": "is of a kind that can do harm (.exe)"}],
            "letters": ["Sickness absence.eml"],
        },
    ),
    notice(
        "tell_extension",
        JO,
        {**PEOPLE, "number": 3, "alone": False, "verdict": "accepted", "also": [], "until": "2027-01-08"},
        copy=(ANN,),
    ),
    notice(
        "confirm_command",
        ANN,
        {
            **_COMMAND,
            "done": "Jo Smith is told to expect your feedback on report 3 by 8 January 2027",
            "undo": "send EXPECT with another date",
        },
        replies=True,
    ),
)
