"""A mentor's own plain word of when they are away, and nothing else: “I'm away from 14 December till 5 January.”"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import AbsenceNoted, Arrival
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Person
from qibot.people import name_words
from qibot.understanding.days.dates import read_span

FARTHEST = timedelta(days=366)
_HELLO = r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon))(?: [\w'’]+){0,3}[,.!]?\s+)?"
_SAYS = r"(?:(?:just|only)?\s?(?:to say|to let you know|a note|fyi|for your information|please note)[,:]? (?:that )?)?"
_AWAY = (
    r"(?:I am|I['’]?m|I will be|I['’]?ll be|I shall be) (?:going to be )?"
    r"(?:away|on (?:annual )?leave|on holiday|out of the office|off)(?: on (?:annual )?(?:leave|holiday))?"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
_WORDS = rf"\d{{1,2}}(?:st|nd|rd|th)?|20\d\d|{_MONTH}|{_DAY}|from|between|the|of|to|till?|until|and"
_SPAN = rf"(?P<span>(?:\s*(?:(?:{_WORDS})(?!\w)|[-–,]))+)"
_BYE = (
    r"(?:inclusive)?[.!]?\s*"
    r"(?:(?:many |with )?(?:thanks|thank you|best wishes|kind regards|regards|best|cheers)[,.!]?\s*)?"
)
_WHOLE = expression(rf"\s*{_HELLO}{_SAYS}{_AWAY}[:,]?{_SPAN}\s*{_BYE}(?P<signed>(?:[\w'’-]+\s*){{0,3}})", re.IGNORECASE)


def away(arrival: Arrival, mentor: Person, almanac: Almanac) -> AbsenceNoted | None:
    """When this mentor is away, where they say nothing else."""
    span = says_away(arrival.mail, name_words([mentor]), almanac.day(arrival.arrived))
    return None if span is None else AbsenceNoted(arrival, arrival.mail.sender or "", *span, "AWAY", mentor.name)


def says_away(mail: Mail, names: frozenset[str], today: date) -> tuple[date, date] | None:
    """The first and the last day, where it says nothing else; who signs it is called one of `names`."""
    found = None if mail.sends else _WHOLE.fullmatch(mail.top)
    if found is None or not {w.casefold() for w in found["signed"].split()} <= names:
        return None
    span = read_span(found["span"], today)
    return span if span and today <= span[1] <= today + FARTHEST else None
