"""Documents made to exhaust time or memory, or merely broken: one sentence says so, within two seconds and 200 MB."""

from __future__ import annotations

import io
import random
import resource
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from qibot.model import Writing
from qibot.preread import pre_read, report_of
from qibot.reading import Limits, read_document
from tests.preread.collection import samples
from tests.reading.measured import is_quick
from tests.support import papers

pytestmark = pytest.mark.slow

SECONDS = 2


def timed(name: str, data: bytes) -> Writing:
    """Reads it; the time is the processor's, so that the machine's other work doesn't count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time()
    writing = read_document(name, data)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before[0].ru_utime - before[0].ru_stime <= SECONDS + 0.1
    assert time.process_time() - before[1] < 1  # nothing of it is done in this process
    return writing


def laughs(root: str) -> str:
    entities = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><{root}>&l9;</{root}>'


def inflating() -> bytes:
    return papers.docx("<w:p/>" * (130 * 2**20 // 6))


def many_pages() -> bytes:
    return papers.pdf([b"BT /F1 10 Tf 50 800 Td (A page.) Tj ET"] * 10_000)


def itself() -> bytes:
    return papers.pdf([b""], kids="2 0 R 2 0 R")


def deflated(size: int) -> bytes:
    packed = zlib.compress(b"(A) Tj " * (size // 7), 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    return papers.pdf([b""], extra={11: stream})


def lying() -> bytes:
    data = bytearray(papers.docx("<w:p/>" * 2_000_000))
    listed = data.index(b"PK\x01\x02")
    data[listed + 24 : listed + 28] = (100).to_bytes(4, "little")
    data[22:26] = (100).to_bytes(4, "little")
    return bytes(data)


def scattered() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for i in range(20_000):
            archive.writestr(f"m{i}", "")
    return packed.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a small docx that inflates to 130 MB": (
        "a.docx",
        inflating,
        "is far bigger unpacked than a report and was not read.",
    ),
    "a docx with a billion laughs": (
        "a.docx",
        lambda: papers.zipped({"word/document.xml": laughs("document")}),
        "holds a document type, as no report does, and was not read.",
    ),
    "an odt with a billion laughs": (
        "a.odt",
        lambda: papers.zipped({"content.xml": laughs("document-content")}),
        "holds a document type, as no report does, and was not read.",
    ),
    "an xlsx with a billion laughs": (
        "a.xlsx",
        lambda: papers.xlsx("<row/>", sharedStrings=laughs("sst")),
        "holds a document type, as no report does, and was not read.",
    ),
    "a docx that lies about its size": ("a.docx", lying, "is damaged and can't be read."),
    "a docx of boundless depth": (
        "a.docx",
        lambda: papers.docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000),
        "is too big or too deep to be read.",
    ),
    "a docx of too many elements": (
        "a.docx",
        lambda: papers.docx("<w:p/>" * 400_000),
        "is too big or too deep to be read.",
    ),
    "a zip of twenty thousand members": ("a.docx", scattered, "has too many parts in it to be read."),
    "an rtf of boundless depth": ("a.rtf", lambda: b"{\\rtf1" + b"{" * 100_000, "is too big or too deep to be read."),
    "a docx cut in half": ("a.docx", lambda: papers.docx_of("Hello " * 999)[:200], "is damaged and can't be read."),
    "a docx that is no XML": (
        "a.docx",
        lambda: papers.zipped({"word/document.xml": b"\xff\xfe<"}),
        "is damaged and can't be read.",
    ),
    "a locked docx": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "is locked with a password.",
    ),
    "Word's old format": (
        "a.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "is in Word's old format, which can't be read here.",
    ),
    "a locked odt": (
        "a.odt",
        lambda: papers.zipped({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": b"\0\1"}),
        "is locked with a password.",
    ),
    "nothing at all": ("a.docx", lambda: b"", "is empty."),
    "a picture": ("a.docx", lambda: b"\x89PNG\r\n\x1a\n\0\0\0", "is of a kind that can't be read here."),
    "a pdf that is none": ("a.pdf", lambda: b"%PDF-1.7\nnothing", "is damaged and can't be read."),
}


def whole_suite(names: Iterable[str], *slow: str) -> list[Any]:
    """Each name; those that cost a second and more are left to the whole suite."""
    return [pytest.param(name, marks=pytest.mark.slow if name in slow else ()) for name in names]


@pytest.mark.parametrize(
    "what", whole_suite(HOSTILE, "a small docx that inflates to 130 MB", "a docx of too many elements")
)
def test_one_sentence_says_what_could_not_be_read(what: str) -> None:
    name, made, sentence = HOSTILE[what]
    writing = timed(name, made())
    assert (writing.fault, writing.passages) == (f"{name} {sentence}", ())


BOUNDED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a pdf of ten thousand pages": ("a.pdf", many_pages),
    "a pdf that refers to itself": ("a.pdf", itself),
    "a pdf whose one page inflates to 300 MB": ("a.pdf", lambda: deflated(300 * 2**20)),
    "a pdf whose one page draws a letter a million times": ("a.pdf", lambda: deflated(7 * 10**6)),
    "a spreadsheet of a million empty rows": ("a.xlsx", lambda: papers.xlsx("<row/>" * 10**6)),
    "a spreadsheet of rows that say much": ("a.xlsx", lambda: papers.xlsx("<row><c><v>1</v></c></row>" * 10**5)),
    "an rtf of ten million openings": ("a.rtf", lambda: b"{\\rtf1 " + b"{a}" * 5 * 10**6),
    "a text of a million lines": ("a.txt", lambda: b"a line\n" * 10**6),
}


@pytest.mark.parametrize("what", whole_suite(BOUNDED, *(set(BOUNDED) - {"a pdf that refers to itself"})))
def test_what_is_too_much_is_read_in_part_or_not_at_all_within_the_limits(what: str) -> None:
    name, made = BOUNDED[what]
    writing = timed(name, made())
    assert writing.fault or not writing.whole or not writing.passages


@pytest.mark.slow
def test_the_child_can_not_take_more_memory_than_it_may() -> None:
    assert Limits().memory_mb <= 200  # what the child sets for itself before it reads (RLIMIT_AS)
    greedy = Limits(seconds=20, memory_mb=110, elements=10**8)
    assert read_document("a.docx", papers.docx("<w:p/>" * 2_000_000), greedy).fault == (
        "a.docx is too big or too deep to be read."
    )


def test_a_document_beyond_the_limit_is_not_even_given_to_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("a child was started"))
    assert read_document("a.docx", bytes(2000), Limits(document_mb=0.001)).fault == (
        "a.docx is bigger than 0.001 MB and was not read."
    )


def test_a_child_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qibot.reading.reader._START_SECONDS", -1.99)
    assert read_document("a.docx", papers.docx_of("Hello")).fault == "a.docx took too long to read."


@pytest.mark.slow
def test_an_ordinary_report_of_100_KB_is_read_in_the_time_of_three_starts() -> None:
    sentence = "By June 2027 eight of ten child plans on the ward will be complete within a week of the meeting. "
    pictures = {"word/media/image1.png": bytes(range(256)) * 400}
    body = papers.docx_of("\n\n".join([sentence * 3] * 120))
    with zipfile.ZipFile(io.BytesIO(body)) as whole:
        data = papers.zipped({"word/document.xml": whole.read("word/document.xml"), **pictures})
    assert is_quick(lambda: _read(data, words=5000))


@pytest.mark.slow
def test_an_ordinary_report_of_100_KB_is_pre_read_too_in_that_time() -> None:
    text = "\n\n".join(sample.parts["report"] for sample in samples("train")[:25])
    picture = random.Random(14).randbytes(90_000)
    with zipfile.ZipFile(io.BytesIO(papers.docx_of(text))) as whole:
        data = papers.zipped({"word/document.xml": whole.read("word/document.xml"), "word/media/i.png": picture})
    assert 90_000 < len(data) < 120_000
    assert is_quick(lambda: pre_read(report_of(_read(data, words=2000), 3)))


def _read(data: bytes, words: int) -> Writing:
    writing = read_document("report.docx", data)
    assert writing.words > words
    return writing
