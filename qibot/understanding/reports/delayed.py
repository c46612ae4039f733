"""Which report somebody's circumstances delay: the one that they name, or whose time a later month is.

“I'm on paternity leave in February, so I'd miss report 5” is nothing of report 4, which is due in two days.
"""

from __future__ import annotations

import re
from datetime import date

from qibot.calendar import Almanac, delayed_report
from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Case
from qibot.spoken import Spoken
from qibot.understanding.days.reckoning import MONTH_NAMES
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.reports.numbered import months_of_reports, numbers_in

_OF_NOW = Spoken(
    r"\b(?:this (?:month|report|one|week|time)|these|now|already|currently|at the moment|today|tomorrow"
    r"|yesterday|since|still"
    r"|(?:the|my) report(?! (?:for|of|in|\d))|deadline|combin\w+|together|along|instead|with (?:the )?(?:next"
    r"|report)|until|till"
    r"|both|all|next week|the next report)\b"
)
_DENIES = Spoken(r"n['’]t\b|\b(?:cannot|not|unable)\b")
# What has been, or is: of that, no month is one to come.
_BEEN = Spoken(
    r"\b(?:died|had|broke\w*|was|were|went|since|been|left|lost|fell|got|took|came|became|began|hurt|gave|caught|last|ago"
    r"|after|passed|(?!(?:booked|scheduled|planned|expected|need|speed|indeed)\b)[a-z]{3,}ed)\b"
)
_IS = Spoken(
    r"\b(?:i['’]?m|i am|am|is|are|he['’]s|she['’]s|we['’]re|they['’]re)\b(?! (?:\w+ly |also |now )?(?:going|having"
    r"|due|starting|beginning|taking|getting|booked|scheduled|expecting|pregnant|away (?:from|in|on|during|for|all)"
    r"|off (?:from|in|on|during|throughout|for|all)|on (?:\w+ )?leave|to (?:be|have|start|go))\b)"
)
_TO_COME = Spoken(
    r"\b(?:will|shall|going|due|from|starts?|starting|begins?|beginning|having|taking|getting|booked|scheduled"
    r"|planned|expecting|to (?:be|have|start|go))\b|['’]ll\b"
)
_MOST = 6  # months ahead, from which on a month is rather the one that has been
_MONTHS = "|".join(MONTH_NAMES)
_LATER = expression(
    rf"\b(?:in|from|during|throughout|starting|starts?|beginning|begins?|on"
    rf"|for (?:all of )?)\s+(?:the\s+)?(?:(?:end|middle"
    rf"|start|beginning) of\s+|early\s+|mid\s*-?\s*|late\s+)?(?:(\d{{1,2}})(?:st|nd|rd"
    rf"|th)?\s+(?:of\s+)?)?({_MONTHS})\b",
    re.IGNORECASE,
)
_ANY_MONTH = expression(rf"\b(?:{_MONTHS})\b", re.IGNORECASE)


def report_delayed(mail: Mail, case: Case, number: int, today: date, almanac: Almanac) -> int:
    """The report; 0 where none is owed. What answers a letter about an owed one, or comes while one is overdue, is
    about that, whatever else it names."""
    usual = delayed_report(case, number, today, almanac) or 0
    owed = almanac.owed(case)
    if not usual or number in owed or almanac.deadline(case, usual) < today:
        return usual
    text, cohort = typed(mail), almanac.config.cohorts[case.enrolment.cohort]
    named = {*numbers_in(text), *months_of_reports(text, cohort, case.enrolment, owed)}
    if named & set(owed):
        return usual if usual in named or _OF_NOW.is_in(text) else min(named & set(owed))
    present = any(words.is_in(text) for words in (_OF_NOW, _DENIES, _BEEN, _IS))
    first = _first_day(text, today) if _TO_COME.is_in(text) and not present else None
    if first is None or first <= almanac.deadline(case, usual):
        return usual
    return next((n for n in owed if almanac.deadline(case, n) >= first), usual)


def _first_day(text: str, today: date) -> date | None:
    """The first day of what is to come in a later month; None where a month is named otherwise,
    or has been of late."""
    found = [*_LATER.finditer(text)]
    if not found or len(found) != len(_ANY_MONTH.findall(text)):
        return None
    days = []
    for one in found:
        month = 1 + [name.casefold() for name in MONTH_NAMES].index(one[2].casefold())
        if (month - today.month) % 12 >= _MOST:
            return None
        year = today.year + (month < today.month)
        try:
            days.append(date(year, month, int(one[1] or 1)))
        except ValueError:
            return None
    return min(days)
