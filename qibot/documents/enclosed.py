"""The letters that lie in a document: a mail attached to the mail, be it in an archive or saved as text, and what is
attached to that. Each is read as the mail itself is; what can't be read, or is more than a few, is said to be so.

| document | its letters |
|---|---|
| `message/rfc822`, `.eml`, `.emlx`, `.mbox` | itself (of several the first few), and those attached to it |
| `.msg` | its heading and words, by another process, and those attached to it |
| `.txt`, `.html`, `.ics` | itself where it begins with From, To and Sent as mail programs save it; else a mere text |
| `.zip` | those of such files in it |
| Word, OpenDocument, rich text, PDF | the mentor notes' sentence, where it stands in it |
| an invitation | what it says in words, as a mere text |
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from qibot.documents.packed import EML, MSG, container, letters_of_msg
from qibot.documents.saved_notes import are_notes
from qibot.documents.work import TooMuch, Work
from qibot.documents.zips import opened
from qibot.errors import MailUnreadable
from qibot.expression import expression
from qibot.message import (
    Enclosed,
    Mail,
    Part,
    bare_of,
    decoded,
    header_of,
    in_words,
    leaves,
    parse,
    plain_text,
    unreadable,
    words_of,
)
from qibot.model import NOTES_MARK, Document

DEEPEST, MOST = 6, 40
BARE = "calendar"  # an invitation without what is said within it
TEXT = CALENDAR = 1024 * 1024  # bytes of a text, or an invitation, that is read
TEXTS = 2 * TEXT  # … of all texts in an archive
MEMBER = 16 * 1024 * 1024  # … of a file in an archive
HEADING = 20  # lines in which the heading of a saved mail ends
_HEADER, _PARTS = 256 * 1024, 200
_MAILS, _TEXTS = (".eml", ".emlx", ".mbox", ".mbx", ".mht", ".mhtml"), (".txt", ".text", ".md", ".htm", ".html", ".ics")
_FIELD = expression(r"[\s*>]*(From|Sent|Date|To|Cc|Subject)[\s*]*:[\s*]*(\S.*)?$", re.IGNORECASE)
_PACKED = (".zip", ".jar")
_FIRST = expression(rb"\A\s{0,9}(?:>?From [^\n]{1,200}|\d{1,12}[ ]*)\r?\n")  # an mbox's, an emlx's
_NEXT = expression(rb"\n\r?\nFrom [^\n]{1,200}\r?\n")  # where the next letter of an mbox begins
_LINK = expression(rb"(?:\[|%5B)[a-z2-7]{12}-\d{1,3}-[a-z2-7]{16}(?:\]|%5D)", re.IGNORECASE)  # of threads.py


def enclosed_in(name: str, content_type: str, data: bytes, work: Work) -> tuple[Enclosed, ...]:
    """The letters of this document, itself first where it is one."""
    sha256 = hashlib.sha256(data).hexdigest()
    found: list[Enclosed] = []
    try:
        for letter in _letters(name, content_type, data, work, 0):
            found.append(replace(letter, sha256=sha256))
            if sum(not x.bare for x in found) > MOST:
                return (*found, Enclosed(sha256=sha256))
    except TooMuch:
        return (*found, Enclosed(sha256=sha256))
    return tuple(found)


def invited_in(document: Document, data: bytes) -> Enclosed:
    """What an invitation says in words, and itself without them."""
    bare = bare_of(data)
    instead = replace(document, within=BARE, size=len(bare), sha256=hashlib.sha256(bare).hexdigest())
    if len(data) > CALENDAR:
        return Enclosed(sha256=document.sha256, instead=instead)
    said = replace(unreadable(data, len(data)), text=words_of(data))
    linked = _LINK.search(said.text.encode()) is not None
    return Enclosed(document.sha256, said, linked, top=True, bare=True, instead=instead)


def _letters(name: str, content_type: str, data: bytes, work: Work, depth: int) -> Iterator[Enclosed]:
    ending = "." + name.lower().rpartition(".")[2]
    kind = container(name, content_type, data)
    if depth >= DEEPEST:
        if kind or ending in (*_MAILS, *_PACKED):
            yield Enclosed()
        return
    if kind == EML or ending in _MAILS or content_type.startswith("message/global"):
        work.unpacks(len(data))
        for letter in _parted(data):
            yield from _of_mail(letter, work, depth)
    elif kind == MSG:
        made = letters_of_msg(data, work)
        yield from ([Enclosed()] if not made else (x for one in made for x in _of_mail(one, work, depth)))
    elif ending in _PACKED or content_type in ("application/zip", "application/x-zip-compressed"):
        yield from _of_archive(data, work, depth)
    elif (ending in _TEXTS or content_type in ("text/plain", "text/html", "text/markdown")) and len(data) <= TEXT:
        yield _of_text(data, page="htm" in ending or content_type == "text/html")
    elif are_notes(data, work):
        yield Enclosed(mail=replace(unreadable(data, len(data)), text=NOTES_MARK), top=True, bare=True)


def _parted(data: bytes) -> list[bytes]:
    """The letters of an mbox; of any other mail itself."""
    begins = _FIRST.match(data)
    if begins is None or not begins[0].lstrip().startswith(b"From "):
        return [data[begins.end() :] if begins else data]
    places = [begins.end(), *(m.end() for m in _NEXT.finditer(data, begins.end()))]
    return [data[a:b] for a, b in zip(places, [*places[1:], len(data)], strict=True)]


def _of_mail(data: bytes, work: Work, depth: int) -> Iterator[Enclosed]:
    try:
        mail = parse(data, header_limit=_HEADER, parts_limit=_PARTS)
        parts = leaves(data, header_limit=_HEADER, parts_limit=_PARTS)
    except MailUnreadable:
        yield Enclosed()
        return
    texts = (p for p in parts if p.content_type.startswith("text/") and p.end - p.body <= 2 * TEXT)
    linked = any(_LINK.search(b"".join(decoded(data, p))) for p in texts)
    untold = bool(mail.wrapped) or "X-Untold" in mail.header
    yield Enclosed(mail=None if untold else mail, linked=linked, top=depth == 0)
    for d in mail.documents:
        part = Part(header_of(b""), "", 0, d.start, d.end)
        part.header["Content-Transfer-Encoding"] = d.encoding
        yield from _letters(d.name, d.content_type, b"".join(decoded(data, part)), work, depth + 1)


def _of_archive(data: bytes, work: Work, depth: int) -> Iterator[Enclosed]:
    archive, left = opened(data, work), TEXTS
    for entry in archive.entries if archive else ():
        name = entry.filename.rpartition("/")[2]
        if not name.lower().endswith((*_MAILS, *_TEXTS, *_PACKED, ".msg")):
            continue
        if name.lower().endswith(_TEXTS):  # exported data are no letters: what is large isn't looked at
            left -= entry.file_size
            if entry.file_size > TEXT or left < 0:
                continue
        content = b"" if archive is None or archive.locked else archive.begin_of(entry, MEMBER + 1)
        if (entry.file_size and not content) or len(content) > MEMBER:
            yield Enclosed()
        else:
            yield from _letters(name, "", content, work, depth + 1)


def _of_text(data: bytes, *, page: bool) -> Enclosed:
    charset = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = in_words(data, charset).replace("\r\n", "\n")
    linked = _LINK.search(text.encode()) is not None
    text = plain_text(text) if page else text
    saved = _saved(text)
    return Enclosed(
        mail=saved or replace(unreadable(data, len(data)), text=text), linked=linked, top=True, bare=saved is None
    )


def _saved(text: str) -> Mail | None:
    """The mail that a text is, where it begins with a heading as Outlook and others save or print it."""
    lines = text.lstrip("\n ").split("\n")
    said: dict[str, str] = {}
    ends = 0
    for n, line in enumerate(lines[:HEADING]):
        if found := _FIELD.match(line):
            said[found[1].capitalize()] = (found[2] or "").strip()
            ends = n + 1
        elif said and not line.strip():
            break
    heading = " ".join(said.values())
    if not {"From", "To"} <= said.keys() or not ("Sent" in said or ("Date" in said and "@" in heading)):
        return None
    fields = "".join(f"{name}: {value}\n" for name, value in said.items())
    try:
        return parse((fields + "\n" + "\n".join(lines[ends:])).encode("utf-8", "replace"))
    except MailUnreadable:
        return None
