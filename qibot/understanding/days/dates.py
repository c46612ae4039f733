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

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

_BACK = 60
_LONGEST = timedelta(days=300)
_LOOKED_AT = 500

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_WEEKS = {"last": -1, "this": 0, "next": 1}
_NTH = ("1st", "2nd", "3rd", "4th", "last")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_TH = r"(?:st|nd|rd|th)"
_31 = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_D = rf"(?P<d>{_31})"
_END = r"(?!\w|'s|[./:-][0-9])"
_NO_TIME = r"(?! ?(?:[ap]\.?m\b|o'clock|noon|hrs|hours))"
_MONTHS = (
    "|".join(name for name in _MONTH_NAMES if name != "may")
    + r"|febuary|may(?! (?:be|not|have|need|take)\b)|sept\.?|"
    + "|".join(rf"{name[:3]}\.?" for name in _MONTH_NAMES if name != "may")
)
_M = rf"(?P<m>{_MONTHS})(?![a-z])"
_NO_MONTH = rf"(?! (?:of )?(?:{_MONTHS})(?![a-z]))"
_Y = rf"(?:[ ./-]?(?P<y>(?:19|20)[0-9][0-9](?!\w)|(?<!\.)(?:'[0-9]|[23])[0-9]{_END}{_NO_TIME}{_NO_MONTH}))?"
_WEEKDAYS = (
    "|".join(_DAY_NAMES)
    + r"|tues|weds|thurs|thur|mon|tue|wed|thu|fri|sat(?! (?:down|with|in|through)\b)|(?<!the )(?<!in )sun"
)
_WD = rf"(?<!good )(?<!easter )(?<!black )(?<!every )(?P<wd>{_WEEKDAYS})(?![a-z])\.?"
_N = rf"(?P<n>[0-9]{{1,3}}|(?:a )?couple of|an?|{'|'.join(_COUNTS)})"
_UNIT = r"(?P<unit>day|week|fortnight|month)"
_UNIT_ON = r"(?P<unit>days?(?= (?:from|after) )|weeks?|fortnights?)"
_LATER = r" (?:week|fortnight)\b"
_MORE = r"(?P<more> week| fortnight| (?:of |in )?(?P<which>this|next|last) week)?"
_IN = r"(?P<in>(?:in|within) (?:about |around )?)"
_TOMORROW = r"(?:tomorrow|tomorow|tommorow|tommorrow)"
_FEW = r"(?:[1-9]|1[0-2])"
_TO = r"(?P<to> ?[-/&] ?| (?:to|until|till|til|through|and|or) (?:the )?)"
_OF_MONTH = rf"(?:(?:of|in) )?(?:{_M}{_Y}|(?:the |this |(?P<next>next ))month)"
_RANGE = re.compile(r" ?- ?| (?:to|until|till|til|up to|through|and) ")
_SEAM = " \t\r\n\xa0,;:-–—\"'“”‘’*_"
_BEFORE = r"(?P<before>(?:(?:on|by|at|for|from|until|till|til|before|between|around|about) )?(?:the )?)"
_AFTER = (
    "please|pls|thanks|thank|at|if|or|and|to|until|till|through|for|because|as|when|so|in|is|works|would|will|should|"
    "latest|instead|but|with|before|once|unless|ok|okay|sorry|probably|hopefully|though|morning|afternoon|evening|i|we|then|now|"
    + _WEEKDAYS
)


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
    found = _phrase(plain, dash=True)
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
    left = _phrase(plain, dash=False)
    if left and left.kind != "several":
        to = _RANGE.match(plain, left.end)
        right = _phrase(plain[to.end() :], dash=False) if to else None
        between = left.parts[0].match["before"].startswith("between")
        if not to or not right or right.start or (to[0] == " and ") != between:
            return None
        first, last = _ends(left, right, today)
        too_long = first and last and not right.said("y") and last - first > _LONGEST
    else:
        first, last = _days_of_one_month(left, today) if left and len(left.parts) == 1 else (None, None)
        too_long = False
    return (first, last) if first and last and first <= last and not too_long else None


def _ends(left: _Phrase, right: _Phrase, today: date) -> tuple[date | None, date | None]:
    """Both days, where one can lack what the other says: “28 December to 5 January 2028”, “1 July to the 14th”."""
    first, last = left.day(today), right.day(today)
    if last and right.kind == "date" and left.kind == "ordinal" and not left.said("of"):
        with suppress(ValueError):
            return left.day(date(*_month(last, -1 if int(left.said("d")) > last.day else 0), 1)), last
    if last and right.said("y") and left.kind == "date" and not left.said("y"):
        return left.day(last - min(_LONGEST, last - date.min), back=0), last
    if first and (right.kind in ("date", "ordinal") or (right.kind != "fixed" and last and last < first)):
        return first, right.day(first, back=0)
    return first, last


def _days_of_one_month(days: _Phrase, today: date) -> tuple[date | None, date | None]:
    """“1-14 July”, “July 1 to 14”; only “the 28th to the 3rd of July” begins in the month before."""
    match, to = days.main.match, days.said("to").split()[0]
    if to in ("/", "&", "or") or (to == "and") != match["before"].startswith("between"):
        return None, None
    with suppress(ValueError):
        last = _written(int(match["d2"]), match, today, _BACK)
        crossing = int(match["d"]) > last.day and to != "-" and match.start("d") < match.start("m")
        return date(*_month(last, -1 if crossing else 0), int(match["d"])), last
    return None, None


def _fold(text: str) -> tuple[str, list[int]]:
    """The text in lower case, plainly spaced and without most punctuation; and where each of its characters stands."""
    plain: list[str] = []
    places: list[int] = []
    head = text if len(text) <= _LOOKED_AT else text[:_LOOKED_AT].rpartition(" ")[0]
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


@dataclass(frozen=True, slots=True)
class _Part:
    """One date found in the text: how it is written and what day it is, as said on a day."""

    kind: str
    match: re.Match[str]
    meaning: Callable[[re.Match[str], date, int], date]

    def agrees(self, mine: date, other: date) -> bool:
        if self.kind == "weekday":
            return mine.weekday() == other.weekday()
        return _monday(mine) == _monday(other) if self.kind == "week" else mine == other


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Dates side by side that say the same day: “Friday 24 March”, “tomorrow (Friday)”."""

    parts: list[_Part]

    @property
    def start(self) -> int:
        return self.parts[0].match.start()

    @property
    def end(self) -> int:
        return self.parts[-1].match.end()

    @property
    def main(self) -> _Part:
        return min(self.parts, key=lambda part: ("weekday", "week").count(part.kind))

    @property
    def kind(self) -> str:
        return self.main.kind

    def said(self, group: str) -> str:
        return self.main.match.groupdict().get(group) or ""

    def day(self, today: date, back: int = _BACK) -> date | None:
        with suppress(ValueError, OverflowError):
            day = self.main.meaning(self.main.match, today, back)
            if all(part.agrees(part.meaning(part.match, today, back), day) for part in self.parts):
                return day
        return None


def _phrase(plain: str, *, dash: bool) -> _Phrase | None:
    part = _first(plain, 0)
    parts = []
    while part:
        parts.append(part)
        part = _first(plain, parts[-1].match.end())
        if part and not _beside(plain, parts[-1], part, dash):
            break
    return _Phrase(parts) if parts else None


def _beside(plain: str, one: _Part, two: _Part, dash: bool) -> bool:
    gap = plain[one.match.end() : two.match.start()]
    joined = gap in ("", " ") or (dash and gap in ("-", " - ", "- ", " -") and "weekday" in (one.kind, two.kind))
    return joined and two.match["before"] in ("", "on ", "the ", "on the ")


def _first(plain: str, start: int) -> _Part | None:
    """The first date after `start`: the longest reading of what comes first. What only looks like a date is passed."""
    while found := [(m, row) for row in _ROWS if (m := row[1].search(plain, start))]:
        match, (kind, _, meaning) = min(found, key=lambda f: (f[0].start(), f[1][0] != "none", -f[0].end()))
        if kind != "none":
            return _Part(kind, match, meaning)
        start = match.end()
    return None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else 1 + next(i for i, m in enumerate(_MONTH_NAMES) if m[:3] == word[:3])


def _count(word: str) -> int:
    if word.endswith("couple of"):
        return 2
    return int(word) if word.isdecimal() else _COUNTS.index(word) + 1 if word in _COUNTS else 1


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(today: date, ahead: int) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + ahead
    return months // 12, months % 12 + 1


def _written(day: int, match: re.Match[str], today: date, back: int) -> date:
    """The day of the month that the match names; day 0 is the month's last."""
    month, year = _number(match["m"]), match.groupdict().get("y")
    if year:
        full = int(year.lstrip("'")) + (0 if len(year) == 4 else 2000)
        return date(full, month, day or monthrange(full, month)[1])
    for full in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            found = date(full, month, day or monthrange(full, month)[1])
            if -back <= (found - today).days <= 366 - back:
                return found
    raise ValueError("no such day")


def _full_date(match: re.Match[str], today: date, back: int) -> date:
    return _written(int(match["d"]), match, today, back)


def _month_end(match: re.Match[str], today: date, back: int) -> date:
    if match.groupdict().get("m"):
        return _written(0, match, today, back)
    year, month = _month(today, 1 if match["next"] else 0)
    return date(year, month, monthrange(year, month)[1])


def _ordinal(match: re.Match[str], today: date, _: int) -> date:
    day, of = int(match["d"]), match.groupdict().get("of")
    if of:
        return date(*_month(today, 1 if of == "next" else 0), day)
    for ahead in (0, 1, 2):
        with suppress(ValueError):
            if (found := date(*_month(today, ahead), day)) >= today:
                break
    else:
        raise ValueError("no such day")
    if (weekday := match.groupdict().get("wd")) and _weekday(weekday) != found.weekday():
        raise ValueError("another weekday")
    return found


def _weekday(word: str) -> int:
    return next(i for i, name in enumerate(_DAY_NAMES) if name[:3] == word[:3])


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _a_weekday(match: re.Match[str], today: date, _: int) -> date:
    weekday, more = _weekday(match["wd"]), match["more"] or ""
    if which := match["which"] or ("next" if match["mod"] == "next " else ""):
        day = _of_week(today, _WEEKS[which], weekday)
    else:
        day = _coming(weekday, today - timedelta(days=8) if match["mod"] == "last " else today)
    return day + timedelta(days=_DAYS.get(more.strip(), 0))


def _a_week(match: re.Match[str], today: date, _: int) -> date:
    said = match.groupdict()
    ahead = 2 if said.get("far") else _WEEKS[said.get("which") or "this"]
    if weekday := said.get("wd"):
        return _of_week(today, ahead, _weekday(weekday))
    return max(_of_week(today, ahead, 4), _coming(4, today - timedelta(days=1)) if ahead == 0 else date.min)


def _of_week(today: date, ahead: int, weekday: int) -> date:
    return _monday(today) + timedelta(days=7 * ahead + weekday)


def _counted(match: re.Match[str], today: date, _: int) -> date:
    count, unit = _count(match["n"]) * (1 if match["in"] else -1), match["unit"]
    if unit == "month":
        year, month = _month(today, count)
        return date(year, month, min(today.day, monthrange(year, month)[1]))
    return today + timedelta(days=count * _DAYS[unit])


def _counted_on(match: re.Match[str], today: date, _: int) -> date:
    on, count = match["on"], timedelta(days=_count(match["n"]) * _DAYS[match["unit"].rstrip("s")])
    if on in ("today", "now", "tomorrow"):
        return today + timedelta(days=on == "tomorrow") + count
    return _coming(_weekday(on), today) + count


def _weekday_of_month(match: re.Match[str], today: date, back: int) -> date:
    """The first, second … or last such weekday of a month."""
    first = _written(1, match, today, back) if match["m"] else date(*_month(today, 1 if match["next"] else 0), 1)
    nth = next(
        n for n, word in enumerate(("first", "second", "third", "fourth", "last")) if match["nth"] in (word, _NTH[n])
    )
    last = date(first.year, first.month, monthrange(first.year, first.month)[1])
    if nth == len(_NTH) - 1:
        return last - timedelta(days=(last.weekday() - _weekday(match["wd"])) % 7)
    return first + timedelta(days=(_weekday(match["wd"]) - first.weekday()) % 7 + 7 * nth)


def _near(match: re.Match[str], today: date, _: int) -> date:
    *twice, word = match["word"].split()
    away = 0 if word in ("today", "tonight") else -1 if word == "yesterday" else 1
    return today + timedelta(days=2 * away if twice else away)


def _not_one(_match: re.Match[str], _today: date, _back: int) -> date:
    raise ValueError("several days, or none")


_PATTERNS = (
    ("none", _not_one, rf"(?:reports?|parts?|pages?|weeks?|months?) ?(?:no\.? ?|number |#)?{_FEW}(?:/[0-9]+)?{_END}"),
    ("none", _not_one, r"(?:version|v\.?|section|chapter|paragraph|ext\.?|extension) ?[0-9][0-9.]*"),
    ("none", _not_one, r"(?<=at )[0-9]{1,2}[.:][0-9]{2}(?![0-9])(?!\.[0-9])"),
    ("date", _full_date, rf"{_D}{_TH}?\.?[ /-]?(?:(?:day )?of )?{_M}{_Y}"),
    ("date", _full_date, rf"{_M}[ /-](?:the )?{_D}{_TH}?{_END}{_NO_TIME}{_NO_MONTH}{_Y}"),
    ("date", _full_date, rf"(?P<y>[0-9]{{4}})(?P<s>[-/.])(?P<m>{_31})(?P=s){_D}(?!\w|(?P=s)[0-9])"),
    ("date", _full_date, rf"{_D}(?P<s>[-/.])(?P<m>{_31})(?P=s)(?P<y>[0-9]{{2}}|[0-9]{{4}})(?!\w|(?P=s)[0-9]|:[0-9])"),
    ("date", _full_date, rf"{_D}/(?P<m>{_31})(?: (?P<y>20[0-9]{{2}}))?(?!\w|[/:.][0-9])(?! (?:of|an?|days?|hours?)\b)"),
    ("date", _full_date, rf"{_D}\.(?P<m>0?[1-9]|1[0-2])\.(?!\w)"),
    ("date", _month_end, rf"end(?: of |[ -]){_M}{_Y}"),
    ("float", _month_end, rf"(?:end of (?:the |this |(?P<next>next ))?month|month end){_END}"),
    ("several", _not_one, rf"{_D}{_TH}?{_TO}(?P<d2>{_31}){_TH}? ?(?:of )?{_M}{_Y}"),
    ("several", _not_one, rf"{_M} {_D}{_TH}?{_TO}(?P<d2>{_31}){_TH}?{_END}{_NO_TIME}{_NO_MONTH}{_Y}"),
    (
        "date",
        _weekday_of_month,
        rf"(?P<nth>first|second|third|fourth|last|[1-4]{_TH}) {_WD} {_OF_MONTH}{_END}",
    ),
    ("ordinal", _ordinal, rf"{_D}{_TH}(?: of (?P<of>this|next|the) month)?(?!\w)(?! (?!(?:{_AFTER})\b)[a-z])"),
    (
        "ordinal",
        _ordinal,
        rf"(?:this coming |coming |this |next )?{_WD} (?:the )?{_D}{_TH}?{_END}{_NO_TIME}{_NO_MONTH}",
    ),
    ("weekday", _a_weekday, rf"(?P<mod>this coming |coming |this |next |last )?{_WD}{_MORE}(?!\w|'s)(?! after\b)"),
    ("week", _a_week, rf"(?:end of )?(?P<which>this|next|last) week(?: (?:on )?{_WD})?{_END}"),
    ("week", _a_week, rf"(?P<far>(?:end of the )?week after next)(?: (?:on )?{_WD})?{_END}"),
    ("week", _a_week, rf"end of (?:the )?week{_END}"),
    (
        "fixed",
        _counted_on,
        rf"(?:in )?{_N} {_UNIT_ON} (?:on |from |after )?(?P<on>today|tomorrow|now|{_WEEKDAYS}){_END}",
    ),
    ("fixed", _counted, rf"{_IN}?{_N} ?{_UNIT}s?'?(?(in)(?: time)?| ago){_END}(?! or (?!so\b)| on\b)"),
    (
        "fixed",
        _near,
        rf"(?P<word>(?:day after )?{_TOMORROW}|(?:day before )?yesterday|today|tonight){_END}(?!{_LATER})",
    ),
)
_ROWS = [
    (kind, re.compile(rf"(?<![\w£$€#+])(?<![0-9][./:-]){_BEFORE}(?:{pattern})"), meaning)
    for kind, meaning, pattern in _PATTERNS
]
