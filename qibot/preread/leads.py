"""Paragraphs that lead in a list: “The ideas I've come up with so far:”."""

from __future__ import annotations

import re

from qibot.expression import expression

# What a paragraph that ends in a colon says that the list below it holds.
_LED_IN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "measures",
        expression(
            r"\bmeasur(?:es|ing)\b|\b(?:i|we)\b[^.]{0,30}\b(?:measure|count|track)(?:ing)?\b[^.]{0,20}:$|"
            r"\bkeep\w* an eye on\b",
            re.IGNORECASE,
        ),
    ),
    (
        "changes",
        expression(
            r"\b(?:ideas|suggestions)\b|\bchanges\b(?! (?:in|to) (?:staff|the team))|"
            r"\bthings\b[^.]{0,40}\b(?:try|test|help)\w*",
            re.IGNORECASE,
        ),
    ),
)


def list_led_in(paragraph: str) -> str:
    """The part to which a list belongs that such a paragraph leads in; empty where it can't be told."""
    last = re.split(r"(?<=[.!?])\s+", paragraph.strip())[-1]
    if not last.endswith(":"):
        return ""
    return next((part for part, says in _LED_IN if says.search(last)), "")
