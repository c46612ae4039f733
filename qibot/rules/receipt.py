"""The receipt: what a practitioner's message was taken for, and the words that correct it (programme.md, section 3)."""

from __future__ import annotations

from typing import Any

from qibot.calendar import Almanac
from qibot.events import MessageReceived, Notice, ReportReceived, answering, standing_facts
from qibot.model import CHARTER, Case, Person, Submission, named


def receipt(
    case: Case, event: ReportReceived, submission: Submission, facts: dict[str, Any], almanac: Almanac
) -> Notice:
    """The receipt of a report or a charter. Other readings are named and offered, as the word and as a link."""
    practitioner, number = case.enrolment.practitioner, event.number
    others = [n for n in event.alternatives if n != CHARTER]
    question = [] if facts["answered"] else ["QUESTION"]
    offers = [f"REPORT {n}" for n in others] or [f"REPORT {_other(number, almanac.owed(case))}"]
    offers += [] if number == CHARTER else ["CHARTER"]
    more = {
        "remarks": [],
        "kind": "charter" if number == CHARTER else "report",
        "subject": submission.subject,
        "alternatives": [named(n) for n in event.alternatives],
        "offers": [*offers, *question],
        "numbered": True,
    }
    return Notice(
        name="receipt",
        key=f"receipt/{case.unit}/{submission.key}",
        unit=case.unit,
        number=number,
        to=(Person(practitioner.name, (submission.sender,)),),
        facts={**facts, **more},
        replies=True,
        **answering(event.arrival),
    )


def _other(number: int, owed: list[int]) -> int:
    """The report that it is likeliest to be if it isn't this one."""
    return next((n for n in owed if n != number), 2 if number == 1 else 1)


def asked(case: Case, event: MessageReceived) -> Notice:
    """The receipt of a question that came by itself."""
    mail, practitioner = event.arrival.mail, case.enrolment.practitioner
    facts = {
        **standing_facts(case),
        "kind": "question", "number": 0, "version": 1, "late": False, "answered": False, "deadline": "",
        "feedback_due": "", "arrived": event.arrival.arrived.isoformat(), "subject": mail.subject, "documents": [],
        "cut": mail.cut, "again": False, "earlier": False, "links": [], "together": [], "along": [], "anothers": False,
        "alternatives": [], "offers": ["REPORT", "CHARTER"], "numbered": True, "moved_from": "",
    }  # fmt: skip
    return Notice(
        name="receipt",
        key=f"receipt/{case.unit}/message/{mail.identity}",
        unit=case.unit,
        number=0,
        to=(Person(practitioner.name, (mail.sender or practitioner.address,)),),
        facts=facts,
        replies=True,
        **answering(event.arrival),
    )
