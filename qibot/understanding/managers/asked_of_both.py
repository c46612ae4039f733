"""What a manager's fresh mail asks of practitioner and mentor by their names side by side.

| the words | are |
|---|---|
| “could Jo and Ann please add a line on savings?”, “can I join the call with Jo and Ann?” | asked of the two |
| “could Jo and Ann be kept apart?”, “are you happy with Jo and Ann?” | asked of us about them |
"""

from __future__ import annotations

from qibot.expression import expression
from qibot.understanding.meaning import Meaning

_TWO = r"(?:PRAC and MENT|MENT and PRAC)"
_ASKED_FOR = (
    r"(?:send|share|bring|show|forward|give|tell|let) (?:me|us|the|their|a|an|some|it|this)\b"
    r"|have a (?:look|word|think)\b|look (?:at|into|over)|come (?:to|along|and|over|in)|meet (?:me|us)"
    r"|join (?:me|us|the)|make sure|speak to|talk to"
    r"|(?:add|include|check|read|confirm) (?:the|their|a|an|it|this)\b"
)
_WITH_BOTH = (
    r"(?:(?:can|could|may|might) (?:i|we)|(?:ok|okay|alright|all right|fine) if (?:i|we)|possible (?:for me )?to)"
    r" (?:come along to|come to|join|sit in on|listen in on|attend|have|arrange|set up|fix|book)(?: \w+){0,3}"
    rf" (?:call|meeting|chat|session|catch-up|slot|visit|huddle) with {_TWO}(?= \?|$)"
)
_BOTH_ASKED = expression(
    rf"\b(?:could|can|would|will) {_TWO}(?: both)? please (?!be\b)"
    rf"|\b(?:could|can|would) {_TWO}(?: both)? (?:{_ASKED_FOR})"
    rf"|\b{_WITH_BOTH}|\bplease (?:tell|let|ask|remind) {_TWO}\b"
)


def asks_both(found: Meaning) -> bool:
    """Whether it asks the two of them for something."""
    return any(_BOTH_ASKED.search(" ".join(told.words)) for told in found.told)
