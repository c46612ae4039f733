"""The visible table: what has happened -> the rule that decides. Pure: no clock, no disk, no mail."""

from __future__ import annotations

from dataclasses import replace

from qibot.automatic import words_of
from qibot.config import Config
from qibot.events import (
    AbsenceNoted,
    AddressMended,
    CircumstancesDecided,
    CircumstancesReported,
    CommandUnclear,
    ContactReported,
    DateNamed,
    EscalationOrdered,
    Event,
    FeedbackReceived,
    MailBounced,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    ReportReceived,
)
from qibot.model import DESK, Case, Put, Seen
from qibot.notices import Decision
from qibot.rules.absence import on_absence_noted
from qibot.rules.agreements import (
    on_circumstances_decided,
    on_circumstances_reported,
    on_command_unclear,
    on_contact_reported,
    on_date_named,
    on_escalation_ordered,
)
from qibot.rules.bounced import on_address_mended, on_mail_bounced
from qibot.rules.feedback import on_feedback_received
from qibot.rules.message import on_message_received
from qibot.rules.report import on_report_received
from qibot.rules.unplaced import on_message_ignored, on_message_unplaced

_OF_THE_DESK = MailBounced | AddressMended | AbsenceNoted | MessageUnplaced | MessageIgnored


def decide(case: Case, event: Event, config: Config) -> Decision:
    """What is to change in the event's unit and what is to be said, the message's seen-mark included."""
    match event:
        case ReportReceived():
            decision = on_report_received(case, event, config)
        case FeedbackReceived():
            decision = on_feedback_received(case, event)
        case MessageReceived():
            decision = on_message_received(case, event)
        case DateNamed():
            decision = on_date_named(case, event, config)
        case CircumstancesReported():
            decision = on_circumstances_reported(case, event, config)
        case CircumstancesDecided():
            decision = on_circumstances_decided(case, event)
        case EscalationOrdered():
            decision = on_escalation_ordered(case, event)
        case ContactReported():
            decision = on_contact_reported(case, event, config)
        case CommandUnclear():
            decision = on_command_unclear(case, event)
        case MailBounced():
            decision = on_mail_bounced(case, event)
        case AddressMended():
            decision = on_address_mended(case, event)
        case AbsenceNoted():
            decision = on_absence_noted(case, event)
        case MessageUnplaced():
            decision = on_message_unplaced(case, event)
        case MessageIgnored():
            decision = on_message_ignored(case, event)
    return replace(decision, changes=(*decision.changes, Put(_seen(event))))


def unit_of(event: Event) -> str:
    """The unit that the event changes: the enrolment, or the desk for what belongs to nobody."""
    return DESK if isinstance(event, _OF_THE_DESK) else event.unit


def taken_for(event: Event) -> str:
    """In a few words what the message was taken for."""
    match event:
        case ReportReceived():
            return f"report {event.number}"
        case FeedbackReceived():
            return f"feedback on report {event.number}"
        case MessageReceived():
            return f"message from the {event.role}"
        case DateNamed():
            return f"EXPECT for report {event.number}"
        case CircumstancesReported():
            return f"exceptional circumstances for report {event.number}"
        case CircumstancesDecided():
            return f"the team's word on report {event.number}"
        case EscalationOrdered():
            return f"ESCALATE for report {event.number}"
        case ContactReported():
            return "WE SPOKE"
        case CommandUnclear():
            return "a command that can't be carried out"
        case MailBounced():
            return "bounce"
        case AddressMended():
            return "MENDED"
        case AbsenceNoted():
            return "automatic"
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
        words=words_of(mail),
    )
