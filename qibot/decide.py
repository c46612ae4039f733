"""The visible table: what has happened -> the rule that decides. Pure: no clock, no disk, no mail."""

from __future__ import annotations

from dataclasses import replace

from qibot.config import Config
from qibot.events import (
    Event,
    FeedbackReceived,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    ReportReceived,
)
from qibot.model import DESK, Case, Put, Seen
from qibot.notices import Decision
from qibot.rules.feedback import on_feedback_received
from qibot.rules.message import on_message_received
from qibot.rules.report import on_report_received
from qibot.rules.unplaced import on_message_ignored, on_message_unplaced


def decide(case: Case, event: Event, config: Config) -> Decision:
    """What is to change in the event's unit and what is to be said, the message's seen-mark included."""
    match event:
        case ReportReceived():
            decision = on_report_received(case, event, config)
        case FeedbackReceived():
            decision = on_feedback_received(case, event)
        case MessageReceived():
            decision = on_message_received(case, event)
        case MessageUnplaced():
            decision = on_message_unplaced(case, event)
        case MessageIgnored():
            decision = on_message_ignored(case, event)
    return replace(decision, changes=(*decision.changes, Put(_seen(event))))


def unit_of(event: Event) -> str:
    """The unit that the event changes: the enrolment, or the desk for what belongs to nobody."""
    return DESK if isinstance(event, MessageUnplaced | MessageIgnored) else event.unit


def taken_for(event: Event) -> str:
    """In a few words what the message was taken for."""
    match event:
        case ReportReceived():
            return f"report {event.number}"
        case FeedbackReceived():
            return f"feedback on report {event.number}"
        case MessageReceived():
            return f"message from the {event.role}"
        case MessageUnplaced():
            return "quarantine"
        case MessageIgnored():
            return event.kind


def _seen(event: Event) -> Seen:
    mail = event.arrival.mail
    return Seen(
        key=mail.identity,
        digest=mail.digest,
        arrived=event.arrival.arrived,
        taken_for=taken_for(event),
        quarantined=isinstance(event, MessageUnplaced),
    )
