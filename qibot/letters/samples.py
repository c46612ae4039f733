"""An example of every notice, with which `qibot check` fills in every template, and by which they can be looked at."""

from __future__ import annotations

from typing import Any

from qibot.events import NOTES_MARK, Notice
from qibot.model import DESK, Person

_UNIT = "2026-27/jo.smith"
_JO = Person("Jo Smith", ("jo.smith@school.example",))
_ANN = Person("Ann Lee", ("ann.lee@health.example",))
_MEG = Person("Meg Ross", ("meg.ross@school.example",))
_TEAM = Person("Community Planning team", ("community.planning@council.example",))
_PEOPLE = {
    "practitioner": _JO.name,
    "mentor": _ANN.name,
    "manager": _MEG.name,
    "organisation": "Craigie Primary School",
    "project": "Calmer starts to the school day",
}
_REPORT: dict[str, Any] = {
    **_PEOPLE,
    "number": 3,
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
    "direct": False,
    "unpacked": False,
    "again": False,
    "together": ["Sam Baird"],
    "anothers": False,
    "former": False,
    "along": ["report 2"],
    "later": False,
    "links": ["https://dunmore.sharepoint.com/report3.docx"],
    "offered": ["2026-12-31", "2027-01-07"],
    "remarks": ["Report 3.docx is protected with a password; Jo Smith has been told."],
}


def _notice(name: str, to: Person, facts: dict[str, Any], **more: Any) -> Notice:
    unit = DESK if to is _TEAM else _UNIT
    return Notice(name=name, key=f"sample/{name}", unit=unit, number=3, to=(to,), facts=facts, **more)


def _entry(**facts: str) -> dict[str, str]:
    return facts


_HISTORY = [
    {"number": "1", "what": "Report 1", "said": "came in on 15 October 2026, answered on 20 October 2026"},
    {"number": "2", "what": "Report 2", "said": "came in late on 17 November 2026, not answered yet"},
    {"number": "3", "what": "Report 3", "said": "due on 15 December 2026"},
]
_TIMED: dict[str, Any] = {
    **_PEOPLE,
    "number": 3,
    "rule": "the ladder: 1 working day(s) after the deadline",
    "reason": "nothing has come from the practitioner since 1 November 2026",
    "sponsor": "Kim Grant",
    "sponsor_address": "kim.grant@council.example",
    "next_session": "2027-01-14",
    "history": _HISTORY,
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
    "passed_on": [{"number": 1, "arrived": "2026-12-18T10:12:00+00:00"}],
}
_BOSS = Person("Improvement Programme Manager", ("programme.manager@council.example",))
_COMMAND = {
    "who": "Ann Lee", "subject": "Report 3 from Jo Smith", "done": "", "undo": "", "undoable": True, "fault": "",
    "instead": "",
}  # fmt: skip

_CALENDAR = (
    _notice("remind_deadline", _JO, _TIMED, timed=True),
    _notice("remind_missing", _JO, _TIMED, copy=(_ANN,), timed=True),
    _notice("remind_missing_again", _JO, _TIMED, copy=(_ANN, _MEG), timed=True),
    _notice("escalate_missing", _BOSS, _TIMED, copy=(_TEAM, _ANN), timed=True),
    _notice("ask_escalation", _TEAM, _TIMED, timed=True),
    _notice("ask_decision", _TEAM, {**_TIMED, "held_until": "2026-12-21", "apart": True}, timed=True),
    _notice("remind_feedback", _ANN, {**_TIMED, "over": True}, timed=True),
    _notice("tell_feedback_delayed", _JO, _TIMED, timed=True),
    _notice("report_feedback_overdue", _TEAM, _TIMED, timed=True),
    _notice("nudge_contact", _JO, {**_TIMED, "month": "November 2026"}, copy=(_ANN,), timed=True),
    _notice("check_in", _JO, {**_TIMED, "who": "practitioner"}, timed=True),
    _notice("report_inactivity", _TEAM, {**_TIMED, "who": "practitioner"}, timed=True),
    _notice(
        "report_catch_up",
        _TEAM,
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
    _notice("close_cohort", _JO, {**_TIMED, "reports": 8}, copy=(_ANN,), timed=True),
    _notice(
        "expect_feedback_by",
        _JO,
        {**_PEOPLE, "number": 3, "subject": "Report 3", "late": True, "feedback_due": "2027-01-08"},
        copy=(_MEG,),
    ),
    _notice(
        "ask_exceptional",
        _TEAM,
        {
            **_PEOPLE,
            "number": 3,
            "deadline": "2026-12-15",
            "held_until": "2026-12-21",
            "offered": ["2026-12-22", "2026-12-29"],
            "ordinary": ["workload", "annual leave"],
            "history": _HISTORY,
            "sponsor": "Kim Grant",
            "sponsor_address": "kim.grant@council.example",
            "documents": [],
            "nature": "leave",
            "teller": _JO.name,
            "apart": True,
        },
        words="I have been on annual leave, and my workload is heavy.\n\nJo",
    ),
    _notice(
        "report_leaving",
        _TEAM,
        {
            **_PEOPLE,
            "number": 3,
            "held_until": "2026-12-21",
            "history": _HISTORY,
            "sponsor": "Kim Grant",
            "sponsor_address": "kim.grant@council.example",
            "documents": [],
            "teller": _MEG.name,
            "apart": False,
        },
        words="Jo starts in another council in January.\n\nMeg",
    ),
    _notice("tell_difficulty", _ANN, {**_PEOPLE, "number": 3, "of_manager": False}),
    _notice(
        "tell_no_copy",
        _ANN,
        {**_PEOPLE, "who": _ANN.name, "number": 3, "subject": "Report 3", "about": "their health", "order": "COPY 1"},
        replies=True,
    ),
    _notice("ask_document", _JO, {**_PEOPLE, "number": 3, "subject": "Report 3", "days": 2}, replies=True),
    _notice(
        "tell_documents",
        _ANN,
        {
            "who": "Ann Lee",
            "subject": "Report 3 from Jo Smith",
            "remarks": [
                "Report 3.docx is empty. It was passed on as it is; please send it again so that everybody can open it."
            ],
        },
        replies=True,
    ),
    _notice(
        "report_document_held",
        _TEAM,
        {
            **_PEOPLE,
            "sender": "Jo Smith",
            "address": "jo.smith@school.example",
            "subject": "Report 3",
            "held": [{"name": "Report 3.pdf.exe", "harm": "is of a kind that can do harm (.exe)"}],
            "letters": ["Sickness absence.eml"],
        },
    ),
    _notice(
        "tell_extension", _JO, {**_PEOPLE, "number": 3, "verdict": "accepted", "until": "2027-01-08"}, copy=(_ANN,)
    ),
    _notice(
        "confirm_command",
        _ANN,
        {
            **_COMMAND,
            "done": "Jo Smith is told to expect your feedback on report 3 by 8 January 2027",
            "undo": "send EXPECT with another date",
        },
        replies=True,
    ),
)
_ANSWERS = (
    _notice(
        "help",
        _ANN,
        {
            "who": _ANN.name,
            "private": True,
            "words": [
                {
                    "name": "EXPECT",
                    "shown": "EXPECT 24 March",
                    "does": "tells the practitioner by when to expect your feedback",
                },
                {"name": "UNDO", "shown": "UNDO", "does": "takes back your last word in the matter"},
            ],
        },
        readers="mentor",
        replies=True,
    ),
    _notice(
        "explain_why",
        _JO,
        {
            "who": _JO.name,
            "subject": "Report 3 was due on Tuesday 15 December 2026",
            "sent": "2026-12-16T09:00:00+00:00",
            "rule": "the ladder: 1 working day(s) after the deadline",
            "reason": "report 3 was due on 15 December 2026 and hasn't come in",
            "evidence": {
                "arrived": "2026-12-10T10:12:00+00:00",
                "taken_for": "message from the practitioner",
                "because": "message 81 %, thanks 9 %",
            },
            "next": [
                {
                    "at": "2026-12-21T09:00:00+00:00",
                    "what": "a second reminder of the missing report",
                    "reason": "report 3 was due on 15 December 2026 and hasn't come in",
                }
            ],
        },
        replies=True,
    ),
    _notice(
        "tell_undone",
        _JO,
        {
            "who": _ANN.name,
            "subject": "Re: Report 3",
            "sent": "2026-12-18T09:00:00+00:00",
            "stands": "Ann Lee's feedback on report 3 is due by 24 December 2026.",
        },
        copy=(_MEG,),
    ),
    _notice(
        "report_stop",
        _TEAM,
        {**_PEOPLE, "who": _JO.name, "role": "practitioner", "sender": _JO.address},
        words="STOP\n\nPlease send me no more of these.",
    ),
)
_CONCERN = {
    **_PEOPLE, "number": 3, "concern": True, "leads": False, "leads_unheard": True, "without_words": False,
    "history": _HISTORY,
    "sponsor": "Kim Grant", "sponsor_address": "kim.grant@council.example",
}  # fmt: skip
_TEAMS_OWN = (
    _notice(
        "report_needs_support",
        _TEAM,
        {**_CONCERN, "among": [], "read": True},
        words="She doesn't take the feedback on board.",
    ),
    _notice(
        "report_in_confidence",
        _TEAM,
        {
            **_PEOPLE,
            "number": 3,
            "teller": _JO.name,
            "of_manager": False,
            "of_mentor": False,
            "former": False,
            "history": _HISTORY,
            "documents": [],
            "gone": [],
        },
        words="I would like another mentor, and I don't want Ann to know yet.",
    ),
    _notice("report_no_clear_aim", _TEAM, _CONCERN, words="Still no clear aim."),
    _notice(
        "report_no_capacity",
        _TEAM,
        {
            "mentor": _ANN.name,
            "address": _ANN.address,
            "practitioners": [
                {"practitioner": _JO.name, "pending": [{"number": 3, "due": "2026-12-24"}]},
                {"practitioner": "Sam Baird", "pending": []},
            ],
            "loads": [{"mentor": "Bob Ray", "address": "bob.ray@fire.example", "active": 2, "capacity": 3}],
        },
        words="I have a new post and can't go on.",
    ),
    _notice(
        "tell_new_mentor",
        _ANN,
        {**_PEOPLE, "reader": "mentor", "former": "Bob Ray", "pending": [3], "history": _HISTORY},
        readers="mentor",
    ),
    _notice(
        "relay_to_mentors",
        Person("Bob Ray", ("bob.ray@fire.example",)),
        {"speaker": _ANN.name, "mentor": "Bob Ray", "subject": "A question from Ann Lee"},
        speaker=_ANN.name,
        words="How do you get people to draw a driver diagram?",
        reply_to="talk:ann.lee@health.example",
    ),
    _notice(
        "status",
        _TEAM,
        {
            "total": 201,
            "rows": [
                {
                    "practitioner": _JO.name,
                    "mentor": _ANN.name,
                    "received": ["1", "2", "charter"],
                    "owed": [3],
                    "feedback_due": {"2": "2026-12-24", "charter": "2026-12-28"},
                }
            ],
        },
        replies=True,
    ),
)
_POINT = {"says": "Too broad to test: what exactly will be tried?", "words": "Train staff", "place": "under “Changes”"}
_ALL = (
    *_CALENDAR,
    *_TEAMS_OWN,
    *_ANSWERS,
    _notice(
        "receipt",
        _JO,
        {
            **_REPORT,
            "kind": "report",
            "subject": "Report 3",
            "alternatives": ["report 4"],
            "numbered": True,
            "offers": ["REPORT 4", "CHARTER", "QUESTION"],
        },
    ),
    _notice(
        "forward_charter", _MEG, {**_REPORT, "typed": True}, words="Aim: 80 % of pupils ready to learn by June 2027."
    ),
    _notice("forward_report", _ANN, _REPORT, words="Dear Ann,\n\nplease find my report attached.\n\nJo"),
    _notice(
        "mentor_notes",
        _ANN,
        {
            **_PEOPLE,
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
    _notice(
        "relay_feedback",
        _JO,
        {
            **_PEOPLE,
            "number": 3,
            "subject": "Report 3",
            "documents": ["Report 3 with comments.docx"],
            "reader": _JO.name,
            "alone": False,
            "left_out": False,
        },
        copy=(_MEG,),
        speaker=_ANN.name,
        words="What I liked: a clear aim that says how much and by when.\n\nEven better if: each measure had a type.",
    ),
    _notice(
        "relay_message",
        _ANN,
        {**_PEOPLE, "speaker": _JO.name, "subject": "A question", "documents": [], "apart": False, "left_out": False},
        speaker=_JO.name,
        words="How many PDSA cycles should I have done by session 4?",
    ),
    _notice(
        "report_quarantine",
        _TEAM,
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
                    "write_to": "jean.reid@health.example",
                }
            ],
        },
    ),
    _notice(
        "ask_which_report",
        _ANN,
        {
            "who": _ANN.name,
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
    _notice(
        "ask_confirmation",
        _TEAM,
        {
            "who": "team",
            "order": "stop all letters about Jo Smith",
            "arrived": "2026-12-17T10:12:00+00:00",
        },
        replies=True,
    ),
    _notice(
        "report_undeliverable",
        _TEAM,
        {
            "total": 2,
            "entries": [
                {
                    "recipient": "jo.smith@school.example",
                    "said": "550 5.1.1 user unknown",
                    "stopped": True,
                    "shared": True,
                    "letters": [_entry(subject="Re: Report 3", name="receipt", about=_UNIT)],
                    "more": 1,
                }
            ],
            "stopped": "jo.smith@school.example",
        },
    ),
    _notice(
        "report_untrusted",
        _TEAM,
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
    _notice(
        "report_mentor_away",
        _TEAM,
        {
            **_PEOPLE,
            "number": 3,
            "feedback_due": "2026-12-24",
            "first": "2026-12-21",
            "last": "2027-01-04",
            "by": "automatic reply",
        },
    ),
    _notice("report_held", _TEAM, {"entries": [{"address": _ANN.address, "letters": 3}]}),
    _notice(
        "report_expiry",
        _TEAM,
        {"what": "certificate", "ends": "2027-01-12", "days": 30, "client_id": "8bbc21e5-1f2e", "file": ""},
    ),
    _notice("report_trouble", _TEAM, {"since": "2026-12-17T10:12:00+00:00"}, words="The mailbox can't be reached."),
    _notice(
        "report_recovered",
        _TEAM,
        {"since": "2026-12-17T10:12:00+00:00", "over": "2026-12-17T11:12:00+00:00"},
        words="The mailbox can't be reached.",
    ),
)
SAMPLES = {notice.name: notice for notice in _ALL}
