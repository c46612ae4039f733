"""The kinds that are lists: charsets, file names and From fields in every odd spelling."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from tests.support.hostile.headers import no_from
from tests.support.hostile.parts import TEXT, WORD, attached, multipart, simple

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
