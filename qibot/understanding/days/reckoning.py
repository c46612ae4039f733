"""What day a spelling names (spellings.py), as said on the day `today`; ValueError where there is no such day.

Without a year it is the nearest such day that is at most `back` days past, else the next one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_WEEKS = {"last": -1, "this": 0, "next": 1}
_NTH = ("1st", "2nd", "3rd", "4th", "last")
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else 1 + next(i for i, m in enumerate(MONTH_NAMES) if m[:3] == word[:3])


def _count(word: str) -> int:
    if word.endswith("couple of"):
        return 2
    return int(word) if word.isdecimal() else COUNTS.index(word) + 1 if word in COUNTS else 1


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def month_ahead(today: date, ahead: int) -> tuple[int, int]:
    """The year and month so many months from today."""
    months = today.year * 12 + today.month - 1 + ahead
    return months // 12, months % 12 + 1


def written(day: int, match: re.Match[str], today: date, back: int) -> date:
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


def full_date(match: re.Match[str], today: date, back: int) -> date:
    """“24 March”, “24/3/27”."""
    return written(int(match["d"]), match, today, back)


def month_end(match: re.Match[str], today: date, back: int) -> date:
    """“the end of March”, “month end”."""
    if match.groupdict().get("m"):
        return written(0, match, today, back)
    year, month = month_ahead(today, 1 if match["next"] else 0)
    return date(year, month, monthrange(year, month)[1])


def ordinal(match: re.Match[str], today: date, _: int) -> date:
    """“the 24th”, “Friday 24th”: the next one, today included."""
    day, of = int(match["d"]), match.groupdict().get("of")
    if of:
        return date(*month_ahead(today, 1 if of == "next" else 0), day)
    for ahead in (0, 1, 2):
        with suppress(ValueError):
            if (found := date(*month_ahead(today, ahead), day)) >= today:
                break
    else:
        raise ValueError("no such day")
    if (weekday := match.groupdict().get("wd")) and _weekday(weekday) != found.weekday():
        raise ValueError("another weekday")
    return found


def _weekday(word: str) -> int:
    return next(i for i, name in enumerate(DAY_NAMES) if name[:3] == word[:3])


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def a_weekday(match: re.Match[str], today: date, _: int) -> date:
    """“Friday”: the first one after today; “next Friday”, “Friday next week”: that of the next calendar week."""
    weekday, more = _weekday(match["wd"]), match["more"] or ""
    if which := match["which"] or ("next" if match["mod"] == "next " else ""):
        day = _of_week(today, _WEEKS[which], weekday)
    else:
        day = _coming(weekday, today - timedelta(days=8) if match["mod"] == "last " else today)
    return day + timedelta(days=_DAYS.get(more.strip(), 0))


def a_week(match: re.Match[str], today: date, _: int) -> date:
    """“next week”, “the end of the week”: its Friday, unless another of its days is named."""
    said = match.groupdict()
    ahead = 2 if said.get("far") else _WEEKS[said.get("which") or "this"]
    if weekday := said.get("wd"):
        return _of_week(today, ahead, _weekday(weekday))
    return max(_of_week(today, ahead, 4), _coming(4, today - timedelta(days=1)) if ahead == 0 else date.min)


def _of_week(today: date, ahead: int, weekday: int) -> date:
    return monday(today) + timedelta(days=7 * ahead + weekday)


def counted(match: re.Match[str], today: date, _: int) -> date:
    """“in three weeks”, “two days ago”."""
    count, unit = _count(match["n"]) * (1 if match["in"] else -1), match["unit"]
    if unit == "month":
        year, month = month_ahead(today, count)
        return date(year, month, min(today.day, monthrange(year, month)[1]))
    return today + timedelta(days=count * _DAYS[unit])


def counted_from_named(match: re.Match[str], today: date, _: int) -> date:
    """“three weeks from Wednesday”."""
    on, count = match["on"], timedelta(days=_count(match["n"]) * _DAYS[match["unit"].rstrip("s")])
    if on in ("today", "now", "tomorrow"):
        return today + timedelta(days=on == "tomorrow") + count
    return _coming(_weekday(on), today) + count


def weekday_of_month(match: re.Match[str], today: date, back: int) -> date:
    """The first, second … or last such weekday of a month."""
    first = written(1, match, today, back) if match["m"] else date(*month_ahead(today, 1 if match["next"] else 0), 1)
    nth = next(
        n for n, word in enumerate(("first", "second", "third", "fourth", "last")) if match["nth"] in (word, _NTH[n])
    )
    last = date(first.year, first.month, monthrange(first.year, first.month)[1])
    if nth == len(_NTH) - 1:
        return last - timedelta(days=(last.weekday() - _weekday(match["wd"])) % 7)
    return first + timedelta(days=(_weekday(match["wd"]) - first.weekday()) % 7 + 7 * nth)


def near(match: re.Match[str], today: date, _: int) -> date:
    """“tomorrow”, “the day before yesterday”."""
    *twice, word = match["word"].split()
    away = 0 if word in ("today", "tonight") else -1 if word == "yesterday" else 1
    return today + timedelta(days=2 * away if twice else away)


def not_one(_match: re.Match[str], _today: date, _back: int) -> date:
    """What only looks like a date, or names several days."""
    raise ValueError("several days, or none")
