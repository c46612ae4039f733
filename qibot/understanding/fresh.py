"""What a mail that answers nothing of ours is, by the parts that its sender plays."""

from __future__ import annotations

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear, Event, FeedbackReceived, MessageReceived, MessageUnplaced, WhichAsked
from qibot.model import Role, Status
from qibot.understanding import mentors_words
from qibot.understanding.commands.command import private_subject
from qibot.understanding.commands.ordered import order_in
from qibot.understanding.commands.which import choices_of
from qibot.understanding.context import Context
from qibot.understanding.practitioners_words import circumstances, is_report, report_or_message, tells_of_circumstances
from qibot.understanding.standpoint import says_feedback, speaks_as_mentor


def fresh(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What a mail means that stands in no matter."""
    own = [p.case for p in context.parts if p.role is Role.PRACTITIONER]
    active = [c for c in own if c.enrolment.status is Status.ACTIVE]
    mentored = context.cases(Role.MENTOR)
    if len(active) == 1:
        if (ordered := order_in(arrival, context, active[0], [Role.PRACTITIONER], almanac)) and not mentored:
            return ordered
        if mentored and (said := _as_both(arrival, context, ordered, almanac)) is not None:
            return said
        if tells_of_circumstances(arrival, almanac):
            return circumstances(arrival, active[0], 0, almanac)
        if is_report(arrival, almanac):
            return report_or_message(arrival, active[0], None, almanac)
        return MessageReceived(arrival, active[0].unit, 0, Role.PRACTITIONER, asked=True)
    if len(active) > 1:
        return MessageUnplaced(arrival, "its sender is enrolled more than once, and it doesn't say in which cohort")
    if own and not (mentored and speaks_as_mentor(arrival.mail, context, own)):
        return MessageUnplaced(arrival, f"its sender's enrolment is {own[0].enrolment.status}")
    roles = list(dict.fromkeys(p.role for p in context.parts))
    if (ordered := order_in(arrival, context, context.desk, roles, almanac)) is not None:
        return ordered
    if Role.MENTOR in roles:
        if word := private_subject(arrival.mail.subject):
            cause = f"its subject says {word}, which is for the team alone, but no line of it does"
            return MessageUnplaced(arrival, cause)
        return mentors_words.fresh(arrival, context) or _from_mentor(arrival, context)
    if context.team:
        return MessageUnplaced(arrival, "it is from the team but answers none of the bot's letters")
    return MessageUnplaced(arrival, "it is from a manager but answers none of the bot's letters")


def _as_both(arrival: Arrival, context: Context, own: Event | None, almanac: Almanac) -> Event | None:
    """What a practitioner who mentors others says, unless it is plainly about their own project. `own` is what their
    words order there."""
    if own is not None and not isinstance(own, CommandUnclear):
        return own
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


def _from_mentor(arrival: Arrival, context: Context) -> Event:
    pending = [(case, report) for case in context.cases(Role.MENTOR) for report in case.pending()]
    if len(pending) == 1:
        return FeedbackReceived(arrival, pending[0][0].unit, pending[0][1].number)
    if found := choices_of(context):
        choices, labels, who = found
        return WhichAsked(arrival, choices, labels, who)
    return MessageUnplaced(arrival, "its mentor has no report to answer, and it answers none of the bot's letters")
