"""Feedback that speaks past the manager who would have its copy: “as you said, Meg is no help, go to Bob direct”.

Whoever names the manager so hasn't reckoned with the copy. What is good, or asks something of them, names them without
a no (“ask Meg for the figures”); a no beside them is theirs to hear only where it is one of a few.
"""

from __future__ import annotations

import re

from qibot.expression import expression

_ENDS = expression(r"(?<=[.!?;:])\s+|\n+")
_CLAUSES = expression(r"[,;:()\n]| [–—-] ")
_NO = expression(
    r"\b(?:no|not|never|nothing|hardly|barely|without|ignor\w*|instead|nor|neither|dinnae|dinna|didnae|doesnae|isnae"
    r"|wasnae|winnae|cannae|hasnae|dont|doesnt|isnt|wont|cant|hasnt|bypass\w*|skip|avoid)\b|n't\b",
    re.IGNORECASE,
)
# What holds a no, and nothing against anybody.
_HARMLESS = expression(
    r"\b(?:(?:don't|do not|dont) (?:forget|hesitate|be (?:shy|afraid))|why (?:not|don't you)|not only|not just|if not"
    r"|whether or not|(?:wouldn't|won't|would not) (?:hurt|mind|harm|take long)|no (?:doubt|harm|rush|hurry)|not sure"
    r"|(?:can't|cannot|couldn't) (?:go wrong|wait|fail)|(?:haven't|hasn't|not) (?:already|yet)|not to mention"
    r"|(?:said|says|say) no to|no one but|nothing (?:but|wrong)|not (?:a )?bad|no bad thing|rather than"
    r"|not (?:be )?long|if (?:you|s?he|they) (?:haven't|hasn't|don't|doesn't)|what (?:isn't|is not)"
    r"|not until|not unless)\b",
    re.IGNORECASE,
)
_OF_WORK = expression(
    r"\bMGR's (?:own )?(?:data|figures|numbers|reports?|charts?|questions?|points?|ideas?|measures?|notes?|comments?"
    r"|team|ward|class|budget|diary)\b",
    re.IGNORECASE,
)
_THEY = expression(r"^\W*(?:and |but |so |because |for )?(?:she|he)\b", re.IGNORECASE)


def speaks_past_manager(text: str) -> bool:
    """Whether a clause says no beside the manager, for whom MGR stands; or the next sentence does so of “she”."""
    before = False
    for said in _ENDS.split(text):
        named = "MGR" in said
        for clause in _CLAUSES.split(_OF_WORK.sub(" ", _HARMLESS.sub(" ", said))):
            of_them = "MGR" in clause or ((before or named) and _THEY.search(clause) is not None)
            if of_them and _NO.search(clause):
                return True
        before = named
    return False
