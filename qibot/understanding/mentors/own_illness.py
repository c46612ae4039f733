"""A mentor's own illness, loss or trouble, beside the days that it takes: the team hears of it, and reminders rest.

| such words, and | become |
|---|---|
| a day of the feedback | that day, which is told; the words go to the team, too, and to it alone |
| a word for the team, with the days of it | that word, with the absence noted beside |
| nothing that anybody could place, with the days of it | a word for the team, with the absence noted beside |
| no days, and anything else | what it would be without |

What everybody has now and then (a cold, a migraine) is a reason for a later day, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import (
    AbsenceNoted,
    Arrival,
    CapacityEnded,
    ConcernTold,
    DateNamed,
    Event,
    MessageUnplaced,
    SupportNeeded,
    ToldInConfidence,
    WhichAsked,
)
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Case, Role
from qibot.understanding.days.naming_days import length_in, plainer
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import families_in
from qibot.understanding.mentors.told_leave import BY
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.phrases.grave import OF_ME, told_gravely
from qibot.understanding.phrases.leave import FARTHEST, leave_days
from qibot.understanding.phrases.own_trouble import tells_trouble

READ = "weights"
MOST = 60  # words of such a mail
FOR_TEAM = (SupportNeeded, ConcernTold, CapacityEnded)
_TROUBLES = frozenset(["@ill", "@death", "@calamity"])
_I = expression(
    r"\b(?:i|i['’](?:m|ve|d|ll)|my|me|we['’]re)\b|^\W*(?:off sick|signed off|(?:back )?in hospital)\b", re.I
)
_MINOR = expression(
    r"\b(?:a |the )?(?:cold|flu|bug|covid|virus|migraines?|headaches?|sore throat|man flu|jury (?:duty|service))\b"
    r"|\b(?:feeling|been|bit|am|i['’]m) (?:a bit |rather |quite )?(?:ill|sick|unwell|poorly)\b(?! leave)",
    re.IGNORECASE,
)
_OFF_SICK = expression(r"\b(?:off (?:sick|ill)|sick leave|signed off)\b", re.IGNORECASE)
# “I've been in hospital for three weeks” tells of what is over, “I've been signed off for three weeks” doesn't.
_OVER = expression(
    r"(?:\bhave|['’]ve|\bhad|\bwas) (?:just )?(?:been )?(?!(?:been )?(?:signed|told|put|given|broken|ordered))(?:been )"
    r"[^.!?]*\bfor\b|\b(?:back (?:now|at work|today|again)|just back|on the mend)\b",
    re.IGNORECASE,
)


def tells_own_illness(said: str) -> bool:
    """Whether a sentence tells such a thing of its writer, or of somebody of theirs."""
    if told_gravely(said, OF_ME):
        return True
    for one in sentences(said):
        serious = families_in(_MINOR.sub(" ", one)) & _TROUBLES or _OFF_SICK.search(one)
        if tells_trouble(one) or (serious and _I.search(one)):
            return True
    return False


def with_own_illness(event: Event, arrival: Arrival, cases: Sequence[Case], almanac: Almanac) -> Event:
    """The event of a mentor of these, by the table above."""
    said = typed(arrival.mail)
    if not cases or arrival.mail.sends or len(said.split(None, MOST)) >= MOST or not tells_own_illness(said):
        return event
    told = event.arrival
    if isinstance(event, DateNamed):
        if any(isinstance(x, (*FOR_TEAM, ToldInConfidence)) for x in told.beside):
            return event
        words = words_apart(arrival.mail, cases[0]).strip()
        apart = ToldInConfidence(arrival, event.unit, event.number, Role.MENTOR, words, READ, silent=True)
        return replace(event, arrival=replace(told, beside=(*told.beside, apart)))
    span = _days_of(said, almanac.day(arrival.arrived))
    if span is None or not isinstance(event, (*FOR_TEAM, WhichAsked, MessageUnplaced)):
        return event
    if not isinstance(event, FOR_TEAM):
        mentor, names = cases[0].enrolment.mentor, tuple(c.enrolment.practitioner.name for c in cases)
        words = words_apart(arrival.mail, cases[0]).strip()
        event = ConcernTold(told, mentor.name, mentor.address or arrival.mail.sender or "", names, words, read=READ)
    if any(isinstance(x, AbsenceNoted) for x in told.beside):
        return event
    noted = AbsenceNoted(arrival, arrival.mail.sender or "", *span, BY)
    return replace(event, arrival=replace(told, beside=(*told.beside, noted)))


def _days_of(said: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what keeps them; None where nobody can tell."""
    if _OVER.search(said):
        return None
    plain = plainer(" ".join(said.split()))
    leave = leave_days(plain, today)
    first = leave.first or today
    last = leave.last or (leave.back - timedelta(days=1) if leave.back else None)
    if last is None and (length := length_in(plain)) is not None:
        last = first + timedelta(days=length.days - 1)
    return (first, last) if last is not None and today <= first <= last <= today + FARTHEST else None
