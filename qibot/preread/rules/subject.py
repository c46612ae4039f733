"""Words of improvement that belong to the subject: a team that heard a talk, the system that a case drops out of."""

from __future__ import annotations

import re

from qibot.expression import expression

# Slides that the team was shown, a talk that it gave: that it heard of the subject.
_AUDIENCE = (
    r"(?:(?:with|to|round|among|by|from|for|of|at) (?:the|our|my|all|two|three|some) (?:[\w-]+ ){0,3}?(?:teams?|"
    r"colleagues)\b)"
)
_HANDED_ON = expression(
    r"\b(?P<what>(?:slides?|notes?|papers?|articles?|books?|links?|handouts?|leaflets?|guidance|summary|presentation|"
    r"booklet|resources?|materials?|recordings?|course|talk|seminar|webinar|conference|twilight|lecture|briefing|visit|"
    rf"what i(?:'ve| have)? (?:read|heard|learn\w+))\b[^.;]{{0,40}}?) {_AUDIENCE}",
    re.IGNORECASE,
)
# What comes into a system, is on it or drops out of it: the office's or the law's.
_OF_A_SYSTEM = expression(r"\b(?:into|onto|through|out of|off) the system\b", re.IGNORECASE)


def without_the_subject(said: str) -> str:
    """The sentence without such words."""
    return _OF_A_SYSTEM.sub(" ", _HANDED_ON.sub(r"\g<what>", said))
