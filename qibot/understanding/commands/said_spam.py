"""That what waits in quarantine is nothing, in the team's own words: “that's just spam, bin it” (programme.md, 3a).

It is DISCARD where it says that it is spam, or to be binned, and nothing else; of several mails where it is said of
all. “Not one of ours” alone says only whose it isn't, and “leave it” lets it wait: these are asked back.
"""

from __future__ import annotations

import re

from qibot.expression import expression

LONGEST = 20  # words
_PIECES = expression(r"[.!,;:–—\n]+|\s-+\s|\b(?:and|so)\b", re.IGNORECASE)
_POLITE = (
    r"(?:(?:ok|okay|oh|ah|yes|no(?! spam)|please|pls|just|you can|we can|can you|could you|then|thanks"
    r"|thank you|hi|sorry)\b ?)*"
)
_JUST = r"(?:(?:just|only|clearly|obviously|plainly|pure|definitely|certainly|more|another|all|both) )*"
_ONLY = r"(?:(?:just|only|clearly|obviously|plainly|pure|definitely|certainly|more|another) )+"
_SPAM = (
    r"(?:spam(?: mail)?|junk(?: mail)?|phishing|a (?:scam|phish)|scams?|an? (?:advert|advertisement)|advertising"
    r"|marketing (?:mail|e-?mail|stuff|rubbish|junk|material))"
)
_ONE = r"(?:it|this|that|this one|that one)"
_ALL = r"(?:they|them|these|those|both(?: of them)?|all(?: of (?:them|these))?|the lot)"
_BIN = r"(?:bin|delete|discard|scrap|ditch|trash|dump|get rid of)"
_IGNORE = r"(?:ignore|disregard)"
_IGNORED = r"(?:it|this one|that one|(?:the|this|that) (?:e-?mail|mail|message))"  # “that” may be one's own last word
_RETRACTS = expression(
    r"\b(?:sorry|oops|whoops|apologies|scratch)\b(?=.*\b(?:ignore|disregard|(?:bin|delete|discard|scrap|ditch|trash|dump)"
    r" that\b(?! (?:one|mail|e-?mail|message)\b)))|\bscrap (?:that|it)\b(?! (?:one|mail|e-?mail|message)\b)",
    re.IGNORECASE | re.DOTALL,
)
_NOBODYS = (
    r"(?:not (?:one of ours|ours|for us|any(?:one|body) we know|from any(?:one|body) here)|nobody we know"
    r"|rubbish|nonsense|nothing(?: for us)?)"
)
_ARE = rf"(?:{_ALL}(?:['’]re| are| look like)|look like)"
_IS = rf"(?:{_ONE}(?:['’]s| is| looks like)|looks like|{_ARE})"
_THANKS = r"(?: (?:please|thanks|thank you|then|now|too|again))*"
_SIGNED = expression(r"\b(?:thanks|thank you|cheers|ta|regards)[,.!]?\s+(?-i:[A-Z])[\w'’-]+\W*\Z", re.IGNORECASE)


def _pattern(whom: str, being: str, ignored: str) -> str:
    # “spam” or “ignore” alone may be an answer to something else
    spam, bins = rf"(?:{being} {_JUST}|{_ONLY}){_SPAM}", rf"{_BIN}(?: {whom})?|{_IGNORE} {ignored}"
    hints = rf"(?:{being} )?{_JUST}(?:{_NOBODYS}|{_SPAM})|{_IGNORE}"
    return rf"{_POLITE}(?:(?P<settles>{spam}|{bins})|(?P<hints>{hints}))?{_THANKS} ?"


_OF_ONE = expression(_pattern(rf"(?:{_ONE}|{_ALL})", _IS, rf"(?:{_IGNORED}|{_ALL})"), re.IGNORECASE)
_OF_ALL = expression(_pattern(_ALL, _ARE, _ALL), re.IGNORECASE)
_SAYS_ALL, _BOTH = expression(rf"\b{_ALL}\b", re.IGNORECASE), expression(r"\bboth\b", re.IGNORECASE)
TWO = 2


def discards(text: str, *, waiting: int) -> bool:
    """Whether it plainly says that nothing is to be done with the one mail that waits, or with all of several."""
    if "?" in text or len(text.split()) > LONGEST or (waiting > 1 and not _SAYS_ALL.search(text)):
        return False
    if (waiting != TWO and _BOTH.search(text)) or _RETRACTS.search(text):
        return False
    pattern, said = _OF_ALL if waiting > 1 else _OF_ONE, _SIGNED.sub("", text)
    found = [pattern.fullmatch(" ".join(one.split())) for one in _PIECES.split(said) if one.strip()]
    settles, hints = (sum(one[name] is not None for one in found if one) for name in ("settles", "hints"))
    return all(found) and (settles > 0 or hints >= TWO)
