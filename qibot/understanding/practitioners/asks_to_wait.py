"""A question, in answer to a reminder, whether the report may come later: “could i send it thurs?”, “can it wait till
then?”. Amid talk of data the weights take it for a message, and its writer would be chased all the same."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning import sentences

_MAY = r"(?:can|could|may|might|shall|would|is|are|any chance|mind if|ok|okay|alright|fine|possible|all right)"
_WHEN = (
    r"(?:mon|tues?|wed|weds|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|then|after|later"
    r"|until|till|til|next week|next month|the weekend|the end of|in a (?:day|week|few|couple)"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th))"
)
_THING = r"(?:it|this|that|one|mine|(?:the|my)(?: \w+)? report|the next one)"
_ASKS = expression(
    rf"\b{_MAY}\b[^?]{{0,25}}\b(?:i|we)\b[^?]{{0,12}}\b(?:send|submit|hand|get|give|let you have|e-?mail|return|bring)"
    rf" (?:you |in )?{_THING}(?: in| over| to you)?\b[^?]{{0,15}}\b{_WHEN}\b"
    rf"|\b{_MAY}\b[^?]{{0,15}}\b{_THING} (?:\w+ )?(?:wait|come|follow|go in|be (?:late|with you|in|there))\b"
    rf"[^?]{{0,15}}\b{_WHEN}\b"
    rf"|\b{_MAY}\b[^?]{{0,15}}\b(?:i|we) (?:wait|hold (?:off|on))\b[^?]{{0,25}}\b{_WHEN}\b",
    re.IGNORECASE,
)
_FORM = expression(
    r"\b(?:as an?|in word|in excel|pdf|slides?|pages?|format|template|on paper|by post)\b", re.IGNORECASE
)


def asks_to_wait(text: str) -> bool:
    """Whether a sentence asks whether the report may come then, and not in which form."""
    return any("?" in one and _ASKS.search(one) and not _FORM.search(one) for one in sentences(text))
