"""A leave that words tell of, from which and until which day it lasts: “off 7–18 December”, “away till the 2nd”.

| the words | the leave |
|---|---|
| a span; a first day and the day of being back, or how long | from the one to the other |
| weeks that begin on a day (“w/c 7 December and w/c 14 December”) | the whole of them |
| until a day, back on a day | from now until then |
| anything else | nobody can tell |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from qibot.expression import expression
from qibot.understanding.days.dates import read_date, read_span
from qibot.understanding.days.naming_days import counted_on, lasting, length_in, plainer

FARTHEST = timedelta(days=90)  # a day named for feedback, or of a return, beyond it is none
LONGEST = timedelta(days=366)
_LEAVE = expression(
    r"\b(?:leave|a/l|al|hols?|holidays?|vacation|half[- ]term|away|off|not in|abroad|overseas|jury (?:service|duty)"
    r"|out of (?:the country|action)"
    r"|(?:won['’]?t be|not|isn['’]?t) (?:around|here|available)|(?-i:in [A-Z][a-z]+)(?= \d| from| until| till))\b",
    re.IGNORECASE,
)
# “I'd leave it till after half term” is what is to be left alone, and “back 2/11” needs no word of leave.
_LEFT_ALONE = expression(
    r"(?<!\bon )(?<!\bannual )(?:\bleave (?:it|this|that|the|them|off|out)\b"
    r"|(?:\b(?:i|you|we|they|he|she)['’]d|\b(?:would|could|you|(?<!due )to)) leave\b)"
    r"(?:(?!\b(?:as|because|since|while)\b)[^.,;!?])*",
    re.IGNORECASE,
)
_BACK = expression(r"\b(?:back|home|return(?:ing)?|in again)\b", re.IGNORECASE)
_UNTIL = expression(r"\b(?:until|till?|'til)\b", re.IGNORECASE)
_WILL = expression(r"\b(?:i['’]?ll|will|by|then)\b(?! be (?:on|off|away|in)\b)(?P<then>[^.!]*)", re.IGNORECASE)
_BEHIND = expression(r"\b(?:when|once|after|as soon as)\b", re.IGNORECASE)
_FROM = expression(r"\b(?:from|starting|as of)\b", re.IGNORECASE)
_WHOLE_WEEKS = expression(r"\b(?:all )?next week\b(?! and)", re.IGNORECASE)
_WEEK_OF = expression(r"\b(?:w/c|w/b|weeks? (?:commencing|beginning|of))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leave:
    """From `first` to `last`, where both are said; on `back` it is over: None where nobody can tell."""

    first: date | None = None
    last: date | None = None
    back: date | None = None


def speaks_of_leave(text: str) -> bool:
    """Whether it has a word of being away."""
    return _LEAVE.search(text) is not None and _LEAVE.search(_LEFT_ALONE.sub(" ", text)) is not None


def begins_behind(text: str, day: date, today: date) -> bool:
    """Whether it tells of a leave that begins after a day, as said on the day `today`."""
    if not speaks_of_leave(text):
        return False
    leave = leave_days(plainer(" ".join(text.split())), today)
    return leave.first is not None and leave.first > day


def leave_days(said: str, today: date) -> Leave:
    """The days of the leave that words tell of, which are put plainly."""
    if (whole := _weeks_of(said, today) or _spanned(said, today) or _begun(said, today)) is not None:
        return whole
    for found in (_UNTIL.search(said), _BACK.search(said)):
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


def _spanned(said: str, today: date) -> Leave | None:
    """That of a span, which a day of being back may close."""
    back = _BACK.search(said)
    span = read_span(said[: back.start()] if back else said, today)
    if span is None or not today <= span[1] <= today + LONGEST:
        return None
    again = read_date(said[back.end() :], today) if back else None
    behind = again.day if again and span[1] < again.day <= span[1] + timedelta(days=14) else None
    return Leave(*span, behind or span[1] + timedelta(days=1))


def _weeks_of(said: str, today: date) -> Leave | None:
    """That of whole weeks, by the days with which they begin."""
    will = _WILL.search(said)  # “I'll pick this up w/c 2 November”
    gone = said[: will.start()] if will else said
    begin = [day.day for part in _WEEK_OF.split(gone)[1:] if (day := read_date(part, today))]
    if not begin or min(begin) < today:
        return None
    return Leave(min(begin), max(begin) + timedelta(days=4), max(begin) + timedelta(days=7))


def _begun(said: str, today: date) -> Leave | None:
    """That of a first day, with the day of being back behind it or with how long it lasts."""
    first, back = read_date(said, today), _BACK.search(said)
    if first is None or first.day < today or "week" in first.words.casefold():
        return None
    where = said.find(first.words)
    if back is not None and where < back.start():
        behind = said[back.end() :]
        again = read_date(behind, first.day)
        over = counted_on(behind, first.day) or (again and again.day)
        return Leave(first.day, over - timedelta(days=1), over) if over and first.day < over else None
    length = length_in(said)
    if back is not None or length is None or _UNTIL.search(said) or _WILL.search(said):
        return None
    over = first.day + timedelta(days=length.days)
    return Leave(first.day, over - timedelta(days=1), over)
