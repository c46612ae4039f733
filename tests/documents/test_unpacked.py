"""What is packed into a document comes out byte for byte."""

from __future__ import annotations

import pytest

from qibot.documents import content_of, examined
from qibot.documents.conditions import EMPTY
from qibot.message import parse
from tests.documents.made import BIG, HELD, mail_with
from tests.support.packed import PDF, outlook_message, winmail, zipped


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


def test_what_cannot_be_unpacked_is_passed_on_as_it_is_and_said_to_be_so() -> None:
    raw = mail_with(("winmail.dat", b"\x78\x9f\x3e\x22\0\0" + b"\xff" * 200))
    (only,) = examined(parse(raw), raw, HELD).files
    assert only.name == "winmail.dat"
    raw = mail_with(("winmail.dat", b"no such thing"))
    (only,) = examined(parse(raw), raw, HELD).files
    assert "can't be unpacked" in only.state


def test_a_winmail_dat_that_holds_no_file_is_no_document() -> None:
    raw = mail_with(("winmail.dat", winmail()), ("Report 2.pdf", PDF))
    assert [d.name for d in examined(parse(raw), raw, HELD).documents] == ["Report 2.pdf"]


def test_a_winmail_dat_under_another_name_is_known_by_its_bytes() -> None:
    raw = mail_with(("ATT00001.dat", winmail(("Report 2.docx", BIG))))
    assert [d.name for d in examined(parse(raw), raw, HELD).documents] == ["Report 2.docx"]


def test_a_mail_in_a_winmail_dat_stays_in_it_and_both_are_told() -> None:
    begun = b"\x02" + (0x00069002).to_bytes(4, "little") + (14).to_bytes(4, "little") + bytes(16)
    raw = mail_with(("winmail.dat", winmail() + begun))
    (only,) = examined(parse(raw), raw, HELD).files
    assert only.name == "winmail.dat"
    assert "can't be unpacked" in only.state
    raw = mail_with(("winmail.dat", winmail(("Report 2.docx", BIG)) + begun))
    assert [d.name for d in examined(parse(raw), raw, HELD).files] == ["winmail.dat", "Report 2.docx"]


def test_an_empty_file_in_a_winmail_dat_is_said_to_be_empty() -> None:
    raw = mail_with(("winmail.dat", winmail(("Report 2.docx", b""))))
    (only,) = examined(parse(raw), raw, HELD).files
    assert (only.name, only.state) == ("Report 2.docx", EMPTY)


def test_the_files_of_a_message_within_a_message_come_out_byte_for_byte() -> None:
    raw = mail_with(("fwd.msg", outlook_message(("Report 2.docx", BIG), deep=2)))
    report = next(d for d in examined(parse(raw), raw, HELD).files if d.name == "Report 2.docx")
    assert content_of(report, raw) == BIG
