"""Documents made by hand for the tests: Word (both forms), OpenDocument, PDF and spreadsheets from lines of plain text.

The lines: `# Heading`, `- item`, `| cell | cell |`, `[chart] caption`, else a paragraph; a blank line ends one.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from textwrap import wrap
from xml.sax.saxutils import escape

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WRAPPED = 60  # characters from which a line was wrapped rather than ended
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def blocks(text: str) -> list[tuple[str, str]]:
    """The kinds and words of a report's lines; a line of some length goes on with the next."""
    found: list[tuple[str, str]] = []
    goes_on = False
    for raw in text.split("\n"):
        line = raw.strip()
        kind = {"#": "heading", "-": "item", "|": "row"}.get(line[:1], "chart" if line[:7] == "[chart]" else "")
        if kind:
            found.append((kind, line.removeprefix("[chart]").strip("|#- ") if kind != "row" else line))
        elif line and found and found[-1][0] == "open" and goes_on:
            found[-1] = ("open", f"{found[-1][1]} {line}")
        else:
            found.append(("open" if line else "", line))
        goes_on = len(line) >= WRAPPED
    return [("paragraph" if kind == "open" else kind, said) for kind, said in found if kind]


def cells(row: str) -> list[str]:
    """The cells of a table's row."""
    return [cell.strip() for cell in row.strip("| ").split("|")]


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip of these."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # alike whenever it is made
    return packed.getvalue()


def docx(body: str, space: str = TRANSITIONAL, **members: str) -> bytes:
    """A Word document with this XML within its body; further members by their names (`comments`, `footnotes`)."""
    head = f'xmlns:w="{space}" xmlns:c="{_CHART}" xmlns:mc="urn:mc" xmlns:v="urn:v" xmlns:a="urn:a" xmlns:pic="urn:pic"'
    whole: dict[str, str | bytes] = {"word/document.xml": f"<w:document {head}><w:body>{body}</w:body></w:document>"}
    for name, inner in members.items():
        whole[f"word/{name}.xml"] = f"<w:{name} {head}>{inner}</w:{name}>"
    return zipped(whole)


def para(said: str, style: str = "") -> str:
    """A paragraph of a Word document."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{escape(said)}</w:t></w:r></w:p>'


def docx_of(text: str, space: str = TRANSITIONAL) -> bytes:
    """A report's text as a Word document."""

    def table(rows: list[str]) -> str:
        made = "".join("<w:tr>" + "".join(f"<w:tc>{para(c)}</w:tc>" for c in cells(r)) + "</w:tr>" for r in rows)
        return f"<w:tbl>{made}</w:tbl>"

    one = {
        "heading": lambda said: para(said, "Heading1"),
        "item": lambda said: para(said, "ListParagraph"),
        "chart": lambda said: '<w:p><w:r><w:drawing><c:chart id="1"/></w:drawing></w:r></w:p>' + para(said),
        "paragraph": para,
    }
    return docx("".join(_made(blocks(text), one, table)), space)


def odt_of(text: str) -> bytes:
    """A report's text as an OpenDocument text."""

    def table(rows: list[str]) -> str:
        def cell(said: str) -> str:
            return f"<t:table-cell><x:p>{escape(said)}</x:p></t:table-cell>"

        made = "".join(f"<t:table-row>{''.join(map(cell, cells(row)))}</t:table-row>" for row in rows)
        return f"<t:table>{made}</t:table>"

    chart = '<x:p><d:frame><d:object xlink:href="./Object 1"/></d:frame></x:p>'
    one = {
        "heading": lambda said: f'<x:h x:outline-level="1">{escape(said)}</x:h>',
        "item": lambda said: f"<x:list><x:list-item><x:p>{escape(said)}</x:p></x:list-item></x:list>",
        "chart": lambda said: f"{chart}<x:p>{escape(said)}</x:p>",
        "paragraph": lambda said: f"<x:p>{escape(said)}</x:p>",
    }
    body = "".join(_made(blocks(text), one, table))
    spaces = 'xmlns:o="urn:o" xmlns:x="urn:x" xmlns:t="urn:t" xmlns:d="urn:d" xmlns:xlink="urn:xlink"'
    members: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<o:document-content {spaces}><o:body><o:text>{body}</o:text></o:body></o:document-content>",
    }
    return zipped(members | ({"Object 1/content.xml": "<o/>"} if "Object 1" in body else {}))


def _made(
    found: Iterable[tuple[str, str]], one: dict[str, Callable[[str], str]], table: Callable[[list[str]], str]
) -> Iterable[str]:
    rows: list[str] = []
    for kind, said in [*found, ("end", "")]:
        if kind == "row":
            rows.append(said)
            continue
        if rows:
            yield table(rows)
            rows = []
        if kind != "end":
            yield one[kind](said)


_LINES = 52  # a page


def pdf_of(text: str) -> bytes:
    """A report's text as a PDF: one font, one column; a chart is a small picture."""
    lines: list[str] = []
    for kind, said in blocks(text):
        shown = {"item": f"• {said}", "row": "   ".join(cells(said))}.get(kind, said)
        lines += [
            *(["", ""] if kind in ("heading", "chart") else [""] if kind == "paragraph" else []),
            *wrap(shown, 90),
        ]
    pages = [lines[i : i + _LINES] for i in range(0, len(lines), _LINES)] or [[]]
    return pdf([_drawn(page) for page in pages], pictures=sum(kind == "chart" for kind, _ in blocks(text)))


def _drawn(lines: list[str]) -> bytes:
    said = [re.sub(rb"([\\()])", rb"\\\1", line.encode("cp1252", "replace")) for line in lines]
    return b"BT /F1 10 Tf 50 800 Td 14 TL " + b" ".join(b"(" + s + b") Tj T*" for s in said) + b" ET"


def pdf(pages: list[bytes], pictures: int = 0, kids: str = "", extra: dict[int, bytes] | None = None) -> bytes:
    """A PDF with these content streams; `kids` takes the place of its list of pages, `extra` further objects."""
    first = 10 + pictures
    listed = kids or " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    drawn = " ".join(f"/I{i} {10 + i} 0 R" for i in range(pictures))
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{listed}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for i in range(pictures):
        image = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
        objects[10 + i] = image + b" /Length 1 >>\nstream\n\x00\nendstream"
    for i, content in enumerate(pages):
        here = f"<< /Font << /F1 3 0 R >> /XObject << {drawn if i == 0 else ''} >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {here}"
        page += f" /Contents {first + 2 * i + 1} 0 R >>"
        objects[first + 2 * i] = page.encode()
        objects[first + 2 * i + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    objects |= extra or {}
    out, places = bytearray(b"%PDF-1.4\n"), {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start))


def xlsx(sheet: str, **members: str) -> bytes:
    """A workbook of one sheet with this XML as its rows."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return zipped(
        {
            "xl/workbook.xml": f"<workbook {space}/>",
            "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{sheet}</sheetData></worksheet>",
            **{f"xl/{name}.xml": inner for name, inner in members.items()},
        }
    )
