"""A document is known by the very bytes that were attached, and is told by its place."""

from __future__ import annotations

import random
from email import policy
from email.encoders import encode_base64, encode_quopri
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.message.mime import CONTENT, ENCODINGS, TEXT, documents, fingerprint, hand_made, mixed


def test_an_unknown_encoding_is_none() -> None:
    raw = mixed(b"Content-Type: a/b\r\nContent-Transfer-Encoding: x-own\r\n\r\nabc=41")
    assert documents(raw) == [fingerprint(b"abc=41")]


@pytest.mark.parametrize(
    ("written", "content"),
    [
        (b"QUJD", b"ABC"),
        (b"QUI=", b"AB"),
        (b"Q U\r\nJ\tD\r\n", b"ABC"),
        (b"QUI", b"AB"),
        (b"Q", b""),
        (b"", b""),
        (b"!QU*JD-", b"ABC"),
    ],
)
def test_base64_gives_what_it_can(written: bytes, content: bytes) -> None:
    assert documents(mixed(b"Content-Type: a/b\r\nContent-Transfer-Encoding: BASE64 \r\n\r\n" + written)) == [
        fingerprint(content)
    ]


@given(CONTENT, ENCODINGS, st.integers(1, 90), st.sampled_from([b"\r\n", b"\n"]))
@example(b"\r\n", "binary", 1, b"\r\n")
@example(b"", "base64", 1, b"\r\n")
def test_a_document_is_known_by_the_bytes_that_were_attached(
    content: bytes, encoding: str, width: int, line_break: bytes
) -> None:
    body = hand_made(content, encoding, width, line_break)
    part = f"Content-Type: application/x-any\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode() + body
    raw = mixed(TEXT, part, boundary=b"=_a_boundary_that_is_nowhere_else", end=b"--=_a_boundary_that_is_nowhere_else--")
    assert documents(raw) == [fingerprint(content)]


@given(CONTENT, st.sampled_from(["base64", "quoted-printable", "set_content"]))
def test_a_document_made_by_the_standard_library_is_known_by_its_bytes(content: bytes, way: str) -> None:
    if way == "set_content":
        made = EmailMessage()
        made.set_content("Hello")
        made.add_attachment(content, maintype="application", subtype="x-any", filename="x")
        assert documents(made.as_bytes(policy=policy.SMTP)) == [fingerprint(content)]
        return
    outer = MIMEMultipart()
    outer.attach(MIMEText("Hello"))
    quoted = way == "quoted-printable" and b"\r" not in content  # the library's encoder leaves those as they are
    outer.attach(MIMEApplication(content, "x-any", encode_quopri if quoted else encode_base64))
    assert documents(outer.as_bytes()) == [fingerprint(content)]


def test_a_large_document_with_odd_line_breaks_is_known_by_its_bytes() -> None:
    content = random.Random(1).randbytes(700_000)
    for width in (1, 3, 75, 77, 998, 10_000_000):
        body = hand_made(content, "base64", width, b"\n")
        assert documents(mixed(b"Content-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body)) == [
            fingerprint(content)
        ]
