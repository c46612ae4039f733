"""Mentor notes that somebody has saved as a document: the sentence that stands in all of them, letter by letter.

Of Word, OpenDocument and rich text the words are read as they stand; of a PDF what its programs leave plain. One that
writes glyphs instead isn't found so, and bears the name of our letter (understanding/names/file_names.py).
"""

from __future__ import annotations

import re
import zlib

from qibot.documents.wording import MEMBER, text_of
from qibot.documents.work import TooMuch, Work
from qibot.expression import expression
from qibot.model import NOTES_MARK

STREAMS = 200  # of a PDF that are looked at
_NOT_LETTERS = bytes(code for code in range(256) if not (code < 128 and chr(code).islower()))
_CONTROLS = expression(rb"\\'[0-9a-fA-F]{2}|\\[a-zA-Z]{1,32}-?\d{0,10} ?|[{}\r\n]")
_STREAM = expression(rb"stream\r?\n")
_SHOWN = expression(rb"\(((?:[^()\\]|\\.){0,2000})\)", re.DOTALL)


def are_notes(data: bytes, work: Work) -> bool:
    """Whether the notes' sentence stands in a document."""
    mark = _letters(NOTES_MARK.encode())
    if data.startswith(b"{\\rtf"):
        return mark in _letters(_CONTROLS.sub(b"", data[: 4 * MEMBER]))
    if data.startswith(b"%PDF"):
        return mark in _letters(data[:MEMBER]) or any(mark in _letters(x) for x in _shown(data, work))
    return data.startswith(b"PK") and mark in _letters(text_of(data, work))


def _shown(data: bytes, work: Work) -> list[bytes]:
    """The words that the streams of a PDF show, as far as they stand there in plain letters."""
    found = []
    try:
        for begins in list(_STREAM.finditer(data))[:STREAMS]:
            unpacked = zlib.decompressobj()
            try:
                page = unpacked.decompress(data[begins.end() : begins.end() + MEMBER], MEMBER)
            except zlib.error:
                continue
            work.unpacks(len(page))
            found.append(b"".join(_SHOWN.findall(page)))
    except TooMuch:
        return found
    return found


def _letters(text: bytes) -> bytes:
    return text.lower().translate(None, _NOT_LETTERS)
