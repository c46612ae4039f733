"""A mail with its documents looked at: what is packed is taken out, what does harm is kept back."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import replace

from qibot.documents.author import author_of, writer_of
from qibot.documents.enclosed import BARE, enclosed_in, invited_in
from qibot.documents.look import Look, look
from qibot.documents.packed import EML, TNEF, files_in
from qibot.documents.standins import FOLDERS, OPEN, stands_in
from qibot.documents.wording import wording_of
from qibot.documents.work import Work
from qibot.message import (
    CALENDARS,
    Enclosed,
    Mail,
    Part,
    bare_of,
    beside_words,
    content_type_of,
    decoded,
    header_of,
    safe_name,
)
from qibot.model import Document

Letters = dict[str, tuple[Enclosed, ...]]  # by the document's hash
LOOKED_AT = 40 * 1024 * 1024  # bytes, encoded
LISTED = 20  # files of an archive that are named
MARKED, HELD, PASSED = "mark", "hold", "pass"
MACROS = "holds macros"


def examined(mail: Mail, raw: bytes, endings: Collection[str], macros: str = MARKED) -> Mail:
    """The mail with its documents as they are to be passed on; those that aren't are `Mail.held`."""
    if not mail.documents:
        return mail
    work = Work()
    letters: Letters = {}
    seen = [d for document in mail.documents for d in _seen(document, raw, endings, macros, work, letters)]
    seen = _without_spare(seen)
    places = {d.start: d for d in seen if not d.within}
    return replace(
        mail,
        documents=tuple(beside_words((d for d in seen if not d.harm), words=bool(mail.text.strip()))),
        held=tuple(d for d in seen if d.harm),
        enclosed=tuple(x for found in letters.values() for x in found),
        photographs=tuple(places.get(p.start, p) for p in mail.photographs if not places.get(p.start, p).harm),
        pictures=tuple(places.get(p.start, p) for p in mail.pictures if not places.get(p.start, p).harm),
    )


def _without_spare(seen: list[Document]) -> list[Document]:
    """What a program or a computer keeps beside a document goes on with it as it is, and nothing is said of it."""
    if not any(not (d.harm or d.inline) for d in seen):
        return seen
    return [replace(d, harm="", inline=True) if d.harm in (OPEN, FOLDERS) else d for d in seen]


def _seen(
    document: Document, raw: bytes, endings: Collection[str], macros: str, work: Work, letters: Letters
) -> Iterator[Document]:
    """The document as it was looked at and, of a container, what it holds; of a winmail.dat that alone, be it nothing:
    Outlook sends one with every mail in its own format."""
    if document.end - document.start > LOOKED_AT:
        yield document
        return
    data = content_of(document, raw)
    shown = look(document.name, document.content_type, data, endings, 0, work)
    shown = _standing_in(shown, document.name, document.content_type, data)
    if not (shown.harm or document.content_type.startswith(("image/", *CALENDARS))):  # what is held goes nowhere
        letters[document.sha256] = enclosed_in(document.name, document.content_type, data, work)
    if document.content_type in CALENDARS:
        letters[document.sha256] = (invited_in(document, data),)
    inner = () if document.inline else tuple(_within(document, shown, endings, macros, work, letters))
    document = (
        document
        if document.inline or shown.harm
        else replace(
            document,
            wording=wording_of(data, work),
            author=writer_of(data) if shown.kind == EML else author_of(data, work),
        )
    )
    if shown.harm or not (shown.kind == TNEF and shown.whole):
        yield _marked(document, shown, macros)
    yield from inner


def _within(
    document: Document, shown: Look, endings: Collection[str], macros: str, work: Work, letters: Letters
) -> Iterator[Document]:
    if shown.harm:  # it is kept back as a whole, and said to be
        return
    for name, data in shown.files:
        name = safe_name(name, "document.bin")
        found = replace(
            document, name=name, content_type=content_type_of(name), size=len(data), inline=False, comments=0,
            sha256=hashlib.sha256(data).hexdigest(), within=shown.kind, wording=wording_of(data, work),
            author=author_of(data, work),
        )  # fmt: skip
        inner = look(name, "", data, endings, 1, work)
        inner = _standing_in(inner, name, "", data) if shown.kind == TNEF else inner
        if not inner.harm:
            letters[found.sha256] = enclosed_in(name, found.content_type, data, work)
        yield _marked(found, inner, macros)


def _standing_in(shown: Look, name: str, content_type: str, data: bytes) -> Look:
    why = "" if shown.harm else stands_in(name, content_type, data)
    return Look(harm=why) if why else shown


def _marked(document: Document, shown: Look, macros: str) -> Document:
    harm = shown.harm or (MACROS if shown.macros and macros == HELD else "")
    return replace(
        document,
        harm=harm,
        state=shown.state,
        macros=shown.macros and macros != PASSED,
        inside=tuple(shown.inside[:LISTED]),
    )


def content_of(document: Document, raw: bytes) -> bytes:
    """The document's bytes, as they lie in the message or in what it holds."""
    part = Part(header_of(b""), "", 0, document.start, document.end)
    part.header["Content-Transfer-Encoding"] = document.encoding
    data = b"".join(decoded(raw, part))
    return _out_of(document, data) if document.within else data


def _out_of(document: Document, data: bytes) -> bytes:
    """The file in the container; the container itself where it can't be unpacked this time, so that nothing is lost."""
    if document.within == BARE:
        return bare_of(data)
    held = files_in(document.within, data)
    files = held.files if held else ()
    return next((content for _, content in files if hashlib.sha256(content).hexdigest() == document.sha256), data)
