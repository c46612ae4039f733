"""What Google Docs exports, with its own ways: chips and comment marks in controls, runs of single words, no author."""

from __future__ import annotations

from datetime import date

from qibot.model import Remark
from qibot.preread import pre_read, report_of
from tests.reading.seeing import read, said
from tests.support import papers

RUN = '<w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
)
WHEN = 'w:date="2026-11-20T09:12:33Z"'


def para(*runs: str, style: str = "", listed: bool = False) -> str:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if listed else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style or "Normal"}"/>{number}</w:pPr>{"".join(runs)}</w:p>'


def tagged(number: int, inner: str) -> str:
    """A control of Google's own, which it puts around the marks of comments and suggestions."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w:tag w:val="goog_rdk_{number}"/></w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def contents(*lines: str) -> str:
    listed = "".join(
        f'<w:p><w:hyperlink w:anchor="_h{i}">{RUN.format(line)}<w:r><w:tab/><w:t>{i}</w:t></w:r></w:hyperlink></w:p>'
        for i, line in enumerate(lines, 1)
    )
    part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique w:val="1"/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{part}</w:sdtPr><w:sdtContent>{listed}</w:sdtContent></w:sdt>"


def exported() -> bytes:
    chip = f'<w:hyperlink w:id="rId7">{RUN.format("Jo Smith")}</w:hyperlink>'
    choice = (
        '<w:sdt><w:sdtPr><w:alias w:val="Project stage"/><w:dropDownList><w:listItem w:displayText="1.5"/>'
        f"</w:dropDownList></w:sdtPr><w:sdtContent>{RUN.format('1.5')}</w:sdtContent></w:sdt>"
    )
    body = "".join(
        (
            para(RUN.format("Report 2"), style="Title"),
            contents("Aim", "Next steps"),
            para(RUN.format("Written by "), chip, RUN.format(", project stage "), choice),
            para(RUN.format("Aim"), style="Heading2"),
            para(
                RUN.format("By "),
                f'<w:del w:author="Jo Smith" w:id="0" {WHEN}><w:r><w:delText>May</w:delText></w:r></w:del>',
                tagged(1, f'<w:ins w:author="Jo Smith" w:id="1" {WHEN}>{RUN.format("June")}</w:ins>'),
                RUN.format(" 2027 "),
                tagged(2, '<w:commentRangeStart w:id="0"/>'),
                tagged(3, '<w:commentRangeStart w:id="1"/>'),
                RUN.format("80% of plans"),
                '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
                '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
                RUN.format(" in the west team will be complete."),
                '<w:r><w:footnoteReference w:id="0"/></w:r>',
            ),
            para(RUN.format("number of plans"), listed=True),
            "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>",
        )
    )
    comments = (
        f'<w:comment w:author="Ann Lee" w:id="0" {WHEN}>{papers.para("Out of how many?")}</w:comment>'
        f'<w:comment w:author="Bob Ray" w:id="1" {WHEN}>{papers.para("Of 40.")}</w:comment>'
    )
    note = f'<w:footnote w:id="0">{papers.para(" Our audit of October.")}</w:footnote>'
    return papers.docx(body, comments=comments, footnotes=note, styles=STYLES)


def test_a_docx_is_read_with_suggestions_taken_chips_in_place_and_the_contents_left_out() -> None:
    writing = read("Report 2.docx", exported())
    assert said(writing, "heading") == ["Report 2", "Aim"]
    assert said(writing, "paragraph") == [
        "Written by Jo Smith, project stage 1.5",
        "By June 2027 80% of plans in the west team will be complete.",
    ]
    assert said(writing, "item") == ["number of plans"]
    assert said(writing, "note") == ["Our audit of October."]
    assert writing.pictures == 1


def test_its_comments_and_the_answers_to_them_stand_on_their_words() -> None:
    day = date(2026, 11, 20)
    assert read("a.docx", exported()).remarks == (
        Remark("Ann Lee", "Out of how many?", "80% of plans", day),
        Remark("Bob Ray", "Of 40.", "80% of plans", day),
    )


def test_next_steps_in_the_contents_alone_are_still_missing() -> None:
    writing = read("a.docx", exported())
    assert "next-steps-missing" in {o.rule for o in pre_read(report_of(writing, 2))}


def test_an_odt_is_read_with_its_comment_and_footnote_and_without_its_contents() -> None:
    spaces = 'xmlns:o="urn:o" xmlns:x="urn:x" xmlns:dc="urn:dc"'
    comment = (
        "<o:annotation><dc:creator>Ann Lee</dc:creator><dc:date>2026-11-20T09:12:33Z</dc:date>"
        "<x:p><x:span>Out of how many?</x:span></x:p></o:annotation>"
    )
    note = (
        '<x:note x:note-class="footnote"><x:note-citation>1</x:note-citation><x:note-body>'
        "<x:p><x:span> Our audit.</x:span></x:p></x:note-body></x:note>"
    )
    body = (
        "<x:table-of-content><x:index-body><x:p>Next steps<x:tab/>2</x:p></x:index-body></x:table-of-content>"
        '<x:h x:outline-level="2"><x:span>Aim</x:span></x:h>'
        f"<x:p><x:span>By June 2027 </x:span>{comment}<x:span>80% of plans in the west team</x:span>"
        f"<x:span> are complete.</x:span>{note}</x:p>"
        "<x:list><x:list-item><x:p><x:span>number of plans</x:span></x:p></x:list-item></x:list>"
    )
    whole = f"<o:document-content {spaces}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    writing = read(
        "a.odt", papers.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": whole})
    )
    assert [(p.kind, p.text) for p in writing.passages] == [
        ("heading", "Aim"),
        ("paragraph", "By June 2027 80% of plans in the west team are complete."),
        ("item", "number of plans"),
        ("note", "Our audit."),
    ]
    assert [(r.author, r.text, r.day) for r in writing.remarks] == [("Ann Lee", "Out of how many?", date(2026, 11, 20))]


def drawn(*lines: str) -> bytes:
    """Words as Skia draws them: each run set in its place by a matrix, no blank between them, the page upside down."""
    found = [b"1 0 0 -1 0 842 cm BT"]
    for number, line in enumerate(lines):
        left = 72.0
        for word in line.split():
            place = f"/F1 11 Tf 1 0 0 -1 {left:.2f} {72 + 16 * number} Tm ({word}) Tj"
            found.append(place.encode())
            left += 6.5 * len(word) + 3.5
    return b"\n".join([*found, b"ET"])


def test_a_pdf_whose_words_are_set_one_by_one_is_read_with_blanks_between_them() -> None:
    lines = ("Aim", "By June 2027 80 per cent of plans in the west team are complete.", "Next steps", "Two tests.")
    writing = read("a.pdf", papers.pdf([drawn(*lines)]))
    assert said(writing, "heading") == ["Aim", "Next steps"]
    assert said(writing, "paragraph") == [lines[1], lines[3]]
