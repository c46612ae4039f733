"""Words in one spelling, so that tables of them can be short."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "đ": "d", "œ": "oe"} | dict.fromkeys("‘’‛`´", "'"))


def plainly(text: str) -> str:
    """In lower case, without accents, with single spaces: Réponse automatique as reponse automatique."""
    if text.isascii():  # most are
        return " ".join(text.lower().replace("`", "'").split())
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    for accent in filter(unicodedata.combining, set(folded)):
        folded = folded.replace(accent, "")
    return " ".join(folded.split())
