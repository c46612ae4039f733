"""Our own links in what people quote: each is signed for whoever had the letter, so none is ever passed on.

A link that writes a mail stands in a plain text as <mailto:…?subject=…>, maybe folded over several lines; security
gateways rewrite it into an address of the web that holds the same, encoded twice. The signature can be told by its form
(threads.py), wherever it stands.
"""

from __future__ import annotations

import re

from qibot.expression import expression

_FOLD = r"(?:\n[> ]{0,5}[^\s<>]{1,200})"
_WRITES = expression(rf" ?<mailto:[^\s<>?]{{3,300}}{_FOLD}{{0,6}}\?[^\s<>]{{0,2000}}{_FOLD}{{0,20}}>", re.IGNORECASE)
_BARE = expression(r"(mailto:[^\s<>\"')\]?]{3,300})\?(?:subject|body|cc|bcc)=[^\s<>\"']*", re.IGNORECASE)
_SIGNED = expression(r"(?:\[|%(?:25){0,3}5b)[a-z2-7]{12}-\d{1,3}-[a-z2-7]{16}(?:\]|%)", re.IGNORECASE)
_MAILTO = expression(r":(?<=mailto:)", re.IGNORECASE)  # what begins with one plain character is found quickest
_ENDS = frozenset(" \t\n<>\"'")
_LONGEST = 3000  # characters of a link before and behind the signature


def without_links(text: str) -> str:
    """The text without the links that write a mail; of such an address alone stays, and of a signed one nothing."""
    if _MAILTO.search(text):
        text = _BARE.sub(r"\1", _WRITES.sub("", text))
    if "[" not in text and "%" not in text:
        return text
    pieces, kept = [], 0
    for found in _SIGNED.finditer(text):
        start, end = found.span()
        if start < kept:
            continue
        while start > max(kept, found.start() - _LONGEST) and text[start - 1] not in _ENDS:
            start -= 1
        while end < min(len(text), found.end() + _LONGEST) and text[end] not in _ENDS:
            end += 1
        pieces.append(text[kept:start])
        kept = end
    return "".join([*pieces, text[kept:]])


def is_signed(target: str) -> bool:
    """Whether a link's target holds a signature of ours."""
    return _SIGNED.search(target) is not None
