"""Where a message's parts lie in its raw bytes (RFC 2045, 2046).

Documents travel as the very bytes that were sent, so the parts are found by offsets, without decoding or copying. The
limits make the cost of the worst message a small multiple of its size: parts, depth and header sizes are bounded.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32

from qibot.errors import MailUnreadable

DEEPEST = 25
PART_HEADER = 64 * 1024
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_CHUNK = 4 * 57 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of the MIME tree: raw[start:body] is its header with the blank line, raw[body:end] its encoded body."""

    header: Message
    content_type: str
    start: int
    body: int
    end: int
    parents: tuple[str, ...] = ()
    cut: bool = False

    @property
    def encoding(self) -> str:
        """The Content-Transfer-Encoding, lower case; anything unknown counts as none."""
        return str(self.header.get("Content-Transfer-Encoding", "")).strip().lower()


def split_header(raw: bytes, start: int, end: int, limit: int) -> int | None:
    """Where the body begins after the header that starts here, or None where the header is longer than the limit."""
    for no_header in (b"\r\n", b"\n"):
        if raw.startswith(no_header, start, end):
            return start + len(no_header)
    found = _BLANK_LINE.search(raw, start, min(end, start + limit))
    if found is not None:
        return found.end()
    return end if end - start <= limit else None


def header_of(raw: bytes) -> Message:
    """The header fields of these bytes, tolerant of everything (the stock `compat32` policy raises on nothing)."""
    return BytesHeaderParser(policy=compat32).parsebytes(raw)


def leaves(raw: bytes, *, header_limit: int, parts_limit: int) -> list[Part]:
    """Every leaf part in order; a message that isn't multipart is one leaf. message/rfc822 stays closed.

    Raises MailUnreadable beyond the limits.
    """
    body = split_header(raw, 0, len(raw), header_limit)
    if body is None:
        raise MailUnreadable(f"its header is longer than {header_limit // 1024} KB")
    found: list[Part] = []
    for part in _walk(raw, 0, body, len(raw), ()):
        found.append(part)
        if len(found) > parts_limit:
            raise MailUnreadable(f"it has more than {parts_limit} parts")
    return found


def _walk(raw: bytes, start: int, body: int, end: int, parents: tuple[str, ...]) -> Iterator[Part]:
    header = header_of(raw[start:body])
    kind = header.get_content_type()
    boundary = header.get_boundary() if header.get_content_maintype() == "multipart" else None
    if not boundary or len(boundary) > 200 or len(parents) >= DEEPEST:
        yield Part(header, kind, start, body, end, parents)
        return
    spans, closed = _between(raw, body, end, boundary.encode("ascii", "surrogateescape"))
    if not spans:
        yield Part(header, kind, start, body, end, parents)
        return
    for number, (first, last) in enumerate(spans):
        inner = split_header(raw, first, last, PART_HEADER)
        cut = not closed and number == len(spans) - 1
        if inner is None:
            yield Part(header_of(b""), "application/octet-stream", first, first, last, (*parents, kind), cut)
        else:
            for part in _walk(raw, first, inner, last, (*parents, kind)):
                yield _as_cut(part) if cut and part.end == last else part


def _as_cut(part: Part) -> Part:
    return Part(part.header, part.content_type, part.start, part.body, part.end, part.parents, cut=True)


def _between(raw: bytes, start: int, end: int, boundary: bytes) -> tuple[list[tuple[int, int]], bool]:
    """The spans between the delimiter lines, and whether the closing delimiter stands at the end (RFC 2046, 5.1.1)."""
    marker = b"--" + boundary
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    at = raw.find(marker, start, end)
    while at != -1:
        after = at + len(marker)
        line_end = raw.find(b"\n", after, min(end, after + 1000))
        rest = raw[after : line_end if line_end != -1 else min(end, after + 1000)]
        closing = rest.startswith(b"--")
        if (at == start or raw[at - 1 : at] == b"\n") and not rest[2 * closing :].strip():
            if opened is not None:
                spans.append((opened, _before_line_break(raw, opened, at)))
            if closing:
                return spans, True
            opened = line_end + 1 if line_end != -1 else end
        at = raw.find(marker, after, end)
    if opened is not None and opened < end:
        spans.append((opened, end))
    return spans, False


def _before_line_break(raw: bytes, start: int, at: int) -> int:
    if raw[at - 2 : at] == b"\r\n":
        at -= 2
    elif raw[at - 1 : at] == b"\n":
        at -= 1
    return max(start, at)


def decoded(raw: bytes, part: Part) -> Iterator[bytes]:
    """The part's file in chunks: a large one never stands in memory twice. Broken encodings give what they can."""
    view = memoryview(raw)[part.body : part.end]
    if part.encoding == "base64":
        yield from _from_base64(view)
    elif part.encoding == "quoted-printable":
        yield quopri.decodestring(bytes(view))
    else:
        yield from (bytes(view[at : at + _CHUNK]) for at in range(0, len(view), _CHUNK))


_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="))


def _from_base64(view: memoryview) -> Iterator[bytes]:
    rest = b""
    for at in range(0, len(view), _CHUNK):
        clean = rest + bytes(view[at : at + _CHUNK]).translate(None, _NOT_BASE64)
        whole = len(clean) - len(clean) % 4
        rest = clean[whole:]
        yield _lenient(clean[:whole])
    if rest:
        yield _lenient(rest + b"=" * (-len(rest) % 4))


def _lenient(chunk: bytes) -> bytes:
    try:
        return base64.b64decode(chunk)
    except (binascii.Error, ValueError):
        bare = chunk.replace(b"=", b"")
        return base64.b64decode(bare[: len(bare) // 4 * 4])


def fingerprint(raw: bytes, part: Part) -> tuple[int, str]:
    """Size and SHA-256 of the part's decoded file."""
    size, digest = 0, hashlib.sha256()
    for chunk in decoded(raw, part):
        size += len(chunk)
        digest.update(chunk)
    return size, digest.hexdigest()


def text_of(raw: bytes, part: Part, limit: int) -> str:
    """The part's text, at most `limit` bytes of it, by its charset or, where that fails, by the likeliest one."""
    body = b""
    for chunk in decoded(raw, part):
        body += chunk
        if len(body) > limit:
            break
    return in_words(body[:limit], part.header.get_content_charset())


def in_words(body: bytes, charset: str | None) -> str:
    """Bytes as text; UTF-8 where it fits, else Windows-1252, never an error."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            if name:
                return body.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return body.decode("latin-1")
