"""What can't be read, or isn't what it says, is said of a document in a sentence."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter

from qibot.documents import unpacking
from qibot.documents.conditions import CUT, EMPTY, LOCKED, PERHAPS_LOCKED, UNSEEN
from qibot.documents.look import Look, look
from qibot.documents.work import Work
from tests.documents.made import HELD
from tests.documents.test_looked_at import OLD
from tests.support.packed import PDF, docx, zipped


@pytest.mark.parametrize(
    ("name", "data", "state"),
    [
        ("Report 2.docx", b"", EMPTY),
        ("Report 2.docx", docx(""), EMPTY),
        ("Report 2.docx", docx("words")[:-40], CUT),
        ("Report 2.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        ("Report 2.doc", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        ("Report 2.odt", zipped(("META-INF/manifest.xml", b"<manifest:encryption-data/>")), LOCKED),
        ("Report 2.pdf", PDF[:30], CUT),
        ("Report 2.pdf", b"<html>not found</html>", CUT),
        ("notes.txt", b" \r\n\t", EMPTY),
        ("Report.zip", zipped(), EMPTY),
        ("Report 2.doc", OLD + b"\xec\xa5\xc1\0" + bytes(7) + b"\x13" + bytes(600), LOCKED),
        ("figures.xls", OLD + b"\x09\x08\x10\0" + bytes(16) + b"\x2f\0" + bytes(600), LOCKED),
        ("talk.ppt", OLD + "EncryptedSummary".encode("utf-16-le"), LOCKED),
    ],
)
def test_what_cannot_be_read_is_known(name: str, data: bytes, state: str) -> None:
    assert look(name, "", data, HELD).state == state


@pytest.mark.parametrize("name", ["Report.pages", "figures.numbers", "IMG_1.HEIC", "Report.7z"])
def test_what_opens_on_some_devices_alone_is_said_to_be_so(name: str) -> None:
    assert look(name, "", b"some bytes", HELD).state


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Report 2.docx", docx("We tested it.")),
        ("Report 2.docx", docx("", ("word/media/1.png", b"x")).replace(b"", b"")),
        ("chart.pdf", PDF + b"\n\n"),
        ("Report 2.doc", b"\xd0\xcf\x11\xe0" + bytes(600)),
        ("Report 2.doc", OLD + b"\xec\xa5\xc1\0" + bytes(7) + b"\x12" + bytes(600)),
        ("figures.xls", OLD + b"\x09\x08\x10\0" + bytes(16) + b"\xe1\0" + bytes(600)),
    ],
)
def test_an_ordinary_document_is_said_nothing_about(name: str, data: bytes) -> None:
    if b"media" in data:
        data = docx("</w:t><w:drawing/><w:t>", ("word/media/1.png", b"x"))
    assert look(name, "", data, HELD).state == ""


def pdf_locked(how: str, user: str) -> bytes:
    """A page that is encrypted in this way; it opens with the user's password, which may be none."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt(user, "owner", algorithm=how)
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("how", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_a_pdf_with_a_password_is_said_to_be_locked_and_one_that_only_forbids_to_print_is_not(how: str) -> None:
    assert look("Report 2.pdf", "", pdf_locked(how, "secret"), HELD).state == LOCKED
    assert look("Report 2.pdf", "", pdf_locked(how, ""), HELD).state == ""


def test_where_nobody_can_tell_whether_a_pdf_is_locked_it_is_said_to_be_likely(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the library for the newest way, which only the extras for Microsoft and Google bring."""
    monkeypatch.setattr("qibot.documents.conditions.by_another_process", lambda *_: unpacking.UNTOLD.encode())
    assert look("Report 2.pdf", "", pdf_locked("AES-256", ""), HELD).state == PERHAPS_LOCKED


def test_a_pdf_that_breaks_its_reader_is_passed_on_without_a_word() -> None:
    broken = PDF.replace(b"%%EOF", b"trailer << /Encrypt 9 0 R >>\nstartxref\n1\n%%EOF")
    assert look("Report 2.pdf", "", broken, HELD) == Look()


def test_many_locked_pdfs_are_passed_on_though_not_each_is_tried() -> None:
    work, data = Work(), pdf_locked("RC4-128", "secret")
    assert {look("Report 2.pdf", "", data, HELD, 0, work).harm for _ in range(12)} == {""}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Report.tgz", b"\x1f\x8b\x08rest"),
        ("Report.docx.gz", b"\x1f\x8b\x08rest"),
        ("Report.bin", b"BZh91AY"),
        ("Report.tar", b"Report 2.docx\0"),
        ("Report.xz", b"\xfd7zXZ\0"),
        ("all.zip", zipped(("inner.tgz", b"\x1f\x8b\x08rest"))),
    ],
)
def test_an_archive_of_another_kind_is_said_not_to_be_looked_into(name: str, data: bytes) -> None:
    assert look(name, "", data, HELD).state == UNSEEN
