"""A mentor's own word, in answer to a report, that they are away: “A/L 19–30 October”, “off till the 2nd”.

What says nothing else is no feedback, whoever's form it has, and no machine's where a person alone would write so. That
is told word by word: leave, days, names and courtesies, that it will be looked at then. What comes of it stands in
not_yet.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from qibot.message import Mail
from qibot.understanding.days.dates import read_date, read_span
from qibot.understanding.days.naming_days import lasting, plainer
from qibot.understanding.meaning import said_in
from qibot.understanding.phrases.courtesy import is_courtesy
from qibot.understanding.phrases.promised import FARTHEST

MOST = 40  # words of such a mail
_LEAVE = re.compile(
    r"\b(?:leave|a/l|al|hols?|holidays?|vacation|half[- ]term|away|off|not in|abroad|jury (?:service|duty)"
    r"|(?:won['’]?t be|not|isn['’]?t) (?:around|here|available)|(?-i:in [A-Z][a-z]+)(?= \d| from| until| till))\b",
    re.IGNORECASE,
)
# “I'd leave it till after half term” is what is to be left alone, and “back 2/11” needs no word of leave.
_LEFT_ALONE = re.compile(
    r"(?<!\bon )(?<!\bannual )(?:\bleave (?:it|this|that|the|them|off|out)\b"
    r"|(?:\b(?:i|you|we|they|he|she)['’]d|\b(?:would|could|you|(?<!due )to)) leave\b)"
    r"(?:(?!\b(?:as|because|since|while)\b)[^.,;!?])*",
    re.IGNORECASE,
)
_BARE_BACK = re.compile(
    r"\W*(?:i['’]?m |i am |i['’]ll be |will be )?back (?:in (?:work )?)?(?:on )?(?:the )?\d{1,2}"
    r"(?:st|nd|rd|th)?\b(?! |:)"
    r"(?:[/.]\d{1,2})?\W*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|to) (?!(?:January|February|March|April|May|June|July|August|September|October|November"
                    r"|December)\b)[A-Z][a-z]+\b")  # fmt: skip
_SAID = """
    a/l abroad afraid after afterwards again ahead al am an and annual apr april are around as at aug august
    available away back bad be been before begins between booked both break but by can carer's christmas commencing
    comment comments compassionate day days dec december do due duty each easter eight ends expect family feb
    february feedback few first five flexi fortnight four fri friday from get give go going gone got half half-term
    happy have heads hear here hol holiday holidays hols home hope i i'd i'll i'm i've if in inclusive is it it'll
    it's jan january jul july jun june jury just know last leave let look mar march may me mon monday morning my
    need next nine not note nov november now oct october of off ok okay on once one only or parental paternity pick
    please pretty promptly read really reply report return review s sat saturday school send sep sept september
    service seven shall sharp sick six so some soon sorry special start starts study summer sun sunday sure taking
    ten term that that's the them then there these they thing things this three through thu thur thurs thursday till
    time timing to today tomorrow tonight top tue tues tuesday two unfortunately unpaid until up vacation w/b w/c we
    we'll we're wed wednesday weds week weekend weeks when while will with won't work working xmas you you'll your
    yours
"""
_WORDS = frozenset(_SAID.split())
_DIGITS = re.compile(r"[\d/.:–-]*\d(?:st|nd|rd|th)?(?:[–-]\d[\d/.]*(?:st|nd|rd|th)?)?")
# What a person hardly writes of their own leave.
AS_MACHINES = re.compile(
    r"\b(?:urgent\w*|e-?mails?|enquir\w+|contact\w*|limited access|my return|out of (?:the )?office|currently"
    r"|telephone|phone|automatic\w*|monitored|switchboard|thank you for (?:your|contacting))\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:back|home|return(?:ing)?|in again)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till?|'til)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:i['’]?ll|will|by|then)\b(?! be (?:on|off|away|in)\b)(?P<then>[^.!]*)", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:when|once|after|as soon as)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|starting|as of)\b", re.IGNORECASE)
_WHOLE_WEEKS = re.compile(r"\b(?:all )?next week\b(?! and)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leave:
    """From `first` to `last`, where both are said; on `back` it is over: None where nobody can tell."""

    first: date | None = None
    last: date | None = None
    back: date | None = None


def leave_in(mail: Mail, names: frozenset[str], today: date) -> Leave | None:
    """The leave that a mail tells of and nothing else; `names` are those that it may say, in small letters."""
    said = said_in(mail.top, frozenset())
    words = _PLACE.sub(" ", said)
    if mail.sends or "?" in said or len(said.split()) > MOST or AS_MACHINES.search(said):
        return None
    if not (speaks_of_leave(said) or _BARE_BACK.fullmatch(said)):
        return None
    if not all(_fits(word, names) for word in words.casefold().replace("’", "'").split()):
        return None
    return _days(plainer(" ".join(said.split())), today)


def speaks_of_leave(text: str) -> bool:
    """Whether it has a word of being away."""
    return _LEAVE.search(_LEFT_ALONE.sub(" ", text)) is not None


def _fits(word: str, names: frozenset[str]) -> bool:
    word = word.strip(" ,;:()–-*_\"'.!&")
    return not word or word in _WORDS or word in names or bool(_DIGITS.fullmatch(word)) or is_courtesy(word, names)


def _days(said: str, today: date) -> Leave:
    back = _BACK.search(said)
    span = read_span(said[: back.start()] if back else said, today)
    again = read_date(said[back.end() :], today) if back else None
    if span is not None and today <= span[1] <= today + FARTHEST:
        behind = again.day if again and span[1] < again.day <= span[1] + timedelta(days=14) else None
        return Leave(*span, behind or span[1] + timedelta(days=1))
    for found in (_UNTIL.search(said), back):
        day = read_date(said[found.start() :], today) if found else None
        if day is not None and today < day.day <= today + FARTHEST:
            return Leave(back=day.day)
    for promise in _WILL.finditer(said):
        then = _BEHIND.split(promise["then"])[0]  # “I'll do it on Monday when I'm back from leave”
        then = then if read_date(then, today) else promise["then"]
        day = read_date(then, today)
        if day is not None and not (speaks_of_leave(then) or _FROM.search(then)):
            return Leave(back=day.day) if today < day.day <= today + FARTHEST else Leave()
    if _WHOLE_WEEKS.search(said):
        monday = today + timedelta(days=7 - today.weekday())
        return Leave(monday, monday + timedelta(days=4), monday + timedelta(days=7))
    long = None if _FROM.search(said) else lasting(said, today)
    return Leave(back=long) if long is not None and long <= today + FARTHEST else Leave()
