"""Files that Word or Excel keeps as objects in a document (MS-OLEDS, “Package”): a double click on the picture runs
them. Looked for by their own headers in the bytes; the old container round them needn't be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST = 20  # objects of one container that are looked at
LONGEST = 16 * 1024 * 1024  # bytes of one
_HEADER = re.compile(rb"\x02\0([^\0]{1,260})\0([^\0]{0,520})\0\0\0\x03\0(....)", re.S)


def packages_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and beginnings of the files that are packed so; where its pieces don't lie in order, a file is cut."""
    if "Ole10Native".encode("utf-16-le") not in data:
        return
    for count, m in enumerate(_HEADER.finditer(data)):
        if count == MOST:
            return
        path = int.from_bytes(m[3], "little")  # how long the path is, behind which the size and the file stand
        at = m.end() + path
        size = int.from_bytes(data[at : at + 4], "little")
        for said in (m[1], m[2]):
            yield re.split(rb"[/\\]", said)[-1].decode("cp1252", "replace"), data[at + 4 : at + 4 + min(size, LONGEST)]
