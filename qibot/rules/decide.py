"""The visible table: what has happened -> the rule that decides. Pure: no clock, no disk, no mail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qibot.config import Config
from qibot.events import (
    AbsenceNoted,
    Acknowledged,
    AddressMended,
    AimUnclear,
    CapacityEnded,
    CircumstancesDecided,
    CircumstancesReported,
    CommandUnclear,
    ConcernTold,
    ContactReported,
    CopyWanted,
    DateNamed,
    Decision,
    DocumentForgotten,
    EscalationOrdered,
    Event,
    FeedbackAfterAll,
    FeedbackReceived,
    HelpAsked,
    MailBounced,
    MentorChanged,
    MentorsAsked,
    MessageIgnored,
    MessageReceived,
    MessageUnplaced,
    OrderConfirmed,
    OrderDoubted,
    QuarantineDecided,
    Reassigned,
    Reclassified,
    ReportReceived,
    ReportsAskedAbout,
    StandingChanged,
    StatusAsked,
    StopAsked,
    SupportNeeded,
    ToldAfterAll,
    ToldInConfidence,
    UndoOrdered,
    WhichAsked,
    WhichChosen,
    WhyAsked,
)
from qibot.model import DESK, Case, Drop, InQuestion, Put, Role, Seen, named
from qibot.rules.absence import on_absence_noted
from qibot.rules.acknowledged import on_acknowledged, on_document_forgotten, on_reports_asked_about
from qibot.rules.agreements import (
    on_circumstances_decided,
    on_contact_reported,
    on_date_named,
    on_escalation_ordered,
)
from qibot.rules.anyone import on_help_asked, on_stop_asked
from qibot.rules.asked_back import on_unclear, settled
from qibot.rules.authority import on_order_confirmed, on_order_doubted
from qibot.rules.bounced import on_address_mended, on_mail_bounced
from qibot.rules.circumstances import on_circumstances_reported
from qibot.rules.concerns import on_aim_unclear, on_capacity_ended, on_concern_told, on_support_needed
from qibot.rules.confidence import on_told_after_all
from qibot.rules.documents import with_documents
from qibot.rules.feedback import on_copy_wanted, on_feedback_after_all, on_feedback_received
from qibot.rules.held_confidence import on_confidence
from qibot.rules.mentors import on_mentors_asked
from qibot.rules.message import on_message_received
from qibot.rules.quarantine import on_quarantine_decided, on_which_asked, on_which_chosen
from qibot.rules.reclassified import on_reclassified
from qibot.rules.report import is_filed, on_report_received
from qibot.rules.standing import on_mentor_changed, on_reassigned, on_standing_changed, on_status_asked
from qibot.rules.undo import on_undo_ordered, undoable
from qibot.rules.unplaced import on_message_ignored, on_message_unplaced
from qibot.rules.why import on_why_asked
from qibot.screening import words_of
from qibot.understanding import asks_leave


@dataclass(frozen=True, slots=True)
class Row:
    """The rule for an event, and in a few words what the message was taken for.

    What `undone_by` says can be taken back by UNDO, by whoever plays that part (the event's own role where it has one).
    """

    rule: Callable[..., Decision]
    taken_for: str
    undone_by: str = ""


TO_MANAGER = "message to the manager"  # and to nobody else
TABLE: Mapping[type[Any], Row] = {
    ReportReceived: Row(on_report_received, "{what}"),
    FeedbackReceived: Row(on_feedback_received, "feedback on {what}"),
    FeedbackAfterAll: Row(on_feedback_after_all, "a correction"),
    CopyWanted: Row(on_copy_wanted, "COPY"),
    MessageReceived: Row(on_message_received, "message from the {role}"),
    Acknowledged: Row(on_acknowledged, "thanks or a promise"),
    DocumentForgotten: Row(on_document_forgotten, "{what} without its document"),
    ReportsAskedAbout: Row(on_reports_asked_about, "reports that are asked about"),
    DateNamed: Row(on_date_named, "EXPECT for {what}", undone_by="{role}"),
    CircumstancesReported: Row(on_circumstances_reported, "exceptional circumstances for {what}", undone_by="{role}"),
    CircumstancesDecided: Row(on_circumstances_decided, "the team's word on {what}", undone_by="team"),
    EscalationOrdered: Row(on_escalation_ordered, "ESCALATE for {what}", undone_by="team"),
    ContactReported: Row(on_contact_reported, "WE SPOKE", undone_by="{role}"),
    WhyAsked: Row(on_why_asked, "WHY"),
    UndoOrdered: Row(on_undo_ordered, "UNDO"),
    HelpAsked: Row(on_help_asked, "HELP"),
    StopAsked: Row(on_stop_asked, "STOP"),
    CommandUnclear: Row(on_unclear, "a command that can't be carried out"),
    SupportNeeded: Row(on_support_needed, "NEEDS SUPPORT", undone_by="mentor"),
    ToldAfterAll: Row(on_told_after_all, "a correction"),
    ToldInConfidence: Row(on_confidence, "a word for the team alone", undone_by="{role}"),
    AimUnclear: Row(on_aim_unclear, "NO CLEAR AIM", undone_by="mentor"),
    CapacityEnded: Row(on_capacity_ended, "NO CAPACITY", undone_by="mentor"),
    ConcernTold: Row(on_concern_told, "NEEDS SUPPORT"),
    MentorsAsked: Row(on_mentors_asked, "MENTORS"),
    StandingChanged: Row(on_standing_changed, "a change of standing", undone_by="team"),
    StatusAsked: Row(on_status_asked, "STATUS"),
    MentorChanged: Row(on_mentor_changed, "REASSIGN"),
    Reassigned: Row(on_reassigned, "REASSIGN"),
    Reclassified: Row(on_reclassified, "a correction"),
    MailBounced: Row(on_mail_bounced, "bounce"),
    AddressMended: Row(on_address_mended, "MENDED"),
    AbsenceNoted: Row(on_absence_noted, "automatic", undone_by="mentor"),
    MessageUnplaced: Row(on_message_unplaced, "quarantine"),
    MessageIgnored: Row(on_message_ignored, "{kind}"),
    QuarantineDecided: Row(on_quarantine_decided, "the team's word on quarantine", undone_by="team"),
    WhichAsked: Row(on_which_asked, "quarantine"),
    WhichChosen: Row(on_which_chosen, "a mentor's choice"),
    OrderDoubted: Row(on_order_doubted, "a command to be confirmed"),
    OrderConfirmed: Row(on_order_confirmed, "the word on a command"),
}


def decide(case: Case, event: Event, config: Config, *, effect: bool = False) -> Decision:
    """What is to change in the event's unit and what is to be said, the message's seen-mark included.

    An `effect` of an event in another unit bears no mark: the event itself does, when all its effects are there.
    """
    row = TABLE[type(event)]
    if effect and isinstance(event, ReportReceived) and is_filed(case, event):
        return Decision()
    decision = _with_those_beside(case, event, config)
    identity = event.arrival.mail.identity
    decision = replace(decision, notices=tuple(replace(n, cause=n.cause or identity) for n in decision.notices))
    by = row.undone_by.format(role=getattr(event, "role", ""))
    if effect:
        several = isinstance(event, DateNamed)  # a day for several practitioners' reports
        return undoable(case, event, decision, by, beside=True) if several else decision
    decision = replace(decision, changes=(*decision.changes, *settled(case, event)))  # UNDO holds anew
    if by and not _is_former(event) and not _is_onlookers(event):
        decision = undoable(case, event, decision, by)
    answered = (Drop(InQuestion.table, identity),) if case.get(InQuestion, identity) else ()
    return replace(decision, changes=(*decision.changes, *answered, Put(_seen(event))))


def _with_those_beside(case: Case, event: Event, config: Config) -> Decision:
    """What the rule decides, of several reports in one mail for each; what several would say is said once."""
    several = (event, *(event.beside if isinstance(event, ReportReceived) else ()))
    made = [with_documents(case, one, TABLE[type(one)].rule(case, one, config), config) for one in several]
    letters = {n.key: n for d in reversed(made) for n in reversed(d.notices)}
    changes = tuple(c for d in made for c in d.changes)
    return Decision(changes, tuple(reversed(letters.values()))) if len(made) > 1 else made[0]


def unit_of(event: Event) -> str:
    """The unit that the event changes: the enrolment, or the desk for what belongs to nobody."""
    return getattr(event, "unit", DESK)


def taken_for(event: Event) -> str:
    """In a few words what the message was taken for; a word to the manager alone is never one that a correction sends
    on to practitioner or mentor."""
    if isinstance(event, MessageReceived) and event.to is Role.MANAGER:
        return TO_MANAGER
    numbers = (getattr(event, "number", 0), *(x.number for x in getattr(event, "beside", ())))
    what = " and ".join(named(n) for n in numbers)
    role, kind = (getattr(event, name, "") for name in ("role", "kind"))
    return TABLE[type(event)].taken_for.format(what=what, role=role, kind=kind)


def _seen(event: Event) -> Seen:
    mail = event.arrival.mail
    return Seen(
        key=mail.identity,
        digest=mail.digest,
        arrived=event.arrival.arrived,
        taken_for=taken_for(event),
        quarantined=isinstance(event, MessageUnplaced | WhichAsked | OrderDoubted) or _keeps_answer(event),
        archived=event.arrival.archived,
        by="" if _is_former(event) else str(getattr(event, "role", "") or _BY.get(type(event), "")),
        words=words_of(mail),
        because=event.arrival.read,
        apart=str(getattr(event, "apart", "")),
        asks=asks_leave(mail.top, beside_report=isinstance(event, ReportReceived)),
    )


def _is_former(event: Event) -> bool:
    """Whether its writer has no part any more, and so is neither the present mentor nor obeyed."""
    return isinstance(event, ToldInConfidence) and bool(event.former)


def _is_onlookers(event: Event) -> bool:
    """Whether it is an office's word to the team, which decides nothing: UNDO is of the team's own decisions."""
    return isinstance(event, ToldInConfidence) and event.role is Role.TEAM


def _keeps_answer(event: Event) -> bool:
    return isinstance(event, WhichChosen) and event.words


_BY: Mapping[type[Any], Role] = {
    ReportReceived: Role.PRACTITIONER,
    CircumstancesReported: Role.PRACTITIONER,
    FeedbackReceived: Role.MENTOR,
    FeedbackAfterAll: Role.MENTOR,
    CopyWanted: Role.MENTOR,
    SupportNeeded: Role.MENTOR,
    ConcernTold: Role.MENTOR,
    AimUnclear: Role.MENTOR,
    Reclassified: Role.PRACTITIONER,
    CircumstancesDecided: Role.TEAM,
    EscalationOrdered: Role.TEAM,
}
