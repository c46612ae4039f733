"""A manager says that the practitioner can't come to an event of the programme's: that keeps them from no report."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning.families import families_in

LONGEST = 40  # words of such a mail
_EVENT = (
    r"(?:(?:celebration|learning|networking|showcase|awards?) (?:event|session|day|evening)s?|events?|celebrations?"
    r"|conferences?|launch|webinars?|workshops?|(?:training|study|away) days?)"
)
_CANNOT = (
    r"(?:can(?:['’]?t|not| not)|could(?:n['’]?t| not)|won['’]?t|will not|unable to|not able to|not be able to"
    r"|needn['’]?t)"
)
_NOT_THERE = expression(
    rf"\b{_CANNOT}\b[^.;!?]{{0,25}}\b(?:spare\w*|releas\w*|free\w*|make|attend\w*|come|go|join\w*|be (?:at"
    rf"|there))\b"
    rf"[^.;!?]{{0,25}}\b{_EVENT}\b",
    re.IGNORECASE,
)
# What else may keep them, or a report that is spoken of.
_OF_REPORT = expression(
    r"\b(?:reports?|deadlines?|charter|data|project|write|writing|submit\w*|extension|extra|more time|programme"
    r"|signed off"
    r"|either|nor|or the|anything|until|till|weeks?|months?)\b",
    re.IGNORECASE,
)
# Why, told of the one who can't come and not of the ward: no list of what befalls people is complete.
_OF_THEM = expression(r"\b(?:she|he|her|him|his|hers)(?:['’](?:s|d|ll))?\b", re.IGNORECASE)
_SUBJECT = expression(r"\b(?:she|he)\s*$", re.IGNORECASE)
_BEFALLS = {"@ill", "@death", "@calamity", "@leave", "@leaving", "@kin"}


def misses_an_event(text: str) -> bool:
    """Whether it but says so, and names nothing that befell anybody or that would keep a report."""
    if len(text.split()) > LONGEST or (found := _NOT_THERE.search(text)) is None:
        return False
    if _OF_THEM.search(_SUBJECT.sub(" ", text[: found.start()]) + text[found.end() :]):
        return False
    return not (_OF_REPORT.search(text) or families_in(text) & _BEFALLS)
