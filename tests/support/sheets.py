"""People sheets as spreadsheets save them, as CSV and as workbooks."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

from qibot.model.people import Enrolment, Person
from qibot.people.roster import read

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
Faults = Callable[..., list[str]]


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


def rezipped(sheet: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def read_bytes(content: bytes, known: Sequence[Enrolment] = ()) -> list[Enrolment]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people"
        path.write_bytes(content)
        return read(path, COHORTS, known)
