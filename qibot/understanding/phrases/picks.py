"""What stands beside thanks and answers somebody's question: which of several it is to be, or a word of nothing known.

| beside thanks, in answer to somebody's words | is |
|---|---|
| “Ben Vorlich it is then”, “I'll go with hours”, “the second one”, “Room 4 then” | an answer |
| in answer to a message: a few words of which nothing is known (“Hours. ta”) | maybe one |
| “that's it then”, “so it is”, “phew” | no answer |
"""

from __future__ import annotations

import re
from enum import Enum

from qibot.expression import expression
from qibot.message import Mail
from qibot.model import Letter
from qibot.understanding.phrases.in_few_words import says_nothing_known, typed_in

MESSAGE, WORDS = "relay_message", ("relay_message", "relay_feedback")
_CLAUSES = expression(r"[.!;:,\n()]+|\s[–—-]+\s|\b(?:but|so)\b", re.IGNORECASE)
_LED = r"(?:(?:ok|okay|right|great|perfect|fine|thanks|thank you|cheers|yes|well|and|then|so)\b ?)*"
_NO_THING = (
    r"(?!(?:so|as|that|this|it|what|how|there|here|bye|ok|okay|till|until|see|speak|talk|soon|now|well|back|by|and|great"
    r"|good|fine|cheers|thanks|noted|sorted|done|agreed|later)\b)"
)
_THING = rf"{_NO_THING}[\w'’]+(?: [\w'’]+){{0,3}}?"
_ORDINAL = r"(?:first|second|third|fourth|last|former|latter|other)"
_PICKED = expression(
    rf"\W*{_LED}(?:{_THING} it is(?: then)?"
    r"|(?:i['’]?ll|i will|we['’]?ll|we will|let['’]?s|i['’]d|happy to)(?: \w+)? (?:go|stick|start) (?:with|for) .{2,40}"
    rf"|{_THING} (?:suits?|works?)(?: (?:me|us|best|for me|for us|fine|better|well))*"
    rf"|the {_ORDINAL}(?: (?:one|option|idea|plan))?|the \w+ one|option \w+|number \w+)(?: (?:please|then))?\W*",
    re.IGNORECASE,
)

_THEN = expression(rf"\W*{_LED}{_THING} then\W*", re.IGNORECASE)
_DAY = expression(
    r"\b(?:on )?(?:mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)

_WISHES = expression(
    r"\W*(?:and )?(?:i |we )?(?:hope (?:you|all|that)|have a|enjoy|look after|take care|till|until|see you|speak|talk"
    r"|all the best|same to|you too)\b.{0,40}"
    r"|\W*(?:and )?(?:that|it|this|all)(?:['’]s| is)(?: all| very| so| really| much| perfectly)* (?:clear\w*"
    r"|sorted|settled|reassuring|interesting|handy|a (?:help|relief|weight off))(?: now| to me)?\W*",
    re.IGNORECASE,
)


class Picked(Enum):
    """Whether such words answer."""

    SURELY = "surely"
    MAYBE = "maybe"


def picked(mail: Mail, answered: Letter | None, names: frozenset[str]) -> Picked | None:
    """Whether an answer stands beside the thanks; None of thanks, praise and promises alone."""
    if answered is None or answered.name not in WORDS:
        return None
    said = [one.strip() for one in _CLAUSES.split(typed_in(mail)) if one.strip()]
    message = answered.name == MESSAGE
    if any(_PICKED.fullmatch(one) or (message and _THEN.fullmatch(one)) for one in said):
        return Picked.SURELY
    more = [_DAY.sub("", one) for one in said if not _WISHES.fullmatch(one)]
    return Picked.MAYBE if message and any(says_nothing_known(one, names) for one in more) else None
