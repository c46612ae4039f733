"""A workbook is read like a CSV, as people see its first sheet."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from tests.support.sheets import HEADER, JO, JO_READ, KIM, Faults, Parse, as_csv, as_excel, as_xlsx, rezipped


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
