"""What a mentor says of a waiting report in answer to a letter of ours that is about something else.

| it | becomes |
|---|---|
| instead of a choice of what an earlier mail was is plainly feedback, and one report is in question | feedback on it |
| is plainly feedback, calls the practitioner or has its form, and names the report that waits | feedback on that one |
| is that, names none, speaks of a project, and just one waits | feedback on that one |
| says, to the news that they are the mentor now, by when they answer the one that waits | its new day |
| anything else | what it is by itself |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Acknowledged, Arrival, DateNamed, Event, FeedbackReceived, MessageReceived
from qibot.message import told_apart
from qibot.model import ITEM, Case, Letter, Quarantined, Role
from qibot.understanding.hearing.said_by import said_by
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.mentors.short_answer import answers_talk
from qibot.understanding.persons.spoken_to import calls_reader
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.reports.numbered import numbers_in

PLAINLY = 0.8  # from which it is feedback that answers no letter with the report
OF_A_NEW_MENTOR = "tell_new_mentor"
OF_DIFFICULTY = ("tell_difficulty", "tell_extension")  # of which the manager needn't know


def of_waiting(
    event: Event, arrival: Arrival, case: Case, answered: Letter, found: Meaning, read: Callable[[int], Event]
) -> Event:
    """The event; of a mentor's message, and of a new mentor's promise, what it is about the report that waits. `read`
    says what it is in the matter of a report."""
    if not isinstance(event, MessageReceived | Acknowledged) or event.role is not Role.MENTOR:
        return event
    promises = isinstance(event, Acknowledged)
    if promises and answered.name != OF_A_NEW_MENTOR:
        return event
    waiting, named = [r.number for r in case.pending()], set(numbers_in(arrival.mail.top))
    those = [n for n in waiting if n in named] or (waiting if not named else [])
    if len(those) != 1:
        return event
    called, (number,) = calls_reader(found, Role.MENTOR, surely=False), those
    about = bool(named) or (found.in_form and names_project(arrival.mail.top))
    if about and not promises and _is_plain(found):
        return FeedbackReceived(arrival, case.unit, number)
    if answered.name != OF_A_NEW_MENTOR or called:
        return event
    day = read(number)
    return day if isinstance(day, DateNamed) else event


def instead_of_choice(arrival: Arrival, context: Context, almanac: Almanac) -> FeedbackReceived | None:
    """What a mentor answers to the question what an earlier mail was, in words of its own, where these are plainly
    feedback by themselves; that mail still waits for its answer. Nothing goes on of what the answer quotes: that may be
    the mail in question."""
    item, mail = context.desk.get(Quarantined, context.item.removeprefix(ITEM)), arrival.mail
    meant_for = {(c.unit, c.number) for c in item.choices if c.kind == "feedback"} if item is not None else set()
    if len(meant_for) != 1 or mail.documents or mail.pictures or mail.invitations:
        return None
    ((unit, number),) = meant_for
    case = context.case_of(Role.MENTOR, unit)
    if case is None or case.report(number) is None or told_apart(mail, context.desk)[0].strip() != mail.top.strip():
        return None
    alone = replace(arrival, mail=replace(mail, text=mail.top, html=""))
    within = replace(context, case=case, number=number, item="", heard={})
    said = said_by(alone, within, case, Role.MENTOR, None, almanac)
    found = meant(alone, within, case, Role.MENTOR, None)
    plain = found.in_form and names_project(mail.top) and _is_plain(found)
    return said if plain and isinstance(said, FeedbackReceived) else None


def answers_difficulty(arrival: Arrival, case: Case) -> bool:
    """Whether it answers what a mentor hears of a practitioner's circumstances, of which its words may speak."""
    answered = answered_letter(arrival, case)
    return answered is not None and answered.name in OF_DIFFICULTY


def answers_own_words(arrival: Arrival, case: Case) -> bool:
    """Whether it answers what the practitioner wrote to their mentor, of which its words may speak."""
    return answers_talk(answered_letter(arrival, case), case)


def _is_plain(found: Meaning) -> bool:
    return found.of("feedback") >= PLAINLY and (calls_reader(found, Role.MENTOR, surely=False) or found.only_feedback)
