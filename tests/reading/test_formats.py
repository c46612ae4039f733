"""What a document says, in whatever program it was written."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest

from qibot.model import Remark
from tests.reading.seeing import read, said
from tests.support import papers

pytestmark = pytest.mark.slow

MADE = Path(__file__).parent / "documents"


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf"])
def test_what_LibreOffice_writes_is_read_with_its_comments_boxes_notes_margins_and_without_deletions(kind: str) -> None:
    writing = read(f"report.{kind}", (MADE / f"libreoffice.{kind}").read_bytes())
    assert said(writing, "heading") == ["Aim", "Measures"]
    assert "By June 2027 80% of child plans will be complete within a week." in said(writing, "paragraph")
    assert said(writing, "item") == ["number of plans completed", "time to complete a plan"]
    assert [p.cells for p in writing.passages if p.kind == "row"] == [("Week", "Complete"), ("1", "12")]
    assert "Words in a text box" in said(writing)
    assert said(writing, "note") == ["Source of the share: our audit."]
    assert set(said(writing, "margin")) == {"QI programme, report of Jo Smith"}
    assert writing.remarks == (
        Remark("Ann Lee", "How many now?", "80% of child plans", date(2026, 11, 21)),
        Remark("Bob Ray", "Out of how many?", "", date(2026, 11, 22)),
    )
    assert writing.tables == 1


def test_what_LibreOffice_prints_to_pdf_is_read_with_its_comments() -> None:
    writing = read("report.pdf", (MADE / "libreoffice.pdf").read_bytes())
    assert "Aim" in said(writing, "heading")
    assert {"number of plans completed", "time to complete a plan"} <= set(said(writing, "item"))
    assert [(r.author, r.text, r.on) for r in writing.remarks] == [
        ("Ann Lee", "How many now?", "page 1"),
        ("Bob Ray", "Out of how many?", "page 1"),
    ]


def test_what_python_docx_writes_is_read_with_all_its_comments() -> None:
    document = python_docx.Document()
    document.add_heading("Aim", 1)
    run = document.add_paragraph("We want ").add_run("fewer falls")
    document.add_comment(run, text="How many fewer?", author="Ann Lee")
    document.add_paragraph("one", style="List Bullet")
    document.add_table(1, 2).rows[0].cells[1].text = "12"
    saved = io.BytesIO()
    document.save(saved)
    writing = read("report.docx", saved.getvalue())
    assert said(writing) == ["Aim", "We want fewer falls", "one", "12"]
    assert [p.kind for p in writing.passages] == ["heading", "paragraph", "item", "row"]
    assert [(r.author, r.text, r.on) for r in writing.remarks] == [("Ann Lee", "How many fewer?", "fewer falls")]


@pytest.mark.parametrize("space", [papers.TRANSITIONAL, papers.STRICT])
def test_strict_and_transitional_Word_documents_read_alike(space: str) -> None:
    writing = read("report.docx", papers.docx_of("# Aim\nFewer falls.\n- one\n| a | 1 |\n[chart] Falls a week", space))
    assert said(writing) == ["Aim", "Fewer falls.", "one", "a | 1", "Falls a week"]
    assert writing.charts == 1


def test_insertions_are_read_and_deletions_and_moved_away_words_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('Kept')}<w:ins>{run.format(' added')}</w:ins>"
        "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run.format(' moved')}</w:moveFrom><w:moveTo>{run.format(' here')}</w:moveTo></w:p>"
    )
    assert said(read("a.docx", papers.docx(body))) == ["Kept added here"]


def test_a_text_box_that_is_written_twice_for_old_programs_is_read_once() -> None:
    box = f"<w:txbxContent>{papers.para('In the box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert said(read("a.docx", papers.docx(f"<w:p><w:r><w:t>Outside</w:t>{both}</w:r></w:p>"))) == [
        "Outside",
        "In the box",
    ]


def test_a_table_within_a_cell_and_a_form_field_within_a_control_are_read() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{papers.para('inner')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{papers.para('outer')}{inner}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent>{papers.para('in a control')}</w:sdtContent></w:sdt>"
    assert said(read("a.docx", papers.docx(table + control))) == ["outer", "inner", "in a control"]


def test_a_short_bold_paragraph_is_a_heading() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Change ideas</w:t></w:r></w:p>"
    plain = '<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Change ideas</w:t></w:r></w:p>'
    assert [p.kind for p in read("a.docx", papers.docx(bold + plain)).passages] == ["heading", "paragraph"]


def test_comments_keep_author_day_and_the_words_that_they_stand_on_over_several_paragraphs() -> None:
    body = (
        '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>One </w:t></w:r></w:p>'
        '<w:p><w:r><w:t>two</w:t></w:r><w:commentRangeEnd w:id="4"/><w:r><w:t> three</w:t></w:r></w:p>'
    )
    comment = f'<w:comment w:id="4" w:author="Ann" w:date="2026-11-20T09:00:00Z">{papers.para("Why?")}</w:comment>'
    assert read("a.docx", papers.docx(body, comments=comment)).remarks == (
        Remark("Ann", "Why?", "One two", date(2026, 11, 20)),
    )


def test_a_workbook_is_read_by_rows_and_counts_as_data() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Week", "Falls", "Share"], [1, 12, 0.5], [2, 9, 0.4]):
        sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    writing = read("data.xlsx", saved.getvalue())
    assert [p.cells for p in writing.passages] == [("Week", "Falls", "Share"), ("1", "12", "0.5"), ("2", "9", "0.4")]
    assert writing.tables == 1


def test_plain_text_joins_what_a_mail_program_broke_and_keeps_items_apart() -> None:
    text = "Aim\nBy the end of June 2027 we want eight of ten plans to be complete within\na week of the meeting.\n\n"
    text += "- one\n- two\n"
    writing = read("report.txt", text.encode())
    assert [(p.kind, p.text) for p in writing.passages] == [
        ("heading", "Aim"),
        (
            "paragraph",
            "By the end of June 2027 we want eight of ten plans to be complete within a week of the meeting.",
        ),
        ("item", "one"),
        ("item", "two"),
    ]


def test_each_passage_says_where_it_stands() -> None:
    docx = read("a.docx", papers.docx_of("First.\n\n# Aim\nSecond.\n| a | b |"))
    assert [p.place for p in docx.passages] == ["paragraph 1", "paragraph 2", "under “Aim”", "table 1, row 1"]
    assert read("a.pdf", papers.pdf_of("# Aim\nSecond thing.")).passages[1].place == "under “Aim”, page 1"


def test_the_format_goes_by_the_bytes_not_by_the_name() -> None:
    assert said(read("report.doc", papers.docx_of("Hello there."))) == ["Hello there."]
