"""Where a message's parts lie, what files they are, and that a document travels as the very bytes that were sent."""

from __future__ import annotations

import base64
import hashlib
import quopri
import random
import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.encoders import encode_7or8bit, encode_base64, encode_quopri
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qibot.errors import MailUnreadable
from qibot.letters.compose import compose
from qibot.letters.samples import SAMPLES
from qibot.letters.templates import Templates
from qibot.message import mime
from qibot.message.charsets import in_words
from qibot.message.mail import Mail, parse
from qibot.model.reports import Document
from tests.support.build import CONFIG, JO, LONDON, THREADS, at

TEMPLATES = Templates(CONFIG.template_folders(), LONDON)
TEXT = b"Content-Type: text/plain\r\n\r\nHello"


def mixed(*parts: bytes, boundary: bytes = b"b", end: bytes = b"--b--\r\n", before: bytes = b"") -> bytes:
    head = f"From: {JO.address}\r\nMessage-ID: <x@y>\r\n".encode()
    inside = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    return head + b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n' + before + inside + end


def leaves(raw: bytes, header_limit: int = 100_000, parts_limit: int = 100) -> list[mime.Part]:
    return mime.leaves(raw, header_limit=header_limit, parts_limit=parts_limit)


def bodies(raw: bytes) -> list[bytes]:
    return [raw[part.body : part.end] for part in leaves(raw)]


# --- parts ---


def test_a_message_that_is_not_multipart_is_one_part() -> None:
    assert bodies(b"Subject: x\r\n\r\nbody\r\n") == [b"body\r\n"]


@pytest.mark.parametrize("raw", [b"", b"\r\n", b"\n", b"\0", b"no header at all", b"A: b\r\n"])
def test_what_is_hardly_a_message_is_one_part_too(raw: bytes) -> None:
    assert len(leaves(raw)) == 1


@pytest.mark.parametrize("line_break", [b"\r\n", b"\n"])
def test_parts_are_found_with_either_line_break_and_without_the_last_one(line_break: bytes) -> None:
    raw = mixed(TEXT, b"Content-Type: a/b\r\n\r\none\r\ntwo").replace(b"\r\n", line_break)
    assert bodies(raw) == [b"Hello", b"one" + line_break + b"two"]


def test_what_stands_before_the_first_and_after_the_last_delimiter_is_no_part() -> None:
    assert bodies(mixed(TEXT, before=b"preamble\r\n") + b"epilogue\r\n--b\r\n\r\nx\r\n") == [b"Hello"]


def test_a_part_without_header_is_found() -> None:
    assert bodies(mixed(b"\r\nbody")) == [b"body"]


def test_a_boundary_counts_at_the_beginning_of_a_line_alone_and_as_the_whole_line() -> None:
    text = TEXT + b"\r\nx--b\r\n--bb\r\n --b\r\n--b x\r\n--b--x"
    assert bodies(mixed(text)) == [text.partition(b"\r\n\r\n")[2]]


@pytest.mark.parametrize("space", [b" ", b"\t ", b" " * 5000])
def test_white_space_after_a_boundary_is_allowed(space: bytes) -> None:
    assert len(leaves(mixed(TEXT, TEXT).replace(b"--b\r\n", b"--b" + space + b"\r\n"))) == 2


def test_boundaries_that_begin_alike_are_told_apart() -> None:
    inner = b'Content-Type: multipart/mixed; boundary="bb"\r\n\r\n--bb\r\n\r\none\r\n--bb\r\n\r\ntwo\r\n--bb--'
    assert bodies(mixed(inner, b"\r\nthree")) == [b"one", b"two", b"three"]


@pytest.mark.parametrize("boundary", [b"   ", b"", b"x" * 201, b"\xff", b"(.*)+["])
def test_a_boundary_that_is_none_or_odd_harms_nobody(boundary: bytes) -> None:
    assert leaves(mixed(TEXT, boundary=boundary))


def test_an_attached_message_stays_closed() -> None:
    inner = mixed(TEXT, TEXT, boundary=b"i", end=b"--i--")
    raw = mixed(TEXT, b"Content-Type: message/rfc822\r\n\r\n" + inner)
    assert [part.content_type for part in leaves(raw)] == ["text/plain", "message/rfc822"]
    assert bodies(raw)[1] == inner


def test_a_message_that_ends_too_early_is_cut_in_its_last_part() -> None:
    assert [part.cut for part in leaves(mixed(TEXT, TEXT, end=b""))] == [False, True]
    assert [part.cut for part in leaves(mixed(TEXT, TEXT))] == [False, False]


def test_an_inner_multipart_that_is_not_closed_is_cut() -> None:
    inner = b"Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\none\r\n--i\r\n\r\ntwo"
    assert [part.cut for part in leaves(mixed(inner, TEXT))] == [False, True, False]


def test_there_is_a_limit_to_the_parts() -> None:
    assert len(leaves(mixed(*[TEXT] * 100))) == 100
    with pytest.raises(MailUnreadable, match="more than 100 parts"):
        leaves(mixed(*[TEXT] * 101))


def test_there_is_a_limit_to_the_header_and_to_all_headers_together() -> None:
    long = b"X: " + b"y" * 60_000 + b"\r\n\r\nbody"
    assert leaves(long)
    with pytest.raises(MailUnreadable, match="header is longer"):
        leaves(long, header_limit=50_000)
    assert len(leaves(mixed(long))) == 1
    with pytest.raises(MailUnreadable, match="headers together"):
        leaves(mixed(long, long))


def test_a_part_with_a_gigantic_header_is_a_file_as_a_whole() -> None:
    part = b"X: " + b"y" * mime.PART_HEADER + b"\r\n\r\nbody"
    [found] = leaves(mixed(part))
    assert (found.content_type, found.end - found.body) == ("application/octet-stream", len(part))


def test_what_is_nested_too_deeply_is_one_part() -> None:
    raw = b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (i, i) for i in range(1000))
    assert len(leaves(raw)) == 1


# --- files ---


def documents(raw: bytes) -> list[tuple[int, str]]:
    return [(d.size, d.sha256) for d in parse(raw).documents]


def fingerprint(content: bytes) -> tuple[int, str]:
    return len(content), hashlib.sha256(content).hexdigest()


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


# --- splicing ---


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


# --- text ---


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
