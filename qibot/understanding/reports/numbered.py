"""The reports that a text names, by a number, an ordinal or a month. A pure reading of words.

A number that is a day of a month, how many of something there are, or whose report somebody has commented on, isn't the
number of what is sent; nor is a month that is somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.calendar import month_of
from qibot.config import Cohort
from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.days.reckoning import MONTH_NAMES
from qibot.understanding.names.bearers import name_of, places_of, tokens, words_of_name

_SHORT = {m[:3]: n for n, m in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
_MONTH_OF = {m: n for n, m in enumerate(MONTH_NAMES, 1)} | _SHORT
MONTH = rf"(?:{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})(?![a-z])"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = (  # “the report 2 weeks ago”, “report 5th November”, “report 03 11 2026”
    rf"(?![\d/.:-]*\d)(?!\s*(?:%|[ap]m\b|(?:working |school )?(?:minutes?|hours?|days?|weeks?|months?|years?|times)\b))"
    rf"(?!(?:st|nd|rd|th)[\s.,-]*(?:of\s+)?{MONTH})(?![\s-]+\d{{1,2}}[\s-]+(?:20)?\d\d\b)"
)
_ENDS = (  # what may stand behind a number in words: “in this report two pupils” has none
    r"(?=\s*(?:$|[.,;:!?)\n–—-]|(?:is|are|attached|enclosed|here|for|and|as|from|now|final|draft|v\d)\b))"
)
_NUMBER = expression(
    rf"\breports?[\s:-]*(?:no\.?|nr\.?|number|num|#)?[\s:.#-]*(?:(\d{{1,2}}){_COUNTED}|({'|'.join(_WORDS)})\b{_ENDS})"
    r"|\b(\d{1,2})(?:st|nd|rd|th)[\s-]+(?:monthly[\s-]+)?report\b"
    rf"|\b({'|'.join(ORDINALS)})[\s-]+(?:(?:monthly|qi|project|progress|improvement)[\s-]+)*report\b"
    r"(?!\s+(?:with|in which|where|that|which|to|since|after|of (?:the|this|my))\b)"
    r"|(?:^|[\s(-])r(\d{1,2})(?=[\s).-]|$)",
    re.IGNORECASE,
)
_SENT = r"(?:report|update|submission|return|write-up)"
_KIND = r"(?:(?:monthly|qi|project|progress|improvement|written)\s+)*"
_OF_MONTH = expression(
    rf"\b({MONTH})(?:['’]?s)?(?:\s+20\d\d)?\s+{_KIND}{_SENT}\b"
    rf"|\b{_SENT}\s+(?:for|of)\s+(?:the\s+month\s+of\s+)?({MONTH})",
    re.IGNORECASE,
)
_MODAL = frozenset({"i", "we", "you", "it", "he", "she", "they", "be", "not", "have", "need", "take", "also", "still"})

# What stands before the number of a report that is only spoken of: what somebody made of it, and what goes on from it.
_WORTH = (
    r"(?:feedback|comments?|suggestions?|advice|remarks?|notes?|thoughts|repl(?:y|ies)|response|answers?|input|points?"
    r"|questions?|reviews?|praise|tips?|help|guidance|marks?|mail|email|conversation|discussion|talk|meeting|chat"
    r"|said|wrote|written|suggested|talked|spoke|discussed|mentioned|asked|advised|recommended|pointed out|reading"
    r"|looking|reviewing|going|checking|commenting|getting back|marking|returning|approving)"
)
_TOWARDS = r"(?:on|about|for|to|of|regarding|re|in|with|after|following|concerning|at|over|through|from|under|since)"
_FROM = (
    r"(?:since|after|following|follow(?:s|ing)?[- ]up (?:to|on|from)|follow(?:s|ing)? on from|unlike|than|before"
    r"|besides|beyond"
    r"|compared (?:to|with)|versus|vs\.?|(?:build(?:s|ing)?|based|expand(?:s|ing)?) on|further to|next to"
    r"|(?:response|reply|answer) to|light of|continu\w+ (?:on )?from|carr\w+ on from|left off (?:in|at|with)"
    r"|stopped (?:in|at|with)|unchanged (?:from|since)|same (?:\w+ )?(?:as|from)(?: in)?|(?:as|like) (?:in|with|for)"
    r"|like|learn\w* from|from|in)"
)
_OWN = r"(?:(?:the|my|our|your|that|first|last|previous|earlier|month['’]?s)\s+)*"
_BEFORE = expression(rf"\b(?:{_WORTH}(?:\s+\w+){{0,3}}?\s+{_TOWARDS}|{_FROM}|{_WORTH})\s+{_OWN}$", re.IGNORECASE)
_BEHIND = expression(rf"(?:['’]s)?\s+(?:{_KIND}{_SENT}\s+)?(?:feedback|comments?|suggestions?|review)\b", re.IGNORECASE)
_CLAUSE = 80  # characters before a number that tell what is said of it


def numbers_in(text: str) -> list[int]:
    """The numbers of reports that a text names."""
    return [_value(m) for m in _NUMBER.finditer(text.replace("_", " "))]


def titled(title: str, cohort: Cohort, enrolment: Enrolment, owed: Collection[int]) -> list[int]:
    """The numbers of reports that a subject or a file's name gives; “Report 3 Nov” is report 3 only where that is owed,
    or November's: else it is of the third of November."""
    plain = title.replace("_", " ")
    found = []
    for m in _NUMBER.finditer(plain):
        number, day = _value(m), re.match(rf"[\s.,-]*(?:of\s+)?({MONTH})", plain[m.end() :], re.IGNORECASE)
        if day and owed and number not in owed and number not in month_numbers(day[1], cohort, enrolment):
            continue
        found.append(number)
    return found


def in_passing(text: str) -> set[int]:
    """The reports that running text only speaks of, as what somebody commented on, or what goes on from it."""
    plain = text.replace("_", " ")
    places = [(_value(m), m.start(), m.end()) for m in _NUMBER.finditer(plain)]
    aside = {n for n, start, end in places if _is_aside(plain, start, end)}
    return aside - {n for n, start, end in places if not _is_aside(plain, start, end)}


def months_in_passing(text: str, cohort: Cohort) -> set[int]:
    """The same of the reports of months: “your comments on my October report”."""
    aside, sent = set[int](), set[int]()
    for m in _OF_MONTH.finditer(text):
        number = month_numbers(next(filter(None, m.groups())), cohort)
        (aside if _is_aside(text, m.start(), m.end()) else sent).update(number)
    return aside - sent


def month_numbers(
    text: str, cohort: Cohort, enrolment: Enrolment | None = None, owed: Collection[int] = ()
) -> list[int]:
    """The numbers of the reports of the one month that a text names; none where it names several. The name of one of
    the enrolment's people is none, by itself only where that month's report isn't owed."""
    words = tokens(text)
    sure, perhaps = _months_apart(words, enrolment)
    named = sure or {m for m in perhaps if set(_of(m, cohort)) & set(owed)}
    return _of(min(named), cohort) if len(named) == 1 else []


def months_of_reports(text: str, cohort: Cohort, enrolment: Enrolment, owed: Collection[int]) -> list[int]:
    """Months in running text count only beside the word report: “the March report”, “my report for March”."""
    words = [next(filter(None, m.groups())) for m in _OF_MONTH.finditer(text)]
    return [n for word in words for n in month_numbers(word, cohort, enrolment, owed)]


def _of(month: int, cohort: Cohort) -> list[int]:
    return [n for n in range(1, cohort.reports + 1) if month_of(cohort, n).month == month]


def _months_apart(words: list[str], enrolment: Enrolment | None) -> tuple[set[int], set[int]]:
    """The months that words name surely, and those that may as well be somebody's name."""
    taken, own, around = set[int](), set[str](), set[str]()
    if enrolment is not None:
        people = [p for p in (enrolment.practitioner, enrolment.mentor, enrolment.manager) if p]
        taken = {n for p in people for n in places_of(words, words_of_name(p.name))}
        own = set(name_of(enrolment))
        around = {w for p in people[1:] for w in words_of_name(p.name)} - own
    sure, perhaps = set[int](), set[int]()
    for n, word in enumerate(words):
        if word not in _MONTH_OF or n in taken:
            continue
        behind, before = "".join(words[n + 1 : n + 2]), "".join(words[max(0, n - 1) : n])
        if word == "may" and behind in _MODAL - {"i"} | ({"i"} if "may" not in own else set()):
            continue
        if re.fullmatch(r"20\d\d", behind):
            sure.add(_MONTH_OF[word])
        elif word in own or (word in around and before in ("for", "to", "from", "dear", "hi", "cc", "by")):
            perhaps.add(_MONTH_OF[word])
        else:
            sure.add(_MONTH_OF[word])
    return sure, perhaps


def _is_aside(text: str, start: int, end: int) -> bool:
    before = re.split(r"[.!?;\n,]", text[max(0, start - _CLAUSE) : start])[-1]
    return bool(_BEFORE.search(before) or _BEHIND.match(text[end:]))


def _value(found: re.Match[str]) -> int:
    said = next(filter(None, found.groups())).lower()
    for words in (ORDINALS, _WORDS):
        if said in words:
            return words.index(said) + 1
    return int(said)
