"""Mentor notes are found in what people save them as: Word, OpenDocument, rich text, PDF."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from qibot.documents.enclosed import enclosed_in
from qibot.documents.saved_notes import are_notes
from qibot.documents.work import Work
from qibot.model import NOTES_MARK
from tests.support.papers import docx_of

HALF = len(NOTES_MARK) // 2
KERNED = "".join(f"({NOTES_MARK[n : n + 3]})-12" for n in range(0, len(NOTES_MARK), 3))


def odt(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as z:
        z.writestr("content.xml", f"<text:p>{text[:HALF]}<text:s/></text:p><text:p>{text[HALF:]}</text:p>")
    return packed.getvalue()


def pdf(content: str) -> bytes:
    stream = zlib.compress(content.encode())
    return b"%PDF-1.4\n1 0 obj <</Filter /FlateDecode>> stream\n" + stream + b"\nendstream\n%%EOF"


SAVED = {
    "Notes.docx": docx_of(f"Dear Ann\n\n{NOTES_MARK}"),
    "jo.odt": odt(NOTES_MARK),
    "Document1.rtf": b"{\\rtf1\\ansi {\\b "
    + NOTES_MARK[:HALF].encode()
    + b"}\r\n\\par "
    + NOTES_MARK[HALF:].encode()
    + b"}",
    "scan.pdf": pdf(f"BT [{KERNED}] TJ ET"),
    "plain.pdf": b"%PDF-1.4\n" + NOTES_MARK.encode() + b"\n%%EOF",
}
OTHERS = {
    "report.docx": docx_of("These notes are for you alone, said the teacher; an answer to them is optional."),
    "Report 1.pdf": pdf("BT (Our aim is 80% by June.) Tj ET"),
    "r.rtf": b"{\\rtf1 Our aim is 80% by June.}",
    "broken.pdf": b"%PDF-1.4\nstream\nnothing",
}


@pytest.mark.parametrize("name", sorted(SAVED))
def test_notes_that_are_saved_as_a_document_are_found(name: str) -> None:
    assert are_notes(SAVED[name], Work())
    (found,) = enclosed_in(name, "application/octet-stream", SAVED[name], Work())
    assert found.mail and found.mail.text == NOTES_MARK


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_any_other_document_holds_nothing_of_them(name: str) -> None:
    assert not are_notes(OTHERS[name], Work())
    assert not enclosed_in(name, "application/octet-stream", OTHERS[name], Work())
