"""Whether somebody asks what a yes or a no answers: “may I use the data from the other clinic?”

It is noted beside the mail (`Seen.asks`): a short answer to it says nothing of the report that came along. What is
asked of the reader of a report (“could you look at my aim?”, “is it ok?”) is answered by the feedback.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning import sentences

_WHO = r"(?:i|we|he|she|they|my \w+|our \w+|(?:the|another|a) \w+(?: \w+)?|somebody|someone|anybody|anyone)"
_MAY = r"(?:may|might|can|could|should|shall|must|would|will|do|does|am|are|is)(?:n['’]t)?"
_OPENS = r"(?:^|[,;:–—-] ?|\b(?:and|but|so|or|also|question|wondering|hi|dear) (?:\w+ )?)"
_FINE = r"(?:ok(?:ay)?|all ?right|alright|fine|allowed|possible|acceptable|permissible)"
_OF_OWN = expression(
    rf"{_OPENS}(?:{_MAY} {_WHO}|(?:am i|are we) allowed|(?:is|would) (?:it|that) (?:be )?{_FINE} (?:if|for|to))\b",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-Z][\w'’-]+)"
_OF_ANYBODY = expression(
    rf"{_OPENS}(?:{_MAY} (?:{_WHO}|you|{_NAME})|(?:is|would) (?:it|that) (?:be )?{_FINE}|(?:any chance|fancy))\b",
    re.IGNORECASE,
)
# The report itself, of which a yes is the feedback: “can I take it that the aim is clear now?”
_OF_REPORT = expression(
    r"\b(?:reports?|feedback|comments?|aims?|charts?|this ok(?:ay)?|enough|better|clear|good|right)\b", re.IGNORECASE
)
MOST = 20_000  # characters in which it is looked for


def asks_leave(text: str, *, beside_report: bool = False) -> bool:
    """Whether it asks what a yes or a no answers; of what stands `beside_report` whether its writer asks it for
    themselves or somebody else, and of something else than the report."""
    asked = [one for one in sentences(text[:MOST]) if one.rstrip(" \"”’')").endswith("?")]
    if not beside_report:
        return any(_OF_ANYBODY.search(one) for one in asked)
    return any(_OF_OWN.search(one) and not _OF_REPORT.search(one) for one in asked)
