"""A mentor's word of when, in answer to a letter whose report has its feedback, or that is about none.

People answer the letter that lies on top. The day, or the leave, belongs to the one report that waits; where none does,
or several, it is talk, and what else stands beside it may be a trouble of the writer's own.

| there waits | and the words are | becomes |
|---|---|---|
| one report | its day, a leave, a delay | what they are in answer to that one |
| none, or several | a delay, and no more than goes with one, or answer the practitioner's own words | a message |
| the same | the same, and more, or their own illness | asked about |
"""

from __future__ import annotations

from collections.abc import Callable

from qibot.calendar import Almanac
from qibot.events import (
    AbsenceNoted,
    Arrival,
    CommandUnclear,
    DateNamed,
    Event,
    FeedbackReceived,
    MessageReceived,
    SupportNeeded,
    WhichAsked,
)
from qibot.model import CHARTER, Case, Letter, Role
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.meaning import LIKELIER, Meaning
from qibot.understanding.mentors.delayed import NO_DAY
from qibot.understanding.mentors.no_more import says_no_more
from qibot.understanding.mentors.own_illness import tells_own_illness
from qibot.understanding.mentors.short_answer import answers_talk
from qibot.understanding.mentors.words import kind_of
from qibot.understanding.phrases.courtesy import names_in, praises, typed
from qibot.understanding.phrases.leave import speaks_of_leave
from qibot.understanding.phrases.plainly import names_project

MOST = 60  # words of such a mail


def of_day_elsewhere(
    event: Event, arrival: Arrival, case: Case, number: int, answered: Letter | None, found: Meaning,
    almanac: Almanac, read: Callable[[int], Event],
) -> Event:  # fmt: skip
    """The event; of words of when what they are about the report that waits. `read` says what it is in the matter of a
    report."""
    report = case.report(number)
    if not isinstance(event, FeedbackReceived | MessageReceived) or (report is not None and report.answered is None):
        return event
    mail = arrival.mail
    said = typed(mail)
    if mail.sends or found.in_form or len(said.split(None, MOST)) >= MOST:
        return event
    if isinstance(event, FeedbackReceived) and names_project(said):  # a day beside it is told by named_report.py
        return event
    delayed = (kind_of(found) == "delay" or speaks_of_leave(said)) and not praises(mail)
    waiting = [r.number for r in case.pending() if r.number != CHARTER]
    if len(waiting) == 1:
        told = read(waiting[0])
        asked = isinstance(told, WhichAsked | SupportNeeded) or (
            isinstance(told, CommandUnclear) and told.fault == NO_DAY
        )
        return told if isinstance(told, DateNamed | AbsenceNoted) or (delayed and asked) else event
    ill = tells_own_illness(said)
    if kind_of(found) != "delay" or praises(mail) or not (ill or found.of("delay") >= LIKELIER):
        return event
    if not ill and (answers_talk(answered, case) or says_no_more(mail, names_in(case))):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    return doubtful(arrival, case, number, Role.MENTOR, almanac)
