"""What somebody's words mean in the part that they play in a matter, and for whom they are."""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Acknowledged, Arrival, Event
from qibot.model import Case, Letter, Role
from qibot.understanding.hearing.answers_question import answer_to_question
from qibot.understanding.hearing.of_the_other import of_the_other
from qibot.understanding.hearing.whom_else import for_others, told_elsewhere
from qibot.understanding.managers.to_office import as_to_office
from qibot.understanding.managers.words import of_manager
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import meant
from qibot.understanding.mentors.contact import heard_beside
from qibot.understanding.mentors.day_elsewhere import of_day_elsewhere
from qibot.understanding.mentors.on_reminders import unless_it_chases
from qibot.understanding.mentors.to_office import as_to_office as asked_of_office
from qibot.understanding.mentors.words import of_mentor
from qibot.understanding.phrases.between import says_between
from qibot.understanding.phrases.courtesy import is_short, names_in
from qibot.understanding.phrases.talks import promises_talk
from qibot.understanding.practitioners.said_sent import said_sent
from qibot.understanding.practitioners.words import of_practitioner

NUDGE = "nudge_contact"  # that the two have a word


def said_by(
    arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None, almanac: Almanac
) -> Event:
    """What has happened, by words that are no command; the question to their writer where they may be for others."""
    said = _by_role(arrival, context, case, role, answered, almanac)
    said = heard_beside(
        said, arrival, context, case, answered, almanac,
        lambda rest: _by_role(rest, context, case, role, answered, almanac),
    )  # fmt: skip
    if role is Role.MENTOR:
        found = meant(arrival, context, case, role, answered)
        said = unless_it_chases(said, arrival, case, answered, found, almanac)
    said = of_the_other(said, arrival, context, case, role, almanac)
    said = told_elsewhere(said, arrival, context, case, role, answered, almanac)
    return for_others(said, arrival, context, case, role, answered, almanac)


def _by_role(
    arrival: Arrival, context: Context, case: Case, role: Role, answered: Letter | None, almanac: Almanac
) -> Event:
    if role is not Role.MANAGER and _promises_talk(arrival, case, role, answered):
        return Acknowledged(arrival, case.unit, context.number, role)
    if (yes := answer_to_question(arrival, context, case, role, answered)) is not None:
        return yes
    if role is Role.PRACTITIONER:
        return of_practitioner(arrival, context, case, context.number, answered, almanac)
    if role is Role.MENTOR:
        told = said_sent(arrival, case, context.number, role, answered, almanac)
        if told is not None and is_short(arrival.mail):  # a mentor may say more about it, which is theirs to weigh
            return told
        found = meant(arrival, context, case, role, answered)
        said = of_mentor(arrival, context, case, answered, almanac)
        said = of_day_elsewhere(
            said, arrival, case, context.number, answered, found, almanac,
            lambda n: of_mentor(arrival, replace(context, number=n), case, answered, almanac),
        )  # fmt: skip
        return asked_of_office(said, arrival, case, context.number, answered, found, almanac)
    found = meant(arrival, context, case, role, answered)
    said = of_manager(arrival, context, case, answered, almanac)
    return as_to_office(said, arrival, case, context.number, answered, found, almanac)


def _promises_talk(arrival: Arrival, case: Case, role: Role, answered: Letter | None) -> bool:
    """Whether one of the two answers the reminder of a talk with the promise of one, or a mentor that of feedback."""
    reminders = (NUDGE, "remind_feedback") if role is Role.MENTOR else (NUDGE,)
    nudged = answered is not None and answered.name in reminders and not arrival.mail.sends
    return nudged and promises_talk(arrival.mail.top, names_in(case)) and not says_between(arrival.mail, case)
