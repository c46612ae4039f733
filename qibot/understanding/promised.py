"""By when a mentor promises the feedback, and when two people spoke: the days that plain words name."""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.events import Arrival
from qibot.understanding.dates import read_date, read_span
from qibot.understanding.meaning import sentences
from qibot.understanding.naming_days import counted_on, lasting, plainer

FARTHEST = timedelta(days=90)  # a day named for feedback beyond it is no promise
SHORT_PROMISE = 8  # words of a sentence that needn't say who promises
VAGUE = re.compile(r"\bthis week\b|\bthe week\b", re.IGNORECASE)  # no day yet
_MINE = re.compile(
    r"\b(?:i|i'll|i'm|i'd|my|me|we|be|it|you)\b", re.IGNORECASE
)  # who says by when, and not what to expect
_FEEDBACK = re.compile(r"\b(?:feedback|comments|review|reply|answer)\b", re.IGNORECASE)
OF_PROJECT = re.compile(
    r"\b(?:data|pdsas?|charts?|aims?|measures?|tests?|testing|liked|(?<!\bme )better(?! for me\b)|cycles?)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,;:–—()]|\b(?:so|and|but|then|or)\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:feedback|comments|review|reply|answer|respond|write|send|get (?:back|to)|look|read|expect"
    r"|have (?:it|my|this)|do it|with you)\b",
    re.IGNORECASE,
)


def promised_day(arrival: Arrival, almanac: Almanac) -> date | None:
    """The day by which a mentor promises the feedback: in the clause that says so, else in a sentence that may say so,
    else the last that is named; a length of time counts from today."""
    today = almanac.day(arrival.arrived)
    days: list[tuple[int, date]] = []
    said_last: date | None = None
    for one in sentences(arrival.mail.top):
        plain = plainer(one)
        promises = _promises(plain)
        for clause in _CLAUSES.split(plain):
            day = None if said_last is None else counted_on(clause, said_last)
            day = day or _named(clause, today)
            if day is not None and today <= day <= today + FARTHEST:
                said_last = day
                sure = 2 if promises and _ANSWERS.search(clause) else 1 if promises else 0
                if sure or not OF_PROJECT.search(one):
                    days.append((sure if not VAGUE.search(clause) else -1, day))
    return max(days)[1] if days else lasting(arrival.mail.top, today)


def _named(clause: str, today: date) -> date | None:
    span, said = read_span(clause, today), read_date(clause, today)
    return span[1] if span else said.day if said else None


def _promises(sentence: str) -> bool:
    """Whether a sentence with a day may say by when the feedback comes, rather than what to do by then."""
    if _FEEDBACK.search(sentence):
        return True
    return not OF_PROJECT.search(sentence) and (
        _MINE.search(sentence) is not None or len(sentence.split()) <= SHORT_PROMISE
    )


def spoken_on(arrival: Arrival, almanac: Almanac) -> date:
    """The day on which somebody says that they spoke: the last one of that name, else the day of the mail."""
    today = almanac.day(arrival.arrived)
    for one in sentences(arrival.mail.top):
        said = read_date(one, today)
        if said is not None:
            day = said.day - timedelta(days=7) if said.day > today and not re.search(r"\d", said.words) else said.day
            if today - timedelta(days=60) <= day <= today:
                return day
    return today
