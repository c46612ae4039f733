"""Parts, boundaries and encodings that are broken, deep, many or huge."""

from __future__ import annotations

import base64
import random

from tests.support.hostile.parts import MB, TEXT, attached, head, multipart, report, simple
from tests.support.hostile.registry import huge, small


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
