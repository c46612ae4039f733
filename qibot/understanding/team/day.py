"""The day until which the team's own words give a report, and whether a few words grant one (programme.md, 3a)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.calendar import Almanac
from qibot.expression import expression
from qibot.model import Case
from qibot.understanding.commands.given import words_of_its_own
from qibot.understanding.days.dates import Said, read_date
from qibot.understanding.days.naming_days import Length, length_in, plainer
from qibot.understanding.meaning import sentences

FEW = 2  # days among which one can be told from the other
GRANTED = 16  # words of a grant that is plain by itself
_CLAUSES = expression(r",(?! (?:the )?\d)|[;:–—()]|\b(?:so|and|but|then|or)\b", re.IGNORECASE)
_SETTLES = expression(
    r"\b(?:settled?|agreed?|decided?|decision|make (?:it|that)|let'?s say|go(?:ing)? (?:with|for)|call it)\b",
    re.IGNORECASE,
)
_SHORT = expression(
    r"['’]s (?=(?:absolutely |perfectly |all )?(?:fine|ok|okay|good|great|grand|alright|no))", re.IGNORECASE
)
_IT_IS = expression(r"(?<=\w) it is(?: then)?(?= *$)", re.IGNORECASE)  # “the 30th it is”
_NOT = expression(r"\b(?:not|can't|won't|never) (?:be )?(?:by|on|before|until|for)\b", re.IGNORECASE)
_ABSENT = expression(  # “she's away until the 26th” says why, and gives nothing
    r"\b(?:s?he|they|\w+)(?:['’]s|['’]re| is| are| will be|['’]ll be)(?: (?:only|just|still))? (?:away|off|abroad|back"
    r"|on (?:annual )?leave|on holiday|signed off|out of (?:the )?office)\b[^.;!?]{0,20}\b(?:until|till|on|by|from)\b",
    re.IGNORECASE,
)
# When something else is: “the celebration's on the 6th” says why it can't be later.
_IS_OF_ELSE = expression(
    r"\W*(?:(?:as|because|since|for)\b )?(?:the|our|your|my|her|his|their) (?!(?:\w+ )?(?:reports?|deadline|date|day"
    r"|extension|one|limit|answer|decision)\b)[\w-]+(?: [\w-]+)?(?:['’]s| is| are| meets?| sits?| opens?"
    r"| closes?| shuts| starts?| begins?)(?: (?:only|then|back|again))?(?: (?:on|from|at|in))?(?: the)? ?"
    r"(?=\d|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day\b)",
    re.IGNORECASE,
)
# A day said once more, and more exactly: “till the end of the month, Friday 30th”, “Friday week, the 27th”.
_ROUGHLY = expression(
    r"\b(?:end|middle|start|beginning) of (?:the |this |next )?\w+|\b(?:week|fortnight|month)\b|\b\w+day week\b",
    re.IGNORECASE,
)
NEAR = 3  # days between what is said roughly and exactly: a month may end at a weekend
_GIVES = expression(
    r"\b(?:until|till?|by(?! (?:me|us|all)\b)|give[ns]?|giving|let|extend\w*|extension|move[ds]?|push\w*|fine|ok(?:ay)?"
    r"|have)\b",
    re.IGNORECASE,
)
# What is refused gives nothing: “two weeks is too long, say one”.
_REFUSED = expression(
    r"(?:\b(?:is|are|was|seems?|sounds?|looks?|would be|feels?)\b|['’]s\b|\b(?:is|are|wo)n['’]?t(?: be)?\b)"
    r"(?: (?:far|much|way|a|bit|little|rather|really|just|simply|quite|probably|frankly)){0,3}"
    r" (?:too (?:long|late|much|far|generous|many|soft|short|soon|early|tight|little)|excessive"
    r"|over the top|out of the question|not (?:on|reasonable|necessary|(?:long )?enough)|unreasonable"
    r"|more than (?!fair|reasonable|generous|enough\b(?! for)|ok|okay|happy|fine))\b",
    re.IGNORECASE,
)
_PARTS = expression(r"([.,;:!?–—\n()]+)")
_TIME = r"(?:extension|extra time|more time|additional time|request)"
_GRANTS = expression(
    r"\W*(?:(?:ok|okay|yes|fine|of course|sure|certainly|no problem|please)\b[,.!]? *)*"
    r"(?:(?:give|allow|grant|let) (?:her|him|them|jo|\w+)(?: have| take)? (?:an? |another )?(?:extra |further )?"
    r"(?:\w+ )?(?:days?|weeks?|fortnight|month)\b(?:['’]s? (?:grace|extension))?"
    rf"|(?:approved|granted|accepted|allowed|agreed)\b(?! (?:with|to (?!the|her|his|an?|this)|that|by)\b)"
    rf"(?: (?:to|for) (?:the|her|his|an?|this) {_TIME})?(?:[,.:;–—-]* *(?P<day>[\w ,'’./]{{2,40}}))?"
    rf"|(?:yes|ok|okay|fine|agreed|happy|no objection) (?:to|with|for) (?:the|her|his|an?|this|that) {_TIME}"
    r"(?:[,.:;–—-]* *(?P<until>[\w ,'’./]{2,40}))?"
    rf"|(?:an? |the )?(?:\w+ )?(?:days?|weeks?|fortnight|month)['’]?s? (?:{_TIME} )?(?:is|would be|will be)"
    r" (?:fine|ok|okay|all right|approved|granted|agreed))"
    r"(?:,? *(?:please|thanks|thank you|then))*\W*",
    re.IGNORECASE,
)


def _without_refused(text: str) -> str:
    """The text without the parts that say of a time that it is too long, or won't do."""
    return "".join(" " if _REFUSED.search(part) else part for part in _PARTS.split(text))


def _only_names(said: Said) -> bool:
    """Whether a clause says nothing but the day."""
    return not words_of_its_own(said.rest)


def _calendar_days(length: Length) -> int:
    return length.days // 5 * 7 if length.working and length.days % 5 == 0 else length.days


def spelt_out(text: str) -> str:
    """The text with “is” in full, so that a day before it can be read: “Monday's fine”."""
    return _SHORT.sub(" is ", text)


def grants(text: str, today: date) -> bool:
    """Whether a few words grant more time, and no more: whether with a day or without one, for which to ask."""
    said = " ".join(text.split())
    found = _GRANTS.fullmatch(said) if len(said.split()) <= GRANTED and "?" not in said else None
    if found is None:
        return False
    day = found["day"] or found["until"]
    return not day or length_in(day) is not None or _names_day(day, today)


def _names_day(text: str, today: date) -> bool:
    said = read_date(plainer(text), today)
    return said is not None and not words_of_its_own(said.rest)


def gives(text: str) -> bool:
    """Whether a text gives the day that it names, rather than to name one."""
    return _GIVES.search(text) is not None


def named_day(text: str, today: date, almanac: Almanac, case: Case, number: int) -> date | None:
    """The day until which the team's words give a report: the one that they settle on, else that they give, else the
    latest that they name; or so long behind the deadline in question, or today where that is over. None where they
    weigh several days, or go on to another one: to name a wrong day to somebody does more harm than to ask."""
    text, days = _without_refused(text), list[tuple[int, date]]()
    for one in sentences(text):
        rough = False
        for clause in _CLAUSES.split(plainer(spelt_out(_IT_IS.sub("", one.rstrip(" .!"))))):
            before, rough = rough, _ROUGHLY.search(clause) is not None
            if days and _IS_OF_ELSE.match(clause) and days[-1][0]:
                continue
            length = length_in(clause)
            if length and length.from_today:
                clause = clause[: length.start] + clause[length.end :]
                ahead = today + timedelta(days=length.days)
                days.append((1, almanac.workdays.after(today, length.days) if length.working else ahead))
            said = read_date(clause, today) or read_date(clause.rpartition(",")[2], today)
            if said and before and days and _only_names(said) and abs(said.day - days[-1][1]).days <= NEAR:
                days[-1] = (days[-1][0], said.day)
                continue
            if said and said.day >= today and not (_NOT.search(clause) or _ABSENT.search(clause)):
                days.append((2 if _SETTLES.search(one) else 1 if _GIVES.search(clause) else 0, said.day))
    if days:
        best, named = max(days)[1], {day for _, day in days}
        return best if len(named) == 1 or (len(named) == FEW and days[-1][1] == best) else None
    length = length_in(text)
    if length is None or number not in almanac.numbers(case):
        return None
    other = length_in(text[: length.start] + text[length.end :])
    if other is not None and _calendar_days(other) != _calendar_days(length):
        return None
    begins = almanac.counts_from(case, number, today)
    return almanac.workdays.after(begins, length.days) if length.working else begins + timedelta(days=length.days)
