"""Who wrote a document, as its program has noted it: to suggest whose a stranger's mail is, never to decide it."""

from __future__ import annotations

import html
import re

from qibot.documents.work import TooMuch, Work
from qibot.documents.zips import opened
from qibot.expression import expression
from qibot.message import fields, header_of, split_header

MEMBER = 64 * 1024
LONGEST = 80  # characters of a name
WRITER = 200  # … of a mail's From
_NOTED = ("docProps/core.xml", "meta.xml")
_CREATOR = expression(
    rb"<(?:dc:creator|meta:initial-creator)>([^<>]{1,400})</(?:dc:creator|meta:initial-creator)>", re.IGNORECASE
)
_PDF = expression(rb"/Author\s{0,9}\(([^()\\]{1,400})\)")


def author_of(data: bytes, work: Work) -> str:
    """Its author in a Word, OpenDocument or plain PDF file; empty where none is told."""
    if data.startswith(b"%PDF"):
        found = _PDF.search(data[:MEMBER]) or _PDF.search(data[-MEMBER:])
        return _name(found[1].decode("latin-1")) if found else ""
    if (archive := opened(data, work)) is None:
        return ""
    told = (_CREATOR.search(archive.begin_of(e, MEMBER)) for e in archive.entries if e.filename in _NOTED)
    try:
        found = next(filter(None, told), None)
    except TooMuch:
        return ""
    return _name(found[1].decode("utf-8", "replace")) if found else ""


def writer_of(data: bytes) -> str:
    """The From of a mail that is attached to the mail, its name and address; empty where none is told."""
    header = header_of(data[: split_header(data, 0, len(data), MEMBER) or 0])
    return next(iter(fields(header, "From")), "")[:WRITER]


def _name(said: str) -> str:
    return " ".join(html.unescape(said).split())[:LONGEST]
