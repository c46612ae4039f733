"""Until which day somebody asks for time for a report, in the words that say why it is late.

| they say | becomes |
|---|---|
| “could I have until the 23rd?”, “would the 26th be alright?” | that day |
| “I'll send it on Monday”, “I hope to have it done by Friday” | that day, which they offer |
| “another week”, “a week late”, “a two-week extension” | so long behind the deadline |
| “off until the 26th”, “my operation is on the 23rd”, two days, “as soon as I can” | none |
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qibot.expression import expression
from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import length_in, plainer
from qibot.understanding.days.short_days import days_named
from qibot.understanding.meaning import sentences

MOST = 4  # days that are looked for in a part
LOOKED_AT = 2000  # characters of what they say
# Where something else begins: a cause, or another subject.
_PARTS = expression(
    r"[;:()–—]|\s-\s|\b(?:because|cos|since|so that|due to|owing to|given|so|but|though|while|until I|till I)\b"
    r"|\bas (?=(?:I|we|my|our|the|she|he|her|his|it|there)\b)"
    r"|,\s+(?=(?:so |and |but |please |then )?(?:could|can|may|would|will|is|any|please|I|we|my|she|he|hoping|hope)\b)"
    r"|\band (?=(?:I|we|my|she|he|could|can|may|would|will|hope|hoping)\b)",
    re.IGNORECASE,
)
_MODAL = r"(?:can|could|may|might)(?!['’]t|not)"
_WORK = r"(?:send|submit|get|have|finish|complete|hand|do|write|be with|return|manage|pop|e-?mail|turn|put)"
_ASKS = expression(
    rf"\b{_MODAL} (?:(?:please|possibly|just) )?(?:I|we|you|she|he|they|it|this|the|my|her|his|[A-Z]\w+)\b"
    r"|\b(?:please|need|possible|possibility|chance|extensions?|extend\w*|more time|longer|permission|allow\w*|grant\w*"
    r"|requests?|requesting|asking? for|wonder\w*|would it|is it|(?:ok|okay|alright|all right|fine|mind) (?:if|to|with)"
    r"|acceptable|suit|postpone\w*|deferr?\w*)\b"
    r"|\bwould\b.{2,40}\b(?:be|do|work|suit)\b|\bbe (?:ok|okay|alright|all right|fine)\b",
    re.IGNORECASE,
)
_OFFERS = expression(
    rf"(?:\b(?:will|can|could|should|shall|(?:hop(?:e|ing)|aim(?:ing)?|plan(?:ning)?|expect(?:ing)?|intend|going|able)"
    rf" to)(?!['’]t)|['’]ll)(?: (?!not\b)\w+){{0,3}}? {_WORK}\b|\bcould (?:do|by|manage)\b"
    r"|\b(?:it|the report|you)(?: will|['’]ll) (?:be (?:with you|in|there|done|ready)|have it|follow|come)\b"
    r"|\bready (?:by|on|for)\b",
    re.IGNORECASE,
)
_NOT = expression(r"\b(?:not|never|unable|no way)\b|n['’]t\b|\b(?:cannot|dinnae|cannae)\b", re.IGNORECASE)
_NOT_BEFORE = expression(rf"\b{_WORK}\b.{{0,40}}\b(?:until|till?|before)\b", re.IGNORECASE)
_SEVERAL = expression(r"\b\d{1,2}(?:st|nd|rd|th)? ?(?:or|and|to|[-–]) ?(?:the )?\d", re.IGNORECASE)
# A day beside one of these may be the cause's.
_CAUSE = expression(
    r"\b(?:off|away|back|returns?|returning|leave|sick|ill|holidays?|appointment|operation|op|funeral|surgery|hospital"
    r"|meeting|inspection|wedding|visit|course|training|signed|start\w*|session|ring|call|phone|speak|talk|chat"
    r"|meet)\b",
    re.IGNORECASE,
)
_LENGTH = expression(
    r"\b(?:extra|another|more|additional|further|late|later|longer|extensions?|extend\w*|grace|delay\w*)\b"
    r"|\b(?:have|get|take|give \w+) (?:an?|one|two|three|\d)\b",
    re.IGNORECASE,
)


def asked_day(text: str, today: date, deadline: date) -> date | None:
    """The one day behind the deadline that is asked for, or offered; None where none is, or several are."""
    days: set[date] = set()
    for sentence in sentences(text[:LOOKED_AT]):
        for part in _PARTS.split(plainer(sentence)):
            if not _is_asking(part):
                continue
            if _SEVERAL.search(part):
                return None
            named = {day for day in _days(part, today) if day > max(today, deadline)}
            if named and _CAUSE.search(part):
                return None
            days |= named or _so_long(part, max(today, deadline))
    return next(iter(days)) if len(days) == 1 else None


def _is_asking(part: str) -> bool:
    """Whether a part asks for a day or offers one: “not before the 26th” does, “not on the 26th” doesn't."""
    if _NOT.search(part):
        return _NOT_BEFORE.search(part) is not None
    return (_ASKS.search(part) or _OFFERS.search(part)) is not None


def _days(part: str, today: date) -> set[date]:
    """All days that are named."""
    days, left = set[date](), part
    while (said := read_date(left, today)) is not None and len(days) < MOST:
        days.add(said.day)
        left = said.rest
    return days or {one.day for one in days_named(part, today)}


def _so_long(part: str, begins: date) -> set[date]:
    """The day that lies so long behind the deadline, where a length of time is asked for."""
    length = length_in(part) if _LENGTH.search(part) else None
    return set() if length is None or length.working else {begins + timedelta(days=length.days)}
