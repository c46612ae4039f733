"""Whether words name this person, or another one of the same first name (“Sam Baird” is not Sam Boyd)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import Enum

from qibot.expression import expression
from qibot.model import Person
from qibot.people import found_in

# Words with a capital that stand behind a first name and are no surname.
_ORDINARY = frozenset({
    "and", "i", "we", "he", "she", "they", "both", "our", "my", "the", "this", "here", "report", "reports", "joint",
    "final", "draft", "update", "version", "pdsa", "qi", "has", "is", "was", "will", "did", "wrote", "please", "thanks",
    "best", "kind", "regards", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
})  # fmt: skip
_NEXT = expression(r"[ \t]+([A-Z][\w'’-]+)")


class Called(Enum):
    """How words name a person."""

    SO = "so"
    ANOTHER = "another one of that first name"
    NOT = "not"


def called(person: Person, said: str, everybody: Iterable[Person], but: Collection[str] = ()) -> Called:
    """How these words name the person. By the first name alone it is them, unless a surname stands behind it that isn't
    theirs, or anywhere that of another of `everybody` who is called so. `but` are words that are no surnames here, as
    the names of those who sign together."""
    if found_in(person.name, said) is not None:
        return Called.SO
    first, *rest = person.name.split() or [""]
    places = list(re.finditer(rf"\b{re.escape(first)}\b", said)) if first else []
    if not places:
        return Called.NOT
    own, known = {w.casefold() for w in rest}, {w.casefold() for w in but} | _ORDINARY
    for m in places:
        behind = _NEXT.match(said, m.end())
        word = re.sub(r"['’]s?$", "", behind[1]).casefold() if behind else ""
        if word and word not in own | known:
            return Called.ANOTHER
    namesakes = (p for p in everybody if p.name != person.name and p.name.split()[:1] == [first])
    surnames = {w for p in namesakes for w in p.name.split()[1:]} - set(rest)
    return Called.ANOTHER if any(found_in(w, said) is not None for w in surnames) else Called.SO
