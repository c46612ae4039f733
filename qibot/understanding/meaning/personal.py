"""Whether somebody speaks in a text, or is spoken of: what no program and no office writes around a mail."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.spoken import Spoken, in_small_letters

PERSONAL = expression(r"\b(?:I|I['’]\w+|me|my|mine|[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Hh]im|\w+n['’]t)\b")
# What an office never writes below a mail, and a person may.
ABOUT = Spoken(
    r"\b(?:she|he|her|him|his|they|them|practitioners?|mentees?|mentors?|colleagues?|struggl\w*|worr(?:y|ied|ies|ying)"
    r"|concerns?|concerned|cop(?:e|es|ing)|doubts?|upset|unwell|sick|ill|leaving|feedback|honest\w*)\b",
)
# As people state theirs; and files, of which every office says it.
_STATED = expression(
    r"\b(?:she|he|they)\s*/\s*\w+(?:\s*/\s*\w+)?"
    r"|\bwhom they (?:are|were|have been) (?:addressed|intended|sent|directed)\b",
    re.IGNORECASE,
)
_WORD = expression(r"[^\W\d_]+")


def speaks(text: str, names: frozenset[str]) -> bool:
    """Whether it is somebody's own sentence: it says “I”, “don't”, or is about somebody."""
    return bool(PERSONAL.search(text)) or is_about(text, names)


def is_about(text: str, names: frozenset[str]) -> bool:
    """Whether it names somebody, says “she”, or what one says of people."""
    return ABOUT.is_in(without_stated(text)) or any(word.lower() in names for word in _WORD.findall(text))


def without_stated(text: str) -> str:
    """The text without the pronouns that people state as theirs, “she/her”, and those of files."""
    return _STATED.sub("", text) if "/" in text or "whom they" in in_small_letters(text) else text
