"""Aims without a word for it: what somebody is bent on, what they have settled between them, how it ought to be."""

from __future__ import annotations

from qibot.preread.amounts import has_amount
from qibot.preread.loose import Loose

_BENT = Loose(
    r"\b(?:i|we)(?:'m| am|'re| are)? (?:\w+ )?(?:(?:mean|out|determined|bent|set|resolved) (?:to|on) (?!meet|test|try|"
    r"ask|ring|visit|collect|gather|draw|send|write|talk|speak|hold|run|start|plan|map|learn|read)|(?:after|chasing|"
    r"going for|shooting for|pushing for|hoping for|reaching for)\b)|"
    r"\b(?:set|given|promised|pledged) (?:ourselves|myself|themselves|each other)\b|\bshook hands on\b|"
    r"\bcall (?:it|this|that) a (?:success|win|good)\b|"
    r"\b(?:i|we)(?:'d| would) (?:have|see) (?:it|this|that|them) (?:there|at|down|up)\b|"
    r"\b(?:number|figure|mark|line|score|bar|level|count) (?:that )?(?:(?:i'm|we're|i am|we are) \w+ing|"
    r"to (?:reach|hit|beat|get to|aim for)|(?:i|we) want)\b"
)
_OUGHT = Loose(r"\b(?:should(?:n't)?|ought(?:n't)? to)\b")
# A standard that others have set, what others say, or what the writer ought to do.
_OTHERS = Loose(
    r"\b(?:law|legal\w*|polic(?:y|ies)|standards?|guidelines?|guidance|government|national\w*|regulations?|rules?|"
    r"nice|supposed|according|strategy|contract|council says|thinks?|says?|said|wants?|told|"
    r"believes?|feels?|expects?|by now)\b|\b(?:i|we|you) (?:\w+ )?(?:should|ought)\b"
)


def is_willed(said: str) -> bool:
    """Whether it says how much is to be, as somebody's will or as what ought to be."""
    return has_amount(said) and (_BENT.search(said) or (_OUGHT.search(said) and not _OTHERS.search(said)))
