"""A message's HTML as it may stand in our letters: the specification of pages.py, markup.py, colours.py, wording.py."""

from __future__ import annotations

import re

import pytest

from qibot.message import pages
from qibot.quoting.wording import words
from tests.support.mails import multipart, part

# What HTML can't hold becomes a blank, and before a blank “0)” is a mark of a list.
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f]")


def page_of(html: str) -> str:
    """The page alone, with no text beside it to compare it with."""
    return pages.read(html, "", "").page


def mail_page(html: str, text: str | None = None) -> str:
    plain = [part("text/plain; charset=utf-8", text.encode())] if text is not None else []
    return multipart("alternative", *plain, part("text/html; charset=utf-8", html.encode())).said.page


# --- what is kept ---


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<b>x</b> <i>y</i> <u>z</u>", "<b>x</b> <i>y</i> <u>z</u>"),
        ("<h2>x</h2><p>y<br>z</p>", "<h2>x</h2><p>y<br>z</p>"),
        ("<ul><li>x<ul><li>y</ul></ul>", "<ul><li>x<ul><li>y</li></ul></li></ul>"),
        ('<ol start=3 type=a onclick=x()><li value=9 class="c">x</ol>', '<ol start="3" type="a"><li>x</li></ol>'),
        ("<font color=red face=Arial size=7>x</font>", '<span style="color:#dd313f">x</span>'),
        ('<span style="COLOR: #00F !important; position:fixed">x</span>', '<span style="color:#2674d9">x</span>'),
        ('<p style="color:rgb(0, 176, 80)">x', '<p style="color:#278637">x</p>'),
        (
            "<span style='background:yellow;mso-highlight:yellow'>x</span>",
            '<span style="color:#1d1d1d;background-color:#fff3a6">x</span>',
        ),
        ("<mark>x</mark>", '<span style="color:#1d1d1d;background-color:#fff3a6">x</span>'),
        ("<strike>x</strike><del>y</del><ins>z</ins>", "<s>x</s><s>y</s><u>z</u>"),
        ('<b style="font-weight:normal">x</b>', '<b style="font-weight:normal">x</b>'),
        ('<i style="font-weight:700;font-style:normal">x</i>', '<i style="font-weight:bold;font-style:normal">x</i>'),
        ("<center>x</center>", '<div style="text-align:center">x</div>'),
        ('<p class="MsoNormal">x<o:p></o:p></p>', '<p style="margin:0">x</p>'),
        ("<div>x <unknown>y</unknown></div>", "<div>x y</div>"),
    ],
)  # fmt: skip
def test_formatting_that_people_write_is_kept_in_a_plain_form(written: str, kept: str) -> None:
    assert page_of(written) == kept


def test_a_table_keeps_its_cells_and_shows_lines_only_where_it_had_them() -> None:
    ruled = page_of('<table width=9000><tr><td colspan=2 style="border:solid windowtext 1.0pt">x</td></tr></table>')
    assert '<td style="border:1px solid #8a8a8a;padding:4px 8px;vertical-align:top" colspan="2">x</td>' in ruled
    assert "width" not in ruled
    assert "border:1px" not in page_of("<table border=0><tr><td style='border:none'>x</table>")
    assert "border:1px" in page_of("<table border=1><tr><td>x</table>")


def test_office_remnants_leave_their_words_and_nothing_else() -> None:
    page = page_of(
        "<html xmlns:o=x><head><!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--><title>t</title>"
        "<style>p{color:red}</style></head><body><p class=MsoListParagraph><![if !supportLists]><span>·</span>"
        "<![endif]>item<o:p></o:p></p><!--[if mso]>never<![endif]--></body></html>"
    )
    assert page == '<p style="margin:0 0 0 2em">·item</p>'


# --- what goes ---


@pytest.mark.parametrize(
    "written",
    [
        "<script>bad()</script>",
        "<style>@import url(http://t.example/bad)</style>",
        '<img src="http://t.example/bad.gif" width=1>',
        "<img src=data:image/png;base64,bad>",
        "<iframe src=//t.example/bad></iframe>",
        "<object data=//t.example/bad></object><embed src=bad>",
        '<svg><image href="//t.example/bad"/></svg>',
        "<form action=//t.example/bad><input name=bad></form>",
        '<p onclick="bad()" id=bad class=bad name=bad></p>',
        '<div style="background:url(//t.example/bad)"></div>',
        '<div style="background-image:url(//t.example/bad);display:none;position:fixed;width:9999px"></div>',
        '<span style="color:expression(bad)"></span>',
        '<table background="//t.example/bad"></table>',
        "<link rel=stylesheet href=//t.example/bad><base href=//t.example/bad><meta http-equiv=refresh content=bad>",
        '<video poster="//t.example/bad" src=bad></video>',
        "<a href=javascript:bad()></a><a href=/bad></a><a href='#bad'></a><a href=file:///bad></a><a href=tel:bad></a>",
        "<!-- bad -->",
    ],
)
def test_nothing_that_acts_loads_or_hides_survives(written: str) -> None:
    page = page_of(f"<p>before</p>{written}<p>after</p>")
    assert "bad" not in page
    assert "t.example" not in page
    assert "before" in page
    assert "after" in page


def test_a_picture_within_the_mail_leaves_its_name_since_it_goes_along_as_a_document() -> None:
    assert page_of('<p>x <img src="cid:image001.png@01DB" alt=""></p>') == "<p>x [picture: image001.png]</p>"
    assert page_of('<p>x <img src="cid:ii_1" alt="chart.png"></p>') == "<p>x [picture: chart.png]</p>"
    assert page_of('<p>x <img src="cid:ii_1"></p>') == "<p>x [picture]</p>"


def test_words_hidden_in_white_are_seen() -> None:
    assert page_of('<p style="color:white;font-size:0;display:none">x</p>') == "<p>x</p>"


# --- links ---


def test_a_link_leads_to_the_web_or_to_a_mailbox_and_tells_nobody_where_from() -> None:
    rel = 'rel="noopener noreferrer nofollow"'
    assert (
        page_of("<a href='https://x.example/?a=1&amp;b=2'>x</a>")
        == f'<a href="https://x.example/?a=1&amp;b=2" {rel}>x</a>'
    )
    assert page_of("<a href=mailto:a@b.example>x</a>") == f'<a href="mailto:a@b.example" {rel}>x</a>'


def test_a_link_to_a_mailbox_brings_no_subject_and_no_text_along() -> None:
    page = page_of('<a href="mailto:qi@council.example?subject=ACCEPT%20token&amp;body=x">x</a>')
    assert 'href="mailto:qi@council.example"' in page
    assert "token" not in page


@pytest.mark.parametrize(
    ("said", "target", "warned"),
    [
        ("https://bank.example/login", "https://evil.example/x", True),
        ("www.bank.example", "https://evil.example/x", True),
        ("bank.example", "https://bank.example@evil.example/x", True),
        ("bank.example", "https://bank.example.evil.example/", True),
        ("https://bank.example", "https://www.bank.example/", False),
        ("bank.example/a", "http://bank.example/b", False),
        ("our page", "https://evil.example/x", False),
        ("Report 3.docx", "https://share.example/x", False),
    ],
)
def test_a_link_that_looks_like_another_address_says_where_it_leads(said: str, target: str, warned: bool) -> None:
    page = page_of(f'<a href="{target}">{said}</a>')
    assert (f"[leads to {target}]" in page) is warned


# --- where there is no page ---


def test_a_page_that_lacks_words_of_the_text_is_left_and_the_text_stands() -> None:
    assert mail_page("<p>What I liked</p>", "What I liked: the aim") == ""
    assert mail_page("<p>What I liked: <b>the</b> aim</p>", "What I liked: *the* aim") != ""


def test_what_programs_add_to_the_plain_text_is_not_missed_in_the_page() -> None:
    html = (
        '<ol><li>one<li>two</ol><a href="https://x.example/a">here</a><img src=cid:image001.png@1 alt="A chart">'
        "<img src=cid:b@1>don’t co\u00adoperate"
    )
    text = (
        "  1.  one\n  2.  two\nhere<https://x.example/a>[A chart][cid:image002.png@01]\n"
        "[image: image.png]don't cooperate"
    )
    assert mail_page(html, text) != ""


BEYOND = {
    "empty": "", "blank": " \n", "comment": "<!-- x -->", "deep": "<div>" * 300 + "x", "many": "<p>x</p>" * 30_000,
    "long": "x" * (pages.LIMIT + 1), "escaped": "x" + "&lt;" * 200_000,
}  # fmt: skip


@pytest.mark.parametrize("html", BEYOND.values(), ids=BEYOND)
def test_a_page_that_is_empty_or_too_large_or_too_deep_is_none(html: str) -> None:
    assert pages.read(html, "text", "text") == pages.Read("", "", "text")


def test_a_plain_part_beside_the_page_stands_in_the_page_with_its_lines() -> None:
    read = multipart(
        "mixed", part("text/html", b"<p>My <b>answer</b></p>"), part("text/plain", b"one\n  <two>"),
    )  # fmt: skip
    assert read.said.page == '<p>My <b>answer</b></p>\n<div style="white-space:pre-wrap">one\n  &lt;two&gt;</div>'


def test_words_behind_the_pages_end_are_read() -> None:
    read = multipart("mixed", part("text/html", b"<html><body><p>one</p></body></html>\n<p>two</p>three"))
    assert read.text.split() == ["one", "two", "three"]
    assert words(re.sub("<[^<>]*>", " ", read.said.page)) == ["one", "two", "three"]


def test_several_pages_in_one_message_stand_one_below_the_other() -> None:
    page = b"<html><head><title>t</title></head><body><p>%b</p></body></html>"
    read = multipart("mixed", part("text/html", page % b"one"), part("text/html", page % b"two"))
    assert read.said.page.split() == ["<p>one</p>", "<p>two</p>"]


def test_a_large_page_beside_a_short_text_leaves_the_message_readable() -> None:
    filler = b"<!-- " + b"x" * 3_000_000 + b" -->"
    read = multipart("alternative", part("text/plain", b"Good."), part("text/html", b"<p>Good." + filler))
    assert (read.text, read.said.page) == ("Good.", "")
