"""Pages that are made to harm, or to take time: nothing breaks out of its place or brings anything that acts."""

from __future__ import annotations

import re
import time
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qibot.letters.templates import Templates, Words
from qibot.message import pages
from qibot.message.mail import parse
from qibot.quoting.wording import words
from tests.message.test_pages import CONTROLS
from tests.support.build import LONDON

PIECES = """
    <div> </div> <p> </p> <b> </b> <table> </table> <tr> <td> </td> <li> <ul> </ul> <a~href=http://x.example> </a>
    <font~color=red> </font> <blockquote~type=cite> </blockquote> </body> </html> <script> </script> <style> </style>
    <!-- --> <![CDATA[ <svg>
    <math> <title> </title> <textarea> </textarea> <select> <option> <template> <img~src=x~onerror=x()> <iframe> <input>
    <form~action=x> <noscript> <xmp> <plaintext> <p~style='background:url(x)'>
    <b~style="color:red;x:' "> <p~title='<script>'>
    <frameset> <base~href=x> &lt;script&gt; &amp;lt; < > " \0 \ue0000\ue000 QI word <o:p> <![if~!vml]> <?xml?>
""".replace("\\0", "\0")
SOUP = st.lists(st.sampled_from([piece.replace("~", " ") for piece in PIECES.split()]), max_size=40).map("".join)
NEVER = re.compile(
    r"<(?:script|style|img|iframe|form|input|svg|object|link|base|meta)|<[^>]*\s(?:on\w+|id|class|src)\s*=|<[^>]*url\(",
    re.IGNORECASE,
)


@pytest.mark.slow
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SOUP)
@example("</div></div></body><script>x()</script>")
@example("<table><tr><td></table></div><p>")
@example("<plaintext>")
@example("<svg></p><style><img title='</style><img src=x onerror=x()>'>")
@example("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x()&gt;'>")
def test_no_tag_soup_breaks_out_of_its_place_or_brings_anything_that_acts(tmp_path: Path, soup: str) -> None:
    (tmp_path / "letter.md").write_text("Subject: x\n\nbefore\n\n{{ words }}\n\n**after**\n")
    page = pages.read(soup, "", "").page
    assert not NEVER.search(page)
    letter = Templates([tmp_path], LONDON).render("letter", {"words": Words("text", page)}).html
    assert letter.endswith("</div>\n<p><strong>after</strong></p>\n</div></body></html>\n")
    assert_balanced(letter.partition("<p>before</p>")[2].removesuffix("</div></body></html>\n"))


def assert_balanced(html: str) -> None:
    """Every tag that is opened is closed in its order, and none besides."""
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-z0-9]+)[^<>]*>", html):
        if closing:
            assert opened.pop() == tag
        elif tag not in ("br", "hr"):
            opened.append(tag)
    assert not opened


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_text_is_seen_as_it_was_written(text: str) -> None:
    page = pages.as_page(text)
    read = pages.read(page, "", "").page
    assert words(unescape(re.sub("<[^<>]*>", "", read))) == words(CONTROLS.sub(" ", text.replace("\0", "")))


@pytest.mark.parametrize(
    "html",
    [
        "".join(f"<font color=#{n:06x}>" for n in range(3000)) + "<p>x" * 10_000,
        "<blockquote type=cite>x</blockquote>" * 19_000,
        '<div style="border-top:solid 1pt">' * 150 + "<p>From: x<p>Sent: 1<br>" * 9000,
        "<table border=1>" * 150 + "<tr><td>x" * 9000,
        '<div class="yahoo_quoted">x' * 150 + "x<br>" * 19_000,
        "<a href=https://x.example>" * 9000 + "x",
        '<p style="' + "color:red;" * 40_000 + '">x',
        '<p style="' + "border:" * 100_000 + '">x',
        "[cid" * 200_000,
        "<p>" + " " * 1_000_000 + "x",
        "&#x110000;&nosuch;" * 50_000,
    ],
)  # fmt: skip
def test_a_page_made_to_be_slow_is_read_or_left_within_two_seconds(html: str) -> None:
    began = time.monotonic()
    pages.read(html, "x", "x")
    assert time.monotonic() - began < 2


def test_a_page_in_a_broken_charset_is_read_all_the_same() -> None:
    raw = b"From: a@b.example\r\nContent-Type: text/html; charset=x-unknown\r\n\r\n<p>Fr\xf6sche\0 <b>im</b> Teich</p>"
    assert parse(raw).said.page == "<p>Frösche <b>im</b> Teich</p>"
