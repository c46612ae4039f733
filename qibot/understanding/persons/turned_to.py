"""Whom each part of a manager's words calls: “Well done Jo! Now Ann, about the other matter …” turns to Ann there.

The words come with tokens in place of the names: PRAC, MENT. A part lasts until somebody else is called. A name that a
verb of somebody else follows, or that a preposition stands before, is spoken of and calls nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qibot.expression import expression

BOTH = "BOTH"
_OPENS = (
    r"(?:(?:and|but|so|now|also|oh|och|ach|ok|okay|well|right|then|yes|yep|no|hi|hello|hey|dear|morning|good morning"
    r"|afternoon|thanks|thank you|many thanks|by the way|btw|fyi|for info|ps|p\.s\.|nb|sorry|ta|cheers|please|aside to"
    r"|note to|for|to)\W+){0,3}"
)
# Behind the name: a stop, or words that its bearer isn't the subject of.
_GOES_ON = (
    r"(?=\s*(?:[,:;!?–—()\[\]]|-\s|\.\s*$|\.\s|$)"
    r"| (?:i|i['’](?:m|ll|ve|d)|you|your|yours|you['’]\w+|we|we['’]\w+|it|it['’]s|that|that['’]s|this|the|there"
    r"|there['’]s|she|she['’]\w+|he|he['’]\w+|they|her|his|my|our|what|when|where|why|how|who|which|please|pls|thanks"
    r"|thank|if|let['’]s|any|sorry|on (?:the|that|this|your|what)|re|regarding|about|as (?:for|to|we|i|you)|just"
    r"|also|fyi|for your"
    r"|(?:can|could|would|will|do|does|did|are|is|was|have|has|should|shall|might|may) (?:you|i|we|it|that|this|there"
    r"|they|the|she|he|any))\b)"
)
_PRAISE = (
    r"(?:well done|thanks|thank you|great|good|nice|super|brilliant|excellent|fantastic|lovely|fab|brill|cracking|braw"
    r"|magic|congratulations|congrats|bravo|brava|stuff|work|job|one|effort|go|welcome|sorry|cheers|ta|hello|hi|dear"
    r"|morning|evening|afternoon)"
)
_SPOKEN_OF = (
    r"(?<!\bto )(?<!\bfor )(?<!\bwith )(?<!\bfrom )(?<!\bof )(?<!\bby )(?<!\babout )(?<!\bask )(?<!\btell )(?<!\blet )"
    r"(?<!\bsee )(?<!\bsuits )(?<!\bsuit )(?<!\bon )(?<!\bat )(?<!\bthan )(?<!\blike )(?<!\binto )(?<!\bafter )"
    r"(?<!\band )(?<!\bor )(?<!\bthat )(?<!\btold )(?<!\basked )(?<!\bis )(?<!\bmy )(?<!\bgive )(?<!\bgave )"
    r"(?<!\bsaw )(?<!\bmet )(?<!\bhelp )(?<!\bcopy )(?<!\bring )(?<!\bphone )"
)
_CALLS = {
    token: expression(
        rf"^\W*{_OPENS}{token}{_GOES_ON}|[,;:–—(\[]\s*(?:(?:and|but|so|now|well) )?{token}\s*(?:[,.!?:)\]–—]|-\s|$)"
        rf"|^\W*(?:\w+ ){{0,3}}{_PRAISE},? {token}\b(?! (?:has|is|was|did|had|will)\b)"
        rf"|{_SPOKEN_OF}\b{token}\s*[.!?)]*\s*$"
        rf"|\b(?:you|it|this|there|then|now|again|though|me|us|all|know|see|mean) {token}\s*[,!?]",
        re.IGNORECASE,
    )
    for token in ("PRAC", "MENT")
}
_TO_BOTH = expression(
    r"^\W*(?:hi|hello|hey|dear|thanks|thank you|good (?:morning|afternoon))?,? ?(?:both|all|everyone|folks|you two)\b"
    r"|\b(?:you both|both of you|(?:the )?pair of you|the two of you|all three|three of us)\b"
    r"|\byou two(?=\s*(?:[,.!?:;–—]|$)| (?:are|have|can|could|will|should|might|may|need|work|get|make|meet)\b)",
    re.IGNORECASE,
)
# Somebody else may be called within a sentence: “well done, and Ann, thank you”, “good work. (Ann: …)”.
_PIECES = expression(
    r"(?<=[.!?;])\s+|\n+|(?=[(\[])|(?<=[)\]])|(?:,? (?:and|but) |, )(?=(?:PRAC|MENT)\s*(?:[,:–—]|-\s))"
)

# “Hi Jo, hi Ann,”, “Jo / Ann –”, “Ann & Jo,”
_PAIR = expression(
    r"\b(?:PRAC|MENT)(?:\s*(?:,|&|/|\+|;|\band\b)+\s*|\s*\n\s*)(?:(?:hi|hello|hey|dear) )?(?:PRAC|MENT)\b"
    r"(?=\s*(?:[,:;!–—-]|$))",
    re.IGNORECASE,
)


def turns(said: Sequence[str]) -> Iterator[tuple[frozenset[str], str]]:
    """Each piece of the sentences, and whom the words call there: PRAC, MENT, or both; nobody before the first call."""
    to: frozenset[str] = frozenset()
    for sentence in said:
        for piece in _PIECES.split(_PAIR.sub(BOTH, sentence)):
            if not piece.strip(" \t\n.,;()[]"):
                continue
            called = {token for token, calls in _CALLS.items() if calls.search(piece)}
            if BOTH in piece or _TO_BOTH.search(piece):
                called = set(_CALLS)
            to = frozenset(called) or to
            yield to, piece


def calls(said: Sequence[str], token: str) -> bool:
    """Whether one of the sentences calls this one."""
    return any(token in to for to, _ in turns(said))
