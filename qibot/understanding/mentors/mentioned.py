"""How a clause speaks of a report that it names: as what it is about, or as what is still to come of it.

| the name stands | it is |
|---|---|
| behind “looking forward to”, “when you write”; before “should”, “could”, “will” | mentioned |
| behind “in” or “for” where something is wished (“please”, “add”), behind “I'll come to” | mentioned |
| behind “in” or “for” where something is found good, and nothing wished | what it is about |
| behind “in” or “for” else, before “needs” | either |
| anywhere else | what it is about |
"""

from __future__ import annotations

import re
from enum import StrEnum

from qibot.expression import expression


class As(StrEnum):
    """As what a report is named."""

    ABOUT = "about"
    MENTIONED = "mentioned"
    EITHER = "either"


_YOURS = r"(?:\s+(?:your|the|that|this|jo['’]s|her|his|their|next|new))*\s*$"
_AHEAD = expression(
    r"\b(?:(?:look\w* |a look )forward to(?: (?:see|seeing|read|reading|receive|receiving|get|getting))?|can['’]?t wait"
    r" (?:for|to (?:see|read))|when(?:ever)? (?:you|you['’]re|you are|you come to|you get to)"
    r"(?: (?:to|come|next|start|begin))*(?: (?:writ|do|start|begin|prepar|plann?|draft|work|put)\w*(?: on| together)?)?"
    r"|(?:i['’]?ll|i will|i shall|i can|can['’]?t|going to|hope to|i['’]?m to|yet to|have to|need to)"
    r"(?: (?:then|now|also|only|soon|just|next))*"
    rf" (?:come|get(?: round)?|turn|go on|move on|read|look at|start on)(?: (?:to|on))?){_YOURS}",
    re.IGNORECASE,
)
_OF_ITS_WORDS = r"(?:feedback|comments?|thoughts|notes|review|remarks|reply|response|suggestions?)"
_IN = expression(rf"\b(?:in|into){_YOURS}", re.IGNORECASE)
_FOR = expression(rf"\bfor{_YOURS}", re.IGNORECASE)
_THEIR_FOR = expression(
    rf"\b(?:thanks|thank you|thankyou|cheers|{_OF_ITS_WORDS}|well done|sorry|apologies|time|wait\w*|sending)"
    rf" for{_YOURS}",
    re.IGNORECASE,
)
_SHALL = expression(r"\W*(?:\w+ )?(?:should|could|will|would|might|must|can|shall|ought to|has to)\b", re.IGNORECASE)
_NEEDS = expression(r"\W*(?:\w+ )?(?:needs|wants|lacks)\b", re.IGNORECASE)
_WISHED = expression(
    r"\b(?:please|pls|add|use|put|try|think|hope|hoping|could|should|would|might|must|['’]d like|want|make sure"
    r"|include|consider|show|keep|bear in mind|remember|you (?:can|may)|need to|next)\b",
    re.IGNORECASE,
)
_FOUND_GOOD = expression(
    r"\b(?:liked?|loved?|enjoyed|impressed|pleased|great|good|lovely|clear|nice|nicely|excellent|strong|well done)\b",
    re.IGNORECASE,
)


def named_as(clause: str, start: int, end: int) -> As:
    """As what the report is named that stands from `start` to `end` of a clause."""
    before, behind = clause[:start], clause[end:]
    if _AHEAD.search(before) or _SHALL.match(behind):
        return As.MENTIONED
    if _IN.search(before) or (_FOR.search(before) and not _THEIR_FOR.search(before)):
        wished, good = _WISHED.search(clause) is not None, _FOUND_GOOD.search(clause) is not None
        if wished == good:
            return As.EITHER
        return As.MENTIONED if wished else As.ABOUT
    return As.EITHER if _NEEDS.match(behind) else As.ABOUT
