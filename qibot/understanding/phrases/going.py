"""That a practitioner leaves, in plain words of their own that mean nothing else: “I'm pulling out”, “score me off”.

| the words | are |
|---|---|
| “I'm pulling out”, “I'm withdrawing from the programme”, “I'll have to chuck it” | leaving, whatever else is said |
| “I don't see myself going on after Christmas” | leaving |
| “score me off”, “take me off the list” | leaving |
| “pulling out the data”, “if I have to chuck it”, “I'm not pulling out” | nothing of the kind |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.spoken import Spoken

_PROGRAMME = r"(?:the |this |your )?(?:programme|program|course|scheme|cohort|qi|project|whole thing|training)"
_ENDS = rf"(?=\W*$|\s*[.,;:!)–—-]|,? (?:of (?:this|it|{_PROGRAMME})|because|as|since|so|and|now|sorry|from)\b)"
_OFF = (
    r"(?: (?:the|your) (?:list|programme|course|books|mailing list))?(?: (?:please|now|then|the list|for now))?"
    r"(?=\W*$|\s*[.,;:!)])"
)
_GOES = Spoken(
    r"\bi(?:['’]m| am)(?: (?:going to be|now|just|sadly|afraid i['’]m))? (?:pulling|dropping|bowing|backing"
    r"|opting) out"
    rf"{_ENDS}"
    r"|\bi(?:['’]m| am)(?: (?:now|hereby|formally))? withdrawing"
    rf"(?: myself)?(?: from {_PROGRAMME})?(?=\W*$|\s*[.,;:!)]| (?:because|as|since|so|and|now)\b)"
    r"|\bi(?:['’]m| am|['’]ll| will)?(?: (?:going to|gonna|gonnae|gaunnae|just|have to|need to|having to|be)){0,3}"
    r" (?:chuck(?:ing)?|jack(?:ing)?|pack(?:ing)?) (?:it|this)(?: all)?(?: in)?(?=\W*$|\s*[.,;:!)]| (?:because"
    r"|as|sorry)\b)"
    rf"|\b(?:score|cross|strike|take) me (?:off|out){_OFF}",
    "out", "withdrawing", "chuck", "jack", "pack", " me off", " me out",
)  # fmt: skip
_GOES_NO_FURTHER = Spoken(
    r"\bi (?:don['’]?t|do not|can['’]?t|cannot) see myself (?:going on|carrying on|continuing|staying on)"
    r"(?=\W*$|\s*[.,;:!)]| (?:after|past|beyond|any|with (?:it|this)(?=\W*$|[.,;])|with the (?:programme|course)))"
    r"|\bi (?:won['’]?t|will not|shan['’]?t) be (?:going on|carrying on|continuing|staying on)"
    r"(?=\W*$|\s*[.,;:!)]| (?:after|past|beyond|any|with the (?:programme|course)))",
    "see myself", "be going on", "be carrying on", "be continuing", "be staying on",
)  # fmt: skip
_CLAUSES = expression(r"[,;:–—]| \bbut\b")
_HANGS = expression(r"\?|\b(?:if|unless|before)\b", re.IGNORECASE)
_NOT_SO = expression(
    r"\b(?:wish|not|never|nearly|almost|thought (?:about|of)|felt like|tempted|rather than|poster|photo"
    r"|copy|cc|minutes|rota)\b|n['’]t\b",
    re.IGNORECASE,
)


def says_leaving(sentence: str) -> bool:
    """Whether a sentence says so, undenied and bound to nothing."""
    if _HANGS.search(sentence):
        return False
    if _GOES_NO_FURTHER.is_in(sentence):
        return True
    return any(_GOES.is_in(one) and _NOT_SO.search(one) is None for one in _CLAUSES.split(sentence))
