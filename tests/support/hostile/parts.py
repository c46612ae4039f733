"""The building blocks of which hostile messages are made, and the honest report that is broken."""

from __future__ import annotations

import base64
import io
import zipfile
from functools import cache

from qibot.demo.cast import word
from tests.support.build import BOT

WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MB = 1024 * 1024
DOCX = word(["Aim: calmer mornings."], ["Whose?", "How many?"])


@cache
def docx_base64() -> bytes:
    """An honest document, as mail programs write it."""
    return base64.encodebytes(DOCX).replace(b"\n", b"\r\n")


def head(sender: str, kind: str, *fields: bytes) -> bytes:
    """An ordinary header, with a Message-ID of this kind's and sender's own, and more fields."""
    ordinary = (
        f"From: Jo Smith <{sender}>\r\nTo: {BOT}\r\nSubject: Report 1 ({kind})\r\nMIME-Version: 1.0\r\n"
        f"Date: Mon, 12 Oct 2026 09:00:00 +0100\r\nMessage-ID: <{kind}.{sender.split('@')[0]}@hostile.example>\r\n"
    )
    return ordinary.encode() + b"".join(field + b"\r\n" for field in fields)


def simple(sender: str, kind: str, body: bytes, *fields: bytes) -> bytes:
    """A message of one part."""
    return head(sender, kind, *fields) + b"\r\n" + body


def multipart(sender: str, kind: str, *parts: bytes, boundary: bytes = b"b", sub: bytes = b"mixed") -> bytes:
    """A message of several parts, each given with its header."""
    inside = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    field = b"Content-Type: multipart/" + sub + b'; boundary="' + boundary + b'"'
    return simple(sender, kind, inside + b"--" + boundary + b"--\r\n", field)


TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nPlease find my report attached."


def attached(name: bytes = b'filename="report.docx"', kind: bytes = WORD, body: bytes | None = None) -> bytes:
    """A part with a document; `name` is the rest of its disposition."""
    return (
        b"Content-Type: " + kind + b"\r\nContent-Disposition: attachment; " + name
        + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + (docx_base64() if body is None else body)
    )  # fmt: skip


def report(sender: str, kind: str = "report") -> bytes:
    """A good report."""
    return multipart(sender, kind, TEXT, attached())


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file, in base64."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return base64.encodebytes(packed.getvalue())
