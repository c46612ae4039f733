"""A question or an answer: practitioner, mentor and manager hear each other (guidance, sections 2 and 6)."""

from __future__ import annotations

from typing import Any

from qibot.config import Config
from qibot.events import Decision, MessageReceived, Notice, free_key, standing_facts, topic_of
from qibot.message import ReadersPart, part_for
from qibot.model import Case, Contact, Letter, Person, Put, Role
from qibot.rules.readers import without_those_who_have_it
from qibot.rules.receipt import asked
from qibot.rules.topics import is_known
from qibot.understanding import links_in


def on_message_received(case: Case, event: MessageReceived, _config: Config) -> Decision:
    """Pass it on to those whom it concerns and who don't have it already."""
    mail = event.arrival.mail
    others = without_those_who_have_it(_audience(case, event), mail)
    between = event.role in (Role.PRACTITIONER, Role.MENTOR) and event.to is not Role.MANAGER
    contact = (Put(Contact(mail.identity, event.arrival.arrived, event.role, "message")),) if between else ()
    told = (asked(case, event),) if event.asked and others else ()
    return Decision(contact, ((_relay(case, event, others),) if others else ()) + told)


def _audience(case: Case, event: MessageReceived) -> list[Person | None]:
    """A practitioner asks the mentor, a mentor answers the practitioner; managers and team speak to both. Whom alone it
    is for gets it alone."""
    e = case.enrolment
    if event.to is not None:
        alone = {Role.PRACTITIONER: e.practitioner, Role.MENTOR: e.mentor, Role.MANAGER: e.manager}
        return [alone.get(event.to)]
    if event.role is Role.PRACTITIONER:
        return [e.mentor]
    if event.role is Role.MENTOR:
        return [e.practitioner]
    return [e.practitioner, e.mentor]


def _relay(case: Case, event: MessageReceived, others: tuple[Person, ...]) -> Notice:
    mail = event.arrival.mail
    strict = case.enrolment.manager in others and event.role is not Role.TEAM
    bare = ReadersPart("\n".join(links_in(mail)), "")
    part = bare if event.apart else part_for(mail, case, others, strict=strict)
    speaker = _speaker(case, event)
    forward = _forward_to_mentor(case, event.number) if others == (case.enrolment.mentor,) else None
    subject = _subject(case, event, others, forward) or f"Message from {speaker}"
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
            "left_out": part.left_out,
        },
        topic=subject,
        **_thread(case, event, forward),
        speaker=speaker,
        words=part.words,
        page=part.page,
        carries=event.arrival.archived,
        documents=mail.files if event.apart else mail.documents,
        replies=True,
    )


def _subject(case: Case, event: MessageReceived, others: tuple[Person, ...], forward: Letter | None) -> str:
    """Its sender's own subject, which is read as its words are; an answer's is of an earlier mail, and stays where
    those who get this one have seen it. Nothing where none is to be told."""
    mail = event.arrival.mail
    if forward is not None:
        return topic_of(forward.subject)
    if event.apart or (mail.is_reply and not is_known(case, mail.subject, others)):
        return ""
    return topic_of(mail.subject)


def _thread(case: Case, event: MessageReceived, forward: Letter | None) -> dict[str, Any]:
    """Where readers' mail programs put it: below what they hold themselves. The mentor holds the letter that brought
    the report; the practitioner holds their own mail, which the mentor's answer repeats among its references since our
    letter with the question named it, or else the report."""
    mail = event.arrival.mail
    own = (mail.message_id,) if mail.message_id else ()
    if forward:
        return {"references": (*own, forward.message_id), "answers": forward.message_id}
    if event.role is Role.MENTOR and event.to is None and (held := _of_the_practitioner(case, event)):
        return {"references": (held,), "answers": held}
    return {"references": (*mail.references, *own), "answers": next(iter(mail.in_reply_to), "")}


def _of_the_practitioner(case: Case, event: MessageReceived) -> str:
    ours = {x.message_id.lower() for x in case.letters.values()}
    theirs = [x for x in event.arrival.mail.references if x.lower() not in ours]
    sent = [x.message_id for x in case.submissions(event.number) if x.message_id] if event.number else []
    return next(reversed(theirs or sent), "")


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
