"""A spreadsheet file -> rows of cells, whichever program saved it: CSV in the usual encodings and delimiters, or XLSX.

What comes in is bounded before it is read: bytes, rows, columns and what a workbook inflates to.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

from qibot.errors import RosterError
from qibot.expression import expression

MAX_BYTES = 20_000_000
MAX_ROWS = 50_000
MAX_LINES = 1_048_576  # what a worksheet can hold; a workbook that numbers its rows higher is made to harm
MAX_COLUMNS = 200
MAX_INFLATED = 200_000_000
MAX_RATIO = 100  # even a very dull sheet shrinks to a twentieth at most

_INVISIBLE = expression("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")  # what copying from web pages and Word brings along
_FOREIGN = (b"\xd0\xcf\x11\xe0", b"%PDF", b"<")  # old Excel and encrypted workbooks, PDF, HTML that calls itself .xls
_CONTROL = expression("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Spoilt(str):
    """A cell whose content can't be used; the text is the fault."""


LAST_COLUMN = 18_278  # ZZZ, the last that openpyxl can name
_FORMULA = Spoilt("there is a formula in the cell: type the value itself, not beginning with =, +, - or @")
Row = tuple[int, list[str]]  # the line it starts on, its cells


def table(path: Path, is_heading: Callable[[str], bool]) -> tuple[int, list[str], list[Row]]:
    """The header with its line, and all rows that hold anything."""
    name = path.name
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as e:
        raise RosterError([f"{name} can't be read ({e}): check the path and who may read it."]) from None
    if len(data) > MAX_BYTES:
        raise RosterError([f"{name} is larger than {MAX_BYTES // 10**6} MB: remove what isn't part of the sheet."])
    rows: list[Row] = []
    for line, cells in _xlsx_rows(name, data) if data.startswith(b"PK\x03\x04") else _csv_rows(name, data, is_heading):
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append((line, cells))
        if len(rows) > MAX_ROWS + 1:
            raise RosterError([f"{name} has more than {MAX_ROWS:,} rows: remove what isn't part of the sheet."])
    if len(rows) < 2:
        raise RosterError([f"{name} has no rows: write the headings on one line and one practitioner on each below."])
    return rows[0][0], rows[0][1], rows[1:]


def _csv_rows(name: str, data: bytes, is_heading: Callable[[str], bool]) -> Iterator[Row]:
    """Rows in whichever encoding and with whichever delimiter they were saved."""
    text = _decoded(name, data)
    delimiter = max(",;\t", key=lambda d: _recognised(text, d, is_heading))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, [_csv_cell(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as e:
        raise RosterError(
            [f"{name}, line {line}: the row isn't sound CSV ({e}): look for a quotation mark too many or too few."]
        ) from None


def _decoded(name: str, data: bytes) -> str:
    """The text in the encoding that the byte order mark tells, else in UTF-8, else as old Windows programs write."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if data.startswith(_FOREIGN) or (b"\0" in data and not wide):
        raise RosterError([_neither(name)])
    marked = data.startswith(b"\xef\xbb\xbf")
    for encoding in ("utf-16",) if wide else ("utf-8-sig",) if marked else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as e:
            line = len(re.split("\r\n|\r|\n", e.object[: e.start].decode(e.encoding, "ignore")))
            fault = f"{name}, line {line}: byte 0x{e.object[e.start]:02x} is no {encoding} text"
    raise RosterError([f'{fault}: save the sheet as "CSV UTF-8".'])


def _recognised(text: str, delimiter: str, is_heading: Callable[[str], bool]) -> int:
    """How many headings we know if this is the delimiter."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = next((cells for cells in reader if any(map(_tidy, cells))), [])
    except csv.Error:
        return -1
    return sum(is_heading(_tidy(cell)) for cell in header)


def letters_of(column: int) -> str:
    """A column's name in a spreadsheet, the first being A. Raises ValueError beyond the last."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def _xlsx_rows(name: str, data: bytes) -> list[Row]:
    """Rows of the first sheet that isn't hidden. Whatever openpyxl raises means: not a sound workbook."""
    import openpyxl  # a daemon is small where nobody keeps the people in a workbook

    try:
        _refuse_bomb(name, data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of looks that it drops; we want the cells only
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            try:
                return _cells(next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible"))
            finally:
                book.close()
    except RosterError:
        raise
    except Exception:
        raise RosterError([_neither(name)]) from None


def _refuse_bomb(name: str, data: bytes) -> None:
    """Look at what the workbook inflates to before anything inflates it; testzip finds out who declared too little."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inflated = sum(part.file_size for part in archive.infolist())
        if inflated > min(MAX_INFLATED, MAX_RATIO * len(data)):
            raise RosterError(
                [f"{name} would inflate to {inflated:,} bytes, which no people sheet does: save it anew as CSV UTF-8."]
            )
        if archive.testzip():
            raise RosterError([_neither(name)])


def _cells(sheet: Any) -> list[Row]:
    sheet.reset_dimensions()  # a size that the sheet merely declares isn't to be trusted
    rows: list[Row] = []
    for line, cells in enumerate(sheet.iter_rows(), 1):
        texts = [_xlsx_cell(cell) for cell in cells]
        if any(texts):
            rows.append((line, texts))
        if line >= MAX_LINES or len(rows) > MAX_ROWS + 1:
            break
    return rows


def _xlsx_cell(cell: Any) -> str:
    """The text that a person sees in the cell, as near as its value tells."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return _FORMULA
    if cell.data_type == "e":
        return _error(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return _checked(_tidy(str(value)))


def _csv_cell(text: str) -> str:
    text = _tidy(text)
    return _FORMULA if len(text) > 1 and text[0] in "=+-@" else _checked(text)


def _tidy(text: str) -> str:
    """Without what nobody sees: line breaks, doubled and non-breaking spaces, accents in two pieces."""
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))


def _checked(text: str) -> str:
    if re.fullmatch(r"#(N/A|[A-Z]+[/A-Z0-9]*[!?])", text):
        return _error(text)
    if _CONTROL.search(text):
        return Spoilt("there is a control character in the cell: type its content anew")
    return text


def _error(text: str) -> str:
    return Spoilt(f"{short(text)} is a spreadsheet error: type the value itself")


def _neither(name: str) -> str:
    return (
        f"{name} is neither CSV nor a sound XLSX workbook:"
        ' save the sheet, without a password, as "Excel workbook (.xlsx)" or "CSV UTF-8".'
    )


def short(text: str) -> str:
    """Fit to stand in a sentence."""
    return text if len(text) <= 60 else f"{text[:59]}…"
