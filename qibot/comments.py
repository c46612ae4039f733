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
DIRECTORY_LIMIT = 1024 * 1024
_END_OF_DIRECTORY = b"PK\x05\x06"
_COMMENT = re.compile(rb"<(?:\w+:)?comment[\s>]")


def count_comments(document: bytes) -> int:
    """The number of comments in a .docx (strict or transitional OOXML); 0 for whatever can't be read as one."""
    if not _small_directory(document):
        return 0
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive, archive.open("word/comments.xml") as member:
            return len(_COMMENT.findall(member.read(MEMBER_LIMIT)))
    except (KeyError, ValueError, OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return 0


def _small_directory(document: bytes) -> bool:
    """Whether the zip's list of members is small: zipfile reads it whole, whatever it claims."""
    at = document.rfind(_END_OF_DIRECTORY, max(0, len(document) - 66_000))
    if at == -1 or len(document) < at + 16:
        return False
    (size,) = struct.unpack("<L", document[at + 12 : at + 16])
    return int(size) <= DIRECTORY_LIMIT
