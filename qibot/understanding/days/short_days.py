"""Days amid few words, where no sentence stands around them: “26th fine”, “Monday's ok”, “would the 26th be alright”.

`dates` wants to see what follows a day before it takes one, since longer texts count many things; here each is read by
itself.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from qibot.expression import expression
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import plainer

MOST = 4  # days that are looked for
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_TH = r"\d{1,2}(?:st|nd|rd|th)\b"
_DAY = expression(
    rf"(?<![\w/.-])(?:{_WEEKDAY},? )?(?:the )?(?:{_TH}|\d{{1,2}}) ?(?:of )?{_MONTH}(?: 20\d\d\b)?"
    rf"|(?<![\w/.-])(?:{_WEEKDAY},? )?(?:the )?{_TH}(?! (?:report|version|draft|time|one))"
    r"|(?<![\w/.-])\d{1,2}/\d{1,2}(?:/(?:20)?\d\d)?(?![\w/])"
    rf"|(?<![\w/.-])(?:next |this )?{_WEEKDAY}(?: week| next week)?"
    rf"|\b(?:the )?end of (?:the |this |next )?(?:month|week|{_MONTH})|\btomorrow\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A day, and where it stands."""

    day: date
    start: int
    end: int


def days_named(text: str, today: date) -> list[Named]:
    """The days that a short text names, in their order."""
    found: list[Named] = []
    for match in _DAY.finditer(text):
        said = read_date(plainer(match[0]), today)
        if said is not None:
            found.append(Named(said.day, match.start(), match.end()))
    return found[:MOST]
