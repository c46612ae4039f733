"""A plain text that only stands in for the page beside it (RFC 2046, 5.1.4 wants the same words in both).

| plain text | what is read |
|---|---|
| no letter in it, a picture's or a banner's place (“[cid:…]”), what a telephone writes below every mail | the page |
| “Your mail program can't show HTML”, in whatever words, none of which the page has | the page |
| few words, of which the page has hardly any | the page, and the plain text below it: nobody's word is lost |
| anything else | the plain text, as ever |
"""

from __future__ import annotations

import re

from qibot.expression import expression
from qibot.quoting import UNSEEN, is_signed_off

LONGEST = 60  # words of a text that stands in for a page
FEWEST = 3  # words that a page says more
SHARED = 0.5  # the part of its words that a page has of a text that is the same
LOOKED_AT = 4000  # characters of a text that may be one
_WORD = expression(r"[^\W\d_]{2,}")
_PLACE = expression(
    r"\[[^\[\]]{1,200}\](?:\s{0,3}<[^<>\s]{1,500}>)?|\(?<?cid:[^\s<>]{1,200}>?\)?|https?://[^\s<>\[\]]{1,2000}"
)
_BETWEEN = expression(r"[\W\d_]+")
_SAYS_SO = expression(
    r"\b(?:html|mime|multi-?part|plain ?text|(?:text|rich)[ -]only)\b"
    r"|\b(?:view|read|see|open|display)\w*\b.{0,60}\b(?:browser|web ?page|online|mail (?:client|program|reader))\b"
    r"|\b(?:e-?mail|mail)[ -]?(?:client|program\w*|reader|viewer|software|app)\b|\bbrowser\b"
    r"|\bnavigat\w+\b|\bwebversion\b",
    re.IGNORECASE,
)


def is_stub(plain: str, page: str) -> bool:
    """Whether a text stands in for the page, of which the words are given: then the page alone says something."""
    if len(plain) > LOOKED_AT or not _WORD.search(page):
        return False
    left = "\n".join(line for line in _PLACE.sub(" ", plain).split("\n") if line.strip(" \t\r\xa0" + UNSEEN))
    if not _WORD.search(left):
        return _says_more(plain, page)
    if all(is_signed_off(line.strip("-–— \t\r\xa0" + UNSEEN)) for line in left.split("\n")):
        return _says_more(left, page)
    return differs(plain, page) and _SAYS_SO.search(left) is not None


def differs(plain: str, page: str) -> bool:
    """Whether few words stand beside a page that hardly has any of them."""
    if len(plain) > LOOKED_AT or len(plain.split()) > LONGEST:
        return False
    said, shown = _words(_PLACE.sub(" ", plain)), _words(page)
    letters = _BETWEEN.sub("", page.casefold())  # programs part the words of a page in other places
    shared = sum(word in letters for word in said)
    return bool(said) and len(shown - said) >= FEWEST and shared < SHARED * len(said)


def _says_more(plain: str, page: str) -> bool:
    return bool(_words(_PLACE.sub(" ", page)) - _words(plain))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
