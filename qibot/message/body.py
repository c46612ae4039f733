"""The text and the page of a message. The only user of mail-parser.

It is given only the text parts, because it mixes attached messages into the outer one and decodes every attachment
into memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import mailparser

from qibot.errors import MailUnreadable
from qibot.expression import expression
from qibot.message import mime, pages, stubs
from qibot.message.charsets import as_browsers_read, is_charset
from qibot.message.flowed import put_together
from qibot.message.plaintext import plain_text
from qibot.quoting import UNSEEN, without_links

TEXT_LIMIT = 1024 * 1024
# Words in forms that few programs write (RFC 1896, 1341, 7763): plain text but for their marks.
OTHER_FORMS = ("text/enriched", "text/richtext", "text/markdown", "text/x-markdown", "text/x-web-markdown")
_PAGES = ("text/x-amp-html", "text/watch-html", "application/xhtml+xml")  # … and pages by another name
SECOND_OPINION = 32 * 1024  # bytes of a text that mail-parser is given: it is slow, and we read the same
_PARAMETER = expression(r"<param>[^<]{0,1000}</param>", re.IGNORECASE)
_BREAKS, _BREAKING = expression(r"\n+"), expression(r"<(?:nl|np)>", re.IGNORECASE)
_MARK = expression(r"(?<!<)</?[A-Za-z][A-Za-z0-9-]{0,60}>")
_BLANKS = " \t\r\n\f\v\u00a0" + UNSEEN  # no words, though str.strip() knows not all of them


@dataclass(frozen=True, slots=True)
class _Body:
    """One of the things that the message says: in all the forms that it has, as text."""

    plain: tuple[str, ...]
    html: tuple[str, ...]


def bodies_of(raw: bytes, parts: list[mime.Part]) -> list[_Body]:
    """What is to be read one after the other."""
    choices: dict[int, list[mime.Part]] = {}
    for part in parts:
        choices.setdefault(part.start if part.choice is None else part.choice, []).append(part)
    return [_body(raw, forms) for forms in choices.values()]


def _body(raw: bytes, forms: list[mime.Part]) -> _Body:
    plain = _read(raw, forms, "text/plain")
    if not any(part.content_type == "text/html" for part in forms) and not "".join(plain).strip(_BLANKS):
        return _Body(_other(raw, forms), ())  # any other form says nothing besides, and all there is where it is alone
    try:
        return _Body(plain, _read(raw, forms, "text/html"))
    except MailUnreadable:  # a page may be too large while its plain text isn't
        if not "".join(plain).strip(_BLANKS):
            raise
        return _Body(plain, ())


def _other(raw: bytes, forms: list[mime.Part]) -> tuple[str, ...]:
    """The words of the first form that can be read as such."""
    for part in forms:
        if part.content_type in OTHER_FORMS:
            return (_unmarked(mime.text_of(raw, part, TEXT_LIMIT), part.content_type),)
        if part.content_type in _PAGES:
            return (plain_text(mime.text_of(raw, part, TEXT_LIMIT)),)
    return ()


def _unmarked(text: str, kind: str) -> str:
    """Enriched text without its marks: parameters go with them, and a single line break is a space (RFC 1896)."""
    if "markdown" in kind:
        return text
    text = _PARAMETER.sub("", text[:TEXT_LIMIT].replace("\r\n", "\n"))
    if kind == "text/enriched":
        text = _BREAKS.sub(lambda found: found[0][1:] or " ", text)
    else:  # its breaks are marks, too (RFC 1341)
        text = _BREAKING.sub("\n", text.replace("<lt>", "<<"))
    return _MARK.sub("", text).replace("<<", "<")


def page_of(bodies: list[_Body]) -> str:
    """The message's HTML, with the texts between as such; empty where there is none, or too much of it."""
    if not any(body.html for body in bodies):
        return ""
    pieces = [piece for body in bodies for piece in body.html or map(pages.as_page, body.plain)]
    return "\n".join(pieces) if sum(map(len, pieces)) <= pages.LIMIT else ""


def text_of(bodies: list[_Body]) -> str:
    """All that was written: of alternatives the plain one, or the HTML as text where that says nothing. Links that
    write a mail are left out: ours are signed for whoever has quoted them."""
    pieces: list[str] = []
    for body in bodies:
        pieces += _said(body)
    text = "\n".join(pieces)
    if len(text) > TEXT_LIMIT:
        raise MailUnreadable(f"its text is longer than {TEXT_LIMIT // 1024} KB")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = without_links(text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _said(body: _Body) -> list[str]:
    """The text of one of the things that it says, in the form that says it."""
    plain = list(body.plain)
    if not body.html:
        return plain
    if not "".join(plain).strip(_BLANKS):
        return [*map(plain_text, body.html)]
    if sum(map(len, body.plain)) > stubs.LOOKED_AT:  # turning a page into text takes a while
        return plain
    page = [*map(plain_text, body.html)]
    text, shown = "\n".join(plain), "\n".join(page)
    if stubs.is_stub(text, shown):
        return page
    return [*page, *plain] if stubs.differs(text, shown) else plain


def _read(raw: bytes, parts: list[mime.Part], content_type: str) -> tuple[str, ...]:
    """The parts' text as mail-parser reads it; as we do ourselves where it raises, sees less or can't decode it."""
    pieces = []
    for part in parts:
        if part.content_type == content_type:
            own = mime.text_of(raw, part, TEXT_LIMIT)
            read = _by_mail_parser(raw, part)
            text = read if len(read) == len(own) and "\ufffd" not in read else own
            pieces.append(put_together(part, text))
    return tuple(pieces)


def _by_mail_parser(raw: bytes, part: mime.Part) -> str:
    charset = as_browsers_read(part.charset) if is_charset(part.charset) else "utf-8"
    if part.end - part.body > SECOND_OPINION:
        return ""
    encoding = part.encoding if part.encoding in ("base64", "quoted-printable") else "8bit"
    skeleton = (
        f'Content-Type: {part.content_type}; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    )
    try:
        read = mailparser.parse_from_bytes(skeleton.encode("ascii") + raw[part.body : part.end])
        return "\n".join(read.text_html if part.content_type == "text/html" else read.text_plain)
    except Exception:  # it raises all kinds of errors on odd charsets and encodings; our own reading stands
        return ""
