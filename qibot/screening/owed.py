"""What only somebody says who knows that a report or feedback is owed: “I will do it when I get back”.

A machine promises to deal with “your message”, never with the report.
"""

from __future__ import annotations

import re

from qibot.expression import expression

LOOKED_AT = 2000  # characters
_OWED = r"(?:(?:the|my|her|his|your|this|\w+['’]s) (?:\w+ )?(?:reports?|feedback|comments|review|charter|write-up))\b"
_PROMISES = expression(
    rf"\b(?:will|['’]ll|shall|going to|can) (?:then |also |just |try (?:to|and) |certainly |definitely )*"
    rf"(?:(?:do|send|submit|finish|write|complete|hand) (?:you )?(?:(?:it|this|that|them)\b|{_OWED})"
    rf"|(?:get|have) (?:it|this|them) (?:to you|in|done|with you|over|by|on|before)\b"
    rf"|(?:get|have|return|start|read|review|look at|comment on|catch up (?:on|with)) {_OWED}"
    rf"|be late with (?:it|this|my|the)\b"
    r"|(?:look|read|pick)(?: (?:at |up )?(?:it|this|that|them|yours)(?: up)?)? (?:properly )?"
    r"(?:when|once|after|then)\b)"
    r"|\b(?:my|this month['’]s) (?:report|feedback|comments|review) (?:will|won['’]t|['’]ll|is going to)\b"
    r"|\b(?:expect|have|get|see) (?:it|this|them|my (?:feedback|comments|report)) (?:by|on|before|after)\b",
    re.IGNORECASE,
)


def promises_report(text: str) -> bool:
    """Whether it says what its writer will do about a report, or feedback, and so isn't a machine's."""
    return _PROMISES.search(text[:LOOKED_AT]) is not None
