"""A file of the corpus: what a message is to be taken for, and the message as its mail program writes it.

Above a line of ======== stand the expectations, below it the message, its parts decoded; `encoded` gives each part the
charset and the transfer encoding that its own header names. The message quotes the letter that it answers by

    {id} {subject} {address}    its Message-ID, Subject and Reply-To
    {html}                      what stands within its body
    {text} {marked}             its plain text, and the same with "> " before each line (mutt)
    {flowed}                    the same, folded at 72 for format=flowed (Thunderbird, where it answers in plain text)
    {thunderbird}               the flowed plain text that it makes of the letter's page: *bold*, label <address>
    {outlook}                   the plain text that Outlook and Exchange make of its page: no bold, label<address>
    {apple} {gmail}             the marked plain text that these make of its page: label <address>; *bold* and folded

and takes a piece of it by a range of lines, or of the page's blocks: {marked:1-4}, {html:5-}.
"""

from __future__ import annotations

import base64
import quopri
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_string
from email.header import Header
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from lxml.html import document_fromstring, tostring

FOLDER = Path(__file__).parents[1] / "corpus"
_PLACE = re.compile(
    r"\{(id|subject|address|html|text|marked|flowed|thunderbird|outlook|apple|gmail)(?::(\d*)-(\d*))?\}"
)
_WORD = r'[^ \t<>"]*[^\x00-\x7f][^ \t<>"]*'
_NOT_ASCII = re.compile(rf"{_WORD}(?:[ \t]+{_WORD})*")
_LINKED = re.compile(r" ?<mailto:[^\s<>?]+\?[^\s<>]*>")  # a link of ours, signed for its reader, is never passed on
PHOTOGRAPH = 2000  # times
_INDENT = " " * 8


@dataclass(frozen=True, slots=True)
class Eml:
    """One file: the client whose habits it copies and which of these it shows, what is to come of it, the message."""

    name: str
    client: str
    habits: str
    shows: tuple[str, ...]
    sender: str
    after: tuple[str, ...]
    answers: str
    taken_for: str
    relayed: tuple[str, ...]
    private: tuple[str, ...]
    documents: tuple[str, ...]
    words: str | None
    message: str

    def __repr__(self) -> str:
        return self.name

    def written(self, letter: EmailMessage | None) -> str:
        """The message, decoded, quoting this letter."""
        return _filled(self.message, letter)

    def expected(self, letter: EmailMessage | None) -> str | None:
        """What is to be passed on of it; where a quotation isn't cut, the same placeholders stand there."""
        if self.words is None:
            return None
        filled = _LINKED.sub("", _filled(self.words, letter))
        return "\n".join(line.rstrip() for line in filled.split("\n"))


def load() -> list[Eml]:
    """All files, by their names."""
    return [_read(path) for path in sorted(FOLDER.glob("*.eml"))]


def _read(path: Path) -> Eml:
    head, line, message = path.read_text(encoding="utf-8").partition("\n========\n")
    if not line:
        raise ValueError(f"{path.name} has no line of ========")
    said, _, block = head.partition("\nwords:\n")
    fields = [line.partition(":") for line in re.sub(r"\n\s+", " ", said).split("\n")]

    def each(key: str) -> tuple[str, ...]:
        return tuple(value.strip() for name, _, value in fields if name == key)

    def listed(key: str) -> tuple[str, ...]:
        return tuple(value.strip() for line in each(key) for value in line.split(","))

    def one(key: str) -> str:
        (value,) = each(key) or ("",)
        return value

    known = {"client", "habits", "shows", "from", "after", "answers", "taken for", "relayed", "private", "documents"}
    if unknown := {name for name, _, _ in fields} - known:
        raise ValueError(f"{path.name} has lines that mean nothing: {unknown}")
    words = "\n".join(line.removeprefix(_INDENT) for line in block.split("\n")).strip("\n") if block else None
    return Eml(
        path.name, one("client"), one("habits"), listed("shows"), one("from"), listed("after") or ("report 1",),
        one("answers"), one("taken for"), each("relayed"), each("private"), listed("documents"), words,
        message,
    )  # fmt: skip


# --- what is quoted ---


def _filled(text: str, letter: EmailMessage | None) -> str:
    return _PLACE.sub(lambda place: _piece(letter, place), text) if letter else text


def _piece(letter: EmailMessage, place: re.Match[str]) -> str:
    kind, first, last = place[1], int(place[2] or 1), int(place[3] or 0) or None
    if kind in ("id", "subject", "address"):
        field = {"id": "Message-ID", "subject": "Subject", "address": "Reply-To"}[kind]
        return str(letter["Reply-To"].addresses[0].addr_spec if kind == "address" else letter[field])
    if kind == "html":
        return _inside(_page(letter), place[2] is not None, first, last)
    return "\n".join(_KINDS[kind](letter)[first - 1 : last])


def _page(letter: EmailMessage) -> str:
    return str(letter.get_body(("html",)).get_content()).replace("\r\n", "\n")  # type: ignore[union-attr]


def _inside(page: str, in_part: bool, first: int, last: int | None) -> str:
    """What mail programs quote of a page, or some of its blocks."""
    inside = page.partition("<body")[2].partition(">")[2].partition("</body>")[0]
    if not in_part:
        return inside
    blocks = list(document_fromstring(inside).find(".//div"))[first - 1 : last]
    return "".join(tostring(block, encoding="unicode") for block in blocks).strip("\n")


def _text(letter: EmailMessage) -> list[str]:
    return str(letter.get_body(("plain",)).get_content()).rstrip().splitlines()  # type: ignore[union-attr]


def _from_page(letter: EmailMessage, link: str, bold: str, bullet: str) -> list[str]:
    """The page as a mail program makes plain text of it: its blocks, a blank line between them."""

    def spoken(node: Any) -> str:
        pieces = [node.text or ""]
        pieces += [spoken(child) + (child.tail or "") for child in node if isinstance(child.tag, str)]
        said = "".join(pieces)
        if node.tag in ("strong", "b"):
            return bold + said + bold
        return said + link.format(node.get("href")) if node.tag == "a" else said

    lines: list[str] = []
    for block in document_fromstring(_inside(_page(letter), False, 1, None)).find(".//div"):
        items = [bullet + spoken(item).strip() for item in block.findall("li")] or spoken(block).strip().split("\n")
        lines += [*items, ""]
    return lines[:-1]


def _marked(lines: list[str]) -> list[str]:
    """Lines as mutt and others quote them; what is quoted already gets no space between its marks."""
    return [(">" + line if line.startswith(">") else f"> {line}").rstrip() for line in lines]


def _folded(lines: list[str], width: int, end: str) -> list[str]:
    """Long lines in several, each but the last of them with this end."""
    folded: list[str] = []
    for line in lines:
        pieces = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
        folded += [piece + end for piece in pieces[:-1]] + pieces[-1:]
    return folded


_KINDS: dict[str, Callable[[EmailMessage], list[str]]] = {
    "text": _text,
    "marked": lambda letter: _marked(_text(letter)),
    "flowed": lambda letter: _marked_flowed(_text(letter)),
    "thunderbird": lambda letter: _marked_flowed(_from_page(letter, " <{}>", "*", "  * ")),
    "outlook": lambda letter: _from_page(letter, "<{}>", "", "  *   "),
    "apple": lambda letter: _marked(_from_page(letter, " <{}>", "", "• ")),
    "gmail": lambda letter: _marked(_folded(_from_page(letter, " <{}>", "*", "   - "), 76, "")),
}


def _marked_flowed(lines: list[str]) -> list[str]:
    """Marked lines of format=flowed (RFC 3676): a space at the end says that the paragraph goes on."""
    bare = [line.lstrip("> ") if line.startswith(">") else line for line in lines]
    marks = [">> " if line.startswith(">") else "> " for line in lines]
    return [mark + piece for mark, line in zip(marks, bare, strict=True) for piece in _folded([line], 70, " ")]


# --- as bytes ---


def encoded(message: str) -> bytes:
    """The message as it travels: each part in its charset and transfer encoding, lines ended by CRLF."""
    head, _, body = message.partition("\n\n")
    fields = message_from_string(head)
    made = "\n".join(_NOT_ASCII.sub(lambda w: Header(w[0], "utf-8").encode(), line) for line in head.split("\n"))
    start = made.replace("\n", "\r\n").encode("ascii") + b"\r\n\r\n"
    boundary = fields.get_boundary()
    if fields.get_content_maintype() != "multipart" or not boundary:
        return start + _leaf(body, fields)
    first, *parts, end = f"\n{body}".split(f"\n--{boundary}")
    delimiter = f"\r\n--{boundary}".encode()
    middle = b"".join(delimiter + b"\r\n" + encoded(part.removeprefix("\n")) for part in parts)
    return start + first[1:].encode() + middle.removeprefix(b"" if first else b"\r\n") + delimiter + _crlf(end.encode())


def _leaf(body: str, fields: Any) -> bytes:
    encoding = str(fields.get("Content-Transfer-Encoding", "7bit")).strip().lower()
    if fields.get_content_type() == "image/jpeg":  # a photograph, though the file has only its beginning
        return _crlf(base64.encodebytes(base64.b64decode(body) * PHOTOGRAPH).rstrip(b"\n"))
    if fields.get_content_maintype() != "text":
        return _crlf(body.encode())  # a document's base64 stands in the file as it is
    said = body.encode(fields.get_content_charset("us-ascii"))
    if encoding == "base64":
        return _crlf(base64.encodebytes(_crlf(said)).rstrip(b"\n"))
    return _crlf(quopri.encodestring(said) if encoding == "quoted-printable" else said)


def _crlf(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")
