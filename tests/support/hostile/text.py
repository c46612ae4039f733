"""Text and pages that are made to be slow, to grow, or to break out of a letter."""

from __future__ import annotations

import base64

from tests.support.hostile.parts import TEXT, attached, multipart, simple
from tests.support.hostile.registry import huge, small


@huge
def punycode(sender: str) -> bytes:
    body = b"abc-" + b"a" * 1_000_000
    return simple(sender, "punycode", body, b"Content-Type: text/plain; charset=punycode")


@huge
def idna(sender: str) -> bytes:
    return simple(sender, "idna", b"xn--a." * 170_000, b"Content-Type: text/plain; charset=idna")


@huge
def nested_html(sender: str) -> bytes:
    return simple(sender, "nested_html", b"<div>" * 100_000 + b"deep", b"Content-Type: text/html")


@huge
def nested_lists(sender: str) -> bytes:
    return simple(sender, "nested_lists", b"<ul><li>" * 30_000 + b"deep", b"Content-Type: text/html")


@huge
def nested_tables(sender: str) -> bytes:
    return simple(sender, "nested_tables", b"<table><tr><td>" * 20_000 + b"deep", b"Content-Type: text/html")


@huge
def wide_table(sender: str) -> bytes:
    row = b"<tr>" + b"<td>x" * 500
    return simple(sender, "wide_table", b"<table>" + row * 350, b"Content-Type: text/html")


@huge
def high_cell(sender: str) -> bytes:
    cells = b"<td>" + b"x<br>" * 100_000 + b"<td>y" * 100
    return simple(sender, "high_cell", b"<table><tr>" + cells, b"Content-Type: text/html")


@huge
def entities(sender: str) -> bytes:
    return simple(sender, "entities", b"&lt;&#x110000;&nosuch;" * 45_000, b"Content-Type: text/html")


@huge
def unclosed_tags(sender: str) -> bytes:
    return simple(sender, "unclosed_tags", b"<" * 1_000_000, b"Content-Type: text/html")


PAGE = b"Content-Type: text/html; charset=utf-8"


@small
def page_that_loads(sender: str) -> bytes:
    body = b'<img src="http://t.example/x"><style>@import url(//t.example)</style><table background="//t.example"><td>x'
    return simple(sender, "page_that_loads", body + b'<p style="background:url(//t.example)">x', PAGE)


@small
def page_that_breaks_out(sender: str) -> bytes:
    body = b"</div></td></table></body></html><script>x()</script><plaintext></div><p>x<!-- <xmp><title>"
    return simple(sender, "page_that_breaks_out", body, PAGE)


@small
def page_with_nulls(sender: str) -> bytes:
    return simple(sender, "page_with_nulls", b"<p>My\0 rep<\0b>ort</\0b> &#0; &#xD800; \x1b[31m<scr\0ipt>x()", PAGE)


@small
def page_in_a_broken_charset(sender: str) -> bytes:
    kinds = [b"Content-Type: text/html; charset=" + name for name in (b"utf-16", b"utf-7", b"x-user-defined", b"\xff")]
    meta = b"<meta charset=iso-2022-kr><p>\xff\xfe<\0p\0>\xed\xa0\x80 report</p>"
    return multipart(sender, "page_in_a_broken_charset", *(kind + b"\r\n\r\n" + meta for kind in kinds), attached())


@small
def page_by_office(sender: str) -> bytes:
    body = (
        b"<?xml version='1.0' encoding='utf-16'?><html xmlns:v='urn:v' xmlns:o='urn:o'><!--[if gte mso 9]><xml>"
        b"<o:x></xml><![endif]--><![if !vml]><v:shape id=a><v:imagedata src='http://t.example/x'/></v:shape><![endif]>"
        b"<p class=MsoNormal style='mso-list:l0'>x<o:p></o:p><!--[if mso]><!--><!--<![endif]"
    )
    return simple(sender, "page_by_office", body, PAGE)


@huge
def page_of_tags(sender: str) -> bytes:
    return simple(sender, "page_of_tags", b"<b><i>" * 170_000, PAGE)


@huge
def page_of_open_fonts(sender: str) -> bytes:
    fonts = b"".join(b"<font color=#%06x>" % n for n in range(19_000))
    return simple(sender, "page_of_open_fonts", fonts + b"<p>x" * 150_000, PAGE)


@huge
def page_of_quotations(sender: str) -> bytes:
    return simple(sender, "page_of_quotations", b"x<blockquote type=cite>" * 180 + b"<br>x" * 150_000, PAGE)


@huge
def page_beside_text(sender: str) -> bytes:
    html = PAGE + b"\r\n\r\n" + b"<p style='color:red'>x" * 400_000
    return multipart(sender, "page_beside_text", TEXT, html, sub=b"alternative")


@huge
def attributes(sender: str) -> bytes:
    return simple(sender, "attributes", b"<p " + b"a=1 " * 200_000 + b">x", b"Content-Type: text/html")


@huge
def styles(sender: str) -> bytes:
    style = b"<p style='" + b"margin-top:1em;" * 5 + b"padding-left:9999999em;white-space:pre'>x"
    return simple(sender, "styles", style * 8000, b"Content-Type: text/html")


@huge
def quotes_without_end(sender: str) -> bytes:
    return simple(sender, "quotes_without_end", b"x\r\n" + b"> q\r\n" * 200_000)


@huge
def attribution_without_end(sender: str) -> bytes:
    return simple(sender, "attribution_without_end", b"On " + b" <a@" * 200_000 + b"\r\n> q\r\n")


@small
def uuencoded(sender: str) -> bytes:
    body = b"begin 644 report.docx\r\n" + b"#86)C\r\n" * 500 + b"`\r\nend\r\n"
    return simple(sender, "uuencoded", body, b"Content-Transfer-Encoding: x-uuencode", b"Content-Type: text/plain")


@small
def yenc(sender: str) -> bytes:
    body = (
        b"=ybegin line=128 size=999 name=report.docx\r\n" + bytes(range(1, 256)) * 4 + b"\r\n=yend size=1 crc32=0\r\n"
    )
    return simple(sender, "yenc", body)


@small
def tnef(sender: str) -> bytes:
    body = base64.encodebytes(b"\x78\x9f\x3e\x22" + b"\xff" * 49)
    return multipart(sender, "tnef", TEXT, attached(b'filename="winmail.dat"', b"application/ms-tnef", body))


@small
def html_without_text(sender: str) -> bytes:
    parts = [b"Content-Type: text/html\r\n\r\n" + html for html in (b"<!-- x -->", b"<", b"", b"<?xml version='1.0'?>")]
    return multipart(sender, "html_without_text", *parts, attached())


@small
def quoted_garbage(sender: str) -> bytes:
    body = b"=\r\n" * 300 + b"=ZZ=4=\x00==3D=\r=\n=" + bytes(range(256))
    return simple(sender, "quoted_garbage", body, b"Content-Transfer-Encoding: quoted-printable")


@small
def very_long_lines(sender: str) -> bytes:
    eight = b"Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\n" + b"q" * 200_000
    return multipart(sender, "very_long_lines", TEXT + b"w" * 100_000, eight)


@small
def every_byte(sender: str) -> bytes:
    binary = b"Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n\r\n" + bytes(range(256)) * 30
    return multipart(sender, "every_byte", TEXT, binary)
