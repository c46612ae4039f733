"""What answers a report, or a reminder of it, and says nothing of the report: it is no feedback, whoever's form it has.

| a mentor says, and nothing else | becomes |
|---|---|
| who answers the report for them (cover.py) | for the team alone, and their absence is noted |
| that they are away, and the feedback falls due within (own_leave.py) | absence, and the first working day behind it |
| the same, it is overdue, and they are away soon | that day, too |
| the same, and it falls due before or after | absence |
| that they are away, without a day | they are asked for one |
| thanks, how it looks, and that more will follow (first_glance.py) | the day of it, else thanks or a promise |
| that the feedback comes later than the document beside it | a message |
| nothing of the report, beside a template, slides or the like (other_paper.py) | a message with it |
| that the feedback is attached, and nothing is | they are asked for it |
| by days that have been, what illness or death kept them | for the team alone: it may need somebody else |
| by such days, what else kept them | they are asked for a day |

What a mark of privacy stands in or beside, what came within seconds of the letter, as a machine's does, and what is
typed between the lines is read on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import (
    NOT_ATTACHED,
    AbsenceNoted,
    Acknowledged,
    Arrival,
    CommandUnclear,
    DateNamed,
    Event,
    MessageReceived,
    SupportNeeded,
)
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Case, Letter, Report, Role
from qibot.people import name_words
from qibot.understanding.days.absence import absence
from qibot.understanding.days.own_absence import away
from qibot.understanding.matter.wording import is_marked
from qibot.understanding.meaning import Meaning
from qibot.understanding.mentors.beside_leave import tells_of_somebody
from qibot.understanding.mentors.confided import is_private, is_private_beside, may_be_private
from qibot.understanding.mentors.cover import names_cover
from qibot.understanding.mentors.delayed import asked_for_day
from qibot.understanding.mentors.first_glance import brings_something_else, promises_more
from qibot.understanding.mentors.other_paper import brings_other_paper, forgets_feedback, hands_on_paper
from qibot.understanding.mentors.own_leave import leave_in
from qibot.understanding.phrases.between import says_between
from qibot.understanding.phrases.courtesy import names_in, praises, typed
from qibot.understanding.phrases.leave import FARTHEST, Leave
from qibot.understanding.phrases.plainly import names_project
from qibot.understanding.phrases.promised import names_no_day, names_past, promised_day

OF_REPORT = ("forward_report", "remind_feedback")
MOST = 24  # words of why they are late
SOON = timedelta(days=7)
BY = "AWAY"  # as whose word an absence is told to the team
_TROUBLE = expression(
    r"\b(?:ill|illness|sick|unwell|poorly|flu|covid|virus|pneumonia|migraine\w*|cancer|chemo\w*|hospital|surgery|operation"
    r"|a&e|stroke|heart attack|accident|injur\w+|broke (?:my|her|his)|hurt my|(?:car )?crash|signed off|laid up|in bed"
    r"|my (?:back|knee|hip)|died|dying|death|funeral|bereave\w+|passed away|lost (?:my|our)|miscarriage)\b",
    re.IGNORECASE,
)
_LATE = expression(
    r"\b(?:sorry|apologies|behind|no time|late|since|only|just back|missed|slipped|chaos|shattered|silence|slow)\b",
    re.IGNORECASE,
)
_OF_FEEDBACK = expression(  # “…, so expect my feedback on Wednesday”: that day counts, not the one behind the leave
    r"\b(?:my|the|your|any) (?:feedback|comments|review|thoughts) (?:will be (?:with you )?)?(?:on|by|before)\b",
    re.IGNORECASE,
)
_OF_FILE = expression(r"\b(?:links?|files?|attach\w*|pdf|opens?|pages?|send|resend|excel|word)\b", re.IGNORECASE)
_OWN = expression(r"\b(?:i|i['’]?ve|i['’]m|my|we|we['’]ve|our|been|had)\b", re.IGNORECASE)
_OF_IT = expression(
    r"\b(?:you|your|yours|like|liked|love|loved|great|good|lovely|clear|enjoy\w*|interest\w*|excellent|idea)\b|\?",
    re.IGNORECASE,
)


def not_yet(
    arrival: Arrival, case: Case, number: int, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event | None:
    """What comes of a mentor's words that say nothing of the report; None of all others."""
    report = case.report(number)
    if is_marked(found) or any(is_private_beside(one) for one in found.beside):
        return None
    gone = away(arrival, case.enrolment.mentor, almanac)
    if report is None or report.answered:
        return gone
    if gone is not None and gone.first > report.feedback_due and not _is_overdue(report, gone.first, arrival, almanac):
        return gone
    if answered is None or answered.name not in OF_REPORT:
        return None
    if says_between(arrival.mail, case) or _at_once(arrival, answered, almanac):
        return None
    mail, e = arrival.mail, case.enrolment
    others = name_words([e.practitioner, *([e.manager] if e.manager else [])])
    if names_cover(mail, others):
        return _for_the_team(arrival, case, number, almanac)
    today, due = almanac.day(arrival.arrived), report.feedback_due
    leave = None if _OF_FEEDBACK.search(typed(mail)) else leave_in(mail, names_in(case), today)
    if leave is not None and not tells_of_somebody(mail, others):
        return _of_leave(arrival, case, report, leave, almanac)
    openly = not (found.in_form or found.about_them or is_private(found) or may_be_private(found))
    theirs = name_words([e.practitioner])
    other = (openly and brings_other_paper(mail, theirs)) or hands_on_paper(mail, theirs, name_words([e.mentor]))
    if other or (brings_something_else(mail) and not found.in_form):
        return MessageReceived(arrival, case.unit, number, Role.MENTOR)
    if openly and forgets_feedback(mail):
        instead = "your answer once more, with the document"
        return CommandUnclear(arrival, case.unit, number, Role.MENTOR, NOT_ATTACHED, instead, e.mentor.name)
    if promises_more(mail, names_in(case), number):
        day = promised_day(arrival, almanac, due=due)
        if day is not None and not names_no_day(typed(mail)):
            return DateNamed(arrival, case.unit, number, day, in_words=True)
        return Acknowledged(arrival, case.unit, number, Role.MENTOR)
    return None


def kept_from(
    arrival: Arrival, case: Case, number: int, answered: Letter | None, found: Meaning, almanac: Almanac
) -> Event | None:
    """What comes of a mentor's words that say by days that have been what kept them; None of all others. Looked for
    behind what may be private."""
    report = case.report(number)
    if report is None or report.answered or answered is None or answered.name not in OF_REPORT:
        return None
    if says_between(arrival.mail, case) or found.best == "spoke" or not _says_why(arrival, almanac):
        return None
    if found.best == "message" and (found.calls_them or _OF_FILE.search(typed(arrival.mail))):
        return None
    if _TROUBLE.search(typed(arrival.mail)):
        return SupportNeeded(arrival, case.unit, number, words_apart(arrival.mail, case).strip(), read="weights")
    return asked_for_day(arrival, case, number)


def _at_once(arrival: Arrival, answered: Letter, almanac: Almanac) -> bool:
    seconds = (arrival.arrived - answered.settled).total_seconds() if answered.settled else 0.0
    return answered.settled is not None and 0 <= seconds <= almanac.config.limits.answer_seconds


def _for_the_team(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> Event:
    mail = arrival.mail
    return SupportNeeded(
        with_absence(arrival, almanac), case.unit, number, words_apart(mail, case).strip(), read="weights"
    )


def with_absence(arrival: Arrival, almanac: Almanac) -> Arrival:
    """The arrival, with the absence noted beside that its words speak of."""
    found = absence(arrival.mail, almanac.day(arrival.arrived), almanac.config.programme.away_within_days)
    return arrival if found is None else _noting(arrival, found.first, found.last)


def _of_leave(arrival: Arrival, case: Case, report: Report, leave: Leave, almanac: Almanac) -> Event | None:
    today, due = almanac.day(arrival.arrived), report.feedback_due
    vague = names_no_day(typed(arrival.mail))
    promised = None if vague else promised_day(arrival, almanac, due=due, beside_leave=True)
    if leave.back is None:
        asked = asked_for_day(arrival, case, report.number)
        return asked if promised is None else DateNamed(arrival, case.unit, report.number, promised, in_words=True)
    first, last = leave.first or today, leave.last or leave.back - timedelta(days=1)
    if promised is not None and (promised >= leave.back or promised < first):
        return DateNamed(_noting(arrival, first, last), case.unit, report.number, promised, in_words=True)
    if (due < first or leave.back <= due) and not _is_overdue(report, first, arrival, almanac):
        return AbsenceNoted(arrival, arrival.mail.sender or "", first, last, BY, case.enrolment.mentor.name)
    day = almanac.workdays.on_or_after(leave.back)
    if not today < day <= today + FARTHEST:
        return None
    return DateNamed(_noting(arrival, first, last), case.unit, report.number, day, in_words=True)


def _is_overdue(report: Report, first: date, arrival: Arrival, almanac: Almanac) -> bool:
    """Whether a report waits for the day behind a leave because it is overdue, and the leave begins on `first`, soon:
    before one that is weeks away it can still be answered."""
    today = almanac.day(arrival.arrived)
    return report.feedback_due < today and first <= today + SOON


def _noting(arrival: Arrival, first: date, last: date | None) -> Arrival:
    """The arrival, with the absence noted beside, which nobody is answered."""
    noted = AbsenceNoted(arrival, arrival.mail.sender or "", first, last, BY)
    return replace(arrival, beside=(*arrival.beside, noted))


def _says_why(arrival: Arrival, almanac: Almanac) -> bool:
    """Whether a short mail says by days that have been what kept its writer, and nothing of the report."""
    text = typed(arrival.mail)
    if arrival.mail.sends or len(text.split()) > MOST or names_project(text) or praises(arrival.mail):
        return False
    if not (_OWN.search(text) and (_LATE.search(text) or _TROUBLE.search(text))) or _OF_IT.search(text):
        return False
    return names_past(arrival, almanac) and promised_day(arrival, almanac) is None
