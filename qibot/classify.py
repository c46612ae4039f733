"""What a person's message is, given who sent it and which matter it stands in: Mail -> event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qibot.config import Config
from qibot.events import (
    Arrival,
    Event,
    FeedbackReceived,
    MessageReceived,
    MessageUnplaced,
    ReportReceived,
)
from qibot.model import Case, Role, Status
from qibot.reading import read

_SAYS_REPORT = re.compile(r"\breports?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the sender plays: in which enrolment, and which."""

    role: Role
    case: Case


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a message beside its words: the sender's parts, and the matter if it stands in one."""

    parts: Sequence[Part]
    case: Case | None = None
    number: int = 0
    team: bool = False


def classify(arrival: Arrival, context: Context, config: Config) -> Event:
    """What has happened. Whatever doesn't fit becomes MessageUnplaced, with the cause in words."""
    if cause := _unfit(arrival, context):
        return MessageUnplaced(arrival, cause)
    if context.case is not None:
        return _in_thread(arrival, context, context.case, config)
    return _fresh(arrival, context, config)


def _unfit(arrival: Arrival, context: Context) -> str:
    if arrival.mail.sender is None:
        return "it doesn't say plainly whom it is from (no From address, or more than one)"
    if arrival.mail.encrypted:
        return "it is encrypted"
    if not context.parts and not context.team:
        return "its sender isn't known to the programme"
    return ""


def _in_thread(arrival: Arrival, context: Context, case: Case, config: Config) -> Event:
    roles = [p.role for p in context.parts if p.case.unit == case.unit]
    if context.team and not roles:
        roles = [Role.TEAM]
    if not roles:
        return MessageUnplaced(arrival, "it answers a letter about somebody with whom its sender has nothing to do")
    enrolment = case.enrolment
    if enrolment.status is not Status.ACTIVE:
        return MessageUnplaced(arrival, f"the enrolment of {enrolment.practitioner.name} is {enrolment.status}")
    role = roles[0]
    if role is Role.PRACTITIONER and arrival.mail.files:
        return _report(arrival, case, context.number, config)
    if role is Role.MENTOR and case.report(context.number):
        return FeedbackReceived(arrival, case.unit, context.number)
    return MessageReceived(arrival, case.unit, context.number, role)


def _fresh(arrival: Arrival, context: Context, config: Config) -> Event:
    own = [p.case for p in context.parts if p.role is Role.PRACTITIONER]
    active = [c for c in own if c.enrolment.status is Status.ACTIVE]
    if len(active) == 1:
        if _is_report(arrival, config):
            return _report(arrival, active[0], None, config)
        return MessageReceived(arrival, active[0].unit, 0, Role.PRACTITIONER)
    if len(active) > 1:
        return MessageUnplaced(arrival, "its sender is enrolled more than once, and it doesn't say in which cohort")
    if own:
        return MessageUnplaced(arrival, f"its sender's enrolment is {own[0].enrolment.status}")
    if any(p.role is Role.MENTOR for p in context.parts):
        return _from_mentor(arrival, context)
    if context.team:
        return MessageUnplaced(arrival, "it is from the team but answers none of the bot's letters")
    return MessageUnplaced(arrival, "it is from a manager but answers none of the bot's letters")


def _from_mentor(arrival: Arrival, context: Context) -> Event:
    mentored = [p.case for p in context.parts if p.role is Role.MENTOR and p.case.enrolment.status is Status.ACTIVE]
    pending = [(case, report) for case in mentored for report in case.pending()]
    if len(pending) == 1:
        return FeedbackReceived(arrival, pending[0][0].unit, pending[0][1].number)
    if pending:
        return MessageUnplaced(
            arrival, f"its mentor has {len(pending)} reports to answer and it doesn't say which it is for"
        )
    return MessageUnplaced(arrival, "its mentor has no report to answer, and it answers none of the bot's letters")


def _report(arrival: Arrival, case: Case, thread: int | None, config: Config) -> Event:
    cohort = config.cohorts[case.enrolment.cohort]
    reading = read(arrival.mail, case, cohort, config.programme, arrival.arrived, thread or None)
    if reading is None:
        return MessageReceived(arrival, case.unit, thread or 0, Role.PRACTITIONER)
    return ReportReceived(arrival, case.unit, reading.number, reading.alternatives)


def _is_report(arrival: Arrival, config: Config) -> bool:
    mail = arrival.mail
    if mail.files or len(mail.new_text.split()) >= config.programme.report_words:
        return True
    return bool(_SAYS_REPORT.search(mail.subject)) and not mail.is_reply
