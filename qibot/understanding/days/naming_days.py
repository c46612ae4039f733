"""How people name a day without a date: feast days, spelt ordinals, the weekend, a length of time.

Put into words that `dates` reads, or counted from today. For words that are known to name a day; a command is read by
`dates` alone.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from qibot.expression import expression
from qibot.spoken import in_small_letters
from qibot.understanding.days.dates import Said, read_date

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
             "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
             "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
             "thirty-first")  # fmt: skip
_MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"  # noqa: E501
_LATE = [(n, word) for n, word in enumerate(_ORDINALS, 1) if n > 12]  # no report, test or page is counted so high
_ASKED_OF = r"\b((?:would|will|does|might|could) (?:\w+ )?(?:the )?\d{1,2}(?:st|nd|rd|th))"
# Each pattern with the words that `dates` reads, which are put in, and what one of is in all that it matches.
_SAID = tuple(
    (expression(pattern, re.IGNORECASE), plain, words)
    for pattern, plain, *words in (
        (r"\bst\.? andrew'?s(?: day| night)?\b", "30 November", "andrew"),
        (r"\bhogmanay\b|\bnew year'?s eve\b|\bbefore the bells\b", "31 December", "hogmanay", "new year", "bells"),
        (r"\bnew year'?s day\b", "1 January", "new year"),
        (r"\b(?:christmas|xmas) eve\b", "24 December", "mas eve"),
        (r"\bboxing day\b", "26 December", "boxing"),
        (r"\b(?:this|the same|same) (?:day|time) next week\b", "in 7 days", "next week"),
        (r"\b(?:by|before) (?:christmas|xmas)\b", "24 December", "christmas", "xmas"),
        (r"\bset(?:h|t)erday\b", "Saturday", "erday"),
        (r"\b(?:a )?week (?:tomorrow|tmrw|the morn)\b", "in 8 days", "week "),
        (rf"(?<=\d) o['’]? (?={_MONTHS})|(?<=\d(?:st|nd|rd|th)) o['’]? (?={_MONTHS})", " ", " o"),
        (r"\bburns'? (?:night|day)\b", "25 January", "burns"),
        (r"\b(?:st\.? )?valentine'?s(?: day)?\b", "14 February", "valentine"),
        (r"\bhallowe'?en\b", "31 October", "hallow"),
        # “would the 27th be ok”, “by the 27th Jo?”: what stands behind it isn't counted
        (rf"{_ASKED_OF} (?=(?:be|do|suit|work|sound)\b)", r"\1; ", "would", "will", "does", "might", "could"),
        (r"(?<=\bthe )((?:1[3-9]|2\d|3[01])(?:st|nd|rd|th)) (?=(?:be|do|suit|work)\b|(?-i:[A-Z]\w+)\W*$)", r"\1; ",
         "st", "nd", "rd", "th"),
        # “till the 3rd Jo?”, “is the 3rd all right?”: below 13 a name or “fine” behind it needs one of these before it
        (r"\b((?:till?|until|’?til) the \d{1,2}(?:st|nd|rd|th)) (?=(?-i:[A-Z]\w+)\W*$)", r"\1; ", "til"),
        (r"\b((?:is|would|will|might) the \d{1,2}(?:st|nd|rd|th)) (?=(?:all ?right|fine|okay|possible)\b(?!.*\bfor\b))",
         r"\1; ", "st", "nd", "rd", "th"),
        (rf"\bmid[- ]?(?=({_MONTHS}))", "15 ", "mid"),
        (rf"\bmiddle of (?=({_MONTHS}))", "15 ", "middle of"),
        (rf"\blast (?:working |week)?day of (?=(?:the month|{_MONTHS}))", "end of ", "day of"),
        (r"\bmiddle of next week\b|\bmid(?:dle of the)?[- ]week next week\b", "Wednesday next week", "mid"),
        (r"\bmiddle of the week\b|\bmid-?week\b", "Wednesday", "mid"),
        (r"(?<=day) in (?:one|a) week\b", " week", "week"),
        (r"\b(?:tmrw|tmw|2moro|2morrow|the morn|the morra)\b", "tomorrow", "tmrw", "tmw", "2mo", "the mor"),
        (r"\bin the morning\b(?! of)", "tomorrow", "in the morning"),
        (r"\b(?:before|by the time) the month(?:'s| is)(?: out| over| done)\b", "end of the month", "the month"),
        (r"\b(?:this side of|before) the month'?s end\b", "end of the month", "the month"),
        (r"\b(?:before|by) the week(?:'s| is)(?: out| over| done)\b|\bby the week'?s end\b", "end of the week",
         "the week"),
        (r"\bafter the weekend\b", "Monday", "weekend"),
        (r"(?<=\bbe )(?:the|this) (?:coming )?week-?end\b", "Sunday", "week"),
        (r"\b(?:at|by|for|over|before|this|during)(?: the| this)? (?:coming )?week-?end(?:'s out| is out| is over)?\b",
         "Sunday", "week"),
        *((rf"(?<!-)\b{word}(?= (?:of |day of )?{_MONTHS})", str(n), word) for n, word in enumerate(_ORDINALS, 1)),
        *((rf"(?<=\bthe ){word}\b(?!-| [a-z]+ (?:report|draft|time|page))", f"{n}th", word) for n, word in _LATE),
    )
)  # fmt: skip
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LENGTH = expression(
    rf"\b(?:(?P<n>\d{{1,2}}|an?|another|an extra|one more|{'|'.join(_COUNTS)}|(?:a )?couple of)"
    r" ?(?:more |extra |further |additional |full )?(?P<unit>working days?|days?|weeks?|wks?|fortnights?|months?)"
    r"|(?:an? )?(?:extra|further|additional) (?P<one>day|week|fortnight|month))\b"
    r"(?! (?:ago|before(?! (?:I|we)(?:['’]ll| will| can| could| get| manage| have)\b)|earlier|old|late|each|a week"
    r"|per)\b)(?!-)",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "wk": 7, "fortnight": 14, "month": 30}
_FROM_TODAY = expression(r"\s+(?:from|as of) (?:today|now)\b", re.IGNORECASE)
_THE_DAY_AFTER = expression(
    r"\b(?:(?:the )?(?:day|morning) after(?: that)?(?! tomorrow| the\b| that\b| (?:I|we|he|she|they|my|our)\b)"
    r"|the (?:following|next) (?:day|morning))\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_AFTER = expression(
    rf"\bthe (?:(?P<after>{'|'.join(_WEEKDAYS)}) (?:after|following)\b(?! (?:I|we|he|she|they|my|our|the)\b)"
    rf"|following (?P<behind>{'|'.join(_WEEKDAYS)})\b)"
    rf"|\b(?:the|that) (?P<then>{'|'.join(_WEEKDAYS)})\b(?! (?:(?:of|in|after|before|following)\b|the \d|\d))",
    re.IGNORECASE,
)
_WEEK_BEHIND = expression(
    rf"\b(?P<day>{'|'.join(_WEEKDAYS)}) (?:of |in )?the (?:(?:following|next) week|week (?:after|following))\b",
    re.IGNORECASE,
)
_SAME_DAY = expression(
    r"\b(?:that|the) (?:same|very)(?: same)? (?:day|morning|afternoon|evening|night)\b", re.IGNORECASE
)
_FROM_THEN = expression(r"\b(?:from then|after that|later)\b", re.IGNORECASE)
_ORDINAL = expression(r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_RECURS = expression(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_AHEAD = expression(r"\b(?:next|week|fortnight|weeks|days)\b", re.IGNORECASE)
_MONTH_NAMED = expression(rf"\b{_MONTHS}\b|\bmonth\b", re.IGNORECASE)


@lru_cache(maxsize=64)  # one mail's sentences are asked about several times
def plainer(text: str) -> str:
    """The text with such days put as dates."""
    small = in_small_letters(text)
    for pattern, plain, words in _SAID:
        if any(word in small for word in words):
            text = pattern.sub(plain, text)
            small = in_small_letters(text)
    return text


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that is named: how many days, whether they are working days, whether it counts from today, and
    where it stands in the text."""

    days: int
    working: bool
    from_today: bool
    start: int
    end: int


def length_in(text: str) -> Length | None:
    """The first length of time that a text names; None where none is."""
    found = _LENGTH.search(text)
    if found is None:
        return None
    unit, count = (found["unit"] or found["one"]).lower(), (found["n"] or "a").lower()
    few = 2 if "couple" in count else _COUNTS.index(count) + 1 if count in _COUNTS else 1
    many = int(count) if count.isdigit() else few
    behind = _FROM_TODAY.match(text, found.end())
    end = behind.end() if behind else found.end()
    each = _DAYS[unit.removeprefix("working ").rstrip("s")]
    return Length(many * each, unit.startswith("working"), behind is not None, found.start(), end)


def lasting(text: str, today: date) -> date | None:
    """The day that lies as far ahead as a length of time that is named; None where none is."""
    length = length_in(text)
    return None if length is None else today + timedelta(days=length.days)


def read_past(text: str, today: date) -> Said | None:
    """The first date in a text, of something that has been: of a weekday, or of a day of the month without its month,
    the last one, where a plan would mean the next."""
    said = read_date(text, today)
    if said is not None and said.day <= today:
        return said
    for days in (7, 31):
        then = read_date(text, today - timedelta(days=days))
        if then is not None and then.day <= today and _RECURS.search(then.words) and not _AHEAD.search(then.words):
            return then
    return said


def counted_on(text: str, said: date) -> date | None:
    """The day that a text counts from another, which was named before it: “the day after”, “the Monday following”, “by
    the Friday”, “the Friday of the following week”, “a week from then”, “the evening of the 5th” behind 4 January; None
    where it does nothing of the kind."""
    if _THE_DAY_AFTER.search(text):
        return said + timedelta(days=1)
    if found := _WEEK_BEHIND.search(text):
        return said + timedelta(days=7 - said.weekday() + _WEEKDAYS.index(found["day"].lower()))
    if found := _WEEKDAY_AFTER.search(text):
        named = (found["after"] or found["behind"] or found["then"]).lower()[:3]
        weekday = next(n for n, name in enumerate(_WEEKDAYS) if name.startswith(named))
        if found["then"] and weekday == said.weekday():  # “on the 30th, on the Monday morning”: that is one day
            return said
        return said + timedelta(days=(weekday - said.weekday() - 1) % 7 + 1)
    if _SAME_DAY.search(text):
        return said
    if _FROM_THEN.search(text) and (length := length_in(text)) is not None:
        return said + timedelta(days=length.days)
    if (found := _ORDINAL.search(text)) and not _MONTH_NAMED.search(text):
        with suppress(ValueError):
            day = said.replace(day=int(found["day"]))
            return day if day >= said else None
    return None
