"""Messages put together by hand, and what is found in them."""

from __future__ import annotations

import base64
import hashlib

from hypothesis import strategies as st

from qibot.message import mime
from qibot.message.mail import parse
from tests.support.build import JO

TEXT = b"Content-Type: text/plain\r\n\r\nHello"


def mixed(*parts: bytes, boundary: bytes = b"b", end: bytes = b"--b--\r\n", before: bytes = b"") -> bytes:
    head = f"From: {JO.address}\r\nMessage-ID: <x@y>\r\n".encode()
    inside = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    return head + b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n' + before + inside + end


def leaves(raw: bytes, header_limit: int = 100_000, parts_limit: int = 100) -> list[mime.Part]:
    return mime.leaves(raw, header_limit=header_limit, parts_limit=parts_limit)


def bodies(raw: bytes) -> list[bytes]:
    return [raw[part.body : part.end] for part in leaves(raw)]


def documents(raw: bytes) -> list[tuple[int, str]]:
    return [(d.size, d.sha256) for d in parse(raw).documents]


def fingerprint(content: bytes) -> tuple[int, str]:
    return len(content), hashlib.sha256(content).hexdigest()


def hand_made(content: bytes, encoding: str, width: int, line_break: bytes) -> bytes:
    """A part's encoded body with lines of this width."""
    if encoding == "base64":
        plain = base64.b64encode(content)
        return line_break.join(plain[at : at + width] for at in range(0, len(plain), width))
    if encoding == "quoted-printable":
        text = b"".join(b"=%02X" % byte for byte in content)
        step = 3 * width
        return (b"=" + line_break).join(text[at : at + step] for at in range(0, len(text), step))
    return content


ENCODINGS = st.sampled_from(["base64", "quoted-printable", "8bit", "binary", "7bit"])
CONTENT = st.one_of(
    st.binary(max_size=600),
    st.lists(
        st.sampled_from([b"\r\n", b"\n", b"\r", b"--", b"=", b".", b" ", b"\0", b"x" * 999, b"From ", b"\xff"])
    ).map(b"".join),
)
