"""What goes to the team alone, and what it orders: concerns, a new mentor, how everybody stands."""

from __future__ import annotations

from qibot.letters.samples.cast import ANN, HISTORY, JO, PEOPLE, TEAM, notice
from qibot.model import Person

_CONCERN = {
    **PEOPLE, "number": 3, "concern": True, "leads": False, "leads_unheard": True, "without_words": False,
    "history": HISTORY,
    "sponsor": "Kim Grant", "sponsor_address": "kim.grant@council.example",
}  # fmt: skip

TEAMS_OWN = (
    notice(
        "report_needs_support",
        TEAM,
        {**_CONCERN, "among": [], "named": [], "asker": "", "read": True},
        words="She doesn't take the feedback on board.",
    ),
    notice(
        "report_in_confidence",
        TEAM,
        {
            **PEOPLE,
            "number": 3,
            "teller": JO.name,
            "of_manager": False,
            "of_mentor": False,
            "former": False,
            "of_office": False,
            "history": HISTORY,
            "documents": ["Report 3.docx"],
            "passed": True,
            "gone": [],
            "holds": 3,
            "heard": True,
            "held_until": "2026-12-21",
            "offered": ["2026-12-22", "2026-12-29"],
        },
        words="I would like another mentor, and I don't want Ann to know yet.",
    ),
    notice("report_no_clear_aim", TEAM, _CONCERN, words="Still no clear aim."),
    notice(
        "report_no_capacity",
        TEAM,
        {
            "mentor": ANN.name,
            "address": ANN.address,
            "practitioners": [
                {"practitioner": JO.name, "pending": [{"number": 3, "due": "2026-12-24"}]},
                {"practitioner": "Sam Baird", "pending": []},
            ],
            "loads": [{"mentor": "Bob Ray", "address": "bob.ray@fire.example", "active": 2, "capacity": 3}],
        },
        words="I have a new post and can't go on.",
    ),
    notice(
        "tell_new_mentor",
        ANN,
        {**PEOPLE, "reader": "mentor", "former": "Bob Ray", "pending": [3], "history": HISTORY},
        readers="mentor",
    ),
    notice(
        "relay_to_mentors",
        Person("Bob Ray", ("bob.ray@fire.example",)),
        {"speaker": ANN.name, "mentor": "Bob Ray", "subject": "A question from Ann Lee"},
        speaker=ANN.name,
        words="How do you get people to draw a driver diagram?",
        reply_to="talk:ann.lee@health.example",
    ),
    notice(
        "status",
        TEAM,
        {
            "total": 201,
            "rows": [
                {
                    "practitioner": JO.name,
                    "mentor": ANN.name,
                    "received": ["1", "2", "charter"],
                    "owed": [3],
                    "feedback_due": {"2": "2026-12-24", "charter": "2026-12-28"},
                }
            ],
        },
        replies=True,
    ),
)
