"""What a mail that answers nothing of ours is, by the parts that its sender plays."""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import (
    AimUnclear,
    Arrival,
    CapacityEnded,
    CommandUnclear,
    ConcernTold,
    Event,
    MessageUnplaced,
    SupportNeeded,
)
from qibot.model import Role, Status
from qibot.understanding.commands.command import private_subject
from qibot.understanding.commands.ordered import order_in
from qibot.understanding.context import Context
from qibot.understanding.managers_words import fresh_from_manager
from qibot.understanding.mentors_words import fresh_from_mentor
from qibot.understanding.of_the_notes import of_the_notes
from qibot.understanding.practitioners_words import is_report, of_practitioner
from qibot.understanding.said_beside import with_words
from qibot.understanding.standpoint import says_feedback, speaks_as_mentor

TO_THE_TEAM = (AimUnclear, CapacityEnded, ConcernTold, SupportNeeded)


def fresh(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What a mail means that stands in no matter."""
    own = [p.case for p in context.parts if p.role is Role.PRACTITIONER]
    active = [c for c in own if c.enrolment.status is Status.ACTIVE]
    mentored = context.cases(Role.MENTOR)
    if len(active) == 1:
        if (ordered := order_in(arrival, context, active[0], [Role.PRACTITIONER], almanac)) and not mentored:
            return with_words(ordered, arrival, context, active[0], Role.PRACTITIONER, almanac)
        if mentored and (said := _as_both(arrival, context, ordered, almanac)) is not None:
            return said
        return of_practitioner(arrival, context, active[0], 0, None, almanac)
    if len(active) > 1:
        return MessageUnplaced(arrival, "its sender is enrolled more than once, and it doesn't say in which cohort")
    if own and not (mentored and speaks_as_mentor(arrival.mail, context, own)):
        return MessageUnplaced(arrival, f"its sender's enrolment is {own[0].enrolment.status}")
    roles = list(dict.fromkeys(p.role for p in context.parts))
    if (ordered := order_in(arrival, context, context.desk, roles, almanac)) is not None:
        role = roles[0] if roles else Role.TEAM
        return with_words(ordered, arrival, context, context.desk, role, almanac)
    if Role.MENTOR in roles:
        told = of_the_notes(arrival, context) or fresh_from_mentor(arrival, context, almanac)
        if (word := private_subject(arrival.mail.subject)) and not isinstance(told, TO_THE_TEAM):
            cause = f"its subject says {word}, which is for the team alone, but no line of it does"
            return MessageUnplaced(arrival, cause)
        return told
    if context.team:
        return MessageUnplaced(arrival, "it is from the team but answers none of the bot's letters")
    if (said := fresh_from_manager(arrival, context, almanac)) is not None:
        return said
    return MessageUnplaced(arrival, "it is from a manager but answers none of the bot's letters")


def _as_both(arrival: Arrival, context: Context, own: Event | None, almanac: Almanac) -> Event | None:
    """What a practitioner who mentors others says, unless it is plainly about their own project. `own` is what their
    words order there."""
    if own is not None and not isinstance(own, CommandUnclear):
        return own
    if (noted := of_the_notes(arrival, context)) is not None:
        return noted
    spoken = says_feedback(arrival.mail, context) or bool(private_subject(arrival.mail.subject))
    ordered = order_in(arrival, context, context.desk, [Role.MENTOR], almanac)
    if not spoken and isinstance(ordered, CommandUnclear) and is_report(arrival, almanac):
        ordered = None  # what a report says may sound like a mentor's word
    if ordered is not None or own is not None:
        return ordered or own
    return (
        MessageUnplaced(arrival, "its sender is practitioner and mentor, and it doesn't say as which")
        if spoken
        else None
    )
