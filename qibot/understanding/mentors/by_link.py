"""A mentor's feedback lies in a document to which their mail leads: a returned document is feedback (programme.md, 3a).

What is said of the link decides, in its own sentence or, where the link stands alone, in the one before: that it is
their feedback or their comments, or the report given back with them. No wish, question, promise or denial counts.
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.message import Mail
from qibot.understanding.links.clouds import links_in, text_with_links

LONGEST = 2000  # characters that are looked at
_WORDS = r"(?:feedback|comments?|notes|thoughts|suggestions|remarks|annotations|mark-?ups?|edits|track(?:ed)? changes)"
_GIVEN = r"(?:annotated|commented|marked(?:[- ]?up)?|reviewed|edited|corrected)"
_WHAT = r"(?:reports?|documents?|docs?|drafts?|cop(?:y|ies)|versions?|files?|pdf|write-?up)"
_IS = expression(
    rf"\bmy (?:\w+ ){{0,2}}?{_WORDS}\b|^\W*(?:the |some |here (?:is|are) (?:the |some )?)?{_WORDS}\b"
    r"(?= *(?:[:<(–-]|\w+ )|\W*$)"
    rf"|\bwith (?:all )?(?:(?:my|some|the) )?{_WORDS}\b|\b{_WORDS} (?:on|about|for|to) (?:your|the) (?:\w+ )?{_WHAT}\b"
    rf"|\b(?:i|i've|i have|have|we've|we have) (?:now |also |just )?{_GIVEN}\b|\b{_GIVEN} (?:\w+ )?{_WHAT}\b"
    rf"|\b(?:i|i've|i’ve|i have|we've|we have) (?:now |also |just )?(?:put|left|added|made|written|typed|popped)"
    rf" (?:(?:all|some|a few|my|the|a lot of) ){{0,2}}{_WORDS} (?:in|on|into|throughout|to)\b"
    rf"|\b(?:your|the) {_WHAT} (?:(?:is )?back|returned)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NOT = expression(
    r"\?|n['’]t\b|['’]ll (?!find\b|see\b)"
    r"|\b(?:not|no|cannot|never|unable|without|will|shall|going to|hope to|about to|to follow|shortly|soon|later"
    r"|tomorrow|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|once|when|if|until|before|could|can|would|should)\b"
    r"|\b(?:add|put|leave|write|give|send|upload|paste|share) (?:\w+ )?(?:your|yours|me|us)\b"
    rf"|\byour (?:\w+ )?{_WORDS}\b"
    r"|\b(?:access|open|template|example|agenda|slides|meeting|training|session|manager|other)\b",
    re.IGNORECASE,
)
_LINK = expression(r"<?(?:https?://|(?:[\w-]{1,63}\.){1,4}[a-z]{2,4}/)[^\s<>]{1,3000}>?", re.IGNORECASE)
_BREAK = expression(r"\n[ \t]*\n|(?<=[.!?])\s+|\n")


def gives_by_link(mail: Mail) -> bool:
    """Whether a mentor's own words say of a document in a cloud that it is their feedback."""
    if not links_in(mail):
        return False
    before = ""
    for piece in _BREAK.split(text_with_links(mail)[:LONGEST]):
        said = _LINK.sub(" \x00 ", piece)
        words = said.replace("\x00", "").strip(" \t.:<>()–-")
        if "\x00" in said and _says(words or before):
            return True
        before = words or before
    return False


def _says(words: str) -> bool:
    return _IS.search(words) is not None and _NOT.search(words) is None
