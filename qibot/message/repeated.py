"""Whether a text repeats a letter of ours that wasn't for those who would read it."""

from __future__ import annotations

from collections.abc import Collection

from qibot.message.quoted import DIGITS, fingerprint
from qibot.model import Case

TELLING = 25  # words of a letter by which it can be told
NEARLY_ALL = 0.85  # of its words: mail programs leave out links, and people cut


def repeats_letter(text: str, case: Case, readers: Collection[str], besides: Collection[str]) -> bool:
    """Whether nearly each word of a letter stands in the text. Letters that all the readers have had don't count, nor
    do those with the names `besides`, which bring people's own words."""
    prints = fingerprint(text)
    said = {prints[n : n + DIGITS] for n in range(0, len(prints), DIGITS)}
    for letter in case.letters.values():
        if letter.name in besides or set(readers) <= set(letter.recipients):
            continue
        wording = letter.wording
        words = {wording[n : n + DIGITS] for n in range(0, len(wording), DIGITS)}
        if len(words) >= TELLING and len(words & said) >= NEARLY_ALL * len(words):
            return True
    return False
