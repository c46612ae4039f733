"""How many reviewer comments a returned Word document holds, and whose they are (programme.md, section 4.3).

Only one member of the zip is read, by at most a fixed number of bytes, and no XML parser is involved; so a document
made to exhaust time or memory costs no more than an honest one.
"""

from __future__ import annotations

import html
import io
import struct
import zipfile
import zlib

from qibot.expression import expression

MEMBER_LIMIT = 4 * 1024 * 1024
MEMBERS_LIMIT = 10_000
_LISTED_MEMBER = b"PK\x01\x02"
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may claim gigabytes for themselves
_COMMENT = expression(rb"<(?:\w+:)?comment(?:\s[^<>]{0,2000})?(?=>|\s)")
_AUTHOR = expression(rb"""\s(?:\w+:)?author=(?:"([^"<>]{0,400})"|'([^'<>]{0,400})')""")
_LONGEST = 80  # characters of a name


def commenters_in(document: bytes) -> tuple[str, ...]:
    """The author of each comment in a .docx (strict or transitional OOXML), empty where none is told; nothing for
    whatever can't be read as one."""
    if document.count(_LISTED_MEMBER) > MEMBERS_LIMIT:  # zipfile reads the whole list of them
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            comments = archive.getinfo("word/comments.xml")
            if comments.compress_type not in _USUAL:
                return ()
            with archive.open(comments) as member:
                return tuple(_author(found) for found in _COMMENT.findall(member.read(MEMBER_LIMIT)))
    except (KeyError, ValueError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error, struct.error):
        return ()


def _author(tag: bytes) -> str:
    found = _AUTHOR.search(tag)
    name = (found[1] or found[2] or b"").decode("utf-8", "replace") if found else ""
    return " ".join(html.unescape(name).split())[:_LONGEST]
