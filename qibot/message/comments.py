"""How many reviewer comments a returned Word document holds (programme.md, section 4.3).

Only one member of the zip is read, by at most a fixed number of bytes, and no XML parser is involved; so a document
made to exhaust time or memory costs no more than an honest one.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

MEMBER_LIMIT = 4 * 1024 * 1024
MEMBERS_LIMIT = 10_000
_LISTED_MEMBER = b"PK\x01\x02"
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may claim gigabytes for themselves
_COMMENT = re.compile(rb"<(?:\w+:)?comment[\s>]")


def count_comments(document: bytes) -> int:
    """The number of comments in a .docx (strict or transitional OOXML); 0 for whatever can't be read as one."""
    if document.count(_LISTED_MEMBER) > MEMBERS_LIMIT:  # zipfile reads the whole list of them
        return 0
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            comments = archive.getinfo("word/comments.xml")
            if comments.compress_type not in _USUAL:
                return 0
            with archive.open(comments) as member:
                return len(_COMMENT.findall(member.read(MEMBER_LIMIT)))
    except (KeyError, ValueError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error, struct.error):
        return 0
