"""A report's letter to its mentor, and what is said of the report in it and in the receipt."""

from __future__ import annotations

from typing import Any

from qibot.calendar import Almanac, deadline
from qibot.events import Notice, standing_facts
from qibot.model import AMID, ANOTHERS, FORMER, Case, Document, Report, Submission, named
from qibot.rules.documents import to_reader


def facts_of(case: Case, report: Report, submission: Submission, almanac: Almanac) -> dict[str, Any]:
    """What a report's letters to practitioner and mentor say of this version."""
    due = deadline(case, almanac, report.number)
    return {
        **standing_facts(case),
        "alone": bool(submission.kept_from) or case.is_unshown(report.number),
        "answered": report.answered is not None,
        "number": report.number,
        "version": submission.version,
        "late": report.late,
        "deadline": due.isoformat() if due else "",
        "moved_from": "",
        "apart": submission.apart not in ("", FORMER, AMID),
        "amid": submission.apart == AMID,
        "former": False,
        "left_out": False,
        "anothers": submission.apart == ANOTHERS,
        "together": [],
        "along": [],
        "later": False,
        "direct": False,
        "unpacked": False,
        "again": False,
        "earlier": False,
        "links": list(submission.links),
        "offered": almanac.offered(report.feedback_due),
        "arrived": submission.arrived.isoformat(),
        "feedback_due": report.feedback_due.isoformat(),
        "documents": [d.name for d in submission.documents if not d.inline],
        "remarks": to_reader(submission.documents, (), case.enrolment.practitioner.name),
        "cut": submission.cut,
    }


def forward_notice(case: Case, submission: Submission, facts: dict[str, Any]) -> Notice:
    """The mentor's letter with this version, without any words."""
    enrolment, number = case.enrolment, submission.number
    thread = f"forward/{case.unit}/{number}/"
    return Notice(
        name="forward_report",
        key=f"forward/{case.unit}/{submission.key}",
        unit=case.unit,
        number=number,
        to=(enrolment.mentor,),
        facts=facts,
        topic=f"{named(number).capitalize()} from {enrolment.practitioner.name}",
        references=tuple(x.message_id for key, x in case.letters.items() if key.startswith(thread) and x.moved is None)[
            :1
        ],
        carries=submission.archived,
        documents=_beside_the_words(submission),
    )


def _beside_the_words(submission: Submission) -> tuple[Document, ...]:
    """The documents that go to the mentor. What is pasted into covering words that are left out is left out with them,
    unless nothing else came: then it is the report, photographed."""
    attached = tuple(d for d in submission.documents if not d.inline)
    return attached if submission.apart and attached else submission.documents


def was_forwarded(case: Case, submission: Submission) -> bool:
    """Whether who is the mentor now has a letter with this version."""
    about = f"forward/{case.unit}/{submission.key}"
    own = (x for key, x in case.letters.items() if key == about or key.startswith(f"{about}/"))
    return any(x.moved is None and set(x.to) & set(case.enrolment.mentor.addresses) for x in own)
