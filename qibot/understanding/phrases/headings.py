"""Headings of a project report, as people type them into a mail: “Aim: …”, “What we did - …” (guidance, the report's
parts)."""

from __future__ import annotations

import re

ENOUGH = 2  # different ones
_HEADING = re.compile(
    r"^[ \t*•\-–\d.)]{0,6}"
    r"(aims?|drivers?|change ideas?|measures?|outcomes?|process|balancing|pdsa|plan|do|study|act|baseline|data|results?"
    r"|findings|progress|learning|prediction|tests?(?: of change)?|what (?:we|i)(?:['’]ve)? (?:\w+ )?(?:did|done|found"
    r"|tried|saw|learn\w+|changed?)|what next|next(?: steps?| month| cycle| time)?|this month)"
    r"\b[^:\n?]{0,25}[:–][ \t]*\S",
    re.IGNORECASE | re.MULTILINE,
)


def has_headings(text: str) -> bool:
    """Whether several headings of a report stand in it, each with something behind it, and it asks nothing."""
    return "?" not in text and len({found.lower() for found in _HEADING.findall(text)}) >= ENOUGH
