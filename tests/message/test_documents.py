"""Whatever is attached on purpose is a document with a safe name, and nothing else is."""

from __future__ import annotations

import hashlib

import pytest

from qibot.demo.cast import word
from qibot.message.mail import parse
from tests.support import hostile
from tests.support.mails import ALICE, FILE, HTML, PDF, PLAIN, PNG, base64_part, container, mail, multipart, part, raw


def test_a_document_has_its_name_type_size_and_hash() -> None:
    [found] = multipart("mixed", PLAIN, FILE).documents
    assert (found.name, found.content_type, found.size, found.inline) == (
        "report.pdf",
        "application/pdf",
        len(PDF),
        False,
    )
    assert found.sha256 == hashlib.sha256(PDF).hexdigest()


def test_a_pdf_without_name_and_disposition_is_a_document() -> None:
    assert [d.name for d in multipart("mixed", PLAIN, base64_part("application/pdf", PDF)).files] == ["document.pdf"]


def test_a_message_that_is_nothing_but_a_pdf_is_a_document() -> None:
    read = mail("Content-Type: application/pdf; name=x.pdf", "Content-Transfer-Encoding: base64", body=b"QUJD")
    assert ([d.name for d in read.files], read.text) == (["x.pdf"], "")


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("filename=report.pdf", "report.pdf"),
        ('filename="my report.pdf"', "my report.pdf"),
        ("filename*=utf-8''Fr%C3%B6sche.pdf", "Frösche.pdf"),
        ("filename*0*=utf-8''Fr%C3%B6; filename*1=sche.pdf", "Frösche.pdf"),
        ('filename="=?utf-8?q?Fr=C3=B6sche.pdf?="', "Frösche.pdf"),
        ("filename==?utf-8?b?RnLDtnNjaGUucGRm?=", "Frösche.pdf"),
        (b'filename="Fr\xc3\xb6sche.pdf"', "Frösche.pdf"),
        ('filename="../../etc/passwd"', "passwd"),
        ("filename*=utf-8''..%2F..%2Fetc%2Fpasswd", "passwd"),
        ('filename="C:\\\\Users\\\\jo\\\\report.pdf"', "report.pdf"),
        ('filename="/"', "document.pdf"),
        ('filename=".."', "document.pdf"),
        ('filename=".hidden.pdf"', "hidden.pdf"),
        ("filename*=utf-8''a%0D%0ABcc%3A%20x.pdf", "a Bcc_ x.pdf"),
        ("filename*=utf-8''report%E2%80%AEfdp.exe", "reportfdp.exe"),
        ("filename*=utf-8''a%00b.pdf", "ab.pdf"),
        ('filename="a<b>|c?.pdf"', "a_b__c_.pdf"),
        ("filename=" + "x" * 500 + ".pdf", "x" * 116 + ".pdf"),
        ("filename=" + "x" * 500, "x" * 120),
        ("x=y", "document.pdf"),
        ("filename*=x\0y''a.pdf", "document.pdf"),
        ("filename*x=1; filename*0*=a; filename*=b", "document.pdf"),
    ],
)
def test_a_file_name_is_read_and_made_safe(field: str | bytes, name: str) -> None:
    written = field if isinstance(field, bytes) else field.encode()
    found = multipart(
        "mixed", PLAIN, base64_part("application/pdf", PDF, b"Content-Disposition: attachment; " + written)
    )
    [document] = found.documents
    assert document.name == name


def test_the_types_own_name_counts_too() -> None:
    assert multipart("mixed", PLAIN, base64_part('application/pdf; name="x.pdf"', PDF)).files[0].name == "x.pdf"


def test_a_text_that_is_attached_is_a_document_and_not_the_text() -> None:
    attached = part("text/plain", b"inside", "Content-Disposition: attachment")
    named = part('text/plain; name="notes.txt"', b"inside too")
    read = multipart("mixed", PLAIN, attached, named)
    assert read.text == "Please find it attached."
    assert [d.name for d in read.files] == ["document.txt", "notes.txt"]


def test_an_attached_message_is_one_document_named_after_its_subject() -> None:
    inner = raw("Subject: My =?utf-8?q?M=C3=A4rz?= report: 1/2", "Content-Type: text/plain", body=b"inner words")
    read = multipart("mixed", PLAIN, part("message/rfc822", inner))
    assert read.text == "Please find it attached."
    assert [(d.name, d.size) for d in read.files] == [("My März report  1 2.eml", len(inner))]


def test_the_documents_and_words_of_an_attached_message_stay_inside_it() -> None:
    inner = b"From: x@y.example\r\nSubject: Fwd\r\n" + container(
        "mixed", part("text/plain", b"inner"), FILE, boundary="i"
    )
    read = multipart("mixed", PLAIN, part("message/rfc822", inner))
    assert [d.name for d in read.documents] == ["Fwd.eml"]
    assert "inner" not in read.text


@pytest.mark.parametrize("fields", [("Content-Disposition: inline; filename=logo.png",), ("Content-ID: <logo>",)])
def test_pictures_within_the_text_are_no_files(fields: tuple[str, ...]) -> None:
    read = multipart("related", HTML, base64_part("image/png", PNG, *fields))
    assert (read.files, [d.inline for d in read.documents]) == ((), [True])


def test_a_picture_that_is_attached_is_a_file() -> None:
    fields = ("Content-Disposition: attachment; filename=chart.png", "Content-ID: <x>")
    assert [d.name for d in multipart("mixed", PLAIN, base64_part("image/png", PNG, *fields)).files] == ["chart.png"]


@pytest.mark.parametrize(
    "kind",
    ["application/pkcs7-signature; name=smime.p7s", "application/pgp-signature", "text/calendar", "text/vcard"],
)
def test_signatures_invitations_and_cards_are_no_files(kind: str) -> None:
    read = multipart("signed", PLAIN, base64_part(kind, b"x"))
    assert (read.files, len(read.documents), read.text, read.wrapped) == ((), 1, "Please find it attached.", "")


def test_a_signed_report_is_read_like_any_other() -> None:
    read = multipart(
        "signed", container("mixed", PLAIN, FILE, boundary="i"), base64_part("application/pgp-signature", b"x")
    )
    assert [d.name for d in read.files] == ["report.pdf"]


def picture(fields: bytes, size: int = 30_000) -> bytes:
    return part("image/jpeg; name=IMG_1.jpeg", size * b"x").replace(b"\r\n\r\n", b"\r\n" + fields + b"\r\n\r\n", 1)


def test_a_picture_within_the_text_that_no_page_shows_was_sent_on_purpose() -> None:
    sent = picture(b"Content-Disposition: inline")
    assert [d.name for d in multipart("mixed", part("text/plain", b"Hi"), sent).photographs] == ["IMG_1.jpeg"]
    page = part("text/html", b'<p>Hi <img src="cid:logo@x"></p>')
    shown, other = (picture(b"Content-Disposition: inline\r\nContent-ID: <" + x + b">") for x in (b"logo@x", b"b@x"))
    assert [d.name for d in multipart("related", page, shown, other).photographs] == ["IMG_1.jpeg"]
    assert multipart("related", page, shown).photographs == ()
    encoded = part("text/html", b'<p>Hi <img src="cid:logo%40x"></p>')
    assert multipart("related", encoded, shown).photographs == ()


def test_a_small_picture_is_a_logo() -> None:
    logo = picture(b"Content-Disposition: inline", size=3000)
    assert multipart("mixed", part("text/plain", b"Sorry, it will come next week."), logo).photographs == ()


def test_reviewers_comments_in_a_word_document_are_counted() -> None:
    commented = base64_part(
        "application/x", word(["x"], ["one", "two"]), "Content-Disposition: attachment; filename=A.DOCX"
    )
    documents = multipart("mixed", PLAIN, commented, FILE).documents
    assert [d.comments for d in documents] == [2, 0]
    assert [d.commenters for d in documents] == [("Reviewer",), ()]


@pytest.mark.parametrize("kind", ["word_by_lzma", "word_locked", "word_of_many_members", "word_at_random"])
def test_a_word_document_made_to_harm_has_no_comments_that_count(kind: str) -> None:
    read = parse(hostile.made(kind, ALICE))
    assert all(d.comments <= 2 for d in read.documents)
    assert len(read.documents) == len(read.files) > 0


def test_a_word_document_that_inflates_to_130_mb_is_read_in_part() -> None:
    [bomb] = parse(hostile.made("word_bomb", ALICE)).documents
    assert 0 < bomb.comments < 1_000_000
    assert bomb.size < 1_000_000
