"""A manager's own leave or illness, told in a mail that answers nothing: nobody's report waits for it.

| the words | are |
|---|---|
| “I'm on holiday for the first three weeks of July. Jo knows where to find me.” | to the team, nothing held |
| “Jo is off sick”, “we're all off”, “I'm off and nobody can cover her” | circumstances, as ever |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.spoken import Spoken
from qibot.understanding.meaning import Meaning
from qibot.understanding.practitioners.own_cause import gives_none

_SELF = expression(
    r"\b(?:i(?:['’]m| am|['’]ll be| will be|['’]m going to be| am going to be))(?: \w+){0,3}? (?:off|away|on (?:annual "
    r"|sick |my )?(?:leave|holidays?|hols)|out of (?:the )?office|retiring|abroad)\b",
    re.IGNORECASE,
)
_THEIRS = Spoken(
    r"\b(?:we|we['’]re|our|us|cover\w*|staff\w*|short|spare\w*|releas\w*|she|he|they|her|his|report|deadline"
    r"|nobody|no ?one|time)\b|n['’]t\b|\b(?:not|cannot)\b"
)
# With people and days abstracted: who looks after the practitioner while its writer is away, and not a word more.
_LOOKS_AFTER = expression(
    r"\bso (?:SOMEBODY|(?:my|the|our) \w+)(?: (?!PRAC|MENT|and\b)\w+){0,2} (?:will be|is|will) (?:[lb]ook(?:ing)? after"
    r"|cover(?:ing)?(?: for)?"  # “looking” may be taken for a slip
    r"|tak(?:e|ing) over(?: from me)?)(?: (?:PRAC|me|my work|things|everything))?"
    r"(?: (?:in the meantime|meanwhile|then|instead|for me|here|while i'm (?:away|off|on leave)"
    r"|until (?:i'm back|i return|DAY)))*$"
)


def is_own_leave(found: Meaning) -> bool:
    """Whether each sentence that may keep anybody away says it of its writer."""
    if found.mark or found.cut or found.speaks_of("MENT", "THEY", "THOSE"):
        return False
    said = {told.text: _LOOKS_AFTER.sub("", " ".join(told.words)) for told in found.told}
    telling = [told.text for told in found.told if _SELF.search(told.text) or not gives_none(told.text)]
    own = bool(telling) and all(_SELF.search(one) and "PRAC" not in said[one] for one in telling)
    return own and not any(_THEIRS.is_in(one) for one in said.values())
