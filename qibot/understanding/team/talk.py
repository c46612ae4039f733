"""Talk of the team's in a thread that others read: who speaks of the practitioner, calls nobody and never says “you”
speaks to colleagues, and it isn't passed on to the very people of whom it is."""

from __future__ import annotations

import re

from qibot.events import Arrival
from qibot.expression import expression
from qibot.model import Case, Role
from qibot.understanding.matter.context import Context
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import MOST_CHARACTERS, Meaning
from qibot.understanding.names.naming import greets, greets_several
from qibot.understanding.phrases.pointed import points_to_troubled

PRIVATE = 0.6  # from which a mentor's same words would be for the team alone
CALLED = ("PRAC-V", "MENT-V", "MGR-V")
OF_TEAM = "it seems to be talk among the team, and nobody else has seen your reply"
CALL_THEM = "the same reply, with the name of whom it is for (“Dear …,”) on its first line"
_YOU = expression(r"\b(?:you|your|yours|yourself|yourselves)\b", re.IGNORECASE)
_COLLEAGUE = expression(  # “do you know whether Jo …”: not even “you” is they
    r"\b(?:(?:do|did|have|can|could|would|will|should) (?:you|we|someone|somebody|anyone|anybody|one of us)|shall we"
    r"|what do (?:you|we))\b.*\b(?:PRAC|THEY)\b",
    re.IGNORECASE,
)
_UNNAMED = expression(
    r"\b(?:the|that) (?:one|person|practitioner|mentor|woman|man|lady|girl|chap|lad) (?:who|that|with|whose)\b"
    r"|\b(?:this|that) (?:person|practitioner|mentor|woman|man|lady|girl|chap|lad)\b"
    r"|\bthis one (?:worries|concerns|bothers|is (?:a|an|going|not)|seems|looks (?:as|like))\b"
    r"|\b(?:shall|should|could|can) we (?:move|pause|withdraw|drop|swap|change|find)\b",
    re.IGNORECASE,
)


def is_talk(arrival: Arrival, context: Context, case: Case) -> bool:
    """Whether a note of the team's in this matter can't be meant for its practitioner and mentor."""
    mail, e = arrival.mail, case.enrolment
    text = mail.own_text[:MOST_CHARACTERS]
    if set(e.practitioner.addresses) & set(mail.to) or greets_several(text):
        return False
    if any(greets(p, text) for p in (e.practitioner, e.mentor, e.manager) if p is not None):
        return False
    found = meant(arrival, context, case, Role.MENTOR, None)
    said = [" ".join(one.words) for one in found.told]
    if found.speaks_of(*CALLED):
        return False
    if any(_COLLEAGUE.search(one) for one in said):
        return True
    if any(_YOU.search(one.text) for one in found.told):
        return False
    if points_to_troubled(text):
        return True
    return _speaks_of(found) or found.of("private") >= PRIVATE


def _speaks_of(found: Meaning) -> bool:
    return found.speaks_of("PRAC", "THEY") or any(_UNNAMED.search(one.text) for one in found.told)
