"""Which report somebody's circumstances delay: the one that they name, or whose time a later month is.

“I'm on paternity leave in February, so I'd miss report 5” is nothing of report 4, which is due in two days. In “my dad
has died, I'll catch up in report 3” and “I'm on sick leave, back in December” the number and the month are the end of
what delays the report that is due. In doubt it is that one: it is the earlier of the two.
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
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import typed
from qibot.understanding.reports.numbered import MONTH, ORDINALS, months_of_reports, numbers_in

_MONTHS = "|".join(MONTH_NAMES)
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
    r"|off (?:from|in|on|during|throughout|for|all)|on (?:\w+ )?leave (?:from|in|during|throughout"
    rf"|for (?:(?:all|the whole|most) of )?(?:{_MONTHS}))|to (?:be|have|start|go))\b)"
)
_TO_COME = Spoken(
    r"\b(?:will|shall|going|due|from|starts?|starting|begins?|beginning|having|taking|getting|booked|scheduled"
    r"|planned|expecting|to (?:be|have|start|go))\b|['’]ll\b"
)
_MOST = 6  # months ahead, from which on a month is rather the one that has been
_LATER = expression(
    rf"\b(?:in|from|during|throughout|starting|starts?|beginning|begins?|on"
    rf"|for (?:all of )?)\s+(?:the\s+)?(?:(?:end|middle"
    rf"|start|beginning) of\s+|early\s+|mid\s*-?\s*|late\s+)?(?:(\d{{1,2}})(?:st|nd|rd"
    rf"|th)?\s+(?:of\s+)?)?({_MONTHS})\b",
    re.IGNORECASE,
)
# What is missed, said of the report itself, with no more than a few words between: “can't do report 5”.
_REPORT = (
    r"(?:reports?\W{0,2}(?:no\.? ?|number |#)?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}) (?:\w+ )?report"
    rf"|{MONTH}(?:['’]?s)? (?:\w+ )?report|report (?:for|of) {MONTH}|r\d{{1,2}})"
)
_MISSED = Spoken(
    r"(?:\b(?:miss\w*|skip\w*|late|no|not|cannot|unable|extension|more time|postpone\w*|dates?|deadline|delay\w*"
    rf"|let off|excused?|without|cant|wont)|n['’]t)\b(?: [\w'’]+){{0,5}} {_REPORT}(?!\w)"
    rf"|\b{_REPORT}(?: [\w'’]+){{0,3}} (?:miss\w*|late|not|cannot|delay\w*|moved|put back|postponed|excused|cant|wont"
    r"|\w+n['’]t)\b"
)
# What is in that clause where its day or report is the end of something, not its beginning.
_ENDS = Spoken(
    r"\b(?:back|return\w*|recover\w*|home|well|better|fit|fine|cured|catch\w*|see|again|resum\w*|touch"
    r"|hear|speak|finish\w*|end(?:s|ed|ing)?|over|free|available|discharged?|released?|out|rehab|more than|longer"
    r"|instead|either|also|too|even|sooner|earlier|earliest|before|after|until|till|than|only|next)\b"
)
_SENDS = Spoken(r"\b(?:send\w*|sent|submit\w*|writ\w+|reports?|something|have it|do|done|ready|start (?:on|with))\b")
# What takes somebody away, and what it goes on with in another clause.
_AWAY = Spoken(
    r"\b(?:(?:(?:maternity|paternity|parental|adoption|annual|sick|compassionate|study|unpaid|carer['’]?s) )?leave"
    r"|off|away|abroad|operation|op|surgery|baby|due|holidays?|vacation|honeymoon|wedding|sabbatical|career break)\b"
)
_GOES_WITH = Spoken(
    r"(?:(?:i|we|she|he|they) ?)?(?:(?:will|['’]ll|am going to|['’]m going to) )?be (?:off|away|on leave)"
    r"(?: work| sick)?(?: for [\w -]{1,20})?"
)
_GRAVE = (CAUSES | {"@cope"}) - {"@leave"}
_CLAUSES = expression(r"[.!?;:,\n()]+|\s[–—-]+\s|[–—]|\b(?:but|so|and|as|because|since)\b", re.IGNORECASE)
_ANY_MONTH = expression(rf"\b(?:{_MONTHS})\b", re.IGNORECASE)


def report_delayed(mail: Mail, case: Case, number: int, today: date, almanac: Almanac) -> int:
    """The report; 0 where none is owed. What answers a letter about an owed one, or comes while one is overdue, is
    about that, whatever else it names."""
    usual = delayed_report(case, number, today, almanac) or 0
    owed = almanac.owed(case)
    if not usual or number in owed or almanac.deadline(case, usual) < today:
        return usual
    text, cohort = typed(mail), almanac.config.cohorts[case.enrolment.cohort]
    named = {*numbers_in(text), *months_of_reports(text, cohort, case.enrolment, owed)} & set(owed)
    if named:
        missed = usual not in named and not _OF_NOW.is_in(text) and _is_missed(text)
        return min(named) if missed and min(named) - usual <= _MOST else usual
    present = any(words.is_in(text) for words in (_OF_NOW, _DENIES, _BEEN, _IS))
    first = _first_day(text, today) if _TO_COME.is_in(text) and not present and _is_away_then(text) else None
    if first is None or first <= almanac.deadline(case, usual):
        return usual
    return next((n for n in owed if almanac.deadline(case, n) >= first), usual)


def _is_missed(text: str) -> bool:
    """Whether it is said of the report that is named, and nothing grave that is or has been may delay the present one
    as well."""
    clauses = [" ".join(one.split()) for one in _CLAUSES.split(text)]
    named = [one for one in clauses if numbers_in(one) or _ANY_MONTH.search(one)]
    if not any(_MISSED.is_in(one) for one in named) or any(_ENDS.is_in(one) for one in named):
        return False
    return not (families_in(text) & _GRAVE and (_BEEN.is_in(text) or _IS.is_in(text)))


def _is_away_then(text: str) -> bool:
    """Whether a month is when somebody is away, by the words of its own clause, and no other clause has a cause."""
    clauses = [told for one in _CLAUSES.split(text) if (told := " ".join(one.split()))]
    for one in clauses:
        if _LATER.search(one) is None:
            if not _GOES_WITH.is_all_of(one) and families_in(one) & (_GRAVE | {"@leave"}):
                return False
        elif not _AWAY.is_in(one) or _ENDS.is_in(one) or _SENDS.is_in(one) or _names_more(one):
            return False
    return True


def _names_more(clause: str) -> bool:
    """Whether it names a cause beside what takes somebody away."""
    return bool(families_in(_AWAY.without(clause)) & (_GRAVE - {"@kin"}))


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
