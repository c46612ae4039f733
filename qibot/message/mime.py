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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import Compat32

from qibot.errors import MailUnreadable
from qibot.expression import expression
from qibot.message.charsets import in_words

DEEPEST = 25
PART_HEADER = 64 * 1024
PARAMETERS = 4 * 1024
_BLANK_LINE = expression(rb"\r?\n\r?\n")
_CHUNK = 4 * 57 * 1024


class _Policy(Compat32):
    """Tolerant of everything, but the fields whose parameters the library takes quadratic time to part are cut."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:PARAMETERS] if name.lower().startswith("content-") else value

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002
        return in_words(value.encode("utf-8", "surrogateescape"), None)  # the stock one drops 8-bit letters


_POLICY = _Policy()


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of the MIME tree: raw[start:body] is its header with the blank line, raw[body:end] its encoded body.

    `choice` tells the multipart/alternative that it belongs to, by its place; None where it is one of no alternatives.
    One that lies in that itself is a `form` of the same words (RFC 2046, 5.1.4).
    """

    header: Message
    content_type: str
    start: int
    body: int
    end: int
    choice: int | None = None
    cut: bool = False
    form: bool = False

    @property
    def encoding(self) -> str:
        """The Content-Transfer-Encoding, lower case; anything unknown counts as none."""
        return str(self.header.get("Content-Transfer-Encoding", "")).strip().lower()

    @property
    def file_name(self) -> str:
        """The name as it is given, not yet a safe one; empty where there is none."""
        return _parameter(self.header.get_filename)

    @property
    def charset(self) -> str:
        """The character set as it is given, known or not; empty where there is none."""
        return _parameter(self.header.get_content_charset)


def _parameter(read: Callable[[], str | None]) -> str:
    try:
        return read() or ""
    except (ValueError, LookupError, TypeError, AttributeError):  # the library stumbles over broken RFC 2231
        return ""


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
    """The header fields of these bytes, whatever they are."""
    return BytesHeaderParser(policy=_POLICY).parsebytes(raw)


def leaves(raw: bytes, *, header_limit: int, parts_limit: int) -> list[Part]:
    """Every leaf part in order; a message that isn't multipart is one leaf. message/rfc822 stays closed.

    Raises MailUnreadable beyond the limits.
    """
    body = split_header(raw, 0, len(raw), header_limit)
    if body is None:
        raise MailUnreadable(f"its header is longer than {header_limit // 1024} KB")
    found: list[Part] = []
    for part in _Tree(raw, header_limit).leaves(0, body, len(raw)):
        found.append(part)
        if len(found) > parts_limit:
            raise MailUnreadable(f"it has more than {parts_limit} parts")
    return found


class _Tree:
    """Walks a message's parts and counts what their headers come to: reading those costs more than all the rest."""

    def __init__(self, raw: bytes, header_limit: int) -> None:
        self._raw, self._limit = raw, header_limit
        self._headers = 0

    def leaves(
        self, start: int, body: int, end: int, depth: int = 0, choice: int | None = None, within: str = ""
    ) -> Iterator[Part]:
        raw = self._raw
        header = self._header(start, body)
        if within == "multipart/digest":  # what says nothing there is a mail (RFC 2046, 5.1.5)
            header.set_default_type("message/rfc822")
        form = within == "multipart/alternative"
        leaf = Part(header, header.get_content_type(), start, body, end, choice, form=form)
        multipart = header.get_content_maintype() == "multipart" and depth < DEEPEST
        boundary = _parameter(header.get_boundary) if multipart else ""
        if choice is None and leaf.content_type == "multipart/alternative":
            choice = start
        parted = False
        for first, last, cut in _between(raw, body, end, boundary):
            parted, inner = True, split_header(raw, first, last, PART_HEADER)
            if inner is None:
                yield Part(header_of(b""), "application/octet-stream", first, first, last, choice, cut)
                continue
            for part in self.leaves(first, inner, last, depth + 1, choice, leaf.content_type):
                yield replace(part, cut=True) if cut and part.end == last else part
        if not parted:
            yield leaf

    def _header(self, start: int, body: int) -> Message:
        self._headers += body - start
        if self._headers > self._limit:
            raise MailUnreadable(f"its parts' headers together are longer than {self._limit // 1024} KB")
        return header_of(self._raw[start:body])


def _between(raw: bytes, start: int, end: int, boundary: str) -> Iterator[tuple[int, int, bool]]:
    """The spans between the delimiter lines (RFC 2046, 5.1.1); the last is cut if no closing delimiter ends it."""
    if not 0 < len(boundary) <= 200:
        return
    marker = re.escape(b"--" + boundary.encode("utf-8", "replace"))
    # The line's beginning is looked at behind the marker: a pattern that begins with plain bytes is found quickest.
    delimiter = re.compile(marker + rb"(?<![^\n]" + marker + rb")(--)?[ \t\r]*(?:\n|\Z)")
    opened: int | None = None
    for found in delimiter.finditer(raw, start, end):
        if opened is not None:
            yield opened, _before_line_break(raw, opened, found.start()), False
        if found[1]:
            return
        opened = found.end()
    if opened is not None and opened < end:
        yield opened, end, True


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
    """The part's text by its charset or, where that fails, by the likeliest one. Raises MailUnreadable over `limit`."""
    body = b""
    for chunk in decoded(raw, part):
        body += chunk
        if len(body) > limit:
            raise MailUnreadable("its text is too long for a letter")
    return in_words(body, part.charset)


def start_of(raw: bytes, part: Part, limit: int) -> bytes:
    """The first so many bytes of the part's decoded file."""
    body = b""
    for chunk in decoded(raw, part):
        body += chunk[: limit - len(body)]
        if len(body) >= limit:
            break
    return body
