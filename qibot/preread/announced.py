"""An aim behind the words that announce it: “The aim as it stands after …: by March …”, “Where we want to be: …”."""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.preread.loose import Loose

_AIM = r"(?:aim|goal|objective|ambition)"
_ANNOUNCES = expression(
    rf"^[^:;–—]{{0,100}}\b(?:{_AIM}|what (?:we|i)(?:'re|'m| are| am)? (?:\w+ )?(?:after|aiming (?:at|for)|going for|"
    rf"hoping for|working towards|want|would like)|(?:where|how) (?:we|i) (?:\w+ )?(?:want|hope|need|"
    rf"would like) (?:to|it)|"
    rf"what (?:good|better|success) (?:looks|would look|will look) like)\b[^:;–—]{{0,100}}(?::| [–—-]) ?(?=\w)",
    re.IGNORECASE,
)
# What is said about an aim, asked of it or done for it, and not what it is.
_OF_IT = Loose(
    r"\b(?:you|your|feedback|asked?|measures?|measured|tests?|tested|towards? (?:the|our|my)|to (?:reach|meet|"
    r"get to|achieve)|"
    r"from (?:the|our|my) aim|of (?:the|our|my) aim|instead|rather than|next|steps?|no aim|not an aim|missed|"
    r"help|guidance|guidelines?|policy|of (?:the|our|this|each|that) \w+|of (?:session|report) \d|for the (?:month|"
    r"week|day))\b"
)
# What somebody did about it, or hasn't yet.
_TOLD = Loose(
    r"^(?:still|not|you|it|i|he|she)\b|\b(?:came|made|drew|took|asked|gave|said|sent|wrote|got|looked|changed|agreed|"
    r"decided|missed|helped|worked|showed|still)\b"
)


def announced(text: str) -> str:
    """What stands behind an announcement of the aim; empty where none is announced."""
    leads = _ANNOUNCES.match(text)
    if leads is None or _OF_IT.search(leads[0]):
        return ""
    said = text[leads.end() :]
    return "" if _TOLD.search(said) else said
