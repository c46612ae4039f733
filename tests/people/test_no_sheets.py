"""A file that is no people sheet, is damaged or is made to harm is refused in a sentence."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from qibot.errors import RosterError
from qibot.people import sheet as sheet_file
from qibot.people.roster import read
from tests.support.sheets import COHORTS, HEADER, JO, KIM, Faults, Parse, as_csv, as_xlsx, rezipped


def test_a_missing_file_and_a_folder_are_faults(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path, Path("\0")):
        with pytest.raises(RosterError, match="can't be read"):
            read(path, COHORTS)


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", as_csv([HEADER]), as_csv([HEADER, ["", " "]])])
def test_a_sheet_without_rows_is_a_fault(faults: Faults, text: str) -> None:
    assert faults(text) == [
        "people.csv has no rows: write the headings on one line and one practitioner on each below."
    ]


def a_zip(name: str = "content.xml", content: bytes = b"<x/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0 old or encrypted",
        b"%PDF-1.7 text only",
        b"<html><table>",
        b"\x89PNG\r\n\x1a\n\0\0",
        a_zip(),
        as_xlsx([HEADER, JO])[:-400],
        b"PK\x03\x04",
        as_csv([HEADER, JO]).encode("utf-16-le"),
    ],
)
def test_a_file_that_is_neither_csv_nor_xlsx_is_a_fault(faults: Faults, content: bytes) -> None:
    (fault,) = faults(content, name="p.xlsx")
    assert fault.startswith("p.xlsx is neither CSV nor a sound XLSX workbook: save the sheet")


def test_a_workbook_of_which_a_part_is_damaged_is_a_fault(faults: Faults) -> None:
    sheet = bytearray(as_xlsx([HEADER, JO]))
    with zipfile.ZipFile(io.BytesIO(sheet)) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    sheet[start + 90] ^= 0xFF
    assert "neither CSV nor a sound XLSX" in faults(bytes(sheet))[0]


def test_a_zip_bomb_is_refused_before_it_is_opened(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openpyxl, "load_workbook", None)
    bomb = rezipped(as_xlsx([HEADER, JO]), "xl/styles.xml", lambda _: bytes(30_000_000))
    assert "would inflate to 30," in faults(bomb)[0]


def test_a_workbook_that_inflates_too_far_is_refused_however_it_is_packed(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_file, "MAX_INFLATED", 1000)
    assert "would inflate to" in faults(as_xlsx([HEADER, JO]))[0]


def test_a_zip_bomb_that_declares_too_little_is_refused(faults: Faults) -> None:
    bomb = bytearray(rezipped(as_xlsx([HEADER, JO]), "docProps/core.xml", lambda _: bytes(30_000_000)))
    place = bomb.rindex(struct.pack("<I", 30_000_000))
    bomb[place : place + 4] = struct.pack("<I", 100)
    assert "neither CSV nor a sound XLSX" in faults(bytes(bomb))[0]


def test_entities_in_a_workbook_do_not_swell(faults: Faults) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    xml += '<sheetData><row r="1"><c r="A1" t="str"><v>&l9;</v></c></row></sheetData></worksheet>'
    sheet = rezipped(as_xlsx([HEADER, JO]), "xl/worksheets/sheet1.xml", lambda _: xml.encode())
    assert "neither CSV nor a sound XLSX" in faults(sheet)[0]


def test_a_file_that_is_too_large_is_a_fault(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sheet_file.MAX_BYTES == 20_000_000
    monkeypatch.setattr(sheet_file, "MAX_BYTES", 100)
    assert "is larger than" in faults([HEADER, JO])[0]


def test_too_many_rows_are_a_fault_in_csv_and_workbook(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sheet_file.MAX_ROWS == 50_000
    monkeypatch.setattr(sheet_file, "MAX_ROWS", 2)
    for sheet in (as_csv([HEADER, JO, JO, JO]), as_xlsx([HEADER, JO, [], JO, JO])):
        assert faults(sheet) == ["people.csv has more than 2 rows: remove what isn't part of the sheet."]


def test_as_many_rows_as_allowed_are_read(parse: Parse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_file, "MAX_ROWS", 2)
    for sheet in (as_csv([HEADER, JO, KIM]), as_xlsx([HEADER, JO, KIM])):
        assert len(parse(sheet)) == 2
