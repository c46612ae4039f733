"""A question, in answer to a reminder, whether the report may come later: “could i send it thurs?”, “can it wait till
then?”. Amid talk of data the weights take it for a message, and its writer would be chased all the same."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.understanding.meaning import sentences

_MAY = r"(?:can|could|may|might|shall|would|is|are|any chance|mind if|ok|okay|alright|fine|possible|all right)"
_DAY = (
    r"(?:mon|tues?|wed|weds|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next (?:week|month)"
    r"|the weekend|the end of|in a (?:day|week|few|couple)|(?:the )?\d{1,2}(?:st|nd|rd|th))"
)
_WHEN = rf"(?:{_DAY}|then|later|after(?! (?!that\b|{_DAY})\w))"
# The report, and not “this one” of its measures, or “one” that somebody gives.
_THING = r"(?:it|mine|this(?! one)|(?:the|my)(?: \w+)? report)"
_ASKS = expression(
    rf"\b{_MAY}\b[^?]{{0,25}}\b(?:i|we)\b[^?]{{0,12}}\b(?:(?:send|submit|hand|e-?mail|return) (?:you |in )?{_THING}"
    rf"|(?:get|give|bring|let you have) {_THING} (?:in|over|to you))(?: in| over| to you)?\b[^?]{{0,15}}\b{_WHEN}\b"
    rf"|\b{_MAY}\b[^?]{{0,15}}\b{_THING} (?:\w+ )?(?:wait|come|follow|go in|be (?:late|with you|in|there))\b"
    rf"[^?]{{0,15}}\b{_WHEN}\b"
    rf"|\b{_MAY}\b[^?]{{0,15}}\b(?:i|we) (?:wait|hold (?:off|on))(?: with (?:it|the report))?"
    rf" (?:until|till|til) (?:{_DAY}|then)\b",
    re.IGNORECASE,
)
# Sooner is no delay.
_SOONER = expression(r"\b(?:early|earlier|sooner|before)\b", re.IGNORECASE)
_FORM = expression(
    r"\b(?:as an?|in word|in excel|pdf|slides?|pages?|format|template|on paper|by post)\b", re.IGNORECASE
)


def asks_to_wait(text: str) -> bool:
    """Whether a sentence asks whether the report may come then, and not in which form, or sooner."""
    return any(
        "?" in one and _ASKS.search(one) and not (_FORM.search(one) or _SOONER.search(one)) for one in sentences(text)
    )
