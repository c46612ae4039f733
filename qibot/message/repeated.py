"""Whether a text repeats a letter of ours that wasn't for those who would read it."""

from __future__ import annotations

from collections.abc import Collection

from qibot.message.fingerprint import fingerprint, prints
from qibot.model import Case

TELLING = 25  # words of a letter by which it can be told
NEARLY_ALL = 0.85  # of its words: mail programs leave out links, and people cut


def repeats_letter(text: str, case: Case, readers: Collection[str], besides: Collection[str]) -> bool:
    """Whether nearly each word of a letter stands in the text. Letters that all the readers have had don't count, nor
    do those with the names `besides`, which bring people's own words."""
    said = prints(fingerprint(text))
    for letter in case.letters.values():
        if letter.name in besides or set(readers) <= set(letter.recipients):
            continue
        words = prints(letter.wording)
        if len(words) >= TELLING and len(words & said) >= NEARLY_ALL * len(words):
            return True
    return False
