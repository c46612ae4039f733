"""Whether the team's note speaks to somebody whose words a letter brought: “She is, Ewan”, “your mentor will hear”.

Nobody else reads what the team answers to our letter. Who answers it as if it were the writer's own mail hears so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qibot.expression import expression
from qibot.model import Enrolment, Letter

# Letters that bring what somebody wrote.
BRINGS = frozenset(
    ("ask_exceptional", "report_in_confidence", "report_leaving", "report_needs_support", "report_no_clear_aim",
     "report_no_capacity", "report_stop")
)  # fmt: skip
FEW = 4  # words of thanks, below which a member of the team may have signed
_TO_WRITER = expression(
    r"\b(?:how are you|are you (?:ok|okay|all right|alright))\b|\bsorry (?:for your|about your|that you)\b"
    r"|\byour (?:mentor|manager|practitioner|report|project|feedback|concerns?|worr(?:y|ies)|mail|e-?mail|message"
    r"|note)\b",
    re.IGNORECASE,
)
# What is said to who confided something, and to nobody of the team.
CONFIDED = "report_in_confidence"
_TO_WHO_CONFIDED = expression(
    r"\bcongratulations\b|\b(?:lovely|wonderful|great|happy|exciting|brilliant|sad|awful) news\b"
    r"|\b(?:thanks|thank you)(?: so much| very much)? for (?:telling|letting|being|sharing|trusting|confiding|saying"
    r"|your)\b"
    r"|\b(?:nobody|no ?one)(?: else)?(?: here)?(?: will|['’]ll) (?:know|hear|see|be told|find out)\b"
    r"|\b(?:we|i)(?: will|['’]ll) (?:keep|treat) (?:it|this|that) (?:to ourselves|to myself|quiet|between us"
    r"|in confidence|confidential)\b|\b(?:we|i) (?:won['’]?t|will not|wouldn['’]?t) (?:say|tell|breathe|mention|pass)\b"
    r"|\bsafe with (?:us|me)\b|\b(?:suits|help|support|for|with|to) you\b(?! (?:ring|call|take|speak|chat|talk|deal)\b)"
    r"|\byou (?:can|could|may|should|must|need|needn['’]?t|don['’]?t|are|have|did)\b|\byou['’](?:re|ve|ll)\b"
    r"|\b(?:no problem|not a problem|nothing to worry|don['’]?t worry|not to worry|no need to worry|look after yourself"
    r"|take care)\b",
    re.IGNORECASE,
)
_SIGNS = expression(r"\n[^\n]{0,40}\Z")


def answers_writer(text: str, e: Enrolment, answered: Letter | None) -> bool:
    """Whether what answers such a letter calls one of the enrolment's people, or says what only its writer is told."""
    said = text.strip()
    if answered is None or answered.name not in BRINGS:
        return False
    if answered.name == CONFIDED and _TO_WHO_CONFIDED.search(said) is not None:
        return True
    if len(said.split()) < FEW:
        return False
    return _TO_WRITER.search(said) is not None or _calls(e).search(_SIGNS.sub("", said)) is not None


@lru_cache(maxsize=128)
def _calls(e: Enrolment) -> re.Pattern[str]:
    """One of their first names where marks set it off: “…, Ewan, …”, “Yes, Ewan.”, “Derek, that's awful.”"""
    people = (e.practitioner, e.mentor, *([e.manager] if e.manager else []))
    names = "|".join(sorted({re.escape(p.name.split()[0]) for p in people if p.name}, key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?:\A|,\s|[.!?]\s+|\n)(?:(?:hi|hello|dear|thanks|sorry|yes|no) )?(?:{names})(?:,|[.!?]?\s*\Z|\n)", re.I
    )
