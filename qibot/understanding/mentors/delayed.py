"""What a mentor's word of time is: the new day of the feedback, a question for it, or nothing of the kind.

| it | becomes |
|---|---|
| answers the practitioner's own words and says when the feedback comes | the new day; the words go on, too |
| answers them and names another day, or denies one | a message |
| says by when the feedback comes | the new day |
| the same, and asks the practitioner something, or of the file | the new day; the words go on, too |
| the same, and asks anything else (“could Bob have her instead?”) | the new day, and asked about |
| names only days of a talk | a message |
| tells the practitioner what to do by a day, about the project | read on as feedback |
| names only other days: one that has been, the mentor's own last one | asked about |
| says that it will be late, without a day | asked for the day |
| says but how busy its writer is, or who is ill at home | asked for the day |
| has no word of that | asked about |
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import Almanac
from qibot.events import Arrival, CommandUnclear, DateNamed, Event, MessageReceived
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case, Letter, Role
from qibot.people import name_words
from qibot.understanding.matter.doubt import doubtful
from qibot.understanding.phrases.asked_day import are_for_reader, questions_beside
from qibot.understanding.phrases.courtesy import names_in, typed
from qibot.understanding.phrases.one_line import is_only_busy
from qibot.understanding.phrases.other_days import bids, is_for_a_talk
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.phrases.promised import (
    OF_PROJECT,
    names_another_day,
    promised_amid,
    promised_day,
)

BRIEF = 12  # words of a mail that says no more
_ANNOUNCES = expression(
    r"\b(?:feedback|comments|review|thoughts)\b(?: (?:will|to|is|are|['’]ll|should|on))*"
    r"(?: (?:be|with you|come|coming))* (?:follow\w*|later|soon|shortly|next (?:week|month|year)"
    r"|(?:after|before|by|in|over) (?:the |a )?(?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december|new year|christmas|xmas|easter"
    r"|holidays?|break|summer|weekend|week|fortnight|month|few (?:days|weeks)|due course))\b",
    re.IGNORECASE,
)
_LATE = expression(
    r"\b(?:late[rn]?|lately|longer|while|time|times|sorry|apologies|apologise|forgive|behind|delay\w*|wait\w*"
    r"|bear with|soon"
    r"|yet|swamped|snowed|busy|patien\w+|overdue|take|takes|taking|extension|extend|days?|weeks?|fortnight"
    r"|months?|get to|got to"
    r"|get round|when|once|after|until|till?|before|running|slow\w*|manag\w+|able|away|off|leave|holiday|back"
    r"|flat out|up to my"
    r"|not going to|hold (?:on|up|off)|catch(?:ing)? up|tomorrow|weekend|asap|moment|shortly|stretched|pushed"
    r"|deadline"
    r"|expect|due|still|haven['’]?t|hasn['’]?t|won['’]?t|winna\w*)\b",
    re.IGNORECASE,
)
# “Say when” tells what the report should say; “I'll say when” doesn't.
_BIDS_SAY = expression(
    r"(?:^|[.:;,!\n] *|\d[.)] *)(?:please )?say (?:by )?(?:when|who|where|what|which|how)\b", re.IGNORECASE
)
_NOTHING_TO_SAY = expression(
    r"\b(?:no|nothing|nae) (?:\w+ ){0,2}?(?:comments?|feedback|remarks?|add|say|contact|changes?|from me)\b",
    re.IGNORECASE,
)


NO_DAY = "your message says that the feedback will take longer, and no day can be read in it"


def only_announces(mail: Mail) -> bool:
    """Whether a short mail says that the feedback will come, and nothing of the report: “Feedback to follow in
    January”."""
    text = typed(mail)
    return len(text.split()) <= BRIEF and _ANNOUNCES.search(text) is not None and not names_project(text)


def of_delay(arrival: Arrival, case: Case, number: int, answered: Letter | None, almanac: Almanac) -> Event | None:
    """The event of words that sound like a delay; None of what tells the practitioner what to do."""
    text = typed(arrival.mail)
    message = MessageReceived(arrival, case.unit, number, Role.MENTOR)
    asked = doubtful(arrival, case, number, Role.MENTOR, almanac)
    talks, today = answered is not None and answered.name == "relay_message", almanac.day(arrival.arrived)
    report = case.report(number)
    day = promised_day(arrival, almanac, plainly=talks, due=report.feedback_due if report else None)
    if talks:
        both = replace(arrival, beside=(*arrival.beside, message))
        return message if day is None else DateNamed(both, case.unit, number, day, in_words=True)
    if is_only_busy(text, names_in(case)):  # “swamped this week” names no day
        return asked_for_day(arrival, case, number)
    if day is not None:
        named = DateNamed(arrival, case.unit, number, day, in_words=True)
        if not (questions := questions_beside(text, today)):
            return named
        if not are_for_reader(questions, name_words([case.enrolment.practitioner])):
            noted = replace(arrival, beside=(*arrival.beside, named))
            return doubtful(noted, case, number, Role.MENTOR, almanac)
        return replace(named, arrival=replace(arrival, beside=(*arrival.beside, message)))
    if names_another_day(arrival, almanac):
        if bids(text):
            return None if names_project(text) else asked
        return message if is_for_a_talk(text) else asked
    if OF_PROJECT.search(text) or _BIDS_SAY.search(text):
        return None
    if arrival.mail.pictures or _NOTHING_TO_SAY.search(text) or not _LATE.search(text):
        return asked  # what stands in its page may be the feedback
    return asked_for_day(arrival, case, number)


def with_day(message: MessageReceived, case: Case, answered: Letter | None, almanac: Almanac) -> Event:
    """The message; with the new day first where it promises the feedback by one, too."""
    report = case.report(message.number)
    if report is None or report.answered:
        return message
    talks = answered is not None and answered.name == "relay_message"
    day = promised_amid(message.arrival, almanac, report.feedback_due, plainly=talks)
    both = replace(message.arrival, beside=(*message.arrival.beside, message))
    return message if day is None else DateNamed(both, case.unit, message.number, day, in_words=True)


def asked_for_day(arrival: Arrival, case: Case, number: int) -> CommandUnclear:
    """The question by when the feedback comes."""
    instead = "EXPECT and a date on the first line, like EXPECT 24 March"
    return CommandUnclear(arrival, case.unit, number, Role.MENTOR, NO_DAY, instead, case.enrolment.mentor.name)
