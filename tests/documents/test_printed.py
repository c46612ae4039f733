"""A PDF that was merely written anew is the same document; whatever a reader would see makes another one."""

from __future__ import annotations

import re
import zlib
from time import process_time

import pytest

from qibot.documents.printed import printed
from tests.support.papers import pdf_of

TEXT = "Aim: eighty in a hundred pupils of our corridor sit ready to learn by June.\n\nWe tried bells of two tones."
INFO = b"40 0 obj\n<< /CreationDate (D:20261008090000) /Producer (Word \\(2016\\)) >>\nendobj\n"
XMP = b"41 0 obj\n<< /Type /Metadata /Subtype /XML /Length 9 >>\nstream\n<xmp>one<\nendstream\nendobj\n"
NOTE = b"42 0 obj\n<< /Type /Annot /Subtype /Text /M (D:2026) /Contents (Why two?) >>\nendobj\n"


def holding(held: bytes) -> bytes:
    """An object stream with these objects."""
    packed = zlib.compress(b"50 0 51 9 " + held)
    head = b"43 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length %d >>\n" % len(packed)
    return head + b"stream\n" + packed + b"\nendstream\nendobj\n"


def pdf(text: str = TEXT, more: bytes = INFO + XMP + NOTE + holding(b"<</A 1>> << /ModDate (D:1) >>")) -> bytes:
    whole = pdf_of(text)
    at = whole.rindex(b"xref", 0, whole.rindex(b"startxref"))
    return whole[:at] + more + whole[at:]


ANEW = {
    "dates": pdf().replace(b"20261008090000", b"20261109101112+01'00'"),
    "date in hex": pdf().replace(b"(D:20261008090000)", b"<FEFF0044>"),
    "program": pdf().replace(b"Word \\(2016\\)", b"Another"),
    "metadata": pdf().replace(b"<xmp>one<", b"<xmp>another one<"),
    "packed date": pdf(more=INFO + XMP + NOTE + holding(b"<</A 1>> << /ModDate (D:20261109) >>")),
    "comment": pdf() + b"\n% saved once more\n",
    "places": re.sub(rb"startxref\s+\d+", b"startxref\n77", pdf()),
    "ID": pdf().replace(b"trailer\n<<", b"trailer\n<< /ID [<0a> <0b>]", 1),
}
OTHERS = {
    "a word": pdf(TEXT.replace("eighty", "ninety")),
    "a picture": pdf(f"{TEXT}\n\n[chart]"),
    "no note": pdf(more=INFO + XMP),
    "a note's words": pdf().replace(b"Why two?", b"Why one?"),
    "packed words": pdf(more=INFO + XMP + NOTE + holding(b"<</A 2>> << /ModDate (D:1) >>")),
    "turned": pdf().replace(b"/Type /Page ", b"/Rotate 90 /Type /Page ", 1),
    "a line like a comment": pdf().replace(b"(Why two?)", b"(Why\n%two?)"),
}


@pytest.mark.parametrize("what", ANEW)
def test_what_a_program_writes_anew_makes_no_other_document(what: str) -> None:
    assert printed(ANEW[what]) == printed(pdf()) != ""


@pytest.mark.parametrize("what", OTHERS)
def test_whatever_a_reader_would_see_makes_another(what: str) -> None:
    assert OTHERS[what] != pdf()
    assert printed(OTHERS[what]) not in ("", printed(pdf()))


def test_a_locked_or_a_broken_one_says_nothing() -> None:
    assert printed(pdf() + b"/Encrypt 9 0 R") == printed(b"%PDF-1.7\nnothing") == printed(b"no PDF" + pdf()) == ""


@pytest.mark.parametrize(
    "piece", [b"/M(", b"(a)", b"stream\n", b"obj stream\nendstream ", b"endobj\n%", b"xref 0 1 ", b" "]
)
def test_hostile_ones_take_no_time(piece: bytes) -> None:
    begun = process_time()
    printed(b"%PDF-1.4\nendobj endobj endobj startxref /M(" + piece * (12_000_000 // len(piece)))
    assert process_time() - begun < 2  # seconds; it takes a tenth of one
