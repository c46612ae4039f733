"""Bytes as text, whatever charset a mail names for them."""

from __future__ import annotations

import codecs

_NO_CHARSETS = ("idna", "punycode", "unicode_escape", "raw_unicode_escape")  # slow, or no character set at all


def in_words(body: bytes, charset: str | None) -> str:
    """Bytes as text; UTF-8 where the charset doesn't fit, else Windows-1252, never an error."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            if name and is_charset(name):
                text = body.decode(as_browsers_read(name))
                text.encode()  # some charsets can express what no text may hold (lone surrogates)
                return text
        except (LookupError, ValueError):
            continue
    return body.decode("latin-1")


def as_browsers_read(name: str) -> str:
    """Windows-1252 for what calls itself Latin-1, whose place of the controls nobody uses (WHATWG Encoding, 4.2)."""
    return "windows-1252" if codecs.lookup(name).name == "iso8859-1" else name


def is_charset(name: str) -> bool:
    """Whether Python decodes text by this name, quickly and without surprises."""
    try:
        return len(name) <= 40 and codecs.lookup(name).name.replace("-", "_") not in _NO_CHARSETS
    except (LookupError, ValueError):
        return False
