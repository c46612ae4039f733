"""Messages made to break a mailbox robot: each kind by hand, and seeded mutations of an honest report."""

from __future__ import annotations

import base64
import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from qibot.demo.cast import word
from tests.support.build import BOT

STRANGER = "stranger@else.example"
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MB = 1024 * 1024
DOCX = word(["Aim: calmer mornings."], ["Whose?", "How many?"])


@dataclass(frozen=True)
class Hostile:
    """A message and what it is."""

    name: str
    raw: bytes

    def __repr__(self) -> str:
        return self.name


Maker = Callable[[str], bytes]
_KINDS: dict[str, Maker] = {}
_HUGE: dict[str, Maker] = {}


def small(maker: Maker) -> Maker:
    """A kind that is cheap to make and to send."""
    _KINDS[maker.__name__] = maker
    return maker


def huge(maker: Maker) -> Maker:
    """A kind of many megabytes, or one that is made to be slow."""
    _HUGE[maker.__name__] = maker
    return maker


def handmade(sender: str) -> Iterator[Hostile]:
    """The cheap kinds, as this sender sends them."""
    for name, maker in _KINDS.items():
        yield Hostile(f"{name} from {sender.split('@')[0]}", maker(sender))
    for name, raw in variations(sender):
        yield Hostile(f"{name} from {sender.split('@')[0]}", raw)


def enormous(sender: str) -> Iterator[Hostile]:
    """The large and slow kinds, made one at a time."""
    for name, maker in _HUGE.items():
        yield Hostile(f"{name} from {sender.split('@')[0]}", maker(sender))


def made(name: str, sender: str = STRANGER) -> bytes:
    """One kind by its name."""
    return {**_KINDS, **_HUGE}[name](sender)


def names_of_the_huge() -> list[str]:
    """The names of the large and slow kinds."""
    return list(_HUGE)


# --- building blocks ---


@cache
def docx_base64() -> bytes:
    """An honest document, as mail programs write it."""
    return base64.encodebytes(DOCX).replace(b"\n", b"\r\n")


def head(sender: str, kind: str, *fields: bytes) -> bytes:
    """An ordinary header, with a Message-ID of this kind's and sender's own, and more fields."""
    ordinary = (
        f"From: Jo Smith <{sender}>\r\nTo: {BOT}\r\nSubject: Report 1 ({kind})\r\nMIME-Version: 1.0\r\n"
        f"Date: Mon, 12 Oct 2026 09:00:00 +0100\r\nMessage-ID: <{kind}.{sender.split('@')[0]}@hostile.example>\r\n"
    )
    return ordinary.encode() + b"".join(field + b"\r\n" for field in fields)


def simple(sender: str, kind: str, body: bytes, *fields: bytes) -> bytes:
    """A message of one part."""
    return head(sender, kind, *fields) + b"\r\n" + body


def multipart(sender: str, kind: str, *parts: bytes, boundary: bytes = b"b", sub: bytes = b"mixed") -> bytes:
    """A message of several parts, each given with its header."""
    inside = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    field = b"Content-Type: multipart/" + sub + b'; boundary="' + boundary + b'"'
    return simple(sender, kind, inside + b"--" + boundary + b"--\r\n", field)


TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nPlease find my report attached."


def attached(name: bytes = b'filename="report.docx"', kind: bytes = WORD, body: bytes | None = None) -> bytes:
    """A part with a document; `name` is the rest of its disposition."""
    return (
        b"Content-Type: " + kind + b"\r\nContent-Disposition: attachment; " + name
        + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + (docx_base64() if body is None else body)
    )  # fmt: skip


def report(sender: str, kind: str = "report") -> bytes:
    """A good report."""
    return multipart(sender, kind, TEXT, attached())


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file, in base64."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return base64.encodebytes(packed.getvalue())


# --- headers ---


@small
def no_header(sender: str) -> bytes:
    return b"\r\nThis is my report.\r\n"


@small
def words_alone(sender: str) -> bytes:
    return b"This is my report, and it has no header at all"


@small
def empty(sender: str) -> bytes:
    return b""


@small
def one_line_break(sender: str) -> bytes:
    return b"\n"


@small
def only_nuls(sender: str) -> bytes:
    return b"\0" * 5000


@small
def nul_everywhere(sender: str) -> bytes:
    return b"\0".join(report(sender, "nul_everywhere")[i : i + 40] for i in range(0, 4000, 40))


@small
def nul_in_the_text(sender: str) -> bytes:
    return multipart(sender, "nul_in_the_text", TEXT + b"\0\0 more \0", attached())


@small
def no_from(sender: str) -> bytes:
    return report(sender, "no_from").partition(b"\r\n")[2]


@small
def two_froms(sender: str) -> bytes:
    return b"From: b@else.example\r\n" + report(sender, "two_froms")


@small
def from_in_two_spellings(sender: str) -> bytes:
    return b"From : b@else.example\r\n" + report(sender, "from_in_two_spellings")


@small
def own_from(sender: str) -> bytes:
    return report(BOT, f"own_from.{sender}")


@small
def eight_bits_everywhere(sender: str) -> bytes:
    every = bytes(range(128, 256))
    fields = [b"Subject: " + every, b"To: " + every, b"X-" + every + b": x", b"References: <" + every + b"@x>"]
    return simple(sender, "eight_bits_everywhere", every * 50, *fields, b"Content-Type: text/plain; charset=" + every)


@small
def eight_bits_in_the_types(sender: str) -> bytes:
    high = attached(b'filename="\xfc\xdf.docx"', b"application/\xff\xfe")
    return multipart(sender, "eight_bits_in_the_types", b"Content-Type: \xff/\xfe\r\n\r\nx", high)


@small
def eight_bit_boundary(sender: str) -> bytes:
    return multipart(sender, "eight_bit_boundary", TEXT, attached(), boundary=b"\xff\xc3\xa4")


@small
def folded_type(sender: str) -> bytes:
    folded = attached(kind=b"application/pdf\r\n Bcc: x@else.example\r\n foo")
    return multipart(sender, "folded_type", TEXT, folded, attached(kind=b"application/\r\n\tpdf"))


@small
def headers_in_encoded_words(sender: str) -> bytes:
    subject = b"Subject: =?utf-8?q?a=0D=0ABcc:_x=40else.example=0D=0A=0D=0Abody?="
    name = b'filename="=?utf-8?q?a=0D=0ABcc:_y.docx?="'
    second = b"filename*=utf-8''%0D%0ABcc:%20z%0D%0A.docx"
    raw = multipart(sender, "headers_in_encoded_words", TEXT, attached(name), attached(second))
    return raw.replace(b"Subject: Report 1 (headers_in_encoded_words)", subject)


@small
def headers_in_the_name(sender: str) -> bytes:
    raw = report(sender, "headers_in_the_name")
    return raw.replace(b"From: Jo Smith", b"From: =?utf-8?q?Jo=0D=0ABcc=3A_x=40else.example=0D=0A?=")


@small
def odd_message_ids(sender: str) -> bytes:
    ids = [b"<a b@c>", b"<<a@b>>", b"<a@b\r\n c>", b"no brackets", b"<" + b"x" * 5000 + b"@y>", b"<>", b"<a@b", b"a@b>"]
    fields = [b"In-Reply-To: " + i for i in ids] + [b"References: " + b" ".join(ids)]
    raw = simple(sender, "odd_message_ids", b"My report", *fields)
    return raw.replace(b"Message-ID: ", b"Message-ID: <a b@c> ><")


@small
def header_names_with_spaces(sender: str) -> bytes:
    return simple(sender, "header_names_with_spaces", b"x", b"X Header: y", b"Sub ject : z", b": nameless", b" folded")


@small
def far_dates(sender: str) -> bytes:
    raw = report(sender, "far_dates")
    return raw.replace(b"Mon, 12 Oct 2026", b"Mon, 12 Oct 99999") + b"Date: Thu, 99 Foo -1 99:99:99 +9999\r\n"


@small
def mbox_line(sender: str) -> bytes:
    return b"From jo@school.example Mon Oct 12 09:00:00 2026\r\n" + report(sender, "mbox_line")


@small
def byte_order_mark(sender: str) -> bytes:
    return b"\xef\xbb\xbf" + report(sender, "byte_order_mark")


@small
def bare_line_feeds(sender: str) -> bytes:
    return report(sender, "bare_line_feeds").replace(b"\r\n", b"\n")


@small
def bare_returns(sender: str) -> bytes:
    return report(sender, "bare_returns").replace(b"\r\n", b"\r")


@small
def mixed_breaks(sender: str) -> bytes:
    dice, pieces = random.Random(7), report(sender, "mixed_breaks").split(b"\r\n")
    return b"".join(piece + dice.choice([b"\r\n", b"\n", b"\r", b"\r\r\n", b"\n\r"]) for piece in pieces)


@small
def encoded_word_bomb(sender: str) -> bytes:
    words = [b"=?utf-8?q?" + b"=41" * 20 + b"?=", b"=?", b"=?a?q?", b"=?utf-8?b?" + b"A" * 30, b"=?x?Q?" + b"?" * 50]
    fields = [b"To: " + word * (15000 // len(word)) for word in words for _ in range(6)]
    return simple(sender, "encoded_word_bomb", b"My report", *fields)


@small
def quotes_in_from(sender: str) -> bytes:
    return b'From: "' + b'\\"' * 8000 + b" <" + sender.encode() + b">\r\n" + no_from(sender)


@small
def brackets_in_from(sender: str) -> bytes:
    return b"From: " + b"(" * 8000 + b"<" * 8000 + sender.encode() + b"\r\n" + no_from(sender)


@small
def many_references(sender: str) -> bytes:
    ids = b"".join(b"\r\n <%d@thread.example>" % i for i in range(20000))
    return simple(sender, "many_references", b"My report 1", b"References:" + ids)


# --- structure ---


@small
def no_boundary(sender: str) -> bytes:
    return simple(sender, "no_boundary", b"--b\r\n\r\nx\r\n--b--", b"Content-Type: multipart/mixed")


@small
def boundary_of_spaces(sender: str) -> bytes:
    return multipart(sender, "boundary_of_spaces", TEXT, attached(), boundary=b"   ")


@small
def empty_boundary(sender: str) -> bytes:
    return multipart(sender, "empty_boundary", TEXT, attached(), boundary=b"")


@small
def boundary_of_dashes(sender: str) -> bytes:
    return multipart(sender, "boundary_of_dashes", TEXT, b"\r\n" + b"-" * 100_000, attached(), boundary=b"--")


@small
def wrong_boundary(sender: str) -> bytes:
    return report(sender, "wrong_boundary").replace(b'boundary="b"', b'boundary="c"')


@small
def boundaries_that_begin_alike(sender: str) -> bytes:
    inner = b'Content-Type: multipart/mixed; boundary="b-"\r\n\r\n--b-\r\n' + TEXT + b"\r\n--b--\r\n"
    inmost = b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nx\r\n--b\r\n' + TEXT
    return multipart(sender, "boundaries_that_begin_alike", inner, inmost, attached())


@small
def boundary_in_two_words(sender: str) -> bytes:
    field = b"Content-Type: multipart/mixed; boundary*0=b; boundary*1*=%62; boundary=\"c\"; boundary*=x\0y''b"
    return simple(sender, "boundary_in_two_words", b"--bb\r\n\r\nx\r\n--bb--\r\n", field)


@small
def never_closed(sender: str) -> bytes:
    return report(sender, "never_closed").rpartition(b"--b--")[0]


@small
def cut_in_base64(sender: str) -> bytes:
    raw = report(sender, "cut_in_base64")
    return raw[: len(raw) - 301]


@small
def thousand_deep(sender: str) -> bytes:
    levels = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i) for i in range(1000))
    return head(sender, "thousand_deep") + levels + TEXT


@small
def hundred_messages_deep(sender: str) -> bytes:
    inside = TEXT
    for i in range(100):
        inside = b"Content-Type: message/rfc822\r\n\r\nFrom: x@y\r\nSubject: %d\r\n" % i + inside
    return head(sender, "hundred_messages_deep") + inside


@small
def messages_within_parts(sender: str) -> bytes:
    inside = TEXT
    for i in range(60):
        opening = b"Content-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (
            i,
            i,
        )
        inside = opening + inside + b"\r\n--%d--" % i
    return multipart(sender, "messages_within_parts", TEXT, inside)


@small
def attached_message(sender: str) -> bytes:
    inner = b"Content-Type: message/rfc822\r\n\r\n" + report("other@else.example", "inner")
    return multipart(sender, "attached_message", TEXT, inner)


@small
def nine_hundred_parts(sender: str) -> bytes:
    return multipart(sender, "nine_hundred_parts", *[TEXT] * 450, *[attached(body=b"eA==")] * 450)


@huge
def ten_thousand_parts(sender: str) -> bytes:
    return multipart(sender, "ten_thousand_parts", *[TEXT] * 5000, *[attached(body=b"eA==")] * 5000)


@huge
def millions_of_boundaries(sender: str) -> bytes:
    return simple(sender, "millions_of_boundaries", b"--b\n" * (8 * MB), b"Content-Type: multipart/mixed; boundary=b")


@huge
def nearly_boundaries(sender: str) -> bytes:
    body = b"--b\n\n" + b"--bx\n" * (6 * MB)
    return simple(sender, "nearly_boundaries", body, b"Content-Type: multipart/mixed; boundary=b")


@huge
def deep_and_large(sender: str) -> bytes:
    levels = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i) for i in range(30))
    return (
        head(sender, "deep_and_large") + levels + attached(body=base64.encodebytes(random.Random(1).randbytes(20 * MB)))
    )


@huge
def headers_of_20_mb(sender: str) -> bytes:
    line = b"X-Filler: " + b"y" * 60 + b"\r\n"
    return head(sender, "headers_of_20_mb") + line * (20 * MB // len(line)) + b"\r\nMy report"


@huge
def line_of_10_mb(sender: str) -> bytes:
    return simple(sender, "line_of_10_mb", b"My report", b"X-Long: " + b"z" * (10 * MB))


@huge
def few_words_among_blank_lines(sender: str) -> bytes:
    return simple(sender, "few_words_among_blank_lines", b"Hello Ann,\n" + b"\n" * 300_000 + b"how are you?")


@huge
def million_recipients(sender: str) -> bytes:
    return simple(sender, "million_recipients", b"My report", b"To: " + b"x@y.example, " * 1_000_000)


@huge
def header_of_short_lines(sender: str) -> bytes:
    return head(sender, "header_of_short_lines") + b"a:\n" * 170_000 + b"\nMy report"


@huge
def parts_of_headers(sender: str) -> bytes:
    part = b"a:\n" * 21_000 + b"Content-Type: text/plain\n\nx"
    return multipart(sender, "parts_of_headers", *[part] * 500)


@huge
def semicolons(sender: str) -> bytes:
    return simple(sender, "semicolons", b"My report", b"Content-Type: text/plain" + b";" * 500_000)


@huge
def parts_of_semicolons(sender: str) -> bytes:
    part = b"Content-Type: text/plain" + b";" * 60_000 + b"\r\n\r\nx"
    return multipart(sender, "parts_of_semicolons", *[part] * 500)


@huge
def continuations(sender: str) -> bytes:
    name = b"".join(b"; name*%d*=%%41" % i for i in range(100_000))
    return simple(sender, "continuations", b"My report", b"Content-Type: application/pdf" + name[:500_000])


@huge
def parts_of_continuations(sender: str) -> bytes:
    name = b"".join(b"; filename*%d*=%%41" % i for i in range(5000))[:60_000]
    part = b"Content-Type: application/pdf\r\nContent-Disposition: attachment" + name + b"\r\n\r\nx"
    return multipart(sender, "parts_of_continuations", TEXT, *[part] * 500)


@huge
def quotes_in_types(sender: str) -> bytes:
    part = b'Content-Type: application/pdf; name="' + b'\\";' * 20_000 + b"\r\n\r\nx"
    return multipart(sender, "quotes_in_types", TEXT, *[part] * 500)


@huge
def encoded_words_in_every_field(sender: str) -> bytes:
    field = b"To: " + b"=?a?q?" * 2700
    return simple(sender, "encoded_words_in_every_field", b"My report", *[field] * 30)


@huge
def attachment_of_30_mb(sender: str) -> bytes:
    body = base64.encodebytes(random.Random(2).randbytes(22 * MB)).replace(b"\n", b"\r\n")
    return multipart(sender, "attachment_of_30_mb", TEXT, attached(body=body))


@huge
def long_lines_of_30_mb(sender: str) -> bytes:
    body = (b"A" * 988 + b"\r\n") * 30_000
    return multipart(sender, "long_lines_of_30_mb", TEXT, attached(body=body))


@huge
def soft_breaks(sender: str) -> bytes:
    part = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=\r\n" * (8 * MB)
    return multipart(sender, "soft_breaks", part, attached())


@huge
def garbage_in_base64(sender: str) -> bytes:
    return multipart(sender, "garbage_in_base64", TEXT, attached(body=random.Random(3).randbytes(20 * MB)))


@huge
def padding_in_base64(sender: str) -> bytes:
    return multipart(sender, "padding_in_base64", TEXT, attached(body=b"QQ==" * (5 * MB)))


# --- text ---


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


# --- documents ---


@small
def word_bomb(sender: str) -> bytes:
    bomb = {"word/comments.xml": b"<w:comment " * (12 * MB), "word/document.xml": b"\0" * 1000}
    return multipart(sender, "word_bomb", TEXT, attached(body=_word_bomb(tuple(bomb.items()))))


@cache
def _word_bomb(members: tuple[tuple[str, bytes], ...]) -> bytes:
    return zipped(dict(members))


@small
def word_by_lzma(sender: str) -> bytes:
    packed = bytearray(base64.b64decode(zipped({"word/comments.xml": b"<w:comment >" * 50}, zipfile.ZIP_LZMA)))
    at = packed.find(b"word/comments.xml") + 17
    packed[at + 4 : at + 9] = b"\x5d\xff\xff\xff\xff"  # a dictionary of 4 GB
    packed[at + 12 : at + 40] = b"\xee" * 28
    return multipart(sender, "word_by_lzma", TEXT, attached(body=base64.encodebytes(bytes(packed))))


@small
def word_locked(sender: str) -> bytes:
    packed = bytearray(DOCX)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := packed.find(sign, place + 1)) != -1:
            packed[place + at] |= 1
    return multipart(sender, "word_locked", TEXT, attached(body=base64.encodebytes(bytes(packed))))


@huge
def word_of_many_members(sender: str) -> bytes:
    """300,000 members; the list's size is hidden behind a second end of the list, within the first."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[0] * 6, 0, 0, 0, 1, *[0] * 4, 0, 0) + b"a"
    listed = entry * 300_000
    end = struct.pack("<4s4s2H2LH", b"PK\x05\x06", b"PK\x05\x06", 65535, 65535, len(listed), 0, 0)
    body = base64.encodebytes(listed + end).replace(b"\n", b"\r\n")
    return multipart(sender, "word_of_many_members", TEXT, attached(body=body))


@small
def word_at_random(sender: str) -> bytes:
    dice = random.Random(sender)
    parts = []
    for _ in range(30):
        packed = bytearray(DOCX)
        for _ in range(6):
            packed[dice.randrange(len(packed))] = dice.randrange(256)
        parts.append(attached(body=base64.encodebytes(bytes(packed))))
    return multipart(sender, "word_at_random", TEXT, *parts)


# --- automatic mail ---


@small
def calendar_invitation(sender: str) -> bytes:
    event = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nDTSTART:99999999T999999Z\r\nEND:VEVENT\r\n"
    return simple(sender, "calendar_invitation", event * 100, b"Content-Type: text/calendar; method=REQUEST")


@small
def read_receipt(sender: str) -> bytes:
    part = b"Content-Type: message/disposition-notification\r\n\r\nDisposition: manual-action; displayed\r\n"
    return multipart(sender, "read_receipt", TEXT, part, sub=b"report; report-type=disposition-notification")


@small
def bounce(sender: str) -> bytes:
    part = (
        b"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;" + b"x" * 5000 + b"\r\nAction: failed"
    )
    return multipart(sender, "bounce", TEXT, part, sub=b"report; report-type=delivery-status")


@small
def null_path(sender: str) -> bytes:
    return b"Return-Path: <>\r\n" + report(sender, "null_path")


@small
def automatic_reply(sender: str) -> bytes:
    return b"Auto-Submitted: auto-replied; x=y\r\n" + report(sender, "automatic_reply")


@small
def mailing_list(sender: str) -> bytes:
    return b"List-Id: <x.y>\r\nPrecedence: bulk\r\n" + report(sender, "mailing_list")


@small
def encrypted(sender: str) -> bytes:
    return multipart(
        sender, "encrypted", b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1", sub=b"encrypted"
    )


CHARSETS = (
    *("rot13", "zip", "hex", "bz2", "uu", "base64", "quopri", "idna", "punycode", "utf-7", "unicode_escape"),
    *(
        "raw_unicode_escape",
        "undefined",
        "utf-16",
        "utf-32-le",
        "cp037",
        "iso-2022-jp",
        "mbcs",
        "x-unknown",
        "utf-8-sig",
    ),
    *("../../etc/passwd", "x" * 3000, "é", "a\0b", "=?utf-8?q?x?=", '"', "", "os", "encodings.zip_codec"),
)
NAMES = (
    *("../../etc/passwd", "..\\..\\windows\\system32", "con.docx", "\u202excod.exe", "a\0b.docx", "a\r\nBcc: x.docx"),
    *(
        ".",
        "..",
        ". .",
        "/",
        "x" * 3000 + ".docx",
        "ü" * 300,
        '"; filename="b.exe',
        "a;b=c.docx",
        "%0d%0aBcc: x",
        "\ud83d",
    ),
    *(
        "=?utf-8?q?..=2Fx?=",
        "a\u2028b.docx",
        "😀" * 90 + ".docx",
        "x." + "y" * 300,
        "a'b''c.docx",
        "\\",
        "\t",
        "<script>",
    ),
)
FROMS = (
    *("{}, b@else.example", "{})b@else.example", "<{}> <b@else.example>", '"{}" <b@else.example>', "{} (a(b)c)"),
    *('"a@x.example" <{}>', '("") <{}> ("<b@else.example>")', "=?utf-8?q?{}?=", "<{}", "{}>", "undisclosed:{};", "@{}"),
    *(
        '(" <x) <b@else.example> (" <{}>',
        "<{}> b@else.example",
        "{}\0",
        "\u202e{}",
        "<@a,@b:{}>",
        "b@else.example <{}>",
    ),
)
BODIES = (
    *(
        b"\\ud800\\udfff lone",
        b"+2AA-+3/8- lone",
        b"\xed\xa0\x80",
        b"\\N{SNOWMAN}\\x",
        b"xn--\xff",
        b"\x1b$B\x21",
        b"\xff\xfe\x00\xd8",
    ),
)


def variations(sender: str) -> Iterator[tuple[str, bytes]]:
    """The kinds that are lists: charsets, file names, From fields."""
    for number, charset in enumerate(CHARSETS):
        field = b"Content-Type: text/plain; charset=" + charset.encode()
        body = b"\r\n".join(BODIES)
        yield f"charset {charset[:20]!r}", simple(sender, f"charset{number}", body, field)
        word = f"Subject: =?{charset}?q?=FF=D8_=2Bx?=".encode()
        raw = simple(
            sender, f"subject{number}", b"My report 1", b"Content-Type: text/html; charset*=" + charset.encode()
        )
        yield f"subject in {charset[:20]!r}", b"\r\n".join([word, raw])
    for number, name in enumerate(NAMES):
        raw = name.encode("utf-8", "surrogatepass")
        escaped = b"".join(b"%%%02x" % byte for byte in raw)
        ways = [
            attached(b'filename="' + raw + b'"'),
            attached(b"filename*=utf-8''" + escaped),
            attached(b"filename*0*=utf-8''" + escaped[:30] + b"; filename*1*=" + escaped[30:]),
            attached(b'filename="=?utf-8?b?' + base64.b64encode(raw) + b'?="'),
            attached(b"filename*=" + raw),
            attached(b"x=y", WORD + b'; name="' + raw + b'"'),
        ]
        yield f"file {name[:20]!r}", multipart(sender, f"file{number}", TEXT, *ways)
    for number, written in enumerate(FROMS):
        raw = no_from(sender).replace(b"no_from", b"from%d" % number)
        yield f"from {written!r}", b"From: " + written.format(sender).encode() + b"\r\n" + raw


# --- mutations ---


def mutations(sender: str, count: int, seed: int = 1) -> Iterator[Hostile]:
    """A valid report with flipped bits, cut, doubled and shuffled; the same for the same seed."""
    for number in range(count):
        dice = random.Random(f"{seed}/{number}")
        raw = bytearray(report(sender, f"mutation{seed}.{number}"))
        for _ in range(dice.choice((1, 1, 2, 3, 10, 100))):
            dice.choice(_MUTATIONS)(raw, dice)
        yield Hostile(f"mutation {seed}/{number}", bytes(raw))


def _flip(raw: bytearray, dice: random.Random) -> None:
    raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)


def _flip_early(raw: bytearray, dice: random.Random) -> None:
    raw[dice.randrange(min(len(raw), 700))] ^= 1 << dice.randrange(8)


def _cut(raw: bytearray, dice: random.Random) -> None:
    del raw[max(1, len(raw) - dice.randrange(len(raw))) :]


def _remove(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw))
    del raw[at : at + dice.randrange(60)]
    raw += b"x"


def _double(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw))
    raw[at:at] = raw[at : at + dice.randrange(200)]


def _double_a_line(raw: bytearray, dice: random.Random) -> None:
    lines = bytes(raw).split(b"\r\n")
    lines.insert(dice.randrange(len(lines)), dice.choice(lines[:20]))
    raw[:] = b"\r\n".join(lines)


def _insert(raw: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(raw))
    raw[at:at] = dice.choice(
        (b"\0", b"\r\n\r\n", b"\n", b"\r", b"--b\r\n", b"--b--\r\n", b"=?", b"\xff\xfe", b";", b'"', b"<")
    )


_MUTATIONS = (_flip, _flip_early, _flip_early, _cut, _remove, _double, _double_a_line, _insert)
