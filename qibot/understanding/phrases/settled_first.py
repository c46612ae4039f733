"""A question that a mentor has before the feedback: “Which of the two should I be reading?”, “tell me and I'll do your
feedback”. It is a message: the report stays open, whatever it asks about.

A question amid feedback says nothing of what is still to come; nor does one that is asked to be thought about.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.phrases.courtesy import praises, typed

MOST = 60  # words of such a mail
_FEEDBACK = r"(?:feedback|comments?|review|notes|rest|score|marking)"
_WILL = r"(?:i['’]?ll|i will|i can|then i)"
_WAITS = expression(
    rf"\b(?:tell|let|remind) me\b[^.?!]{{0,40}}(?:\b(?:and|then|n)\b|&"
    rf"|,)[^.?!]{{0,15}}\b{_WILL}\b[^.?!]{{0,40}}\b{_FEEDBACK}\b"
    rf"|\bmy {_FEEDBACK} (?:will|would|may|might|could)\b[^.?!]{{0,20}}\b(?:depend\w*|differ\w*|be different)\b"
    rf"|\b(?:before|till|until) i (?:start|begin|settle down|read (?:it|on|any)|do (?:my|your|the)|send (?:my|you|the)"
    rf"|write (?:my|the)|comment\b|give (?:my|you))"
    r"|\bi['’]?ll come to the report(?: itself)? (?:after|once|when|then)\b"
    r"|\bdon['’]?t want to read the (?:same|wrong)\b",
    re.IGNORECASE,
)
_WHICH = expression(
    r"\bwhich (?:(?:one|of (?:them|these|those|the (?:two|three))|version|file|copy)) "
    r"(?:should|do|am|shall|was|would you like|do you want) (?:i|me)\b[^.?!]{0,20}"
    r"\b(?:read\w*|look\w*|go\w*|comment\w*|use|mark\w*|open\w*|to)\b",
    re.IGNORECASE,
)
_ASKS = expression(r"\?|\b(?:tell|let|remind) me\b", re.IGNORECASE)
_ADVISES = expression(
    r"\b(?:liked?|loved?|enjoyed|even better|i['’]d|i would|you (?:could|should|might|need)|next time|well done|great"
    r"|lovely|clear|strong|score \d|\d ?/ ?\d)\b",
    re.IGNORECASE,
)


def settles_first(mail: Mail) -> bool:
    """Whether a short mail asks what is to be known before the feedback, and says nothing of the report."""
    said = typed(mail)
    if mail.sends or len(said.split()) > MOST or praises(mail) or _ADVISES.search(said):
        return False
    return _ASKS.search(said) is not None and (_WAITS.search(said) or _WHICH.search(said)) is not None
