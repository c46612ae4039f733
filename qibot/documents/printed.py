"""A PDF as a fingerprint of all that it shows: whether one was merely written anew from the same document.

Everything in the file counts but for what a program writes anew each time though nobody has changed a thing: dates, the
file's ID, the program's name, the metadata, where in the file things lie, and what stands outside of all objects as a
comment. So a word, a picture, a note in the margin or an answer in a form makes another document. No PDF is parsed.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator

from qibot.expression import expression

MOST = 24 * 1024 * 1024  # bytes of a file that is looked at
BETWEEN = 2 * 1024 * 1024  # bytes of text between the streams: searched for what is written anew
STREAMS, INFLATED = 20_000, BETWEEN  # streams, and bytes in all of those that hold objects
DICTIONARY = 4096  # characters before a stream among which its own begins
FEWEST = 3  # objects; fewer say too little
DIGITS = 40
_STREAM = expression(rb"\bstream\r?\n")
_END = b"endstream"
_STRING = rb"\s*+(?:\((?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,200}+\)){0,1000}+\)|<[0-9A-Fa-f\s]{0,2000}+>)"
_ANEW = expression(
    rb"/(?:CreationDate|ModDate|LastModified|M|Producer|Creator)" + _STRING + rb"|/ID\s*+\[[^\[\]]{0,500}+\]"
    rb"|/DocChecksum\s*+/\w{1,80}+|/Prev\s++\d{1,12}+"
    rb"|\bxref\s++(?:\d{1,10}+ \d{1,10}+\s++(?:\d{10} \d{5} [nf]\s{1,3}+)*+)*+"
    rb"|\bstartxref\s++\d{1,12}+|(?<=/)[A-Z]{6}\+(?=\w)",
    re.DOTALL,
)
_COMMENT = expression(rb"(\bendobj\b)?+(?:(?<=endobj)|\bstartxref\s++\d{1,12}+|\A)\s*+(?:%[^\r\n]*+\s*+)++")
_SKIPPED = expression(rb"/Type\s*+/(?:Metadata|XRef)\b")
_OBJECTS, _FIRST = expression(rb"/Type\s*+/ObjStm\b"), expression(rb"/First\s++(\d{1,9}+)")
_PLAINLY_PACKED = expression(rb"/Filter\s*+\[?\s*+/FlateDecode\b")


def printed(data: bytes) -> str:
    """The fingerprint, in hexadecimal digits; empty of what is no PDF, locked or too large."""
    if len(data) > MOST or not data.startswith(b"%PDF-") or b"/Encrypt" in data or data.count(b"endobj") < FEWEST:
        return ""
    found, between = hashlib.sha256(), 0
    for piece, packed in _pieces(data):
        between += 0 if packed else len(piece)
        if between > BETWEEN:
            return ""
        piece = piece if packed else _lasting(piece)
        found.update(len(piece).to_bytes(8, "big"))
        found.update(piece)
    return found.hexdigest()[:DIGITS]


def _pieces(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """What counts, in its order: the text between the streams and what is in these; with whether it is packed."""
    at, left = 0, INFLATED
    for _ in range(STREAMS):
        begins = _STREAM.search(data, at)
        ends = data.find(_END, begins.end()) if begins else -1
        if begins is None or ends < 0:
            break
        before, within = data[at : begins.start()], data[begins.end() : ends]
        found = before.rfind(b"obj", max(0, len(before) - DICTIONARY))
        own = found + len(b"obj") if found >= 0 else len(before)  # a longer one is taken as it is
        head = before[own:]
        if _SKIPPED.search(head):
            yield before[:own], False
        elif _OBJECTS.search(head) and (held := _unpacked(head, within, left)) is not None:
            yield from ((before[:own], False), (held, False))
            left -= len(held)
        else:
            yield from ((before, False), (within, True))
            left = 0 if _OBJECTS.search(head) else left  # one that holds too much is enough
        at = ends + len(_END)
    yield data[at:], False


def _lasting(text: bytes) -> bytes:
    """Text between streams without what is written anew; blanks tell nothing."""
    return b" ".join(_ANEW.sub(b"", _COMMENT.sub(rb"\1", text)).split())


def _unpacked(head: bytes, within: bytes, most: int) -> bytes | None:
    """The objects that a stream holds, without the table of where they lie in it; None where it is packed otherwise or
    holds more."""
    first = _FIRST.search(head)
    if first is None or most <= 0 or not _PLAINLY_PACKED.search(head) or b"/DecodeParms" in head:
        return None
    inflater = zlib.decompressobj()
    try:
        held = inflater.decompress(within, most)
    except zlib.error:
        return None
    return held[int(first[1]) :] if inflater.eof else None
