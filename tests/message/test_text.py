"""The words of a message are read from whatever parts, charsets and pages it has, and never cut in silence."""

from __future__ import annotations

import base64

import pytest

from qibot.errors import MailUnreadable
from tests.support.mails import FILE, container, mail, multipart, part


def test_of_alternatives_the_plain_text_is_read() -> None:
    read = multipart("alternative", part("text/plain", b"plain"), part("text/html", b"<p>html</p>"))
    assert read.text == "plain"


def test_html_is_read_as_text_where_there_is_no_other() -> None:
    page = "<html><head><style>p {x}</style></head><p>Dear Ann,<p>one<br>two<ul><li>first<li>second</ul>fr&ouml;sche"
    text = mail("Content-Type: text/html; charset=utf-8", body=page.encode()).text
    assert [line for line in text.split("\n") if line] == ["Dear Ann,", "one", "two", "* first", "* second", "frösche"]


def test_html_is_read_where_the_plain_text_is_blank() -> None:
    assert multipart("alternative", part("text/plain", b" \r\n"), part("text/html", b"<p>html</p>")).text == "html"


@pytest.mark.parametrize("blank", [b"", part("text/plain", b" ")])
def test_a_footer_in_plain_text_does_not_hide_the_html_before_it(blank: bytes) -> None:
    own = container("alternative", *([blank] if blank else []), part("text/html", b"My report"), boundary="i")
    assert multipart("mixed", own, part("text/plain", b"Council footer")).text == "My report\nCouncil footer"
    assert (
        multipart("mixed", part("text/html", b"My report"), part("text/plain", b"Footer")).text == "My report\nFooter"
    )


def test_apple_mail_writes_html_around_a_document_and_it_is_found() -> None:
    inner = container("mixed", part("text/html", b"before"), FILE, part("text/html", b"after"), boundary="i")
    read = multipart("alternative", part("text/plain", b"before after"), inner)
    assert read.text == "before after"
    assert [d.name for d in read.files] == ["report.pdf"]


def test_all_text_parts_are_read_however_many() -> None:
    texts = [part("text/plain", f"word{i}".encode()) for i in range(120)]
    assert multipart("mixed", *texts).text.split() == [f"word{i}" for i in range(120)]


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("utf-8", "Frösche".encode()),
        ("iso-8859-1", "Frösche".encode("latin-1")),
        ("us-ascii", "Frösche".encode("latin-1")),
        ("us-ascii", "Frösche".encode()),
        ("utf-8", "Frösche".encode("latin-1")),
        ("x-unknown", "Frösche".encode()),
        ("punycode", "Frösche".encode()),
        ("utf-16", "Frösche".encode("utf-16")),
        ("utf-7", "Frösche".encode("utf-7")),
    ],
)
def test_text_is_read_whatever_is_said_of_its_charset(charset: str, body: bytes) -> None:
    encoded = base64.encodebytes(body)
    fields = (f"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: base64")
    assert mail(*fields, body=encoded).text == "Frösche"
    if charset != "utf-16":
        assert mail(fields[0], body=body).text == "Frösche"


def test_japanese_in_seven_bits_is_decoded() -> None:
    assert mail("Content-Type: text/plain; charset=iso-2022-jp", body="日本".encode("iso-2022-jp")).text == "日本"


def test_quoted_printable_text_is_decoded() -> None:
    body = b"Fr=C3=B6sche im =\r\nTeich=20\r\n-- =3D\r\n"
    fields = ("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: Quoted-Printable")
    assert mail(*fields, body=body).text == "Frösche im Teich\n-- ="


def test_nul_bytes_are_left_out_and_line_breaks_made_alike() -> None:
    assert mail(body=b"a\0b\r\nc\rd  \ne").text == "ab\nc\nd\ne"


@pytest.mark.parametrize("page", [b"<!-- x -->", b"<", b"<?xml version='1.0' encoding='latin-1'?><p>x</p>", b"\0"])
def test_html_that_is_hardly_any_is_read(page: bytes) -> None:
    assert mail("Content-Type: text/html", body=page).text in ("", "<", "x", "\ufffd")


@pytest.mark.parametrize("tag", ["div", "ul", "table", "blockquote", "span"])
def test_words_deep_inside_html_are_not_lost(tag: str) -> None:
    page = f"<{tag}>".encode() * 5000 + b"deep &amp; low"
    assert mail("Content-Type: text/html", body=page).text.strip() == "deep & low"


def test_html_cannot_be_made_to_grow() -> None:
    for page in (b"<p style='margin-top:99999em;padding-left:9999em'>x" * 5000, b"<ul>" * 200 + b"<li>x" * 5000):
        assert len(mail("Content-Type: text/html", body=page).text) < 4 * len(page)
    table = b"<table><tr><td>" + b"wide" * 10_000 + b"<tr><td>x" * 10_000
    assert len(mail("Content-Type: text/html", body=table).text) < 4 * len(table)


def test_cells_and_rows_stay_apart() -> None:
    table = b"<table><tr><th>Week<th>Pupils<tr><td>1<td>17</table>"
    assert [line.split() for line in mail("Content-Type: text/html", body=table).text.split("\n")] == [
        ["Week", "Pupils"],
        ["1", "17"],
    ]


@pytest.mark.parametrize("letter", ["x", "ö"])
def test_text_over_a_megabyte_is_refused_and_never_silently_cut(letter: str) -> None:
    fits = (letter.encode() * 70 + b"\r\n") * 7000
    assert mail("Content-Type: text/plain; charset=utf-8", body=fits).text.count(letter) == 490_000
    with pytest.raises(MailUnreadable, match="text"):
        mail("Content-Type: text/plain; charset=utf-8", body=fits * 3)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Say EXPECT <mailto:qi+a@x.example?subject=EXPECT%20%5Ba-1-b%5D> now", "Say EXPECT now"),
        ("Say EXPECT<mailto:qi@x.example?subject=E&body=x>, now", "Say EXPECT, now"),
        ("> EXPECT\n> <mailto:qi@x.example?subject=E>\n> now", "> EXPECT\n>\n> now"),
        (
            "> EXPECT <mailto:qi+a@x.example?subject\n> =EXPECT%20%5Babcdefghijkl-\n> 1-abcdefghijklmnop%5D>, now",
            "> EXPECT, now",
        ),
        ("see https://g.example/?u=mailto%3Aqi%255Babcdefghijkl-1-abcdefghijklmnop%255D&x=1 now", "see  now"),
        ("Subject: EXPECT [abcdefghijkl-1-abcdefghijklmnop]\nnow", "Subject: EXPECT\nnow"),
        ("Ask mailto:desk@x.example?(they_know), even better", None),
        ("mailto:qi@x.example?subject=E now", "mailto:qi@x.example now"),
        ("Ask Jo <mailto:jo@x.example> or <https://x.example/?subject=E>", None),
    ],
)
def test_a_link_that_writes_a_mail_is_left_out_of_the_text(written: str, read: str | None) -> None:
    assert mail(body=written.encode()).text == (read or written)
