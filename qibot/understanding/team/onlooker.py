"""What the programme manager or a cohort lead answers to a letter about somebody: they aren't the team, which reads it.

An escalation asks nothing of the programme manager, so that words of command are no help to them: what they say of it
is said to the team. An order is carried out, as the team's is (“give her until the 30th”); what only sounds like one
(“she says she'll send it on Friday”) is news. Thanks are nobody's to read, nor is what the team has in its To or Cc.
"""

from __future__ import annotations

import re
from functools import cache

from qibot.calendar import Almanac
from qibot.events import Arrival, Event, MessageIgnored, StandingChanged, ToldInConfidence, office_of
from qibot.expression import expression
from qibot.message import words_apart
from qibot.model import Case, Enrolment, Letter, Role
from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import sentences
from qibot.understanding.phrases.courtesy import names_in, typed
from qibot.understanding.phrases.gratitude import is_gratitude
from qibot.understanding.team.another import TIME
from qibot.understanding.team.denial import NOTE
from qibot.understanding.team.letters import question_of
from qibot.understanding.team.letting_off import LED, unsettles

ESCALATION = "escalate_missing"
_TO_WHOM = r"(?:her|him|them|NAME)"
# An order that is all that its sentence says: “let” and “give” begin as often what orders nothing of the report.
_ORDERS = (
    rf"\W*{LED}(?:you can |we can |we['’]ll |can you |could you )?"
    rf"(?:(?:give|gie|allow|grant|let) {_TO_WHOM}(?: (?:have|take))? (?P<time>{TIME}[\w ,/'’-]*)"
    rf"|(?:let {_TO_WHOM} off|excuse|pause|withdraw) ?"
    rf"(?P<whom>(?:{_TO_WHOM}|this|it|the|one|report|time|from|for|now|\d+| )*)"
    r"|(?:accept|extend)(?: (?:it|this|the (?:deadline|report|date)))?"
    r" (?P<until>(?:until|till?|['’]til|to|by) [\w ,/'’-]+)"
    r")\W*"
)
_HANGS = expression(
    r"\b(?:if|unless|when|once|provided|but|or|and|then|know|see|off|go|say|sort|tell|think|though|not|only|else|rest|break)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
TO_TEAM = "it answers a letter that the team has, too"


def is_onlooker(arrival: Arrival, case: Case, answered: Letter | None, almanac: Almanac) -> bool:
    """Whether it is the programme manager's answer to an escalation, which the team only has in copy."""
    question = question_of(arrival, case, answered)
    escalated = question is not None and question.name == ESCALATION
    return escalated and bool(office_of(arrival.mail.sender, almanac.config))


def orders(text: str, e: Enrolment) -> bool:
    """Whether a sentence is nothing but an order, and no other one takes it back; all else is news, or an opinion."""
    said = [" ".join(one.split()) for one in sentences(text)]
    pattern, given = _pattern(e.practitioner.name), 0
    for one in said:
        found = pattern.fullmatch(one)
        time = (found["time"] or found["until"]) if found else None
        if found is not None and (time is None or not _HANGS.search(time)):
            given += 1
        elif unsettles(one):
            return False
    return given == 1


@cache
def _pattern(name: str) -> re.Pattern[str]:
    called = "|".join(map(re.escape, sorted({name, *name.split()}, key=len, reverse=True))) or "(?!)"
    return re.compile(_ORDERS.replace("NAME", f"(?:{called})"), re.IGNORECASE)


def is_beyond(said: Event, almanac: Almanac) -> bool:
    """Whether a rest or an end is read where a day is named, which neither has: no plain order."""
    if not isinstance(said, StandingChanged):
        return False
    return bool(days_named(" ".join(typed(said.arrival.mail).split()), almanac.day(said.arrival.arrived)))


def told_team(arrival: Arrival, case: Case, number: int, almanac: Almanac) -> Event:
    """An onlooker's words to the team; a note where they but thank, or the team has them already."""
    mail, team = arrival.mail, almanac.config.programme.team
    if not mail.sends and is_gratitude(mail, names_in(case) | _own(arrival)):
        return MessageIgnored(arrival, NOTE)
    if team and set(team) <= set(mail.to):
        return MessageIgnored(arrival, NOTE)
    return ToldInConfidence(arrival, case.unit, number, Role.TEAM, words_apart(mail, case).strip(), TO_TEAM)


def _own(arrival: Arrival) -> frozenset[str]:
    """The names by which they may sign."""
    return frozenset(arrival.mail.sender_name.casefold().split())
