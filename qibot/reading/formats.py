"""Which format a document has, by its first bytes (a name may say anything), and who reads it."""

from __future__ import annotations

from collections.abc import Callable

from qibot.model import Writing
from qibot.reading.docx import read_docx
from qibot.reading.limits import Limits, Unreadable
from qibot.reading.odt import read_odt
from qibot.reading.packed import Packed
from qibot.reading.pdf import read_pdf
from qibot.reading.plain import read_text
from qibot.reading.rtf import read_rtf
from qibot.reading.xlsx import read_xlsx

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_TEXT = (".txt", ".md", ".csv", ".text")
_HEAD = 1024
Read = Callable[[bytes, Limits], Writing]


def reader_of(name: str, data: bytes) -> Read:
    """Who reads this document. Raises Unreadable where nobody does."""
    if not data:
        raise Unreadable("is empty")
    if data.startswith(b"PK"):
        return _packed
    if b"%PDF-" in data[:_HEAD]:
        return read_pdf
    if data.lstrip()[:5] == b"{\\rtf":
        return read_rtf
    if data.startswith(_OLE):
        locked = _PACKAGE in data
        raise Unreadable("is locked with a password" if locked else "is in Word's old format, which can't be read here")
    if name.lower().endswith(_TEXT) and b"\0" not in data[:_HEAD]:
        return read_text
    raise Unreadable("is of a kind that can't be read here" if b"\0" in data else "is damaged and can't be read")


def _packed(data: bytes, limits: Limits) -> Writing:
    names = set(Packed(data, limits).names)
    if "word/document.xml" in names:
        return read_docx(data, limits)
    if "xl/workbook.xml" in names:
        return read_xlsx(data, limits)
    if "content.xml" in names:
        return read_odt(data, limits)
    raise Unreadable("is of a kind that can't be read here")
