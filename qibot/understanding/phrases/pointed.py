"""Whom a practitioner who has asked something may ask instead: “Try asking Tom, he swears by it”.

To the weights whoever speaks of another practitioner speaks past the one who asked. So where an answer to their own
words says but whom to ask, whose template to take, and that they won't mind, nothing of it is private. What else is
said of them leaves it to the weights.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.understanding.meaning import Meaning, Told
from qibot.understanding.meaning.asides import OPEN
from qibot.understanding.meaning.families import families_in
from qibot.understanding.phrases.compared import TROUBLE

MOST = 45  # words of such a mail
SHARE = 0.05  # from which the part of what may be private matters
_WHO = r"(?<!OTHER )OTHER(?: OTHER)*+"
_ASK = re.compile(
    rf"\b(?:ask|asking|try|speak to|speaking to|talk to|see|contact|ring|phone|e-?mail|take|borrow|use|copy"
    rf"|look at|get) {_WHO}\b"
)
_THINGS = (
    r"(?:\w+ )?(?:templates?|sheets?|spreadsheets?|charts?|forms?|posters?|slides?|diagrams?|survey|version|one"
    r"|way|method"
    r"|project|number|run charts?|questions?|idea|example)"
)
# What may be said of them: that they have, use or made something, had the same to do, and will be glad to help.
_MAY = (
    r"(?:swears by (?:it|that|this)|(?:will|would|can|could|might|'ll)(?: surely| always| not| happily)? (?:mind"
    r"|share|show"
    r"|help|send|tell|know|explain|talk|lend|be (?:happy|glad|able|delighted))|(?:has )?(?:made|used|uses|tried"
    r"|built|drew|wrote"
    rf"|set up) (?:(?:an?|the|one of|some|his|her|that|this|very) )*(?:(?:nice|good|great|lovely|simple|same"
    rf"|wee) )*(?:it|them|{_THINGS})"
    r"\b|has (?:(?:(?:an?|the|some|his|her)"
    rf" )?(?:(?:very|really|good|great|nice|simple|wee|own) )*{_THINGS})\b|had the (?:very )?same"
    r"|is (?:very |really |quite )?(?:happy to|glad to|good (?:at|with)|great (?:at|with)|a (?:dab hand|wizard"
    r"|whizz?)|the"
    r" (?:man|woman|person|one) (?:for|to))|knows(?: (?:it|the|how|his|her|all)\b|$)|and \w+ did)"
)
_TEAM = r"(?:team|ward|school|office|lot|folk|staff)"  # for whom they made it
_OF_THEM = re.compile(
    rf"{_WHO}(?! {_MAY}| 's {_THINGS}\b|\W*$| (?:about|for|to|if|how|who|what|and)\b)(?<!for OTHER)"
    rf"|\bfor OTHER(?! 's {_TEAM}\b)"
)
_OTHERS = frozenset(("PRAC", "THEY", "THOSE", "MGR", "TEAM", "TEAM-V", "MGR-V", "SOMEBODY-V", "OTHER-V"))
_GRAVE = frozenset(("@ill", "@death", "@calamity", "@kin", "@leave", "@leaving", "@cope", "@manager"))


def as_pointer(found: Meaning, text: str, answers: str) -> Meaning:
    """The meaning of a mentor's words; of such an answer without what would be private of anything else."""
    if answers != "message" or found.mark or found.cut or found.of("private") < SHARE or len(text.split()) > MOST:
        return found
    if not only_points_to(found):
        return found
    likely = {kind: value for kind, value in found.likely.items() if kind.split()[0] != "private"}
    likely["message"] = likely.get("message", 0.0) + found.of("private")
    return replace(found, likely=likely, told=[replace(one, apart={OPEN: 1.0}) for one in found.told])


def only_points_to(found: Meaning) -> bool:
    """Whether all that is said of another one is whom to ask, and what they have or won't mind."""
    said = [" ".join(one.words) for one in found.told]
    return any(_ASK.search(one) for one in said) and all(map(_only_points, found.told))


def _only_points(one: Told) -> bool:
    """Whether a sentence speaks of nobody, or of another one but so."""
    words, said = set(one.words), " ".join(one.words)
    if words & _OTHERS:
        return False
    if "OTHER" not in words:
        return True
    return not (TROUBLE.is_in(one.text) or families_in(one.text) & _GRAVE or _OF_THEM.search(said))
