"""A report has come in (guidance, sections 3 and 4)."""

from __future__ import annotations

from typing import Any

from qibot.config import Config
from qibot.deadlines import due_day, feedback_day
from qibot.events import ReportReceived
from qibot.model import Case, Person, Put, Report, Submission
from qibot.notices import Decision, Notice, answering, standing_facts
from qibot.reading import late


def on_report_received(case: Case, event: ReportReceived, config: Config) -> Decision:
    """Log it, thank the practitioner, hand it to the mentor with every document as it was sent.

    A new version is as punctual as the first one was, and doesn't give the mentor less time.
    """
    mail, arrived = event.arrival.mail, event.arrival.arrived
    cohort = config.cohorts[case.enrolment.cohort]
    before = case.report(event.number)
    version = before.versions + 1 if before else 1
    report = Report(
        number=event.number,
        received=before.received if before else arrived,
        late=before.late if before else late(cohort, config.programme, event.number, arrived),
        versions=version,
        feedback_due=feedback_day(arrived, config.programme),
        answered=before.answered if before else None,
    )
    submission = Submission(
        number=event.number,
        version=version,
        arrived=arrived,
        late=report.late,
        sender=mail.sender or "",
        subject=mail.subject,
        message_id=mail.message_id,
        archived=event.arrival.archived,
        documents=mail.documents,
    )
    facts = {
        **standing_facts(case),
        "number": event.number,
        "version": version,
        "late": report.late,
        "deadline": due_day(cohort, event.number, config.programme).isoformat(),
        "arrived": arrived.isoformat(),
        "feedback_due": report.feedback_due.isoformat(),
        "documents": [d.name for d in mail.files],
        "cut": mail.cut,
    }
    return Decision(
        (Put(report), Put(submission)),
        (_receipt(case, event, submission, facts), _forward(case, event, submission, facts)),
    )


def _receipt(case: Case, event: ReportReceived, submission: Submission, facts: dict[str, Any]) -> Notice:
    practitioner = case.enrolment.practitioner
    return Notice(
        name="receipt",
        key=f"receipt/{case.unit}/{submission.key}",
        unit=case.unit,
        number=event.number,
        to=(Person(practitioner.name, (submission.sender,)),),
        facts={**facts, "subject": submission.subject, "alternatives": list(event.alternatives)},
        replies=True,
        **answering(event.arrival),
    )


def _forward(case: Case, event: ReportReceived, submission: Submission, facts: dict[str, Any]) -> Notice:
    enrolment = case.enrolment
    first_key = f"forward/{case.unit}/{event.number}/"
    return Notice(
        name="forward_report",
        key=f"forward/{case.unit}/{submission.key}",
        unit=case.unit,
        number=event.number,
        to=(enrolment.mentor,),
        facts={**facts, "cut": event.arrival.mail.cut},
        topic=f"Report {event.number} from {enrolment.practitioner.name}",
        references=tuple(x.message_id for x in case.letters.values() if x.key.startswith(first_key))[:1],
        words=event.arrival.mail.text,
        carries=event.arrival.archived,
        documents=event.arrival.mail.documents,
    )
