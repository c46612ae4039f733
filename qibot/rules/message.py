"""A question or an answer: practitioner, mentor and manager hear each other (guidance, sections 2 and 6)."""

from __future__ import annotations

from qibot.config import Config
from qibot.events import Decision, MessageReceived, Notice, free_key, standing_facts, topic_of
from qibot.message import told_apart
from qibot.model import Case, Contact, Letter, Person, Put, Role
from qibot.rules.readers import without_those_who_have_it
from qibot.rules.receipt import asked
from qibot.understanding import links_in


def on_message_received(case: Case, event: MessageReceived, _config: Config) -> Decision:
    """Pass it on to those whom it concerns and who don't have it already."""
    mail = event.arrival.mail
    others = without_those_who_have_it(_audience(case, event.role), mail)
    between = event.role in (Role.PRACTITIONER, Role.MENTOR)
    contact = (Put(Contact(mail.identity, event.arrival.arrived, event.role, "message")),) if between else ()
    told = (asked(case, event),) if event.asked and others else ()
    return Decision(contact, ((_relay(case, event, others),) if others else ()) + told)


def _audience(case: Case, role: Role) -> list[Person]:
    """A practitioner asks the mentor, a mentor answers the practitioner; managers and team speak to both."""
    enrolment = case.enrolment
    if role is Role.PRACTITIONER:
        return [enrolment.mentor]
    if role is Role.MENTOR:
        return [enrolment.practitioner]
    return [enrolment.practitioner, enrolment.mentor]


def _relay(case: Case, event: MessageReceived, others: tuple[Person, ...]) -> Notice:
    mail = event.arrival.mail
    said, page = ("\n".join(links_in(mail)), "") if event.apart else told_apart(mail, case)
    speaker = _speaker(case, event)
    forward = _forward_to_mentor(case, event.number) if others == (case.enrolment.mentor,) else None
    subject = topic_of(forward.subject if forward else mail.subject) or f"Message from {speaker}"
    return Notice(
        name="relay_message",
        key=free_key(case, f"message/{case.unit}/{event.number}/{mail.identity}"),
        unit=case.unit,
        number=event.number,
        to=others,
        facts={
            **standing_facts(case),
            "speaker": speaker,
            "subject": subject,
            "documents": [d.name for d in (*mail.files, *mail.invitations)],
            "apart": bool(event.apart),
        },
        topic=subject,
        references=(forward.message_id,) if forward else mail.references,
        answers=forward.message_id if forward else next(iter(mail.in_reply_to), ""),
        speaker=speaker,
        words=said,
        page=page,
        carries=event.arrival.archived,
        documents=mail.files if event.apart else mail.documents,
        replies=True,
    )


def _forward_to_mentor(case: Case, number: int) -> Letter | None:
    """The letter that began the mentor's own thread about this report: the mentor's mail program knows no other."""
    named = (x for x in case.letters.values() if x.name == "forward_report" and x.key.split("/")[3] == str(number))
    forwards = [x for x in named if x.moved is None]
    return forwards[0] if forwards else None


def _speaker(case: Case, event: MessageReceived) -> str:
    enrolment = case.enrolment
    known = {
        Role.PRACTITIONER: enrolment.practitioner.name,
        Role.MENTOR: enrolment.mentor.name,
        Role.MANAGER: enrolment.manager.name if enrolment.manager else "",
        Role.TEAM: "Community Planning team",
    }
    return known[event.role]
