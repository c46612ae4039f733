"""A mentor's own illness, loss or trouble, beside the days that it takes: the team hears of it, and reminders rest.

| such words, and | become |
|---|---|
| a day of the feedback | that day, which is told; the words go to the team, too, and to it alone |
| a word for the team, with the days of it | that word, with the absence noted beside |
| feedback of which nobody can tell whose it is, with the days of it | asked about, with the absence noted beside |
| nothing that anybody could place, with the days of it | a word for the team, with the absence noted beside |
| no days, and anything else | what it would be without |

What everybody has now and then (a cold, a migraine) is a reason for a later day, and no more. Which days are the
writer's own is told in own_days.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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
from qibot.message import Mail, words_apart
from qibot.model import Case, Role
from qibot.people import name_words
from qibot.understanding.meaning import sentences
from qibot.understanding.meaning.families import families_in
from qibot.understanding.mentors.own_days import days_of_own
from qibot.understanding.mentors.told_leave import BY
from qibot.understanding.phrases.courtesy import praises, typed
from qibot.understanding.phrases.grave import OF_ME, told_gravely
from qibot.understanding.phrases.own_trouble import tells_trouble
from qibot.understanding.phrases.promised import OF_PROJECT

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
_OFF_SICK = expression(r"\b(?:off (?:sick|ill)|sick leave|signed (?:me )?off)\b", re.IGNORECASE)
_OURS = OF_ME | {"we", "we've", "we're", "us", "our"}  # “we lost the baby”
_CLAUSES = expression(r"[,;:()]\s|\s[-–—]+\s|—|\b(?:and|but|so|because|as|since)\b", re.IGNORECASE)
# What the family does, in words that are ordinary without it.
_AT_HOME = expression(
    r"\bmy (?:\w+ )?(?:wife|husband|partner|fianc\w+|girlfriend|boyfriend|son|daughter|boy|girl|lad|brother|sister|mum"
    r"|dad|mother|father)(?:['’]s| has| is| have)?(?: (?:just|now|gone and|back|gone))*"
    r" (?:walked out|left (?:me|us|home)|moved out|(?:gone )?missing|inside|in (?:jail|prison)|run off)\b",
    re.IGNORECASE,
)
# That its writer has had enough, in words of time or of none.
_ENDS = expression(
    r"\bheart(?: is|['’]s)?(?: not|n['’]?t| isn['’]?t)(?: \w+)? in (?:this|it|mentoring)\b"
    r"|\b(?:be|is|it['’]s|this['’]s|that['’]s) (?:the|my) (?:very )?last(?: (?:one|time|report|feedback|lot|of it))?"
    r"(?: (?:from|for) me| (?:that )?(?:i['’]ll|i will|i) (?:do|write|send|give|manage))"
    r"(?! (?:before|until|till|this|for now|for (?:the|this) (?:week|month|term))\b)"
    r"|\b(?:be|is|it['’]s|that['’]s) my last(?: (?:one|report|feedback|time))?(?=\s*(?:$|[.,;!\n]))"
    r"|\b(?:off|away|leave|gone|out)(?: \w+)? for (?:the|a|this) (?:whole |rest of the )?year\b"
    r"|\b(?:off|away|leaving|gone|out|stopping|finish\w*|done) for good\b",
    re.IGNORECASE,
)


def tells_own_illness(said: str) -> bool:
    """Whether a sentence tells such a thing of its writer, or of somebody of theirs."""
    if told_gravely(said, _OURS) or _AT_HOME.search(said) or _ENDS.search(said):
        return True
    if any(told_gravely(clause, _OURS) for clause in _CLAUSES.split(said)):  # “it'll be the 26th, the cancer's back”
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
    people = [p for c in cases for p in (c.enrolment.practitioner, c.enrolment.manager) if p is not None]
    span = days_of_own(said, name_words(people), tells_own_illness, almanac.day(arrival.arrived))
    if span is None or not isinstance(event, (*FOR_TEAM, WhichAsked, MessageUnplaced)):
        return event
    if not (isinstance(event, FOR_TEAM) or _gives_feedback(arrival.mail)):
        mentor, names = cases[0].enrolment.mentor, tuple(c.enrolment.practitioner.name for c in cases)
        words = words_apart(arrival.mail, cases[0]).strip()
        event = ConcernTold(told, mentor.name, mentor.address or arrival.mail.sender or "", names, words, read=READ)
    if any(isinstance(x, AbsenceNoted) for x in told.beside):
        return event
    noted = AbsenceNoted(arrival, arrival.mail.sender or "", *span, BY)
    return replace(event, arrival=replace(told, beside=(*told.beside, noted)))


def _gives_feedback(mail: Mail) -> bool:
    """Whether it says something of a project, too, beside what keeps its writer."""
    rest = " ".join(one for one in sentences(typed(mail)) if not tells_own_illness(one))
    return OF_PROJECT.search(rest) is not None or praises(replace(mail, text=rest, html=""))
