"""What is found in documents: what does harm is kept back, what can't be read is said to be so, what is packed comes
out; hostile ones cost no more than honest ones."""

from __future__ import annotations

import resource
import struct
import time
import zlib
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from qibot.documents import content_of, endings_held, examined
from qibot.documents.conditions import CUT, EMPTY, LOCKED
from qibot.documents.look import TOO_DEEP, TOO_MANY, look
from qibot.documents.packed import MEMORY
from qibot.message import parse
from tests.support.packed import PDF, PROGRAM, docx, outlook_message, winmail, zipped

HELD = endings_held((), ())
BIG = b"the report\n" * 600


def seen(name: str, data: bytes, kind: str = "application/octet-stream") -> str:
    return look(name, kind, data, HELD).harm


def mail_with(*files: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = "jo@x.example", "qi@y.example", "Report 2", "<1@x>"
    made.set_content("Here is my report.")
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes(policy=made.policy.clone(linesep="\r\n"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.exe", b"anything"),
        ("report.pdf.exe", PDF),
        ("Report 2.pdf", PROGRAM),
        ("report.docx", b"\x7fELF" + bytes(50)),
        ("report.EXE. ", b"x"),
        ("Report.lnk", b"x"),
        ("report.doc", b"L\0\0\0\x01\x14\x02\0" + bytes(60)),
        ("setup.msi", b"x"),
        ("macro.js", b"alert(1)"),
        ("report.hta", b"x"),
        ("run", b"#!/bin/sh\nrm -rf /\n"),
        ("disk.img", b"x"),
        ("disk.bin", bytes(0x8001) + b"CD001"),
        ("report.html", b"<html><body onload=go()>hi</body></html>"),
        ("report.htm", b"<html><script>1</script></html>"),
        ("invoice.html", b"<html><form action=//evil.example><input name=password></form></html>"),
        ("chart.svg", b'<svg xmlns="x"><script>1</script></svg>'),
        ("Report 2.txt", b"<!DOCTYPE html><html><meta http-equiv='refresh' content='0;url=//x'></html>"),
        ("report.zip", zipped(("Report 2.docx", b"x"), ("start.cmd", b"x"))),
        ("report.zip", zipped(("inner.zip", zipped(("a/b/readme.txt .scr", b"x"))))),
        ("winmail.dat", winmail(("report.vbs", b"x"))),
        ("fwd.eml", mail_with(("report.js", b"x"))),
        ("fwd.eml", mail_with(("deeper.eml", mail_with(("report.js", b"x"))))),
        ("fwd.msg", outlook_message(("report.scr", b"x"))),
    ],
)
def test_what_does_harm_is_not_passed_on(name: str, data: bytes) -> None:
    assert seen(name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Report 2.docx", docx("We tested it with one nurse.")),
        ("Report 2.pdf", PDF),
        ("Report.exercise.docx", docx("x")),
        ("MZ notes.txt", b"MZ is short for Milngavie Zone"),
        ("script of our video.txt", b"Nurse: on the ward = calm"),
        ("page.html", b"<html><body><p>only words, <a href='https://x.example'>a link</a></p></body></html>"),
        ("chart.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
        ("all.zip", zipped(("Report 2.docx", b"x"), ("chart.xlsx", b"y"))),
        ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(40)),
        ("fwd.eml", mail_with(("Report 2.docx", docx("x")))),
        ("winmail.dat", winmail(("Report 2.docx", docx("x")))),
    ],
)
def test_what_is_harmless_is_passed_on(name: str, data: bytes) -> None:
    assert seen(name, data) == ""


def test_the_list_of_what_does_harm_is_configuration() -> None:
    held = endings_held(("xyz",), ("js",))
    assert look("a.xyz", "", b"x", held).harm
    assert not look("a.js", "", b"x", held).harm


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
    ],
)
def test_an_ordinary_document_is_said_nothing_about(name: str, data: bytes) -> None:
    if b"media" in data:
        data = docx("</w:t><w:drawing/><w:t>", ("word/media/1.png", b"x"))
    assert look(name, "", data, HELD).state == ""


def test_macros_are_marked_or_held_as_the_configuration_says() -> None:
    raw = mail_with(("Report 2.docm", docx("words", ("word/vbaProject.bin", b"x"))))
    marked = examined(parse(raw), raw, HELD, "mark")
    assert marked.files[0].macros
    assert not marked.held
    held = examined(parse(raw), raw, HELD, "hold")
    assert not held.files
    assert held.held[0].harm == "holds macros"
    assert not examined(parse(raw), raw, HELD, "pass").files[0].macros


def test_an_old_word_document_with_macros_is_known() -> None:
    assert look("a.doc", "", b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"), HELD).macros


@pytest.mark.parametrize(
    ("name", "container", "stays"),
    [
        ("winmail.dat", winmail(("Report 2 (Überblick).docx", BIG), ("chart.pdf", PDF)), False),
        ("forwarded.msg", outlook_message(("Report 2 (Überblick).docx", BIG)), True),
        ("forwarded.eml", mail_with(("Report 2 (Überblick).docx", BIG)), True),
    ],
)
def test_what_is_packed_comes_out_byte_for_byte(name: str, container: bytes, stays: bool) -> None:
    raw = mail_with((name, container))
    mail = examined(parse(raw), raw, HELD)
    names = [d.name for d in mail.files]
    assert (name in names) is stays
    report = next(d for d in mail.files if d.name == "Report 2 (Überblick).docx")
    assert content_of(report, raw) == BIG
    assert report.size == len(BIG)


def test_an_archive_says_what_it_holds() -> None:
    raw = mail_with(("all.zip", zipped(("Report 2.docx", b"x"), ("data/chart.xlsx", b"y"))))
    assert examined(parse(raw), raw, HELD).files[0].inside == ("Report 2.docx", "data/chart.xlsx")


def test_a_harmful_document_is_held_and_the_others_stay() -> None:
    raw = mail_with(("Report 2.docx", docx("words")), ("help.exe", PROGRAM))
    mail = examined(parse(raw), raw, HELD)
    assert [d.name for d in mail.files] == ["Report 2.docx"]
    assert [d.name for d in mail.held] == ["help.exe"]


def test_what_cannot_be_unpacked_is_passed_on_as_it_is_and_said_to_be_so() -> None:
    raw = mail_with(("winmail.dat", b"\x78\x9f\x3e\x22\0\0" + b"\xff" * 200))
    (only,) = examined(parse(raw), raw, HELD).files
    assert only.name == "winmail.dat"
    raw = mail_with(("winmail.dat", b"no such thing"))
    (only,) = examined(parse(raw), raw, HELD).files
    assert "can't be unpacked" in only.state


def zeros(megabytes: int) -> bytes:
    """A zip of one file that says it has so many megabytes of zeros."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = bytes(1 << 20)
    packed = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    size, crc, name = megabytes << 20, 0, b"zeros.zip"
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0) + name
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0, crc, len(packed), size, len(name),
                        0, 0, 0, 0, 0, 0) + name  # fmt: skip
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


HOSTILE: dict[str, Callable[[], tuple[str, bytes]]] = {
    "zip in zip in zip": lambda: ("a.zip", nested(6)),
    "a gigabyte of zeros": lambda: ("a.zip", zeros(1024)),
    "a document of a gigabyte of zeros": lambda: ("Report.docx", zeros(1024).replace(b"zeros.zip", b"word/docu")),
    "100,000 entries": lambda: ("a.zip", zipped(*((f"{n}", b"") for n in range(100_000)))),
    "a count that lies": lambda: ("a.zip", zipped(("a", b""))[:-12] + struct.pack("<HII", 1, 0xFFFFFFF0, 0) + b"\0\0"),
    "a winmail.dat of 53 bytes": lambda: ("winmail.dat", winmail() + b"\x02" + struct.pack("<II", 0x69005, 0xFFFFFFF0)),
    "a winmail.dat that promises a million files": lambda: ("winmail.dat", winmail(*[("a", b"")] * 100_000)),
    "a message that refers to itself": lambda: ("a.msg", looping_message()),
    "a page of megabytes": lambda: ("a.html", b"<html>" + b"<a on" * 2_000_000),
    "a word document of open tags": lambda: ("a.docx", docx("<w:t " * 200_000)),
}


SECONDS_LONG = (
    "a gigabyte of zeros",
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
