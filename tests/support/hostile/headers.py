"""Headers that are missing, doubled, malformed, or made to smuggle something in."""

from __future__ import annotations

import random

from tests.support.build import BOT
from tests.support.hostile.parts import TEXT, attached, multipart, report, simple
from tests.support.hostile.registry import small


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
