"""What needs no letter to anybody else: thanks and promises, documents that were forgotten or are asked about (3a)."""

from __future__ import annotations

from qibot.config import Config
from qibot.events import (
    Acknowledged,
    Decision,
    DocumentForgotten,
    Notice,
    ReportsAskedAbout,
    answering,
    standing_facts,
)
from qibot.model import Case, InQuestion, Person, Put, Role, Unsent
from qibot.rules.confirm import sign


def on_acknowledged(_case: Case, event: Acknowledged, _config: Config) -> Decision:
    """A sign of life, and nothing else."""
    pair = event.role in (Role.PRACTITIONER, Role.MENTOR)
    return Decision((sign(event.arrival, event.role, "message"),) if pair else ())


def on_document_forgotten(case: Case, event: DocumentForgotten, config: Config) -> Decision:
    """The practitioner is asked for it at once, the mentor is spared; what follows soon counts from this mail on."""
    arrival, practitioner = event.arrival, case.enrolment.practitioner
    asked = Notice(
        name="ask_document",
        key=f"document/{case.unit}/{arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=(Person(practitioner.name, (arrival.mail.sender or practitioner.address,)),),
        facts={
            **standing_facts(case),
            "number": event.number,
            "subject": arrival.mail.subject,
            "days": config.programme.forgotten_days,
        },
        replies=True,
        **answering(arrival),
    )
    return Decision((Put(Unsent(arrival.arrived, event.said)), sign(arrival, Role.PRACTITIONER, "message")), (asked,))


def on_reports_asked_about(case: Case, event: ReportsAskedAbout, _config: Config) -> Decision:
    """The reminders of these reports are held; the question itself is the desk's."""
    arrival = event.arrival
    waiting = [x for x in case.all(InQuestion).values() if x.worded and not set(x.numbers).isdisjoint(event.numbers)]
    since = min((x.since for x in waiting if event.worded), default=arrival.arrived)
    held = InQuestion(arrival.mail.identity, event.numbers, min(since, arrival.arrived), event.worded)
    own = arrival.mail.sender in case.enrolment.practitioner.addresses  # else another one's mail, of which it is said
    how = "asked" if event.worded else "message"  # words that nobody has seen are a sign of life, and no contact
    return Decision((Put(held), *((sign(arrival, Role.PRACTITIONER, how),) if own else ())))
