"""Files that Word, Excel or WordPad keeps as objects in a document (MS-OLEDS, “Package”): a double click on the picture
runs them. Looked for by their own headers in the bytes; the old container round them needn't be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from qibot.expression import expression

MOST = 40  # objects of one container that are looked at, and their names
LONGEST = 16 * 1024 * 1024  # bytes of one
RTF = b"{\\rt"
_HEADER = expression(rb"\x02\0([^\0]{1,260})\0([^\0]{0,520})\0\0\0\x03\0(....)", re.S)
_OBJECT = expression(rb"\\objdata\b")
_WRITTEN = expression(rb"[0-9A-Fa-f\s]+")  # an object of an RTF: its bytes as digits
_NO_DIGITS = bytes(b for b in range(256) if b not in b"0123456789abcdefABCDEF")


def packages_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and beginnings of the files that are packed so; where its pieces don't lie in order, a file is cut."""
    if data.startswith(RTF):
        yield from islice((x for o in _objects(data) if b"Package" in o for x in _packed(o)), MOST)
    elif "Ole10Native".encode("utf-16-le") in data:
        yield from islice(_packed(data), MOST)


def _packed(data: bytes) -> Iterator[tuple[str, bytes]]:
    for m in _HEADER.finditer(data):
        path = int.from_bytes(m[3], "little")  # how long the path is, behind which the size and the file stand
        at = m.end() + path
        size = int.from_bytes(data[at : at + 4], "little")
        for said in (m[1], m[2]):
            yield re.split(rb"[/\\]", said)[-1].decode("cp1252", "replace"), data[at + 4 : at + 4 + min(size, LONGEST)]


def _objects(data: bytes) -> Iterator[bytes]:
    for m in islice(_OBJECT.finditer(data), MOST):
        if (written := _WRITTEN.match(data, m.end(), m.end() + 2 * LONGEST)) is not None:
            digits = written[0].translate(None, _NO_DIGITS)
            yield bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
