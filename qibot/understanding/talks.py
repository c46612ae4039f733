"""Whether words say that two people have spoken, or that they haven't yet: “we never met”, “we speak on Monday”.

The weights know what is spoken of, and hardly whether it has been. Clause by clause: what is said to have been makes a
talk of it; a mail in which all talk is denied, tried or still to come tells of none. What has no such word is left to
the weights.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from qibot.understanding.meaning import sentences

_CLAUSES = re.compile(
    r"[,;:–—()]|\s-\s|\b(?:but|because|so|as|since|although|though|then|while|when|till|until|and (?:we|I))\b",
    re.IGNORECASE,
)
# Denials of something else: “don't worry, we spoke”, “sorry that I didn't say we met”.
_OF_ELSE = re.compile(
    r"\b(?:no worries|no problem|not to worry|no need(?: to \w+)?|needn['’]?t \w+|(?:do|need)(?:n['’]?t| not) worry"
    r"|should(?:['’]ve| have) (?:let|told|said|written|mentioned)|that(?:['’]ll| will) be"
    r"|(?:do|did|have|had)(?:n['’]?t| not) (?:actually |really )?(?:sa(?:y|id)|mention\w*|tell|told|log\w*|record\w*"
    r"|report\w*|writ\w*|not(?:e|ed)|realis\w*|know\w*|think to \w+))\b",
    re.IGNORECASE,
)
_TALKS = (
    r"(?:chat|call|talk|conversation|catch-?up|meeting|word|ring|bell|blether|natter|coffee|visit|session|zoom"
    r"|one-to-one)"
)
_HAS_BEEN = re.compile(
    r"\b(?:spoke|spoken|met|talked|chatted|blethered|phoned|rang|rung|caught up|got together|saw|seen|been in touch)\b"
    rf"|\b(?:had|having|have had|['’]ve had|enjoyed|did) (?:[\w'’-]+ ){{0,4}}?{_TALKS}\b"
    rf"|\b(?:gave|given) (?:[\w'’-]+ ){{1,3}}?a (?:wee |quick |good |long )?{_TALKS}\b"
    rf"|\b{_TALKS} (?:[\w'’-]+ ){{0,4}}?(?:went|was|took place|happened|lasted)\b",
    re.IGNORECASE,
)
_IS_TALK = re.compile(
    r"\b(?:speak|meet|talk|chat|catch(?:ing)?[ -]up|get together|speaking|meeting|talking|calling|contact|touch|reach"
    rf"|get hold of|go (?:through|over)|see each other|ring|phone|{_TALKS})\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|never|no|nothing|neither|nor|hardly|without|nae|couldnae|havenae|hivnae|didnae|hasnae|should have"
    r"|would have|could have|should['’]ve|would['’]ve|(?:was|were|are|am) (?:supposed|meant) to)\b|n['’]t\b"
    r"|\b(?:have|did|could|was|were)nt\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|going to|hop(?:e|ed|ing)|plan(?:s|ned|ning)?|arrang\w+|book\w*|schedul\w+|pencilled|due to"
    r"|about to|want\w*|would like|let['’]?s|could|can|shall we|should we|must|need to|intend\w*|tr(?:y|ied|ying) to"
    r"|attempt\w*|find a time|(?:in|on) the diary|tomorrow|next (?:week|month|mon\w+|tue\w*|wed\w*|thu\w*|fri\w*))\b"
    r"|['’]ll\b|(?:\b(?:are|am|is)|['’](?:re|m|s)) (?:speaking|meeting|talking|catching|seeing|calling|due)\b"
    r"|^\W*(?:(?:ring|call|phone) me|speaking|meeting|talking|catching up|seeing)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(r"\bmiss(?:ed|ing)? (?:each other|one another)\b|\bnot yet\b", re.IGNORECASE)
# “Ring me when you can”: what stands beside it is a time, a number or a name, so that it lets nothing out.
_CALL_ME = re.compile(
    r"\W*(?:(?:hi|hello|hey|please|pls|can|could|would|you|just|then|maybe)\b\W*)*"
    r"(?:(?:ring|phone|call|text|buzz|bell) me|(?:give|drop) me an? (?:\w+ )?(?:ring|call|phone|bell|buzz|text|tinkle))"
    r"(?: back)?(?:\W+(?:when\w*|if|as|soon|you|you['’]re|are|can|could|get|have|got|a|an|the|any|some|minute|moment|mo"
    r"|sec|chance|time|free|able|possible|like|today|tonight|tomorrow|later|this|next|evening|afternoon|morning|week"
    r"|lunchtime|\w+day|on|at|after|before|around|about(?= \d)|from|till|until|or|between|am|pm|please|pls|thanks"
    r"|cheers|work|mobile|my|number|is|[\d+]+))*\W*",
    re.IGNORECASE,
)


def asks_for_call(text: str, names: Collection[str]) -> bool:
    """Whether it asks its reader to ring, and says nothing else but when; `names` are whom it calls or who signs."""
    called = "|".join(map(re.escape, names))
    words = re.sub(rf"\b(?:{called})\b", " ", text, flags=re.IGNORECASE) if names else text
    return _CALL_ME.fullmatch(words) is not None


def tells_of_none(text: str) -> bool:
    """Whether all talk that it speaks of hasn't been: denied, tried, or still to come."""
    said = [_told(clause) for one in sentences(text) for clause in _CLAUSES.split(_OF_ELSE.sub(" ", one))]
    return False in said and True not in said


def _told(clause: str) -> bool | None:
    """Whether a clause tells of a talk that has been, or of one that hasn't; None where it tells of none."""
    if found := _HAS_BEEN.search(clause):
        return _DENIES.search(clause[: found.start()]) is None
    if _MISSED.search(clause):
        return False
    found = _IS_TALK.search(clause)
    if found is None:
        return None
    return False if _DENIES.search(clause[: found.start()]) or _TO_COME.search(clause) else None
