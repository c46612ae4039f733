"""An example of every notice, with which `qibot check` fills in every template, and by which they can be looked at."""

from __future__ import annotations

from typing import Any

from qibot.model import DESK, Person
from qibot.notices import Notice

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
    "version": 2,
    "late": True,
    "deadline": "2026-12-15",
    "arrived": "2026-12-17T10:12:00+00:00",
    "feedback_due": "2026-12-24",
    "documents": ["Report 3.docx", "Run chart.xlsx"],
    "cut": True,
}


def _notice(name: str, to: Person, facts: dict[str, Any], **more: Any) -> Notice:
    unit = DESK if to is _TEAM else _UNIT
    return Notice(name=name, key=f"sample/{name}", unit=unit, number=3, to=(to,), facts=facts, **more)


def _entry(**facts: str) -> dict[str, str]:
    return facts


_ALL = (
    _notice("receipt", _JO, {**_REPORT, "subject": "Report 3", "alternatives": [4]}),
    _notice("forward_report", _ANN, _REPORT, words="Dear Ann,\n\nplease find my report attached.\n\nJo"),
    _notice(
        "relay_feedback",
        _JO,
        {**_PEOPLE, "number": 3, "subject": "Report 3", "documents": ["Report 3 with comments.docx"]},
        copy=(_MEG,),
        speaker=_ANN.name,
        words="What I liked: a clear aim that says how much and by when.\n\nEven better if: each measure had a type.",
    ),
    _notice(
        "relay_message",
        _ANN,
        {**_PEOPLE, "speaker": _JO.name, "subject": "A question", "documents": []},
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
                _entry(
                    subject="Report",
                    sender="jo@home.example",
                    arrived="2026-12-17T10:12:00+00:00",
                    cause="its sender isn't known to the programme",
                )
            ],
        },
    ),
    _notice(
        "report_undeliverable",
        _TEAM,
        {
            "total": 2,
            "entries": [
                _entry(
                    subject="Re: Report 3",
                    name="receipt",
                    about=_UNIT,
                    recipient="jo.smith@school.example",
                    said="550 5.1.1 user unknown",
                )
            ],
        },
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
