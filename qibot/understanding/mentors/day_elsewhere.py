"""A mentor's word of when, in answer to a letter whose report has its feedback, or that is about none.

People answer the letter that lies on top. The day, or the leave, belongs to the one report that waits; where none does,
or several, it is talk, and what else stands beside it may be a trouble of the writer's own. A day that says nothing of
feedback, nor why it is late, is that of something else that the two have spoken of.

| there waits | and the words are | becomes |
|---|---|---|
| one report | its day, a leave, a delay | what they are in answer to that one |
| the same | a day that but agrees to one, or of another thing (“Tuesday suits”, “the poster by Friday”) | a message |
| the same | a day amid more, of which nobody can tell | asked about |
| none, or several | a delay, and no more than goes with one, or answer the practitioner's own words | a message |
| the same | the same, and more, or their own illness | asked about |
"""

from __future__ import annotations

import re
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
from qibot.expression import expression
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
BRIEF = 8  # words of a day with which nothing else is said
_OF_FEEDBACK = expression(
    r"\b(?:feedback|comments?|review|(?:my|some) (?:thoughts|notes|reply)|(?:your|the|this|that|\w+) report"
    r"|reports? \d|(?:read|reading|get to|look at|respond to|reply to|write up|go through) (?:it|this|that|yours?)"
    r"|(?:get|be|come) back to you)\b",
    re.IGNORECASE,
)
_WHY = expression(
    r"\b(?:sorry|apolog\w+|late[rn]?|delay\w*|behind|busy|swamped|snowed|flat out|up to my|need (?:until|till?|more)"
    r"|(?:give|gie|allow) me|bear with|hectic|mad(?:ness)?|catching up"
    r"|(?:have|take|need|be allowed|(?:can|could|may|might|must) (?:i|it|this|that))\b[^.!?\n]{0,30}\b(?:till?|until)"
    r"|(?:a (?:bit|little|while)|take) longer|longer for|(?:have|need|take) (?:another|one more|more)"
    r"|can(?:not|['’]?t) (?:do|get|look)"
    r"|(?:can|will|['’]ll have to|must) wait|patience"
    r"|(?:it|that|this)(?:['’]ll| will| won['’]?t) (?:not )?be"
    r"|(?:you|i)(?:['’]ll| will| should| can) (?:have|get|do|send) (?:it|this|that) )",
    re.IGNORECASE,
)
_AGREES = expression(
    r"\b(?:suits?|fine|works|ok(?:ay)?|perfect|can do \w+day|can (?:do|make) the|free|see you|meet\w*|in touch|call"
    r"|chat)\b",
    re.IGNORECASE,
)
# “I'll have the poster back to you by Friday”, but not “I'll send the comments”, nor “give me the weekend”
_ANOTHER_THING = expression(
    r"(?:['’]ll|\bwill|\bcan|\bshall) (?:\w+ )?(?:have|send|get|bring|post|e-?mail|give|pass|share|forward|drop"
    r"|return|lend)"
    r"(?: (?:you|over|back|on|along|round))* (?:the|an?|some|that|those|these|my|your)"
    r" (?!(?:\w+ )?(?:feedback|comments?|review|reports?|thoughts|notes|reply|weeks?|fortnight|days?|months?|time"
    r"|weekend|minutes?|moment|chance|look|lot|bit|few)\b)\w+",
    re.IGNORECASE,
)


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
        if not (isinstance(told, DateNamed | AbsenceNoted) or (delayed and asked)):
            return event
        if isinstance(told, DateNamed | CommandUnclear) and not _is_of_feedback(said):
            if len(said.split()) <= BRIEF or _ANOTHER_THING.search(said) or _AGREES.search(said):
                return MessageReceived(event.arrival, case.unit, number, Role.MENTOR)
            return doubtful(arrival, case, number, Role.MENTOR, almanac)
        return told
    ill = tells_own_illness(said)
    if kind_of(found) != "delay" or praises(mail) or not (ill or found.of("delay") >= LIKELIER):
        return event
    if not ill and (answers_talk(answered, case) or says_no_more(mail, names_in(case))):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    return doubtful(arrival, case, number, Role.MENTOR, almanac)


def _is_of_feedback(said: str) -> bool:
    """Whether a day in such a thread is that of the feedback: it says so, or why it is late, and names nothing else."""
    if _OF_FEEDBACK.search(said):
        return True
    if _ANOTHER_THING.search(said):
        return False
    why = _WHY.search(said) is not None or speaks_of_leave(said) or tells_own_illness(said)
    return why and not _AGREES.search(said)
