"""What keeps a document from being read: it is empty, locked, cut off, or made for one maker's devices alone."""

from __future__ import annotations

import re

from qibot.documents import unpacking
from qibot.documents.apart import by_another_process
from qibot.documents.harm import ending_of
from qibot.documents.work import TooMuch, Work
from qibot.documents.zips import Zip
from qibot.expression import expression

EMPTY = "is empty"
LOCKED = "is protected with a password"
PERHAPS_LOCKED = "is protected, and may ask for a password"
CUT = "is damaged or was cut off on its way"
UNSEEN = "is packed in a way that can't be looked into here"
_APPLE = {"pages": "Pages", "numbers": "Numbers", "key": "Keynote"}
_OFFICE = ("docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm")
# Archives that aren't looked into here, by their names and by how they begin.
_UNOPENED = ("rar", "7z", "gz", "tgz", "tar", "bz2", "tbz", "tbz2", "xz", "txz", "zst", "lz", "lzma", "z", "cpio")
_PACKED = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_OPEN = ("odt", "ods", "odp")
_OLE = b"\xd0\xcf\x11\xe0"
_FIRST_SECTOR = 512
_WORD, _FLAGS = b"\xec\xa5", 11  # the text's own header, and its byte of flags of which the lowest says “encrypted”
_SHEET, _FILEPASS = b"\x09\x08\x10\x00", b"\x2f\x00"  # a workbook's first record, and the next of a locked one
_SHOWS = expression(rb"<(?:\w+:)?t(?:\s[^<>]{0,200})?>\s*[^\s<]|<(?:\w+:)?(?:drawing|pict|object|chart|oMath)\b")
_BODY = expression(rb"<\w{1,20}:body\b")
_SHOWS_OPEN = expression(
    rb"<(?:(?:draw|math|table):|\w{1,20}:(?:chart|drawing|spreadsheet|presentation|annotation|frame|table|object|image)\b)"
    rb"|>\s*+[^\s<]"
)
_RTF_SHOWS = expression(rb"\\(?:pict|object|shp|field)\b|\\[u']-?[0-9a-f]")
_RTF_GROUP = expression(rb"\{(?:\\\*|\\(?:fonttbl|colortbl|stylesheet|info)\b)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_RTF_WORD = expression(rb"\\[a-z]{1,32}(?:-?\d{1,10})? ?|[{}\s;]|\\.")
_RTF_SMALL = 64 * 1024  # bytes; a longer one says something
_LOOKED_AT = 1024 * 1024
_HEIC = expression(rb".{4}ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1)", re.S)
_TAIL = 4096


def condition(name: str, data: bytes, work: Work) -> str:
    """What is the matter with this document, as a sentence goes on behind its name; empty where nothing is known.
    Raises TooMuch where the work is over."""
    ending = ending_of(name)
    if not data.strip():
        return EMPTY
    if ending in _APPLE:
        return f"was written with Apple's {_APPLE[ending]}, which opens on Apple's devices alone"
    if ending in ("heic", "heif") or _HEIC.match(data[:16]):
        return "is a photograph in Apple's HEIC form, which many computers can't show"
    if ending == "pdf" or data.startswith(b"%PDF"):
        return _of_pdf(data, work)
    if ending in _OFFICE or ending in _OPEN or ending == "zip":
        return _of_zip(ending, data, work)
    if ending == "rtf" and data.startswith(b"{\\rtf"):
        return EMPTY if _is_blank(data) else ""
    if is_unopened(name) or data.startswith(_PACKED):
        return UNSEEN
    return LOCKED if ending in ("doc", "xls", "ppt") and _is_encrypted(data) else ""


def is_unopened(name: str) -> bool:
    """Whether a file is an archive of a kind that isn't looked into, by its name."""
    return ending_of(name) in _UNOPENED


def _of_pdf(data: bytes, work: Work) -> str:
    if not data.lstrip().startswith(b"%PDF") or b"%%EOF" not in data[-_TAIL:]:
        return CUT
    try:
        said = by_another_process("pdf", data, work) if b"/Encrypt" in data else None
    except TooMuch:  # nothing that does harm is looked for here
        return ""
    states = {unpacking.LOCKED: LOCKED, unpacking.UNTOLD: PERHAPS_LOCKED}
    return states.get(said.decode(), "") if said else ""


def _of_zip(ending: str, data: bytes, work: Work) -> str:
    if data.startswith(_OLE):  # Office keeps a locked document in its old container
        return LOCKED if _is_encrypted(data) or ending in _OFFICE else ""
    try:
        found = Zip(data, work)
    except TooMuch:
        return ""
    except ValueError:
        return CUT
    if found.locked or b"encryption-data" in found.begin("META-INF/manifest.xml", 65536):
        return LOCKED
    if ending in ("docx", "docm") and "word/document.xml" in found.names:
        text = found.begin("word/document.xml", _LOOKED_AT)
        if not text:
            return CUT
        return EMPTY if len(text) < _LOOKED_AT and not _SHOWS.search(text) else ""
    if ending == "odt" and "content.xml" in found.names:
        text = found.begin("content.xml", _LOOKED_AT)
        body = _BODY.search(text)
        return EMPTY if body and len(text) < _LOOKED_AT and not _SHOWS_OPEN.search(text, body.start()) else ""
    return EMPTY if ending == "zip" and not found.names else ""


def _is_blank(rtf: bytes) -> bool:
    """Whether a document in RTF has no word and no picture behind its tables."""
    if len(rtf) > _RTF_SMALL or _RTF_SHOWS.search(rtf):
        return False
    return not _RTF_WORD.sub(b"", _RTF_GROUP.sub(b"", rtf))


def _is_encrypted(data: bytes) -> bool:
    """Office's old container: with a new document locked in it, or an old one that is."""
    if any(name.encode("utf-16-le") in data for name in ("EncryptedPackage", "EncryptedSummary")):
        return True
    begins = data[_FIRST_SECTOR : _FIRST_SECTOR + 24]
    word = begins.startswith(_WORD) and len(begins) > _FLAGS and bool(begins[_FLAGS] & 1)
    return word or (begins.startswith(_SHEET) and begins[20:22] == _FILEPASS)
