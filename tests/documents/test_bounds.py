"""Hostile files cost no more than honest ones, a message of many no more than a message of one; what is not looked
into is held, and said to be so."""

from __future__ import annotations

import resource
import struct
import time
import warnings
import zlib
from collections.abc import Callable

import pytest

from qibot.documents import examined
from qibot.documents.apart import MEMORY
from qibot.documents.look import TOO_DEEP, TOO_MANY, TOO_MUCH, look
from qibot.message import parse
from tests.documents.made import BIG, HELD, mail_with, seen
from tests.support.packed import PDF, docx, outlook_message, winmail, zipped

LARGEST = 0xFFFFFFFF  # bytes of which a zip's usual form can tell


def zeros(megabytes: int) -> bytes:
    """A zip of one file that says it has so many megabytes of zeros, in the larger form of zips from four gigabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)  # each megabyte packs to the same bytes
    packed = one * megabytes + packer.flush()
    size, crc, name = megabytes << 20, 0, b"zeros.zip"
    larger = struct.pack("<HHQ", 1, 8, size) if size > LARGEST else b""
    said = min(size, LARGEST)
    head = struct.pack("<HHHIII", 8, 0, 0, crc, len(packed), said)
    local = struct.pack("<IHH", 0x04034B50, 45, 0) + head + struct.pack("<HH", len(name), 0) + name
    entry = struct.pack("<IHHH", 0x02014B50, 45, 45, 0) + head
    entry += struct.pack("<HHHHHII", len(name), len(larger), 0, 0, 0, 0, 0) + name + larger
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(entry), len(local) + len(packed), 0)
    return local + packed + entry + end


def nested(levels: int) -> bytes:
    data = zipped(("report.exe", b"x"))
    for n in range(levels):
        data = zipped((f"{n}.zip", data))
    return data


def looping_message() -> bytes:
    """An Outlook message whose directory chain leads to itself."""
    made = bytearray(outlook_message(("a.docx", BIG)))
    made[512 + 4 : 512 + 8] = struct.pack("<I", 1)
    return bytes(made)


def beside(count: int, inner: bytes) -> bytes:
    return zipped(*((f"{n}.zip", inner) for n in range(count)))


def same_names(count: int, inner: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return zipped(*(("z.zip", inner) for _ in range(count)))


def many_files() -> bytes:
    return zipped(*((f"{n}", b"") for n in range(4000)))


def zip64_of(count: int) -> bytes:
    """A zip whose true list of contents only the record for large archives gives; the usual one says one file."""
    name = b"a"
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + name
    listed = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + name
    size, at = len(listed) * count, len(local)
    large = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, size, at)
    locator = struct.pack("<IIQI", 0x07064B50, 0, at + size, 1)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(listed), at, 0)
    return local + listed * count + large + locator + end


HOSTILE: dict[str, Callable[[], tuple[str, bytes]]] = {
    "zip in zip in zip": lambda: ("a.zip", nested(6)),
    "a gigabyte of zeros": lambda: ("a.zip", zeros(1024)),
    "a document of a gigabyte of zeros": lambda: ("Report.docx", zeros(1024).replace(b"zeros.zip", b"word/docu")),
    "ten gigabytes of zeros": lambda: ("a.zip", zeros(10 * 1024)),
    "100,000 entries": lambda: ("a.zip", zipped(*((f"{n}", b"") for n in range(100_000)))),
    "a count that lies": lambda: ("a.zip", zipped(("a", b""))[:-12] + struct.pack("<HII", 1, 0xFFFFFFF0, 0) + b"\0\0"),
    "a count that lies in the larger form of zips": lambda: ("a.zip", zip64_of(300_000)),
    "zips of zeros side by side": lambda: ("a.zip", beside(300, zipped(("z.zip", bytes(15 << 20))))),
    "zips of zeros under one name": lambda: ("a.zip", same_names(300, zipped(("z.zip", bytes(15 << 20))))),
    "zips of many files side by side": lambda: ("a.zip", beside(60, many_files())),
    "a zip of pages of zeros": lambda: ("a.zip", zipped(*((f"{n}.html", bytes(15 << 20)) for n in range(20)))),
    "a zip of thousands of small files": lambda: ("a.zip", zipped(*((f"{n}", bytes(1 << 16)) for n in range(4900)))),
    "a zip of Outlook messages": lambda: ("a.zip", zipped(*((f"{n}.msg", looping_message()) for n in range(200)))),
    "a winmail.dat of 53 bytes": lambda: ("winmail.dat", winmail() + b"\x02" + struct.pack("<II", 0x69005, 0xFFFFFFF0)),
    "a winmail.dat that promises a million files": lambda: ("winmail.dat", winmail(*[("a", b"")] * 100_000)),
    "a message that refers to itself": lambda: ("a.msg", looping_message()),
    "a page of megabytes": lambda: ("a.html", b"<html>" + b"<a on" * 2_000_000),
    "a word document of open tags": lambda: ("a.docx", docx("<w:t " * 200_000)),
}


SECONDS_LONG = (
    "a zip of pages of zeros",
    "a zip of thousands of small files",
    "a zip of Outlook messages",
    "zips of zeros side by side",
    "zips of zeros under one name",
    "zips of many files side by side",
    "a gigabyte of zeros",
    "ten gigabytes of zeros",
    "a document of a gigabyte of zeros",
    "100,000 entries",
    "a winmail.dat that promises a million files",
    "a page of megabytes",
)


@pytest.mark.parametrize(
    "which", [pytest.param(name, marks=pytest.mark.slow if name in SECONDS_LONG else ()) for name in HOSTILE]
)
def test_a_hostile_file_costs_under_two_seconds_and_200_megabytes(which: str) -> None:
    name, data = HOSTILE[which]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    look(name, "", data, HELD)
    assert time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - began < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024
    assert MEMORY < 200 * 1024 * 1024  # what the process that unpacks may have


def test_archives_too_deep_or_too_large_to_be_looked_into_are_held() -> None:
    assert TOO_DEEP in seen("a.zip", nested(6))
    assert TOO_MANY in seen("a.zip", zipped(*((f"{n}", b"") for n in range(6000))))
    assert TOO_MANY in seen("a.zip", zeros(64))
    assert TOO_MANY in seen("a.zip", zeros(10 * 1024))
    assert TOO_MANY in seen("a.zip", zip64_of(6000))
    assert TOO_MANY in seen("a.zip", beside(10, zipped(("z.zip", bytes(15 << 20)))))


@pytest.mark.slow
@pytest.mark.parametrize("which", ["zips of zeros side by side", "zips of many files side by side"])
def test_zips_side_by_side_that_would_cost_too_much_are_held_with_the_reason(which: str) -> None:
    name, data = HOSTILE[which]()
    assert TOO_MANY in seen(name, data)


@pytest.mark.slow
def test_a_message_of_many_costly_files_costs_under_two_seconds_and_what_was_not_looked_into_is_held() -> None:
    zeros_ = zipped(("a.zip", bytes(15 << 20)))
    files = [*((f"{n}.zip", zeros_) for n in range(100)), *((f"{n}.docx", docx("x")) for n in range(3)), ("a.pdf", PDF)]
    raw = mail_with(*files)
    mail = parse(raw)
    began = time.process_time()
    found = examined(mail, raw, HELD)
    assert time.process_time() - began < 2
    assert len(found.held) + len(found.files) == len(files)
    assert found.held[-1].name == "2.docx"
    assert found.held[-1].harm == TOO_MUCH
    assert "a.pdf" in [d.name for d in found.files]


@pytest.mark.slow
def test_a_message_of_many_outlook_messages_costs_under_two_seconds() -> None:
    raw = mail_with(*((f"{n}.msg", outlook_message(("a.docx", BIG))) for n in range(120)))
    mail = parse(raw)
    began = time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    found = examined(mail, raw, HELD)
    assert time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - began < 2.5
    assert {d.harm for d in found.held} == {TOO_MUCH}
    assert found.files


def test_many_honest_documents_stay_far_below_the_bound() -> None:
    text = "We tested the checklist with one nurse. " * 4000
    files = [(f"Report {n}.docx", docx(text)) for n in range(40)]
    raw = mail_with(*files, ("all.zip", zipped(*files)))
    assert not examined(parse(raw), raw, HELD).held
