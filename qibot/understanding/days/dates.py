"""Dates as people write them in a short reply: “EXPECT by Fri 24 March”, “AWAY 1 July to 14 July”.

Nothing is guessed. What can't be a date (“31 February”, “3/24”), a weekday that belongs to another day, two dates side
by side and several days at once (“24 or 25 March”) are read as None, so that the sender is asked. Where English is
ambiguous:

- The day stands before the month. A bare two-digit year is 20xx; after a month's name only 20 to 39 or '27 is a year.
- Without a year: the nearest such day that is at most 60 days past, else the next one.
- “Friday”, “this Friday”: the first one after today. “next Friday”, “Friday next week”: that of the next calendar week.
- “next week”, “the end of the week”: its Friday. “the 24th”: the next one, today included.
- In a span, the second date is looked for from the first one on; with a year left out, at most 300 days lie between.
"""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from qibot.expression import expression
from qibot.understanding.days.phrase import BACK, Phrase, first_phrase
from qibot.understanding.days.reckoning import month_ahead, written

_LONGEST = timedelta(days=300)
_LOOKED_AT = 500
_RANGE = expression(r" ?- ?| (?:to|until|till|til|up to|through|and) ")
_SEAM = " \t\r\n\xa0,;:-–—\"'“”‘’*_"


@dataclass(frozen=True, slots=True)
class Said:
    """A day that somebody wrote."""

    day: date
    """The day that was meant."""
    words: str
    """The words it was read from, as written."""
    rest: str
    """The text without those words, tidied."""


def read_date(text: str, today: date) -> Said | None:
    """The first date in the text, as said on the day `today`; None where none is meant, or it isn't clear which."""
    plain, places = _fold(text)
    found = first_phrase(plain, dash=True)
    day = found and found.day(today)
    if not found or not day:
        return None
    start, end = places[found.start], places[found.end - 1] + 1
    end += "(" in text[start:end] and text[end : end + 1] == ")"
    before, after = text[:start].rstrip(_SEAM + "("), text[end:].lstrip(_SEAM + ".!?)")
    return Said(day, text[start:end], " ".join(f"{before} {after}".split()))


def read_span(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of the span that the text speaks of, as said on the day `today`; None as for a date."""
    plain, _ = _fold(text)
    left = first_phrase(plain, dash=False)
    if left and left.kind != "several":
        to = _RANGE.match(plain, left.end)
        right = first_phrase(plain[to.end() :], dash=False) if to else None
        between = left.parts[0].match["before"].startswith("between")
        if not to or not right or right.start or (to[0] == " and ") != between:
            return None
        first, last = _ends(left, right, today)
        too_long = first and last and not right.said("y") and last - first > _LONGEST
    else:
        first, last = _days_of_one_month(left, today) if left and len(left.parts) == 1 else (None, None)
        too_long = False
    return (first, last) if first and last and first <= last and not too_long else None


def _ends(left: Phrase, right: Phrase, today: date) -> tuple[date | None, date | None]:
    """Both days, where one can lack what the other says: “28 December to 5 January 2028”, “1 July to the 14th”."""
    first, last = left.day(today), right.day(today)
    if last and right.kind == "date" and left.kind == "ordinal" and not left.said("of"):
        with suppress(ValueError):
            return left.day(date(*month_ahead(last, -1 if int(left.said("d")) > last.day else 0), 1)), last
    if last and right.said("y") and left.kind == "date" and not left.said("y"):
        return left.day(last - min(_LONGEST, last - date.min), back=0), last
    if first and (right.kind in ("date", "ordinal") or (right.kind != "fixed" and last and last < first)):
        return first, right.day(first, back=0)
    return first, last


def _days_of_one_month(days: Phrase, today: date) -> tuple[date | None, date | None]:
    """“1-14 July”, “July 1 to 14”; only “the 28th to the 3rd of July” begins in the month before."""
    match, to = days.main.match, days.said("to").split()[0]
    if to in ("/", "&", "or") or (to == "and") != match["before"].startswith("between"):
        return None, None
    with suppress(ValueError):
        last = written(int(match["d2"]), match, today, BACK)
        crossing = int(match["d"]) > last.day and to != "-" and match.start("d") < match.start("m")
        return date(*month_ahead(last, -1 if crossing else 0), int(match["d"])), last
    return None, None


def _fold(text: str) -> tuple[str, list[int]]:
    """The text in lower case, plainly spaced and without most punctuation; and where each of its characters stands."""
    return _folded(text if len(text) <= _LOOKED_AT else text[:_LOOKED_AT].rpartition(" ")[0])


@lru_cache(maxsize=32)  # one mail's words are looked through for many kinds of days
def _folded(head: str) -> tuple[str, list[int]]:
    plain: list[str] = []
    places: list[int] = []
    if head.isascii():  # nothing in it is unseen or composed
        for place, char in enumerate(head.lower().translate(_SIMPLE)):
            if not char.isspace():
                plain.append(char)
            elif plain[-1:] == [" "]:
                continue
            else:
                plain.append(" ")
            places.append(place)
        return "".join(plain), places
    for place, char in enumerate(head):
        if unicodedata.category(char) == "Cf":
            continue
        simple = unicodedata.normalize("NFKC", char).lower()
        simple = simple.translate(_SIMPLE) if len(simple) == 1 else char
        if simple.isspace():
            if plain[-1:] == [" "]:
                continue
            simple = " "
        plain.append(simple)
        places.append(place)
    return "".join(plain), places


_SIMPLE = str.maketrans(
    dict.fromkeys(',"“”„«»*_()[]<>', " ") | dict.fromkeys("‘’‛`´", "'") | dict.fromkeys("‐‒–—―−", "-")
)
