"""A document travels on as it was attached, under a safe name."""

from __future__ import annotations

import base64
import hashlib
import quopri
import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qibot.letters.compose import compose
from qibot.letters.samples import SAMPLES
from qibot.letters.templates import Templates
from qibot.message.mail import Mail, parse
from qibot.model.reports import Document
from tests.message.mime import CONTENT, ENCODINGS, TEXT, hand_made, mixed
from tests.support.build import CONFIG, LONDON, THREADS, at

TEMPLATES = Templates(CONFIG.template_folders(), LONDON)


def spliced(raw: bytes) -> tuple[bytes, Mail, list[EmailMessage]]:
    """The letter that forwards this message's documents, what was read, and the letter's attachments."""
    mail = parse(raw)
    notice = replace(SAMPLES["forward_report"], carries="x", documents=mail.documents, words=mail.text)
    letter = compose(notice, TEMPLATES, THREADS, "QI", at("2026-10-12T09:00"), raw).raw
    read = message_from_bytes(letter, policy=policy.default)
    return letter, mail, list(read.iter_attachments())


def decoded(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


NAMES = st.one_of(
    st.text(max_size=150), st.sampled_from(["../../etc/passwd", "a\r\nBcc: x", "ü" * 120, '"; x="', "%0d%0a"])
)
TYPES = st.one_of(
    st.sampled_from(
        ["application/pdf", "message/rfc822", "text/csv", "multipart/mixed", "x", "a/b/c", "application/\r\n\tx"]
    ),
    st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=20),
)


@settings(max_examples=200)
@given(st.lists(st.tuples(CONTENT, ENCODINGS, st.integers(1, 2000), NAMES, TYPES), min_size=1, max_size=4))
@example([(b"x", "base64", 76, "n", "application/pdf\r\n Bcc: x@y")])
@example([(b"x" * 2000, "7bit", 76, "n", "text/csv")])
@example([(b"a\nb\rc\0", "8bit", 76, "n", "text/csv")])
def test_documents_arrive_as_they_were_attached_with_safe_names(made: list[tuple[bytes, str, int, str, str]]) -> None:
    parts = [TEXT]
    for content, encoding, width, name, kind in made:
        escaped = "".join(f"%{byte:02x}" for byte in name.encode("utf-8", "surrogatepass"))
        head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n".encode()
        head += f"Content-Disposition: attachment; filename*=utf-8''{escaped}\r\n\r\n".encode()
        parts.append(head + hand_made(content, encoding, width, b"\r\n"))
    raw = mixed(*parts, boundary=b"=_a_boundary_that_is_nowhere_else", end=b"--=_a_boundary_that_is_nowhere_else--")
    letter, mail, attachments = spliced(raw)
    assert [d.sha256 for d in mail.documents] == [hashlib.sha256(content).hexdigest() for content, *_ in made]
    assert [decoded(part) for part in attachments] == [content for content, *_ in made]
    assert [part.get_filename() for part in attachments] == [d.name for d in mail.documents]
    for document in mail.documents:
        assert re.fullmatch(r'(?!\.)[^/\\<>:"|?*\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]{1,120}', document.name)
    assert letter.isascii()
    assert max(map(len, letter.split(b"\r\n"))) <= 998
    assert letter.count(b"\r\n") == letter.count(b"\n") == letter.count(b"\r")
    assert not message_from_bytes(letter)["Bcc"]


def attachment(encoding: str, body: bytes) -> bytes:
    return b"Content-Type: a/b\r\nContent-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("base64", base64.encodebytes(bytes(range(256))).strip().replace(b"\n", b"\r\n")),
        ("base64", b"QUJD\r\n  QUJD"),
        ("quoted-printable", quopri.encodestring(bytes(range(14, 256))).replace(b"\n", b"\r\n")),
        ("base64", b"A" * 996),
    ],
)
def test_an_encoded_body_travels_verbatim(encoding: str, body: bytes) -> None:
    letter, _, [part] = spliced(mixed(TEXT, attachment(encoding, body)))
    assert b"\r\n\r\n" + body + b"\r\n--" in letter
    assert part["Content-Transfer-Encoding"] == encoding


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("7bit", b"plain words"),
        ("8bit", b"Fr\xc3\xb6sche"),
        ("binary", bytes(range(256))),
        ("base64", b"A" * 1000),
        ("base64", b"QUJD\r\n" + b"A" * 1000 + b"\r\nQUJD"),
        ("base64", b"QUJD\nQUJD"),
        ("base64", b"QUJD\rQUJD"),
        ("base64", b"QUJD\0QUJD"),
        ("base64", b"QUJD\xffQUJD"),
        ("quoted-printable", b"=41" * 400),
    ],
)
def test_any_other_body_is_encoded_anew_and_is_the_same_file(encoding: str, body: bytes) -> None:
    _, mail, [part] = spliced(mixed(TEXT, attachment(encoding, body)))
    assert part["Content-Transfer-Encoding"] == "base64"
    assert hashlib.sha256(decoded(part)).hexdigest() == mail.documents[0].sha256


def test_a_document_is_found_by_its_place_in_the_raw_bytes() -> None:
    raw = mixed(TEXT, attachment("base64", b"QUJD"))
    [document] = parse(raw).documents
    assert isinstance(document, Document)
    assert raw[document.start : document.end] == b"QUJD"
