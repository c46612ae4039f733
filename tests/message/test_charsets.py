"""Bytes become the likeliest words."""

from __future__ import annotations

from email.encoders import encode_7or8bit
from email.mime.application import MIMEApplication

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.message.charsets import in_words
from tests.message.mime import documents, fingerprint


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("Frösche".encode(), "utf-8", "Frösche"),
        ("Frösche".encode("latin-1"), "iso-8859-1", "Frösche"),
        ("Frösche".encode("latin-1"), "utf-8", "Frösche"),
        ("Frösche".encode(), "us-ascii", "Frösche"),
        ("Frösche".encode(), None, "Frösche"),
        ("“Frösche”".encode("cp1252"), "x-unknown", "“Frösche”"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        (b"\x81\x8d", None, "\x81\x8d"),
        (b"abc", "rot13", "abc"),
        (b"616263", "hex", "616263"),
        (b"abc-", "punycode", "abc-"),
        (b"\\ud800", "unicode_escape", "\\ud800"),
        (b"+2AA-", "utf-7", "+2AA-"),
        (b"abc", "undefined", "abc"),
        (b"abc", "a\0b", "abc"),
        (b"abc", "x" * 5000, "abc"),
    ],
)
def test_bytes_become_the_likeliest_words(body: bytes, charset: str | None, text: str) -> None:
    assert in_words(body, charset) == text


@given(st.binary(), st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["utf-7", "utf-16", "idna", "hz"])))
def test_any_bytes_become_words_that_can_be_written_down(body: bytes, charset: str | None) -> None:
    in_words(body, charset).encode()


def test_encoders_of_the_standard_library_are_understood() -> None:
    part = MIMEApplication(b"plain", "x-any", encode_7or8bit)
    assert documents(b"From: a@b.c\r\n" + part.as_bytes()) == [fingerprint(b"plain")]
