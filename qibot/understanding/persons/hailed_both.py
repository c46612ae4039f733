"""Whether words call practitioner and mentor side by side where they begin: “Tam, Callum, on the crew time: …”.

Two names in a row may also call one and speak of the other (“Ann, Jo, as you'll know, is off”, “Ann, Jo can be slow”):
both count as called only where something sets the second one off and nobody is then spoken of in the third person.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.model import Enrolment, Role
from qibot.understanding.meaning import MOST_CHARACTERS, folded
from qibot.understanding.names.naming import names_of_person

_HELLO = r"(?:(?:dear|hi|hello|hey|hiya|thanks?|thank you|morning|afternoon|good (?:morning|afternoon|evening))[ ,]+)?"
_BETWEEN = r" ?(?:,|&|/|\+|,? ?and) ?"
_SET_OFF = r"(?=\s?(?:[,:;!]|[–—]|\n|-\s))"
_VERB = (
    r"(?:is|isn|was|wasn|has|hasn|had|does|doesn|did|didn|will|won|would|can|cannot|could|couldn|needs?|seems?|wants?"
    r"|finds?|found|says?|said|told|thinks?|feels?|felt|got|gets?|takes?|took|tends?|went|goes|left|may|might|must"
    r"|should|never|always|often|also|just|still)\b"
)
# What is set in commas behind a name that is spoken of: “Ann, Jo, I think, finds it hard”.
_ASIDE = re.compile(rf"^\s*,[^.!?:;\n]{{1,40}},\s*{_VERB}", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself)\b|\b(?:s?he)['’]\w+"
    r"|^\s*,\s*(?:who|whom|whose|as|being|like)\b"
    r"|^\s*,\s*(?:my|our|your|the|a|an)(?: (?!are\b|is\b|was\b|were\b|has\b|have\b)[\w'’-]+){1,4},",
    re.IGNORECASE,
)


def hails_both(text: str, e: Enrolment) -> bool:
    """Whether the text, or a line of it, begins by calling the two of them by name."""
    said = folded(text[:MOST_CHARACTERS])
    found = _pair(names_of_person(e.practitioner), names_of_person(e.mentor)).search(said)
    if found is None:
        return False
    behind = said[found.end("pair") :]
    return not (_ASIDE.search(behind) or _SPOKEN_OF.search(behind))


def hails_first_alone(text: str, e: Enrolment) -> Role | None:
    """Whom of the two it calls where the other, who is named right behind, is spoken of: “Ann, Jo, I think, …”."""
    said = folded(text[:MOST_CHARACTERS])
    found = _pair(names_of_person(e.practitioner), names_of_person(e.mentor)).search(said)
    if found is None or not _ASIDE.search(said[found.end("pair") :]):
        return None
    return Role.PRACTITIONER if found["first"] else Role.MENTOR


@lru_cache(maxsize=128)
def _pair(one: frozenset[str], other: frozenset[str]) -> re.Pattern[str]:
    a, b = ("|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in (one - other, other - one))
    a, b = (rf"(?:(?:{names})(?: (?:{names}))?)" if names else "(?!)" for names in (a, b))
    opening = rf"(?:^|\n)\W*{_HELLO}"
    return re.compile(rf"{opening}(?P<pair>(?P<first>{a}{_BETWEEN}{b})|{b}{_BETWEEN}{a}){_SET_OFF}", re.IGNORECASE)
