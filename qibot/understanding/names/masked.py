"""Words in which somebody is spoken of by name, with a token in place of the name: what is said of them reads the same
whoever they are."""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.model import Person
from qibot.understanding.meaning import also_called, folded
from qibot.understanding.names.bearers import ORDINARY, tokens


@lru_cache(maxsize=64)
def masked(text: str, *people: tuple[Person | None, str]) -> str:
    """The text, folded, with each one's token for their name, in full, with a title, by first name or what that is
    shortened to. A first name that is a word, too, has its capital."""
    text = folded(text)
    for one, token in people:
        if one is not None and (name := _name(one.name)) is not None:
            text = name.sub(token, text)
    return text


@lru_cache(maxsize=256)
def _name(name: str) -> re.Pattern[str] | None:
    """What somebody of this name is called: “Meg Ross”, “Mrs Ross”, “Margaret”; what is longer comes first."""
    words = tokens(name)
    if not words:
        return None
    lasts = "|".join(sorted(map(re.escape, words[1:]), key=len, reverse=True))
    behind = rf"(?: (?i:{lasts})\b)?" if lasts else ""
    firsts = sorted({words[0], *also_called(words[0])}, key=lambda first: (-len(first), first))
    shown = [re.escape(n.capitalize()) if n in ORDINARY else rf"(?i:{re.escape(n)})" for n in firsts]
    titled = rf"(?:M(?:r|rs|s|iss)|Dr)\.? (?i:{lasts or re.escape(words[0])})"
    called = "|".join((rf"(?i:{re.escape(folded(name))})", titled, rf"(?:{'|'.join(shown)}){behind}"))
    return re.compile(rf"\b(?:{called})(?=['’]?s\b|\b)")
