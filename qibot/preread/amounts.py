"""Figures and days in a sentence, apart from the names that hold figures (Ward 4, P6, grade 2)."""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.expression import expression
from qibot.preread.loose import Loose

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty[ -]four)"
# From which on somebody's days count: “within three months of joining” is no day.
_SINCE_THEN = (
    r"(?:joining|starting|leaving|moving in|arriv\w+|admission|being (?:admitted|referred|discharged|born)|birth|"
    r"discharge|referral|diagnosis|surgery|delivery|enrolment|induction|placement|taking up|opening|signing up)"
)
_NOT_OF_EACH = (
    rf"(?! (?:of|after|from) (?:\w+ ){{0,2}}?{_SINCE_THEN}\b(?! (?:\w+ )?(?:project|work|programme|tests?)\b))"
)
DAY = expression(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?{_MONTH}\b\.?(?:,? (?:20\d\d|['’]?2\d)\b)?"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b|\b20[2-4]\d(?:[/-]\d\d)?\b"
    r"|\b(?:by|before|until|in|over|during|end of|next|this|"
    r"coming)(?: the)?(?: end of)?(?: the)? (?:next |this |summer |autumn |spring |winter |"
    r"school |"
    r"financial |calendar |academic )*(?:easter|christmas|hogmanay|halloween|whitsun|diwali|eid|"
    r"summer|autumn|spring|winter|term|year|"
    r"year end|session|holidays|new year)\b"
    rf"|\bwithin an? (?:year|quarter)\b|\b(?:with)?in (?:the next )?{_NUMBER} (?:months?|years?)\b{_NOT_OF_EACH}|"
    rf"\b{_NUMBER} months? from (?:now|"
    rf"today)\b|\bover (?:the next )?{_NUMBER} (?:months|weeks)\b",
    re.IGNORECASE,
)
_NAMED = (
    r"\b(?:ward|room|stage|grade|level|band|class|year|unit|team|set|phase|report|pdsa|cycle|page|"
    r"table|category|tier|group|"
    r"bay|house|block|step|learning session|session|zone|team|area|type|section|primary|key stage|"
    r"theatre|floor|route) \d+[a-z]?\b"
    r"|\b[psn][1-7](?:[/-][psn]?[1-7])?\b|\b[a-z]{1,4}\d+\b|\b\d+(?:st|nd|rd|th)\b|"
    r"\b\d+[- ](?:month|year|week|day|hour)(?:s)?[- ](?:old|olds|vaccines?|review|check)\b"
    r"|\b(?:over|under|aged?|above)[- ]?\d+s?\b|\b(?:over|under)-(?:threes|fives|twos|ones)\b|\b24/7\b|"
    r"\b(?:nhs|call(?:s|ed|ing)?(?: to)?|dial(?:s|led|ling)?|ring(?:s|ing)?|rang|phon(?:es?|ed|ing)) (?:999|101|111|"
    r"112)\b"
    r"(?! [a-z]+s\b)|\b(?:999|101|111|112) (?=(?:calls?|callers?|service|lines?|operators?|crews?|referrals?)\b)|"
    r"\bcovid[- ]19\b"
)
_AMOUNT = Loose(
    r"\d|%|\b(?:half|halve|halved|double|doubled|treble|triple|third|thirds|quarter|quarters|none|"
    r"zero|all|every|each|everyone|nobody|no|once|"
    r"twice|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|"
    r"(?:within|than) (?:an?|the|the same) (?:hour|day|week|fortnight|month)|(?:the )?same day|eighty|ninety|"
    r"hundred|eliminate|eliminated|eradicate|majority)\b",
)
# A direction without a measure of its own: then whom it is for, or how often, is not how much.
_VAGUE = Loose(
    r"\b(?:improv\w*|reduc\w*|increas\w*|decreas\w*|minimis\w*|maximis\w*|enhanc\w*|lower\w*|rais\w+|shorten\w*|"
    r"strengthen\w*|fewer|better|less|more (?!than)\w+|significant\w*|measurable)\b",
)
_SMALL = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SPAN = r"(?:minutes?|hours?|days?|nights?|shifts?|weeks?|months?|terms?|years?)"
# A stretch in the life of each: “in their first three months”, “after two years of joining”.
_STRETCH = (
    rf"(?:first|last|early|opening|final|past|previous) (?:{_SMALL}|\d+) {_SPAN}|"
    rf"(?<!to )(?:within|in|after) (?:{_SMALL}|\d+) {_SPAN} (?:of|after|from) (?:joining|starting|moving in|signing up)"
)
_FOR_WHOM = expression(
    rf"\b(?:{_STRETCH})\b|"
    r"\b(?:for|of|in|at|across|to|with|among|on) (?:all|every|each|both)\b|\b(?:each|every) (?:time|day|"
    r"week|month|term|"
    rf"quarter|year|shift|session)\b|\b(?:the|our|my|its|their|\w+'s) {_SMALL} \w+|"
    rf"\btakes? {_SMALL} [a-z]+s\b|\b(?:for|in|across|at|of|on) the \d+ [a-z]+s\b|\b(?:once|twice) (?:in )?(?:an?|"
    rf"the|per|each|every) \w+",
)
_A_DAY = Loose(DAY.pattern)
_NAME = expression(_NAMED, re.IGNORECASE)
_SMALL_DAY, _SMALL_NAME = expression(DAY.pattern), expression(_NAMED)  # in small letters they are found much sooner
_KEPT = 2048  # sentences: the aim, what is said of it and the one before are each asked several times
_FIGURE = expression(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")


@lru_cache(_KEPT)
def has_day(text: str) -> bool:
    """Whether it says by when."""
    return _A_DAY.search(text)


def bare(text: str) -> str:
    """The text without days and without the names that hold figures."""
    return _NAME.sub(" ", DAY.sub(" ", text))


@lru_cache(_KEPT)
def has_amount(text: str) -> bool:
    """Whether it says how much."""
    said = _SMALL_NAME.sub(" ", _SMALL_DAY.sub(" ", text.lower()))
    return bool(_AMOUNT.search(_FOR_WHOM.sub(" ", said) if _VAGUE.search(said) else said))


def figures(text: str) -> frozenset[str]:
    """The figures in it that are amounts."""
    return frozenset(found.replace(",", "") for found in _FIGURE.findall(bare(text)))
