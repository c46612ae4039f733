"""Messages put together field by field and part by part."""

from __future__ import annotations

import base64

from qibot.message.mail import Mail, parse

ALICE, BOB = "alice@example.org", "bob@evil.example"
PDF = b"%PDF-1.4 \x00\xff"
PNG = b"\x89PNG"


def raw(*fields: str | bytes, body: bytes = b"Hello\r\n", sender: str | None = ALICE) -> bytes:
    """A message with these header fields."""
    lines = [f"From: {sender}".encode()] if sender else []
    lines += [field if isinstance(field, bytes) else field.encode() for field in fields]
    return b"\r\n".join([*lines, b"", body])


def mail(*fields: str | bytes, body: bytes = b"Hello\r\n", sender: str | None = ALICE) -> Mail:
    return parse(raw(*fields, body=body, sender=sender))


def container(sub: str, *parts: bytes, boundary: str = "b") -> bytes:
    """A multipart with its own header."""
    head = f'Content-Type: multipart/{sub}; boundary="{boundary}"\r\n\r\n'.encode()
    return head + b"".join(f"--{boundary}\r\n".encode() + p + b"\r\n" for p in parts) + f"--{boundary}--\r\n".encode()


def multipart(sub: str, *parts: bytes) -> Mail:
    return parse(b"From: " + ALICE.encode() + b"\r\nMIME-Version: 1.0\r\n" + container(sub, *parts))


def part(kind: str, content: bytes, *fields: str | bytes) -> bytes:
    lines = [f"Content-Type: {kind}".encode()]
    lines += [field if isinstance(field, bytes) else field.encode() for field in fields]
    return b"\r\n".join([*lines, b"", content])


def base64_part(kind: str, content: bytes, *fields: str | bytes) -> bytes:
    return part(kind, base64.encodebytes(content), *fields, "Content-Transfer-Encoding: base64")


PLAIN = part("text/plain; charset=utf-8", b"Please find it attached.")
HTML = part("text/html; charset=utf-8", b"<p>Please find <b>it</b> attached.</p>")
FILE = base64_part("application/pdf", PDF, 'Content-Disposition: attachment; filename="report.pdf"')
