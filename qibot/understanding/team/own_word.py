"""The letter's own word with a courtesy, an object or a short reason: “Decline please”, “OK to pause”, “Excuse her”.

It has to be the first line, which says nothing else: what is denied, asked or bound to a condition is none, and so is
the word in another sense (“excuse the delay”). Behind “excuse” a reason is in words that are known (harmless.py):
“as long as Meg agrees” is none.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from qibot.expression import expression
from qibot.model import Enrolment
from qibot.understanding.commands.given import first_line
from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import sentences
from qibot.understanding.team.harmless import leaves_it

ENROLMENT = ("pause", "resume", "withdraw")
REASON = 12  # words of a reason behind it
_WORDS = {
    "accept": r"accept(?:ed)? (?:until|till) (?P<day>[\w ,'’./]{2,40}?)",
    "excuse": r"excuse[ds]?",
    "decline": r"declined?",
    "escalate": r"escalate",
    "pause": r"paused?|on hold",
    "resume": r"resumed?",
    "withdraw": r"withdraw[ns]?",
}
_FIRST = (
    r"(?:(?:ok|okay|yes|yep|fine|right|agreed|sure|sorry|then|thanks|thank you|please|pls|just|hi|hello|let['’]?s|lets"
    r"|(?:that['’]s|it['’]s|that is) (?:fine|ok|okay)|we['’]?ll|I['’]?d|(?:could|can|would) you|go ahead and|happy to"
    r"|(?:ok|okay|fine|safe|happy for you) to|NAME)[\s,.!:;–—-]+)*"
)
_OF = r"(?:(?:the|this|that|her|his|their|NAME['’]s) )(?:\w+ )?(?:report|request|circumstances|one|plea|case)"
_NUMBER = r"report (?:no\.? )?\d{1,2}"
_OBJECT = rf"(?: (?:it|this|that|her|him|them|NAME|{_OF}|{_NUMBER}))?(?: (?:from|for|off) (?:{_OF}|{_NUMBER}|this|it))?"
# Of an enrolment: “withdraw her request” and “pause it” may say something else.
_THEM = r"(?: (?:her|him|them|NAME|(?:(?:the|this|her|his|their|NAME['’]s) )(?:enrolment|place)))?"
_KINDLY = (
    r"(?:[\s,.!–—-]+(?:please|pls|thanks|thank you|many thanks|cheers|ta|sorry|then|now|today|too|this time|for now"
    r"|as requested"
    r"|as (?:she|he|they) asks?|as (?:discussed|agreed|suggested)|on this occasion|poor (?:thing|soul|lass|lad|NAME)"
    r"|meanwhile))*"
)
_REASON = r"(?:(?:\s*[,;:.(–—]|\s+-)\s*|\s+(?:as|since|because|given|due to)\s+)(?P<reason>\S.*)"
# What may change the order, or be another one.
_ELSE = expression(
    r"\?|\b(?:if|unless|until|till?|when|once|before|after|but|or|though|although|whether|perhaps|maybe|might|should"
    r"|could"
    r"|would|however|wait|hold|let me|I['’]ll|we['’]ll|I will|we will|check|ask\w*|accept\w*|excus\w+|declin\w+"
    r"|escalat\w+"
    r"|paus\w+|withdr\w+|resum\w+|extend\w*|extension|instead|then|please|actually|not (?:yet|now|really|sure))\b",
    re.IGNORECASE,
)


def own_word(text: str, e: Enrolment, today: date, number: int) -> str:
    """The decision whose word the first line says of this report, and nothing else; empty for any other line."""
    line = first_line(text)
    return next((one for one in _WORDS if _says(line, one, _names(e), today, number)), "")


def begins_with(text: str, decision: str) -> bool:
    """Whether the first line begins with the word of a decision."""
    word = _WORDS.get(decision)
    return word is not None and re.match(rf"(?:{word})\b", first_line(text), re.IGNORECASE) is not None


def _says(line: str, decision: str, names: frozenset[str], today: date, number: int) -> bool:
    found = _pattern(decision, names).fullmatch(line)
    if found is None or (decision == "accept" and not _is_day(found["day"], today)):
        return False
    if any(int(n) != number for n in re.findall(r"\breport (?:no\.? )?(\d{1,2})\b", line, re.IGNORECASE)):
        return False
    if not (reason := found["reason"]):
        return True
    known = decision != "excuse" or all(leaves_it(one, *names) for one in sentences(reason))
    return known and len(reason.split()) <= REASON and not _ELSE.search(reason)


def _is_day(text: str, today: date) -> bool:
    """Whether it is a day and nothing beside it."""
    days = days_named(text, today)
    return len(days) == 1 and not (text[: days[0].start] + text[days[0].end :]).strip(" ,.")


@cache
def _pattern(decision: str, names: frozenset[str]) -> re.Pattern[str]:
    called = f"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True)) or '(?!)'})"
    whom = _THEM if decision in ENROLMENT else "" if decision == "accept" else _OBJECT
    whole = rf"{_FIRST}(?:{_WORDS[decision]}){whom}{_KINDLY}[\s.,!…–-]*(?:{_REASON})?"
    return re.compile(whole.replace("NAME", called), re.IGNORECASE)


def _names(e: Enrolment) -> frozenset[str]:
    """What the practitioner is called."""
    return frozenset(n for n in (e.practitioner.name, *e.practitioner.name.split()) if n)
