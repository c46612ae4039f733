"""What of feedback is said to the manager, who may read it: all of it below a greeting of theirs; else the sentences
that call them by name and say “you”, up to the next that calls the practitioner.

“Meg, as you say, won't help” calls nobody: it is said to the practitioner, of Meg.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.model import Person
from qibot.understanding.names.masked import masked
from qibot.understanding.names.naming import greeted, words_of

_ENDS = expression(r"(?<=[.!?])(\s+)|(\n+)")
_POLITE = frozenset({
    "hi", "hello", "hey", "hiya", "dear", "good", "morning", "afternoon", "evening", "thanks", "and", "to", "both",
    "all",
    "mr", "mrs", "ms", "miss", "dr",
})  # fmt: skip
GREETING = 10  # words of a line that greets
_CALLS = expression(
    r"(?:^|[.!?:(–-]\s*|\b(?:and|but|also|so|now|hi|hello|dear|thanks|thank you|ps|sorry)\b[\s,]*)MGR\s*(?:[,!?–—]|- )"
    r"(?!\s*(?:as|i['’]m told|i (?:think|gather|hear)|we (?:both|all)|of course|for one|like|too|being|who|she|he)\b)"
    r"|,\s*MGR\s*[.!?]",
    re.IGNORECASE,
)
_YOU = expression(r"\b(?:you|your|you['’]\w+|please|thanks?|well done)\b", re.IGNORECASE)


def without_what_is_said_to(manager: Person, text: str, practitioner: Person | None) -> str:
    """The rest of a folded text; nothing where all is said to them, too."""
    named = masked(text, (manager, "MGR"), (practitioner, "PRAC"))
    if "MGR" not in named:
        return text
    first = next((line.strip() for line in named.splitlines() if line.strip()), "")
    theirs = {x for word in greeted(text) for x in words_of(word)} & words_of(manager.name)
    if theirs or _greets(first):
        return ""
    kept, to_manager = [], False
    for one in (x for x in _ENDS.split(text) if x):
        said = masked(one, (manager, "MGR"), (practitioner, "PRAC"))
        if _CALLS.search(said) and _YOU.search(said):
            to_manager = True
        elif re.search(r"\bPRAC\s*[,:–-]|,\s*PRAC\b", said):
            to_manager = False
        if not to_manager:
            kept.append(one)
    return "".join(kept)


def _greets(line: str) -> bool:
    """Whether a line is but a greeting of the manager, who is MGR in it, and perhaps of others."""
    words = line.replace(",", " ").replace("&", " ").rstrip("!:. ").split()
    polite = all(one.casefold() in _POLITE or (one[:1].isupper() and one.isalpha()) for one in words)
    return "MGR" in words and len(words) <= GREETING and polite
