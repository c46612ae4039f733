"""The people sheet: what is read, what is a fault, who keeps which slug, and what an import would change."""

from __future__ import annotations

import csv
import io
import re
import struct
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.formula import ArrayFormula

from qibot.errors import RosterError
from qibot.model.people import Enrolment, Person, Status
from qibot.people import sheet as sheet_file
from qibot.people.enrolling import RosterChange, compare
from qibot.people.roster import EXAMPLE, read

COHORTS = ("2026-27", "2027-28")
HEADER = ("Cohort", "Practitioner", "Practitioner e-mail", "Mentor", "Mentor e-mail", "Organisation", "Project")
JO = ("2026-27", "Jo Smith", "jo@council.example", "Ann Lee", "ann@health.example", "Council", "Shorter waits")
KIM = ("2026-27", "Kim Ross", "kim@council.example", "Bob Ray", "bob@health.example", "Council", "Safer care")
JO_READ = Enrolment(
    cohort="2026-27",
    slug="jo.smith",
    practitioner=Person("Jo Smith", ("jo@council.example",)),
    mentor=Person("Ann Lee", ("ann@health.example",)),
    organisation="Council",
    project="Shorter waits",
)
Table = Sequence[Sequence[object]]
Parse = Callable[..., list[Enrolment]]


def as_csv(rows: Table, delimiter: str = ",", newline: str = "\r\n") -> str:
    """As a spreadsheet saves it; Python's writer knows only one kind of line break that needs quotation marks."""
    out = io.StringIO()
    odd = any("\n" in str(cell) or "\r" in str(cell) for cells in rows for cell in cells)
    if odd:
        csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL).writerows(rows)
    else:
        csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return out.getvalue()


def as_xlsx(rows: Table) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    book.close()
    return out.getvalue()


def row(base: Sequence[str] = JO, **cells: str) -> dict[str, str]:
    """A row by column; underscores in a keyword stand for spaces, "email" for "e-mail"."""
    return dict(zip(HEADER, base, strict=True)) | {
        k.replace("_", " ").replace("email", "e-mail"): cells[k] for k in cells
    }


def table(*rows: dict[str, str]) -> Table:
    header = list(dict.fromkeys(column for r in rows for column in r))
    return [header, *([r.get(column, "") for column in header] for r in rows)]


def as_excel(rows: Table) -> bytes:
    """A workbook as Excel itself writes it, its texts in one shared table (openpyxl writes them into the cells)."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    texts = [str(cell) for cells in rows for cell in cells]
    place = iter(range(len(texts)))
    body = "".join(
        f'<row r="{r}">{"".join(f"""<c r="{chr(64 + c)}{r}" t="s"><v>{next(place)}</v></c>""" for c in columns)}</row>'
        for r, columns in enumerate((range(1, len(cells) + 1) for cells in rows), 1)
    )
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_xlsx([]))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "[Content_Types].xml" and "sharedStrings" not in text:
                part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
                text = text.replace("</Types>", f"{part}</Types>")
            new.writestr(name, parts.pop(name, text))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


@pytest.fixture
def parse(tmp_path: Path) -> Parse:
    """Read a sheet given as bytes, as text or as rows."""

    def parse(sheet: bytes | str | Table, known: Sequence[Enrolment] = (), name: str = "people.csv") -> list[Enrolment]:
        if not isinstance(sheet, bytes | str):
            sheet = as_csv(sheet)
        path = tmp_path / name
        path.write_bytes(sheet.encode() if isinstance(sheet, str) else sheet)
        return read(path, COHORTS, known)

    return parse


@pytest.fixture
def faults(parse: Parse) -> Callable[..., list[str]]:
    """The faults of a sheet that has some."""

    def faults(*sheet: object, **options: object) -> list[str]:
        with pytest.raises(RosterError) as caught:
            parse(*sheet, **options)
        return caught.value.faults

    return faults


Faults = Callable[..., list[str]]


# --- what is read ---


def test_a_row_becomes_an_enrolment(parse: Parse) -> None:
    assert parse([HEADER, JO]) == [JO_READ]


def test_the_example_reads_without_a_fault_and_fills_every_field(parse: Parse) -> None:
    (found,) = parse(EXAMPLE)
    assert found.manager and found.sponsor and found.mentor_capacity == 4 and len(found.practitioner.addresses) == 2
    assert parse(EXAMPLE.replace("2026-27", "2027-28"))[0].unit == "2027-28/jo.smith"
    assert set(re.findall(r"@[\w.]+", EXAMPLE)) == {"@council.example", "@home.example", "@health.example"}


def test_optional_columns_are_read(parse: Parse) -> None:
    cells = {
        "Manager": "Sam Reid", "Manager e-mail": "sam@council.example", "Sponsor": "Di Orr",
        "Sponsor e-mail": "di@council.example", "Mentor capacity": "0", "Status": "Paused",
    }  # fmt: skip
    assert parse(table(row(**cells))) == [
        replace(
            JO_READ,
            manager=Person("Sam Reid", ("sam@council.example",)),
            sponsor=Person("Di Orr", ("di@council.example",)),
            mentor_capacity=0,
            status=Status.PAUSED,
        )
    ]


@pytest.mark.parametrize("status", [*Status, "ACTIVE", ""])
def test_every_status_is_known_and_active_is_the_default(parse: Parse, status: str) -> None:
    assert parse(table(row(Status=status)))[0].status == (status.lower() or "active")


def test_organisation_and_project_may_be_blank(parse: Parse) -> None:
    assert parse(table(row(Organisation="", Project="")))[0].project == ""


@pytest.mark.parametrize(
    "header",
    [
        "COHORT,practitioner,PractitionerEmail,mentor,Mentor_E_Mail,organisation,PROJECT",
        " Cohort ,Practi-tioner,practitioner address,Mentor,Mentor-email address,Organisation,Project",
        'Cohort,Practitioner,"Practitioner\ne-mail",Mentor,Mentor e\u2011mail,Organisation,Project',
    ],
)
def test_headings_are_matched_as_people_write_them(parse: Parse, header: str) -> None:
    assert parse(header + "\n" + as_csv([JO])) == [JO_READ]


def test_columns_may_stand_in_any_order(parse: Parse) -> None:
    assert parse([HEADER[::-1], JO[::-1]]) == [JO_READ]


@pytest.mark.parametrize("between", [";", ",", " ", "; ", "\n", "\u00a0", ";;"])
def test_a_cell_may_hold_several_addresses_the_first_gets_the_letters(parse: Parse, between: str) -> None:
    cell = f"Jo@Council.example{between}jo@home.example{between}jo@council.example"
    person = parse(table(row(Practitioner_email=cell)))[0].practitioner
    assert person.addresses == ("jo@council.example", "jo@home.example") and person.address == "jo@council.example"


def test_a_mentors_address_may_stand_in_another_row(parse: Parse) -> None:
    rows = table(row(Mentor_email=""), row(KIM, Mentor="ann  LEE", Mentor_email="ann@health.example"))
    assert parse(rows)[0].mentor == Person("Ann Lee", ("ann@health.example",))


def test_the_fullest_of_a_mentors_cells_fills_a_blank_one(parse: Parse) -> None:
    rows = table(
        row(Mentor_email=""),
        row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example"),
        row(
            KIM,
            Practitioner_email="pat@x.example",
            Mentor="Ann Lee",
            Mentor_email="ann@health.example ann@home.example",
        ),
    )
    assert parse(rows)[0].mentor.addresses == ("ann@health.example", "ann@home.example")


def test_a_mentors_capacity_in_one_row_holds_in_all_of_theirs(parse: Parse) -> None:
    other = row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example", Mentor_capacity="3")
    assert [e.mentor_capacity for e in parse(table(other, row()))] == [3, 3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_dialect_and_encoding_is_read(parse: Parse, encoding: str, delimiter: str, newline: str) -> None:
    text = as_csv([HEADER, [cell.replace("Jo Smith", "José Müller") for cell in JO]], delimiter, newline)
    (found,) = parse(text.encode(encoding))
    assert found.practitioner.name == "José Müller" and found.slug == "jose.muller"


@pytest.mark.parametrize("bom, encoding", [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_is_read_in_either_byte_order(parse: Parse, bom: bytes, encoding: str) -> None:
    assert parse(bom + as_csv([HEADER, JO]).encode(encoding)) == [JO_READ]


def test_a_semicolon_sheet_may_hold_commas_and_the_other_way_round(parse: Parse) -> None:
    rows = [HEADER, [*JO[:-1], "a, b; c"]]
    assert parse(as_csv(rows, ";"))[0].project == parse(as_csv(rows))[0].project == "a, b; c"


def test_blank_rows_and_blank_trailing_columns_are_passed_over(parse: Parse) -> None:
    text = as_csv([[], ["", " "], [*HEADER, "", ""], ["\u00a0"], [*JO, "", " "], [], ["", ""]])
    assert parse(text) == [JO_READ]


def test_spaces_that_nobody_sees_are_tidied(parse: Parse) -> None:
    assert parse(table(row(Practitioner=" Jo\u00a0\u00a0Smith\u200b ", Mentor="Ann\nLee", Cohort="2026-27\u00a0"))) == [
        JO_READ
    ]


def test_an_accent_in_two_pieces_is_the_same_letter(parse: Parse) -> None:
    assert parse(table(row(Practitioner="Jose\u0301")))[0].practitioner.name == "Jos\u00e9"


def test_a_line_number_is_that_of_the_rows_first_line(faults: Faults) -> None:
    rows = [HEADER, [*JO[:-1], "two\r\nlines\nor three"], [], [*KIM[:2], "nonsense", *KIM[3:]]]
    assert faults(rows)[0].startswith('people.csv, line 6, column "Practitioner e-mail": “nonsense” isn\'t')


# --- workbooks ---


def test_a_workbook_is_read_like_a_csv_whatever_its_name(parse: Parse) -> None:
    assert parse(as_xlsx([HEADER, JO])) == parse(as_xlsx([HEADER, JO]), name="people.xlsx") == [JO_READ]


def test_a_workbook_with_shared_strings_is_read(parse: Parse) -> None:
    assert parse(as_excel([HEADER, [*JO[:-1], "two\nlines & more"]])) == [replace(JO_READ, project="two lines & more")]


def test_a_workbooks_numbers_and_dates_read_as_people_see_them(parse: Parse) -> None:
    header = [*HEADER, "Mentor capacity"]
    (found,) = parse(as_xlsx([header, [*JO[:5], 42, date(2026, 10, 1), 3.0]]))
    assert (found.organisation, found.project, found.mentor_capacity) == ("42", "2026-10-01", 3)


def test_a_text_in_a_workbook_may_begin_with_a_hyphen(parse: Parse) -> None:
    assert parse(as_xlsx([HEADER, [*JO[:-1], "- shorter waits"]]))[0].project == "- shorter waits"


def test_blank_rows_in_a_workbook_keep_the_line_numbers(faults: Faults) -> None:
    sheet = as_xlsx([[], HEADER, [], JO, [None], [*KIM[:1], *KIM[1:3], "", *KIM[4:]]])
    assert faults(sheet, name="p.xlsx") == ['p.xlsx, line 6, column "Mentor": the cell is empty: fill it in.']


def test_the_first_sheet_that_is_not_hidden_is_read(parse: Parse) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["notes"])
    book.worksheets[0].sheet_state = "hidden"
    for cells in (HEADER, JO):
        if len(book.worksheets) == 1:
            book.create_sheet("people")
        book.worksheets[1].append(list(cells))
    book.create_sheet("more").append(["notes"])
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    book.close()
    assert parse(out.getvalue()) == [JO_READ]


@pytest.mark.parametrize("formula", ["=A1", "=1+1", ArrayFormula("G2", "=A1:A1")])
def test_a_formula_in_a_workbook_is_a_fault(faults: Faults, formula: object) -> None:
    (fault,) = faults(as_xlsx([HEADER, [*JO[:-1], formula]]))
    assert fault.startswith('people.csv, line 2, column "Project": there is a formula')


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#NAME?", "#DIV/0!"])
def test_a_spreadsheet_error_is_a_fault_in_a_workbook_and_in_a_csv(faults: Faults, error: str) -> None:
    for sheet in (as_xlsx([HEADER, [*JO[:-1], error]]), as_csv([HEADER, [*JO[:-1], error]])):
        assert f'line 2, column "Project": {error} is a spreadsheet error' in faults(sheet)[0]


def test_a_workbook_that_warns_of_dropped_looks_is_read(parse: Parse) -> None:
    sheet = rezipped(as_xlsx([HEADER, JO]), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(
        b"</worksheet>", b'<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    ))  # fmt: skip
    assert parse(sheet) == [JO_READ]


def test_a_workbooks_declared_size_is_not_trusted(parse: Parse) -> None:
    sheet = rezipped(
        as_xlsx([HEADER, JO]),
        "xl/worksheets/sheet1.xml",
        lambda x: re.sub(rb'dimension ref="[^"]*"', b'dimension ref="A1"', x),
    )
    assert parse(sheet) == [JO_READ]


def test_rows_numbered_beyond_what_a_sheet_can_hold_are_not_waited_for(parse: Parse) -> None:
    far = b'<row r="99999999999"><c r="A99999999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    sheet = rezipped(as_xlsx([HEADER, JO]), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", far))
    assert parse(sheet) == [JO_READ]


def rezipped(sheet: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


# --- files that are no people sheet ---


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


def test_a_byte_that_windows_1252_does_not_know_is_a_fault_with_its_line(faults: Faults) -> None:
    (fault,) = faults(as_csv([HEADER, JO]).encode() + b'"two\r\nlines",Jos\x81\r\n')
    assert fault == 'people.csv, line 4: byte 0x81 is no cp1252 text: save the sheet as "CSV UTF-8".'


def test_a_marked_utf_8_or_utf_16_is_not_guessed_otherwise(faults: Faults) -> None:
    assert "line 2: byte 0xe9 is no utf-8-sig text" in faults(b"\xef\xbb\xbfa\rJos\xe9")[0]
    assert "line 1: byte 0x61 is no utf-16 text" in faults(b"\xff\xfea")[0]


def test_a_quotation_mark_that_never_closes_is_a_fault_where_it_opens(faults: Faults) -> None:
    (fault,) = faults(as_csv([HEADER, JO]) + '2026-27,"Kim Ross,kim@council.example\n' + as_csv([KIM, JO]))
    assert fault.startswith("people.csv, line 3: the row isn't sound CSV")


# --- faults of columns and cells ---


def test_a_missing_column_is_a_fault_and_rows_do_not_repeat_it(faults: Faults) -> None:
    assert faults([HEADER[:4], JO[:4]]) == [
        f'people.csv, line 1, column "{column}": the column is missing: add it.'
        for column in ("Mentor e-mail", "Organisation", "Project")
    ]


def test_an_unknown_column_is_a_fault(faults: Faults) -> None:
    (fault,) = faults([[*HEADER, "Shoe size"], [*JO, "42"]])
    assert fault.startswith('people.csv, line 1, column "Shoe size": there is no such column: use only Cohort, ')


def test_a_near_miss_of_a_column_is_told(faults: Faults) -> None:
    (fault,) = faults([[*HEADER, "Mentor capasity"], [*JO, "4"]])
    assert fault == (
        'people.csv, line 1, column "Mentor capasity": there is no such column: did you mean “Mentor capacity”?'
    )


def test_a_column_that_stands_there_twice_is_a_fault(faults: Faults) -> None:
    assert 'column "Practitioner e-mail": the column stands there more than once' in faults(
        [[*HEADER, "Practitioner address"], [*JO, JO[2]]]
    )[0]  # fmt: skip


def test_far_too_many_columns_are_one_fault(faults: Faults) -> None:
    assert "has 207 columns" in faults([[*HEADER, *["x"] * 200], JO])[0]


@pytest.mark.parametrize("column", ["Cohort", "Practitioner", "Practitioner e-mail", "Mentor"])
def test_a_required_cell_that_is_empty_is_a_fault(faults: Faults, column: str) -> None:
    assert faults(table(row(**{column: " "}))) == [
        f'people.csv, line 2, column "{column}": the cell is empty: fill it in.'
    ]


@pytest.mark.parametrize("cohort, hint", [("2026–27", "did you mean “2026-27”?"), ("x", "write 2026-27 or 2027-28.")])
def test_an_unknown_cohort_is_a_fault(faults: Faults, cohort: str, hint: str) -> None:
    assert faults(table(row(Cohort=cohort))) == [
        f'people.csv, line 2, column "Cohort": “{cohort}” is an unknown cohort: {hint}'
    ]


def test_an_unknown_status_is_a_fault(faults: Faults) -> None:
    assert "“activ” is an unknown status: did you mean “active”?" in faults(table(row(Status="activ")))[0]


@pytest.mark.parametrize(
    "cell",
    [
        "jo", "jo@", "@council.example", "jo@@council.example", "jo@council", "Jo <jo@council.example>",
        "<jo@x.example>", "mailto:jo@x.example", ".jo@x.example", "jo.@x.example", "j..o@x.example", "jo@-x.example",
        "jo@x-.example", "jo@x..example", "jo@x.example.", "jo@[127.0.0.1]", "jo@127.0.0.1", '"jo"@x.example',
        "jo(x)@x.example", "jö@x.example", "jo@\uff4b.example", f"{'j' * 65}@x.example", f"jo@{'x' * 64}.example",
        f"jo@{'x.' * 130}example", ";", "jo@x.example; kim",
    ],
)  # fmt: skip
def test_what_is_no_bare_address_is_a_fault(faults: Faults, cell: str) -> None:
    for column in ("Practitioner e-mail", "Mentor e-mail"):
        (fault,) = faults(as_xlsx(table(row(**{column: cell}))))
        assert f'column "{column}": “' in fault and "isn't an e-mail address: write the address alone" in fault


@pytest.mark.parametrize("address", ["o'neil+qi@x-1.council.example", "a.b@3com.example", "jo@xn--bcher-kva.example"])
def test_unusual_addresses_are_read(parse: Parse, address: str) -> None:
    assert parse(table(row(Practitioner_email=address)))[0].practitioner.address == address


@pytest.mark.parametrize("mark", ["\x07", "\x7f", "\x9d", "\u202e", "\u2066"])
@pytest.mark.parametrize("column", HEADER)
def test_a_control_character_is_a_fault(faults: Faults, mark: str, column: str) -> None:
    cells = row()
    (fault,) = faults(table(cells | {column: cells[column][:3] + mark + cells[column][3:]}))
    assert f'line 2, column "{column}": there is a control character in the cell' in fault


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("http://x.example")', "+44 131", "-x", "@sum(A1)", " =A1"])
@pytest.mark.parametrize("column", HEADER)
def test_a_formula_in_a_csv_is_a_fault(faults: Faults, column: str, cell: str) -> None:
    (fault,) = faults(table(row(**{column: cell})))
    assert f'line 2, column "{column}": there is a formula in the cell: type the value itself' in fault


def test_a_lone_dash_is_no_formula(parse: Parse) -> None:
    assert parse(table(row(Project="-")))[0].project == "-"


@pytest.mark.parametrize("cell", ["four", "-1", "1.5", "1e3", "٣", "10000", "9" * 5000])
def test_a_capacity_is_a_whole_number(faults: Faults, cell: str) -> None:
    (fault,) = faults(as_xlsx(table(row(Mentor_capacity=cell))))
    assert 'line 2, column "Mentor capacity": “' in fault and "write a whole number" in fault


def test_a_manager_has_both_name_and_address(faults: Faults) -> None:
    cells = {"Manager": "Sam Reid", "Manager e-mail": "", "Sponsor": "", "Sponsor e-mail": "di@council.example"}
    assert faults(table(row(**cells))) == [
        'people.csv, line 2, column "Manager e-mail": the cell is empty but “Manager” isn\'t: fill in both or neither.',
        'people.csv, line 2, column "Sponsor": the cell is empty but “Sponsor e-mail” isn\'t: fill in both or neither.',
    ]


def test_a_row_with_more_cells_than_headings_is_a_fault(faults: Faults) -> None:
    assert faults([HEADER, [*JO, "", "stray", "more"]]) == [
        'people.csv, line 2, column "I": “stray” stands under no heading: move or remove it.'
    ]
    assert "stands under no heading" in faults([HEADER, [*JO, *[""] * 20_000, "x"]])[0]


def test_a_cell_under_a_blank_heading_is_a_fault(faults: Faults) -> None:
    assert 'line 2, column "A": “stray” stands under no' in faults([["", *HEADER], ["stray", *JO]])[0]


def test_a_long_cell_is_told_shortly(faults: Faults) -> None:
    assert len(faults(table(row(Cohort="x" * 9000, Practitioner_email="y" * 9000)))[0]) < 200


def test_all_faults_are_told_in_the_sheets_order(faults: Faults) -> None:
    found = faults(table(row(Mentor=""), row(KIM, Cohort="x", Mentor_email="bob"), row(Practitioner="Al", Status="x")))
    assert [re.findall(r'line (\d), column "(.+?)"', fault)[0] for fault in found] == [
        ("2", "Mentor"), ("3", "Cohort"), ("3", "Mentor e-mail"), ("4", "Status"), ("4", "Practitioner e-mail"),
    ]  # fmt: skip


# --- faults between rows ---


def test_a_mentor_without_an_address_anywhere_is_unknown(faults: Faults) -> None:
    (fault,) = faults(table(row(Mentor_email=""), row(KIM)))
    assert fault == (
        'people.csv, line 2, column "Mentor e-mail": “Ann Lee” is an unknown mentor:'
        " write the address in this row or another of theirs."
    )


def test_a_mentor_whose_only_address_is_faulty_is_told_once(faults: Faults) -> None:
    assert len(faults(table(row(Mentor_email=""), row(KIM, Mentor="Ann Lee", Mentor_email="ann")))) == 1


def test_a_blank_address_of_one_of_two_namesakes_is_a_fault(faults: Faults) -> None:
    rows = table(
        row(Mentor_email=""),
        row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example"),
        row(KIM, Practitioner_email="pat@x.example", Mentor="Ann Lee", Mentor_email="ann@other.example"),
    )
    assert 'line 2, column "Mentor e-mail": there are several addresses for “Ann Lee”' in faults(rows)[0]


def test_a_mentors_address_under_two_names_is_a_fault(faults: Faults) -> None:
    (fault,) = faults(table(row(), row(KIM, Mentor_email="bob@health.example ann@health.example")))
    assert 'line 3, column "Mentor e-mail": the address is “Ann Lee” in line 2 but “Bob Ray” here' in fault


def test_a_mentor_with_two_capacities_is_a_fault(faults: Faults) -> None:
    other = row(KIM, Mentor="Ann Lee", Mentor_email="ann@health.example", Mentor_capacity="3")
    (fault,) = faults(table(row(Mentor_capacity="4"), other))
    assert 'line 3, column "Mentor capacity": Ann Lee\'s capacity is 4 in line 2 but 3 here' in fault


@pytest.mark.parametrize("role", ["Mentor", "Manager"])
def test_a_practitioner_with_the_address_of_their_mentor_or_manager_is_a_fault(faults: Faults, role: str) -> None:
    cells = {role: "Some One", f"{role} e-mail": "some@x.example; Jo@council.example"}
    (fault,) = faults(table(row(**cells)))
    assert f"“jo@council.example” is also the {role.lower()}'s address" in fault


def test_a_double_address_in_a_cohort_is_a_fault_that_names_both_lines(faults: Faults) -> None:
    for name in ("Jo Smith", "Kim Ross"):
        (fault,) = faults(
            table(row(), row(KIM, Practitioner=name, Practitioner_email="kim@x.example, JO@council.example"))
        )
        assert (
            'line 3, column "Practitioner e-mail": double address “jo@council.example”, which is Jo Smith\'s' in fault
        )
        assert "in line 2" in fault


def test_the_same_practitioner_may_be_in_two_cohorts(parse: Parse) -> None:
    assert [e.unit for e in parse(table(row(), row(Cohort="2027-28")))] == ["2026-27/jo.smith", "2027-28/jo.smith"]


# --- slugs ---


@pytest.mark.parametrize(
    "name, slug",
    [
        ("Jo Smith", "jo.smith"), ("Zoë O'Neill-Brown", "zoe.oneill-brown"), ("J. R. Ewing", "j.r.ewing"),
        ("../../etc/passwd", "etcpasswd"), ("...", "p"), ("李小龙", "p"), ("x" * 60, "x" * 40), ("Dr_No", "drno"),
        ("ﬁona ⅷ", "fiona.viii"),
    ],
)  # fmt: skip
def test_a_slug_is_made_from_the_name(parse: Parse, name: str, slug: str) -> None:
    assert parse(table(row(Practitioner=name)))[0].slug == slug


@pytest.mark.parametrize("name, second", [("Jo Smith", "jo.smith.2"), ("x" * 60, "x" * 38 + ".2"), ("李", "p.2")])
def test_namesakes_get_numbered_slugs(parse: Parse, name: str, second: str) -> None:
    rows = table(*(row(Practitioner=name, Practitioner_email=f"jo{n}@x.example") for n in range(3)))
    slugs = [e.slug for e in parse(rows)]
    assert slugs[1] == second and slugs[2] == second[:-1] + "3" and max(map(len, slugs)) <= 40


def test_a_new_namesake_does_not_get_the_slug_of_a_known_one(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Smith", ("other@x.example",)))
    third = replace(known, slug="jo.smith.3", practitioner=Person("Jo Smith", ("third@x.example",)))
    assert [e.slug for e in parse([HEADER, JO], [known, third])] == ["jo.smith.2"]


def test_whoever_has_a_known_address_keeps_the_slug_under_a_new_name(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Brown", ("old@x.example", "jo@council.example")), slug="jo.brown")
    assert parse([HEADER, JO], [known])[0].slug == "jo.brown"


def test_whoever_has_a_known_name_keeps_the_slug_under_a_new_address(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("JO SMITH", ("old@x.example",)), slug="known")
    assert parse([HEADER, JO], [known])[0].slug == "known"


def test_a_name_does_not_match_whom_an_address_matches_already(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Smith", ("kim@council.example",)), slug="known")
    assert [e.slug for e in parse([HEADER, JO, KIM], [known])] == ["jo.smith", "known"]


def test_of_two_namesakes_neither_inherits_a_known_ones_history(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo Smith", ("old@x.example",)))
    rows = table(row(), row(Practitioner_email="second@x.example"))
    assert [e.slug for e in parse(rows, [known])] == ["jo.smith.2", "jo.smith.3"]


def test_another_cohorts_enrolment_is_not_matched(parse: Parse) -> None:
    assert parse([HEADER, JO], [replace(JO_READ, cohort="2027-28", slug="other")])[0].slug == "jo.smith"


def test_when_a_row_could_be_two_known_ones_the_likelier_is_taken(parse: Parse) -> None:
    withdrawn = replace(JO_READ, slug="a", practitioner=Person("Jo", ("jo@council.example",)), status=Status.WITHDRAWN)
    active, same = (
        replace(withdrawn, slug="b", status=Status.ACTIVE),
        replace(withdrawn, slug="c", practitioner=JO_READ.practitioner),
    )
    assert parse([HEADER, JO], [withdrawn, active])[0].slug == "b"
    assert parse([HEADER, JO], [withdrawn, active, same])[0].slug == "c"


def test_two_rows_never_match_the_same_known_one(parse: Parse) -> None:
    known = replace(JO_READ, practitioner=Person("Jo", ("jo@council.example", "kim@council.example")), slug="jo")
    assert [e.slug for e in parse([HEADER, JO, KIM], [known])] == ["jo", "kim.ross"]


# --- what an import would change ---


def test_an_unchanged_enrolment_is_not_listed() -> None:
    assert compare({JO_READ.unit: JO_READ}, [JO_READ]) == []


def test_an_addition_tells_its_fields() -> None:
    (change,) = compare({}, [JO_READ])
    assert change == RosterChange("2026-27/jo.smith", None, JO_READ) and change.kind == "addition"
    assert change.lines() == [
        "practitioner: Jo Smith <jo@council.example>",
        "mentor: Ann Lee <ann@health.example>",
        "organisation: Council",
        "project: Shorter waits",
        "status: active",
    ]


def test_a_change_tells_what_becomes_what() -> None:
    after = replace(
        JO_READ,
        mentor=Person("Bob Ray", ("bob@health.example", "bob@home.example")),
        manager=Person("Sam Reid", ("sam@council.example",)),
        mentor_capacity=0,
        project="",
    )
    (change,) = compare({JO_READ.unit: JO_READ}, [after])
    assert change.kind == "change" and change.lines() == [
        "mentor: Ann Lee <ann@health.example> -> Bob Ray <bob@health.example, bob@home.example>",
        "mentor capacity: none -> 0",
        "manager: none -> Sam Reid <sam@council.example>",
        "project: Shorter waits -> none",
    ]


def test_whoever_is_no_longer_in_the_sheet_is_withdrawn() -> None:
    (change,) = compare({JO_READ.unit: JO_READ}, [])
    assert change.kind == "removal" and change.after == replace(JO_READ, status=Status.WITHDRAWN)
    assert change.lines() == ["status: active -> withdrawn"]


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.COMPLETED])
def test_whoever_has_gone_already_is_not_listed(status: Status) -> None:
    gone = replace(JO_READ, status=status)
    assert compare({gone.unit: gone}, []) == []


def test_whoever_comes_back_is_a_change() -> None:
    gone = replace(JO_READ, status=Status.WITHDRAWN)
    (change,) = compare({gone.unit: gone}, [JO_READ])
    assert change.kind == "change" and change.lines() == ["status: withdrawn -> active"]


# --- properties ---

NAMES = st.text(
    st.characters(exclude_categories=["C", "Z"], max_codepoint=0x2FFF) | st.sampled_from("  '-.,;\"\t\n\u00a0é"),
    min_size=1,
    max_size=50,
).filter(lambda text: plain(text) and plain(text)[0] not in "=+-@#" and "x005F_" not in text)  # openpyxl drops x005F_


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@st.composite
def sheets(draw: st.DrawFn, names: st.SearchStrategy[str] = NAMES) -> list[dict[str, str]]:
    """Rows without a fault, with every liberty that the format allows."""
    mentors = draw(st.lists(names, min_size=1, max_size=3, unique_by=lambda name: plain(name).casefold()))
    rows = []
    for n in range(draw(st.integers(1, 6))):
        m = draw(st.integers(0, len(mentors) - 1))
        rows.append(
            {
                "Cohort": draw(st.sampled_from(COHORTS)),
                "Practitioner": draw(names),
                "Practitioner e-mail": draw(st.sampled_from([f"P{n}@x.example", f"p{n}@x.example; q{n}@x.example"])),
                "Mentor": mentors[m],
                "Mentor e-mail": f"m{m}@x.example",
                "Mentor capacity": f"{m}" if m else "",
                "Manager": (manager := draw(st.just("") | names)),
                "Manager e-mail": "boss@x.example" if manager else "",
                "Organisation": draw(st.just("") | names),
                "Project": draw(st.just("") | names),
                "Status": draw(st.sampled_from(["", *Status])),
            }
        )
    return rows


def read_bytes(content: bytes, known: Sequence[Enrolment] = ()) -> list[Enrolment]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people"
        path.write_bytes(content)
        return read(path, COHORTS, known)


def as_rows(enrolments: Sequence[Enrolment]) -> list[dict[str, str]]:
    return [
        {
            "Cohort": e.cohort,
            "Practitioner": e.practitioner.name,
            "Practitioner e-mail": ";".join(e.practitioner.addresses),
            "Mentor": e.mentor.name,
            "Mentor e-mail": ";".join(e.mentor.addresses),
            "Mentor capacity": "" if e.mentor_capacity is None else str(e.mentor_capacity),
            "Manager": e.manager.name if e.manager else "",
            "Manager e-mail": ";".join(e.manager.addresses) if e.manager else "",
            "Organisation": e.organisation,
            "Project": e.project,
            "Status": str(e.status),
        }
        for e in enrolments
    ]


def expected(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    return [
        {column: plain(cell) for column, cell in r.items()}
        | {
            "Practitioner e-mail": r["Practitioner e-mail"].lower().replace(" ", ""),
            "Status": r["Status"] or "active",
        }
        for r in rows
    ]


@given(
    sheets(),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_as_csv_is_read_back(
    rows: list[dict[str, str]], delimiter: str, newline: str, encoding: str
) -> None:
    found = read_bytes(as_csv(table(*rows), delimiter, newline).encode(encoding))
    assert as_rows(found) == expected(rows)


@given(sheets(names=st.text("aéÖß €“\u00a0", min_size=1).filter(plain)), st.sampled_from(",;\t"))
def test_what_is_written_in_windows_1252_is_read_back(rows: list[dict[str, str]], delimiter: str) -> None:
    content = as_csv(table(*rows), delimiter).encode("cp1252")
    try:
        content.decode()
    except UnicodeDecodeError:
        assert as_rows(read_bytes(content)) == expected(rows)


@settings(max_examples=40)
@given(sheets())
def test_what_is_written_as_a_workbook_is_read_back(rows: list[dict[str, str]]) -> None:
    assert as_rows(read_bytes(as_xlsx(table(*rows)))) == expected(rows)
    assert as_rows(read_bytes(as_excel(table(*rows)))) == expected(rows)


SOUND = (as_csv([HEADER, JO, KIM]).encode(), as_csv([HEADER, JO]).encode("utf-16"), as_xlsx([HEADER, JO]))


@given(st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", *SOUND]), st.binary(max_size=300))
@example(b"", b'"')
def test_arbitrary_bytes_raise_nothing_but_roster_errors(start: bytes, rest: bytes) -> None:
    survive(start + rest)


@given(st.sampled_from(SOUND), st.data())
def test_damaged_sheets_raise_nothing_but_roster_errors(sheet: bytes, data: st.DataObject) -> None:
    content = bytearray(sheet)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    survive(bytes(content))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(max_size=8) | st.sampled_from([*HEADER, *JO]), max_size=9), max_size=6))
def test_arbitrary_cells_raise_nothing_but_roster_errors(rows: list[list[str]]) -> None:
    survive(as_csv([HEADER, *rows]).encode("utf-8", "replace"))


def survive(content: bytes) -> None:
    try:
        assert read_bytes(content)
    except RosterError as e:
        assert e.faults
        for fault in e.faults:
            assert fault.startswith("people") and fault[-1] in ".?" and "\n" not in fault and "\r" not in fault


FEW = st.sampled_from(["Jo", "jo", "Kim Ross", "李", "..", "Jo.2"])


@given(st.lists(sheets(names=FEW), min_size=1, max_size=4))
def test_slugs_are_unique_and_an_unchanged_sheet_changes_nothing(imports: list[list[dict[str, str]]]) -> None:
    known: dict[str, Enrolment] = {}
    for rows in imports:
        content = as_csv(table(*rows)).encode()
        wanted = read_bytes(content, known.values())  # type: ignore[arg-type]
        assert len({e.unit for e in wanted}) == len(wanted)
        assert all(re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])?", e.slug) for e in wanted)
        known |= {change.unit: change.after for change in compare(known, wanted)}
        again = read_bytes(content, known.values())  # type: ignore[arg-type]
        assert again == wanted and compare(known, again) == []
        shuffled = read_bytes(as_csv(table(*rows[::-1])).encode(), known.values())  # type: ignore[arg-type]
        assert shuffled[::-1] == wanted
