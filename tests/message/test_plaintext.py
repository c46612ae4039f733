"""A message's HTML as plain text, where it has none of its own: the specification of plaintext.py."""

from __future__ import annotations

from collections import Counter
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qibot.message.mail import parse
from qibot.message.plaintext import plain_text
from qibot.quoting.wording import words
from tests.support.mails import multipart, part


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<div>a</div><div>b</div>c", "a\nb\nc"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("a<br>b<br><br>c<div>d<br></div>e", "a\nb\n\nc\nd\ne"),
        ("a\n  <b>b</b>\n<i>c</i>d", "a b cd"),
        ("a&nbsp;&nbsp;b &amp; c", "a b & c"),
        ('<p class="MsoNormal">a</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">b</p>', "a\n\nb"),
        ('<p class="MsoNormal">a</p><p class="MsoNormal">b</p>', "a\nb"),
        ('<p style="margin:0cm">a</p><p style="margin:0cm">b</p>', "a\nb"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>d", "* a\n* b\n* c\nd"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<dl><dt>a<dd>b</dl><hr>c", "a\nb\nc"),
        ("<h1>a</h1>b<blockquote>c</blockquote>d", "a\n\nb\n\nc\n\nd"),
        ("<table><tr><th>a<th>b<tr><td><p>c</p></td><td><p class=x>d</p></td></table>", "a  b\nc  d"),
        ("<table><tr><td>a<div>b</div>c</td></tr></table>", "a\nb\nc"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\n\nd"),
        ("<pre>a<pre>  b</pre> c</pre>", "a\n\n  b\n\n c"),
        ("<head><title>x</title><style>y</style></head><body>a<script>z</script><!-- v --></body>b", "a b"),
        ("a\x01b", "a b"),
        ("a<o:p></o:p><unknown>b</unknown>", "ab"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_page_is_laid_out_by_lines(page: str, text: str) -> None:
    assert "\n".join(line.rstrip() for line in plain_text(page).split("\n")) == text


WORDS = st.from_regex(r"[a-zäöé]{2,9}", fullmatch=True)
TAGS = st.sampled_from(["p", "div", "b", "span", "ul", "li", "table", "tr", "td", "blockquote", "pre", "ol", "h2", "a"])


@pytest.mark.slow
@settings(max_examples=200)
@given(st.lists(st.tuples(TAGS, st.lists(WORDS, max_size=5), st.booleans()), max_size=30))
def test_no_word_of_a_page_is_lost_nor_any_added(pieces: list[tuple[str, list[str], bool]]) -> None:
    page = "".join(f"<{tag}> {escape(' '.join(said))} {f'</{tag}>' if closed else ''}" for tag, said, closed in pieces)
    expected = Counter(word for _, said, _ in pieces for word in words(" ".join(said)))
    assert Counter(words(plain_text(page))) == expected


@pytest.mark.parametrize("tag", ["div", "pre", "ul", "ol", "table", "blockquote", "span", "b"])
@pytest.mark.parametrize("deep", [1000, 3000, 100_000])
def test_no_word_is_too_deep(tag: str, deep: int) -> None:
    assert words(plain_text(f"first <{tag}>" + f"<{tag}>" * deep + "deep &amp; low")) == ["first", "deep", "low"]


def test_a_page_that_is_too_large_does_not_keep_its_plain_text_from_being_read() -> None:
    large = b"<p>" + b"more words " * 150_000
    read = multipart("alternative", part("text/plain", b"What I liked"), part("text/html", large))
    assert (read.text, read.said.page) == ("What I liked", "")


def test_a_page_and_a_footer_are_read_one_after_the_other() -> None:
    inner = part("text/html", b"<p>What I liked</p>")
    assert multipart("mixed", inner, part("text/plain", b"Footer")).text == "What I liked\nFooter"


def test_the_text_of_a_message_never_grows_beyond_its_page() -> None:
    page = b"Content-Type: text/html\r\n\r\n" + b"<p><br></p>" * 20_000 + b"end"
    assert len(parse(page).text) < len(page)
