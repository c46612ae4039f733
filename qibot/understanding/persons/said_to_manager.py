"""What of feedback is said to the manager, who may read it: all of it below a greeting of theirs; else the sentences
that call them by name and say “you”, up to the next that calls the practitioner, is of a life, or opens a paragraph.

Where they are greeted first and the practitioner is called then, what follows is the practitioner's.

“Meg, as you say, won't help”, “have you told your manager, Meg?” and “thanks to you and Meg!” call nobody: they are
said to the practitioner, of Meg. A copy too few costs a click, an illness that she reads can't be undone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from qibot.expression import expression
from qibot.model import Person
from qibot.understanding.names.masked import masked
from qibot.understanding.names.naming import greeted, words_of
from qibot.understanding.persons.turned_to import calls

_ENDS = expression(r"(?<=[.!?])(\s+)|(\n+)")
_POLITE = frozenset({
    "hi", "hello", "hey", "hiya", "dear", "good", "morning", "afternoon", "evening", "thanks", "and", "to", "both",
    "all",
    "mr", "mrs", "ms", "miss", "dr",
})  # fmt: skip
GREETING = 10  # words of a line that greets
_CALLS = expression(
    r"^\W*(?:(?:and|but|also|so|now|hi|hello|hey|dear|(?:many )?thanks|thank you|ps|sorry)\b[\s,:]*){0,2}MGR\s*"
    r"(?:[,!?–—]|- |:(?= ?(?:thank|please|could you|can you|would you)))"
    r"(?!\s*(?:as|i['’]m told|i (?:think|gather|hear)|we (?:both|all)|of course|for one|like|too|being|who|she|he"
    r"|and|or"
    r"|at (?:last|least)|(?:your|the) (?:\w+ )?(?:manager|boss|head(?:[ -]?teacher)?|supervisor|gaffer))\b)"
    # at the end only of what thanks or asks, and not behind a name or what a manager is called
    r"|^\W*(?:(?:and|also) )?(?:(?:many )?thanks|thank you|well done|please|can you|could you|would you|will you)\b.*"
    r"(?<!manager)(?<!boss)(?<!head)(?<!teacher)(?<!supervisor)(?<!gaffer)(?<!to you),\s*MGR\s*[.!?]",
    re.IGNORECASE,
)
_THANKS_TO = expression(r"\W*(?:many )?thanks to\b", re.IGNORECASE)
# “Thank Karen, Meg”
_TO_A_NAME = expression(r"\b(?:[A-Z][\w'’-]+|(?:to|with|by|from|for|and|or) \w+)\s*,\s*MGR\s*[.!?]")
_CALLS_THEM, _TURNS_TO_THEM = expression(r"\bPRAC\s*[,:–-]|,\s*PRAC\b"), expression(r"^\W*PRAC\s*[,:–-]")
_YOU = expression(r"\b(?:you|your|you['’]\w+|please|thanks?|well done)\b", re.IGNORECASE)


def without_what_is_said_to(
    manager: Person, text: str, practitioner: Person | None, of_life: Callable[[str], bool]
) -> str:
    """The rest of a folded text; nothing where all is said to them, too. What is `of_life`, they aren't told."""
    named = masked(text, (manager, "MGR"), (practitioner, "PRAC"))
    if "MGR" not in named:
        return text
    first = next((line.strip() for line in named.splitlines() if line.strip()), "")
    theirs = {x for word in greeted(text) for x in words_of(word)} & words_of(manager.name)
    if (theirs and not _THANKS_TO.match(first)) or _greets(first):
        return _from_call_on(text, manager, practitioner)
    kept, to_manager, opened = [], False, ""
    for one in (x for x in _ENDS.split(text) if x):
        said = masked(one, (manager, "MGR"), (practitioner, "PRAC"))
        if _CALLS.search(said) and _YOU.search(said) and not _TO_A_NAME.search(said):
            to_manager = True
        elif _CALLS_THEM.search(said) or (to_manager and (of_life(said) or "\n" in opened)):
            to_manager = False
        opened = "" if one.strip() else one  # the space before the next
        if not to_manager:
            kept.append(one)
    return "".join(kept)


def _from_call_on(text: str, manager: Person, practitioner: Person | None) -> str:
    """What stands behind a greeting of the manager's from where the practitioner is called on, wherever their name is:
    “Thanks Meg! Jo, …”, “Hi Meg, thank you. Well done, Jo! …”, “… Over to you, Jo.”."""
    parts = [x for x in _ENDS.split(text) if x]
    named = [masked(one, (manager, "MENT"), (practitioner, "PRAC")) for one in parts]
    alone = "PRAC" not in "".join(named[:1])  # “Hi Jo and Meg” is to both, and so is what follows
    called = (
        n
        for n, one in enumerate(named)
        if n and (_TURNS_TO_THEM.search(one) or (alone and calls([one.strip()], "PRAC")))
    )
    start = next(called, None)
    return "" if start is None else "".join(parts[start:])


def _greets(line: str) -> bool:
    """Whether a line is but a greeting of the manager, who is MGR in it, and perhaps of others."""
    words = line.replace(",", " ").replace("&", " ").rstrip("!:. ").split()
    polite = all(one.casefold() in _POLITE or (one[:1].isupper() and one.isalpha()) for one in words)
    to_whom = "to" not in [one.casefold() for one in words[1:]]  # “To: Meg”, not “thanks to Meg”
    return "MGR" in words and len(words) <= GREETING and polite and to_whom
