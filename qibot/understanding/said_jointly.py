"""Words by which a report says that it is a joint one (“Sam and I wrote this together”)."""

from __future__ import annotations

import re

from qibot.message import Mail
from qibot.understanding.several import stem_of

LOOKED_AT = 600  # characters of a mail's own words in which it says that its report is a joint one
_SENT = r"(?:reports?|updates?|submissions?|returns?|pdsas?)"
_OTHER = r"(?!\W+(?:working|work|visits?|inspections?|clinics?|teams?|meetings?|sessions?|commissioning|boards?)\b)"
JOINT = re.compile(
    rf"\bjoint(?:ly)?\b{_OTHER}\W+(?:[\w']+\W+){{0,3}}{_SENT}\b"
    rf"|\b{_SENT}\W+(?:[\w']+\W+){{0,3}}(?:jointly|together)\b"
    rf"|\b{_SENT}\W+(?:is|was|as)\W+(?:[\w']+\W+){{0,2}}joint\b{_OTHER}|\bjoint one\b"
    r"|\bon behalf of (?:us|both|all)\b|\b(?:for|from|by) (?:us both|both of us|the (?:two|three) of us)\b"
    r"|\b(?:wrote|written|did|done|prepared|compiled)\W+(?:[\w']+\W+){0,4}(?:jointly|together)\b"
    rf"|\b(?:shared|combined)\W+(?:[\w']+\W+){{0,2}}{_SENT}\b",
    re.IGNORECASE,
)
OURS = re.compile(rf"\bour\W+(?:[\w']+\W+){{0,3}}{_SENT}\b|\bboth of (?:us|our)\b", re.IGNORECASE)
_DENIED = re.compile(  # right before it: “this isn't a joint report”, “Sam and I no longer do a joint report”
    r"(?:\b(?:not|no longer|never|neither|without|instead of|rather than)|\w\w?n['’]t)\s+(?:[\w'’]+\s+){0,3}\Z",
    re.IGNORECASE,
)


def says_joint(mail: Mail) -> bool:
    """Whether a mail says plainly that its report is a joint one."""
    files = [stem_of(d) for d in mail.files]
    return says(JOINT, "\n".join([*files, *([] if mail.is_reply else [mail.subject]), mail.top[:LOOKED_AT]]))


def says_jointly(sentence: str) -> bool:
    """Whether a sentence calls it joint, or ours."""
    return says(JOINT, sentence) or says(OURS, sentence)


def says(what: re.Pattern[str], said: str) -> bool:
    """Whether it says so and doesn't deny it."""
    return any(not _DENIED.search(said[max(0, m.start() - 60) : m.start()]) for m in what.finditer(said))
