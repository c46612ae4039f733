"""What a mail that answers nothing of ours is, by the parts that its sender plays."""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import (
    AbsenceNoted,
    AimUnclear,
    Arrival,
    CapacityEnded,
    CircumstancesReported,
    CommandUnclear,
    ConcernTold,
    ContactReported,
    Event,
    FeedbackReceived,
    MessageReceived,
    MessageUnplaced,
    SupportNeeded,
    ToldInConfidence,
    WhichAsked,
)
from qibot.message import Mail
from qibot.model import Case, Role, Status
from qibot.people import name_words
from qibot.understanding.commands.command import private_subject
from qibot.understanding.commands.ordered import order_in
from qibot.understanding.days.own_absence import away
from qibot.understanding.hearing.gravely import unless_grave
from qibot.understanding.hearing.of_the_other import of_whom
from qibot.understanding.hearing.said_beside import with_circumstances, with_words
from qibot.understanding.hearing.standpoint import (
    may_bring_theirs,
    says_feedback,
    speaks_as_mentor,
    speaks_of_own_report,
    speaks_of_their_report,
)
from qibot.understanding.hearing.whom_else import asked_for_whom, for_others
from qibot.understanding.hearing.written_to import To, written_to
from qibot.understanding.managers.words import fresh_from_manager
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.matter.wording import meant
from qibot.understanding.mentors.beside_leave import doubts_going_on
from qibot.understanding.mentors.contact import heard_beside
from qibot.understanding.mentors.fresh import asked_which, fresh_from_mentor
from qibot.understanding.mentors.no_more import confirmed_beside, unless_more
from qibot.understanding.mentors.of_the_notes import of_the_notes, without_notes
from qibot.understanding.mentors.own_illness import with_own_illness
from qibot.understanding.mentors.own_leave import leave_ahead
from qibot.understanding.mentors.told_leave import of_leave_told
from qibot.understanding.mentors.words import of_mentor
from qibot.understanding.names.in_aside import is_spoken_of_in_aside
from qibot.understanding.names.naming import greets, names_of_person
from qibot.understanding.persons.let_out import lets_out
from qibot.understanding.persons.spoken_of import in_parts
from qibot.understanding.persons.third_person import speaks_past_reader
from qibot.understanding.persons.to_programme import is_to_programme
from qibot.understanding.phrases.plainly import asks_how_it_goes
from qibot.understanding.practitioners.words import of_practitioner
from qibot.understanding.reports.sending import is_report
from qibot.understanding.team.unasked import unasked

WHOM_IT_CALLS = (FeedbackReceived, MessageReceived, ContactReported, WhichAsked)
AS_MANAGER = "it speaks of somebody whom its sender manages, and answers none of the bot's letters"
TO_THE_TEAM = (AimUnclear, CapacityEnded, CircumstancesReported, ConcernTold, SupportNeeded, ToldInConfidence)


def fresh(arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """What a mail means that answers no letter of ours: as a practitioner's where its sender is enrolled now, else as a
    mentor's (or of somebody whom they manage), a manager's. Who is enrolled twice, or no more, and the team wait for a
    person."""
    own = [p.case for p in context.parts if p.role is Role.PRACTITIONER]
    active = [c for c in own if c.enrolment.status is Status.ACTIVE]
    mentored = context.cases(Role.MENTOR)
    if len(active) == 1:
        return _of_practitioner(arrival, context, active[0], almanac)
    if len(active) > 1:
        return MessageUnplaced(arrival, "its sender is enrolled more than once, and it doesn't say in which cohort")
    if own and not (mentored and speaks_as_mentor(arrival.mail, context, own)):
        rests = [c.unit for c in own if c.enrolment.status is Status.PAUSED]
        offered = rests[0] if len(rests) == 1 else ""
        return MessageUnplaced(arrival, f"its sender's enrolment is {own[0].enrolment.status}", offered=offered)
    roles = list(dict.fromkeys(p.role for p in context.parts))
    if (ordered := order_in(arrival, context, context.desk, roles, almanac)) is not None:
        role = roles[0] if roles else Role.TEAM
        return with_words(ordered, arrival, context, context.desk, role, almanac)
    if Role.MENTOR in roles and (said := _as_manager(arrival, context, almanac)) is not None:
        return _unless_grave(said, arrival, context, almanac)
    if Role.MENTOR in roles:
        told = (
            of_the_notes(arrival, context)
            or _away(arrival, context, almanac)
            or fresh_from_mentor(arrival, context, almanac)
        )
        told = _with_leave(_unless_more(told, arrival, context), arrival, context, almanac)
        told = _as_talk(without_notes(told, context, almanac), arrival, context)
        told = _unless_let_out(told, arrival, context, almanac)
        told = _unless_grave(_beside_talk(told, arrival, context, almanac), arrival, context, almanac)
        if (word := private_subject(arrival.mail.subject)) and not isinstance(told, TO_THE_TEAM):
            cause = f"its subject says {word}, which is for the team alone, but no line of it does"
            return MessageUnplaced(arrival, cause)
        return told
    if context.team:
        said = unasked(arrival, context, almanac)
        return said or MessageUnplaced(arrival, "it is from the team but answers none of the bot's letters")
    if (said := _from_manager(arrival, context, almanac)) is not None:
        return _unless_grave(said, arrival, context, almanac)
    managed = [p.case for p in context.parts if p.role is Role.MANAGER]
    rests = [c.unit for c in managed if c.enrolment.status is Status.PAUSED] if not context.cases(Role.MANAGER) else []
    offered = rests[0] if len(rests) == 1 else ""
    return MessageUnplaced(arrival, "it is from a manager but answers none of the bot's letters", offered=offered)


def _away(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """When a mentor is away, where they say nothing else; in words of their own, where no feedback falls due then."""
    cases = context.cases(Role.MENTOR)
    if not cases or doubts_going_on(arrival.mail):
        return None
    mentor, today = cases[0].enrolment.mentor, almanac.day(arrival.arrived)
    due = max([report.feedback_due for case in cases for report in case.pending()], default=today)
    if (said := away(arrival, mentor, almanac)) is not None:
        return said
    span = leave_ahead(arrival.mail, name_words([mentor]), due, today)
    return None if span is None else AbsenceNoted(arrival, arrival.mail.sender or "", *span, "AWAY", mentor.name)


def _unless_grave(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The event of a mentor or manager, or the question, where it tells of a trouble that is somebody's own."""
    unit = getattr(event, "unit", "")
    part = next((p for p in context.parts if p.case.unit == unit), None)
    return event if part is None else unless_grave(event, arrival, part.case, part.role, almanac)


def _unless_more(event: Event, arrival: Arrival, context: Context) -> Event:
    """The event; the question which report it is about where more stands beside a leave than goes with one."""
    cases = context.cases(Role.MENTOR)
    people = [p for c in cases for p in (c.enrolment.mentor, c.enrolment.practitioner)]
    told = confirmed_beside(event, arrival.mail, name_words(people))
    return unless_more(told, arrival.mail, name_words(people), lambda told: asked_which(told, context))


def _with_leave(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The event; a mentor's own leave where nothing knows what else it is; beside a word for the team it is but
    noted."""
    cases = context.cases(Role.MENTOR)
    event = with_own_illness(event, arrival, cases, almanac)
    if not cases or not isinstance(event, WhichAsked | ConcernTold | MessageUnplaced):
        return event
    people = [p for c in cases for p in (c.enrolment.practitioner, c.enrolment.manager) if p is not None]
    return of_leave_told(event, arrival, cases[0].enrolment.mentor, name_words(people), almanac)


def _as_talk(event: Event, arrival: Arrival, context: Context) -> Event:
    """The event; a message where a mentor but asks the practitioner, whom they call, how something went."""
    if not isinstance(event, FeedbackReceived) or not asks_how_it_goes(arrival.mail):
        return event
    case = context.case_of(Role.MENTOR, event.unit)
    called = case is not None and meant(arrival, context, case, Role.MENTOR, None).calls_them
    return MessageReceived(event.arrival, event.unit, event.number, Role.MENTOR) if called else event


def _unless_let_out(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The event; the question where a mentor's words let out what isn't their reader's."""
    if not isinstance(event, FeedbackReceived | MessageReceived):
        return event
    case = context.case_of(Role.MENTOR, event.unit)
    if case is None:
        return event
    found = meant(arrival, context, case, Role.MENTOR, None)
    mail = arrival.mail
    apart = lets_out(event, mail, context, case, found) or speaks_past_reader(event, mail, case, found)
    apart = apart or is_spoken_of_in_aside(mail.own_text, case.enrolment.practitioner)
    if written_to(mail, case, Role.MENTOR, context, almanac) is To.US:
        apart = apart or is_to_programme(event, mail, case, found, None)
    if not apart:
        return event
    return doubtful(arrival, case, event.number, Role.MENTOR, almanac)


def _of_practitioner(arrival: Arrival, context: Context, own: Case, almanac: Almanac) -> Event:
    """What somebody says who is a practitioner, and may mentor and manage others."""
    mentored = context.cases(Role.MENTOR)
    if (ordered := order_in(arrival, context, own, [Role.PRACTITIONER], almanac)) and not mentored:
        return with_words(ordered, arrival, context, own, Role.PRACTITIONER, almanac)
    if ordered is None and (said := _in_another_part(arrival, context, own, almanac)) is not None:
        return said
    if mentored and (said := _as_both(arrival, context, ordered, almanac)) is not None:
        return said
    said = of_practitioner(arrival, context, own, 0, None, almanac)
    said = heard_beside(
        said, arrival, context, own, None, almanac, lambda rest: of_practitioner(rest, context, own, 0, None, almanac)
    )
    said = for_others(said, arrival, context, own, Role.PRACTITIONER, None, almanac)
    return unless_grave(said, arrival, own, Role.PRACTITIONER, almanac)


def _beside_talk(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The event; of a mentor's news of a talk what else is said beside it."""
    case = context.case_of(Role.MENTOR, getattr(event, "unit", ""))
    if case is None or not isinstance(event, ContactReported):
        return event
    within = replace(context, number=event.number)
    return heard_beside(
        event, arrival, within, case, None, almanac, lambda rest: of_mentor(rest, within, case, None, almanac)
    )


def _as_manager(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    """What who mentors others, too, says of a practitioner whom they manage and of nobody whom they mentor."""
    managed = in_parts(arrival.mail, context, Role.MANAGER)
    mentored = in_parts(arrival.mail, context, Role.MENTOR)
    if not managed or any(c.unit not in {m.unit for m in managed} for c in mentored):
        return None
    if of_the_notes(arrival, context) is not None:
        return None
    narrowed = replace(context, parts=[p for p in context.parts if p.role is Role.MANAGER and p.case in managed])
    return _from_manager(arrival, narrowed, almanac) or MessageUnplaced(arrival, AS_MANAGER)


def _from_manager(arrival: Arrival, context: Context, almanac: Almanac) -> Event | None:
    return of_whom(fresh_from_manager(arrival, context, almanac), arrival, context, almanac)


def _in_another_part(arrival: Arrival, context: Context, own: Case, almanac: Almanac) -> Event | None:
    """What a practitioner says of somebody whom they mentor or manage: in that part where it is for the team, else
    asked about; None where it speaks of nobody such, brings their own report, calls their own mentor, or says why their
    own report can't come. What is for the team and calls the own mentor is asked about, too."""
    mail = arrival.mail
    mentored, managed = (in_parts(mail, context, role) for role in (Role.MENTOR, Role.MANAGER))
    if mail.sends:
        return _of_theirs(arrival, context, own, almanac)
    if not (mentored or managed) or is_report(arrival, almanac):
        return None
    hindered = speaks_of_own_report(mail) and isinstance(
        of_practitioner(arrival, context, own, 0, None, almanac), CircumstancesReported
    )
    if hindered and not speaks_of_their_report(mail):
        return None  # whoever's absence is why
    if not mentored and (said := _as_manager(arrival, context, almanac)) is not None:
        return with_circumstances(said, arrival, context, almanac) if hindered else said
    ordered = order_in(arrival, context, context.desk, [Role.MENTOR], almanac)
    if ordered is not None or of_the_notes(arrival, context) is not None:
        return None
    narrowed = replace(context, parts=[p for p in context.parts if p.role is Role.MENTOR and p.case in mentored])
    told = fresh_from_mentor(arrival, narrowed, almanac)
    to_their_own = greets(own.enrolment.mentor, mail.own_text)
    if isinstance(told, TO_THE_TEAM) and not to_their_own:
        return told
    if isinstance(told, WHOM_IT_CALLS) and _calls(narrowed, own, mail) and not private_subject(mail.subject):
        return _beside_talk(_unless_let_out(told, arrival, narrowed, almanac), arrival, narrowed, almanac)
    about_theirs = says_feedback(mail, context)
    says_as_both = to_their_own and about_theirs and mentored
    if not (isinstance(told, TO_THE_TEAM) or says_as_both) and (to_their_own or about_theirs):
        return None
    theirs = [(Part(Role.MENTOR, c), None) for c in mentored]
    return asked_for_whom(arrival, context, own, Role.PRACTITIONER, theirs, almanac)


def _calls(context: Context, own: Case, mail: Mail) -> bool:
    """Whether it calls a practitioner whom its sender mentors, by a name that nobody bears in the sender's own
    enrolment: whom a mail calls says as what its sender speaks."""
    e = own.enrolment
    around = frozenset().union(*(names_of_person(p) for p in (e.practitioner, e.mentor, e.manager) if p is not None))
    mentored = [c.enrolment.practitioner for c in context.cases(Role.MENTOR)]
    called = [p for p in mentored if greets(p, mail.own_text) and not names_of_person(p) & around]
    return bool(called) and not any(greets(p, mail.own_text) for p in (e.mentor, e.manager) if p is not None)


def _of_theirs(arrival: Arrival, context: Context, own: Case, almanac: Almanac) -> Event | None:
    """The question whose a document is that may be of somebody whom the sender mentors; None where it is their own."""
    mentored = context.cases(Role.MENTOR)
    if not mentored or not may_bring_theirs(arrival.mail, context, own.enrolment.mentor):
        return None
    named = [c for c in in_parts(arrival.mail, context, Role.MENTOR) if c in mentored] or mentored
    theirs = [(Part(Role.MENTOR, c), None) for c in named]
    return asked_for_whom(arrival, context, own, Role.PRACTITIONER, theirs, almanac)


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
    if not spoken:
        return None
    return MessageUnplaced(arrival, "its sender is practitioner and mentor, and it doesn't say as which")
