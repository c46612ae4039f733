"""A document's words as a fingerprint: whether two of them say the same, or the same for the most part.

Word's and OpenDocument's texts by one member of the zip up to a fixed size; no XML parser is involved. A PDF says the
same or doesn't (printed.py). The
record keeps nothing that could be read: a hash of all words and of what is no text (pictures, charts), and the least of
the hashes of their sequences (Broder 1997), of which two documents share as many as they share of their text.
"""

from __future__ import annotations

import html
import zlib

from qibot.documents.printed import printed
from qibot.documents.work import TooMuch, Work
from qibot.documents.zips import USUAL, opened
from qibot.expression import expression

MEMBER = 2 * 1024 * 1024  # bytes of text, with its marks
WORDS, FEWEST = 5000, 30  # … and words that are looked at; fewer say too little
SEQUENCE, KEPT = 4, 64
_TEXTS = ("word/document.xml", "content.xml")
# What programs write anew at each saving though nobody has changed a thing.
_OF_SAVING = expression(
    r"docProps/|customXml/|_rels/|\[Content_Types\]|word/(?:_rels|theme|settings|styles|fontTable|webSettings|numbering)"
    r"|meta\.xml|settings\.xml|styles\.xml|manifest|META-INF/|mimetype|Thumbnails/|Configurations2/"
)
_STRUCK = expression(rb"<w:delText[^<>]*>[^<>]*</w:delText>")
_APART = expression(rb"</(?:w:p|w:tc|text:p|text:h)>|<(?:w:br|w:tab|w:cr|text:tab|text:s|text:line-break)\b[^<>]*>")
_TAG = expression(rb"<[^<>]*>")
_WORD = expression(r"[^\W_]+")


def wording_of(data: bytes, work: Work) -> str:
    """The fingerprint, in hexadecimal digits, eight a hash; empty for what can't be read so or says too little."""
    try:
        return printed(data) or _of_words(data, work)
    except TooMuch:
        return ""


def _of_words(data: bytes, work: Work) -> str:
    if (archive := opened(data, work)) is None:
        return ""
    entry = next((e for e in archive.entries if e.filename in _TEXTS), None)
    if entry is None or archive.locked or entry.compress_type not in USUAL:
        return ""
    words = _words(archive.begin_of(entry, MEMBER))
    if len(words) < FEWEST:
        return ""
    beside = sorted(e.CRC for e in archive.entries if e is not entry and not _OF_SAVING.match(e.filename))
    whole = zlib.crc32(f"{' '.join(words)}\0{beside}".encode())
    pieces = (" ".join(words[n : n + SEQUENCE]) for n in range(min(len(words), WORDS) - SEQUENCE + 1))
    least = sorted({zlib.crc32(piece.encode()) for piece in pieces})[:KEPT]
    return "".join(f"{one:08x}" for one in (whole, *least))


def text_of(data: bytes, work: Work) -> bytes:
    """The text of a Word or OpenDocument file, without its marks; empty for what can't be read so."""
    archive = opened(data, work)
    entry = next((e for e in archive.entries if e.filename in _TEXTS), None) if archive else None
    if archive is None or entry is None or archive.locked or entry.compress_type not in USUAL:
        return b""
    try:
        return _plain(archive.begin_of(entry, MEMBER))
    except TooMuch:
        return b""


def _words(xml: bytes) -> list[str]:
    return _WORD.findall(html.unescape(_plain(xml).decode("utf-8", "ignore")).casefold())


def _plain(xml: bytes) -> bytes:
    return _TAG.sub(b"", _APART.sub(b" ", _STRUCK.sub(b"", xml)))
