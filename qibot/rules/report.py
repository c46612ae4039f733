"""A report has come in (guidance, sections 3 and 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from qibot.almanac import Almanac
from qibot.config import Config
from qibot.deadlines import feedback_day
from qibot.events import ReportReceived
from qibot.model import Case, Contact, Person, Put, Report, Role, Status, Submission
from qibot.notices import Decision, Notice, answering, standing_facts
from qibot.reading import late


def on_report_received(case: Case, event: ReportReceived, config: Config) -> Decision:
    """Log it, thank the practitioner, hand it to the mentor with every document as it was sent.

    A new version is as punctual as the first one was, and doesn't give the mentor less time.
    """
    mail, arrived = event.arrival.mail, event.arrival.arrived
    almanac = Almanac(config)
    before = case.report(event.number)
    version = before.versions + 1 if before else 1
    feedback_due = _feedback_due(event, before, almanac)
    report = Report(
        number=event.number,
        received=before.received if before else arrived,
        late=before.late if before else late(case, almanac, event.number, arrived),
        versions=version,
        feedback_due=feedback_due,
        due_known=almanac.day(event.arrival.taken or arrived),
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
        cut=mail.cut,
    )
    facts = _facts(case, report, submission, almanac)
    contact = Contact(mail.identity, arrived, Role.PRACTITIONER, "report")
    forward = _forward_notice(case, submission, facts)
    return Decision(
        (Put(report), Put(submission), Put(contact)),
        (_receipt(case, event, submission, facts), replace(forward, words=mail.text, page=mail.page)),
    )


def _feedback_due(event: ReportReceived, before: Report | None, almanac: Almanac) -> date:
    """Seven days after the arrival; a new version never makes it sooner than was known before."""
    day = feedback_day(event.arrival.arrived, almanac.config.programme)
    if before is None:
        return day
    return before.feedback_due if before.answered else max(before.feedback_due, day)


def forward_again(case: Case, config: Config, now: datetime) -> Decision:
    """The reports that wait for a mentor who hasn't got them: the mentor has changed, or has another address. The new
    one has the usual days from now."""
    if case.enrolment.status is not Status.ACTIVE:
        return Decision()
    mentor, almanac = case.enrolment.mentor, Almanac(config)
    notices, changes = [], []
    for report in case.pending():
        last = case.submissions(report.number)[-1]
        about = f"forward/{case.unit}/{last.key}"
        have = [x for key, x in case.letters.items() if key == about or key.startswith(f"{about}/")]
        if any(set(x.to) & set(mentor.addresses) for x in have):
            continue
        later = max(report.feedback_due, feedback_day(now, config.programme))
        report = replace(report, feedback_due=later, due_known=almanac.day(now))
        changes.append(Put(report))
        notice = _forward_notice(case, last, _facts(case, report, last, almanac))
        notices.append(replace(notice, key=f"{about}/{mentor.address}", retells=True))
    return Decision(tuple(changes), tuple(notices))


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


def _facts(case: Case, report: Report, submission: Submission, almanac: Almanac) -> dict[str, Any]:
    return {
        **standing_facts(case),
        "answered": report.answered is not None,
        "number": report.number,
        "version": submission.version,
        "late": report.late,
        "deadline": almanac.deadline(case, report.number).isoformat(),
        "arrived": submission.arrived.isoformat(),
        "feedback_due": report.feedback_due.isoformat(),
        "documents": [d.name for d in submission.documents if not d.inline],
        "cut": submission.cut,
    }


def _forward_notice(case: Case, submission: Submission, facts: dict[str, Any]) -> Notice:
    enrolment, number = case.enrolment, submission.number
    thread = f"forward/{case.unit}/{number}/"
    return Notice(
        name="forward_report",
        key=f"forward/{case.unit}/{submission.key}",
        unit=case.unit,
        number=number,
        to=(enrolment.mentor,),
        facts=facts,
        topic=f"Report {number} from {enrolment.practitioner.name}",
        references=tuple(x.message_id for key, x in case.letters.items() if key.startswith(thread))[:1],
        carries=submission.archived,
        documents=submission.documents,
    )
