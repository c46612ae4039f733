"""Bytes -> Mail: what a message says, read with suspicion."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from email.message import Message
from functools import cached_property

from qibot.expression import expression
from qibot.message import mime, pages
from qibot.message.attachments import as_read, document_of, is_body, photographs_in, without_twin
from qibot.message.body import bodies_of, page_of, text_of
from qibot.message.calendars import CALENDARS, INVITES, method_of
from qibot.message.headers import addresses_of, fields, identity_of, ids_of, sender_name_of, sender_of, subject_of
from qibot.message.incidental import beside_words
from qibot.message.pictures import shown_in
from qibot.message.remarks import with_remark
from qibot.message.wrapped import wrapping_of
from qibot.model import Document
from qibot.quoting import above_and_top, is_forward, new_text

_FROM_FIELDS = expression(rb"(?:^|[\r\n])from[ \t]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A letter that lies in a document with this hash, or a bare text that may be one's words; no mail where it can't
    be read. `top` says that the document is that itself, `linked` that it bears links that our letters are signed by.
    Of an invitation it is the words within, and `instead` the same without those.
    """

    sha256: str = ""
    mail: Mail | None = None
    linked: bool = False
    top: bool = False
    bare: bool = False
    instead: Document | None = None


@dataclass(frozen=True)
class Mail:
    """A message as read. `sender` is None unless there is exactly one unmistakable From address. `html` is what it says
    as its sender's program wrote it: hostile, and only for `said` and what looks for its links to read; empty where
    there is none. `photographs` are pictures sent within the text though no page shows them, as telephones send what
    people attach; `pictures` are those that its page shows among what its sender says (pictures.py); `held` are
    documents that aren't passed on (`documents`), `letters` attached mails that aren't, `enclosed` all letters that lie
    in the documents. `calendar` is the method of its calendar part (RFC 5546), in lower case; `wrapped` says why its
    words can't be read; `hosts` are those of documents sent as links, beside the known ones. `to` is whoever has it, in
    copy or not; `written_to` whom it is addressed to, the To field alone.
    """

    identity: str
    digest: str
    size: int
    header: Message
    sender: str | None
    sender_name: str
    to: tuple[str, ...]
    subject: str
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    text: str
    documents: tuple[Document, ...]
    content_type: str
    kinds: frozenset[str]
    wrapped: str
    cut: bool
    html: str = ""
    photographs: tuple[Document, ...] = ()
    pictures: tuple[Document, ...] = ()
    held: tuple[Document, ...] = ()
    letters: tuple[Document, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    calendar: str = ""
    hosts: tuple[str, ...] = ()
    written_to: tuple[str, ...] = ()

    @property
    def invitations(self) -> tuple[Document, ...]:
        """The invitations to meetings that it brings; no answers to such, which only calendars read."""
        return tuple(d for d in self.documents if d.content_type in CALENDARS and self.calendar in INVITES)

    @property
    def files(self) -> tuple[Document, ...]:
        """The documents attached on purpose: no pictures within the text, no signatures, no invitations."""
        return tuple(d for d in self.documents if not d.inline)

    @property
    def sends(self) -> tuple[Document, ...]:
        """The same with the photographs: what a person has sent along."""
        return (*self.files, *self.photographs)

    @cached_property
    def unmarked(self) -> str:
        """The text without a trailing quotation whose lines are marked; all of a letter that is passed on."""
        return self.text if is_forward(self.subject) else new_text(self.text)

    @cached_property
    def own_text(self) -> str:
        """The same without a letter that stands under its heading or attribution: to recognise what is said."""
        return self.unmarked if is_forward(self.subject) else self._above_and_top[0]

    @cached_property
    def top(self) -> str:
        """The sender's own words as far as they can be told safely: to recognise what is said, not to pass it on."""
        return self._above_and_top[1]

    @cached_property
    def _above_and_top(self) -> tuple[str, str]:
        return above_and_top(self.unmarked)

    @cached_property
    def said(self) -> pages.Read:
        """What the message says, with its formatting, and what of it is new: to be passed on. It takes some time, so
        only what is passed on is read so."""
        if not self.html:
            return pages.Read("", "", self.unmarked)
        return pages.read(self.html, self.text, self.unmarked, forward=is_forward(self.subject))

    @property
    def is_reply(self) -> bool:
        """Whether the message answers another one, by its headers."""
        return bool(self.in_reply_to or self.references)

    def fields(self, name: str) -> list[str]:
        """Every value of a header field, decoded."""
        return fields(self.header, name)


def parse(raw: bytes, *, header_limit: int = 512 * 1024, parts_limit: int = 1000) -> Mail:
    """Read a message. Raises MailUnreadable where it is beyond the limits; nothing else for any bytes."""
    body = mime.split_header(raw, 0, len(raw), header_limit)
    parts = [as_read(raw, p) for p in mime.leaves(raw, header_limit=header_limit, parts_limit=parts_limit)]
    header = mime.header_of(raw[: body or 0])
    texts = [p for p in parts if is_body(p)]
    bodies = bodies_of(raw, texts)
    page = page_of(bodies)
    documents = {p.start: document_of(raw, p) for p in parts if not is_body(p)}
    text = text_of(bodies)
    method = method_of(raw, parts)
    said = with_remark(raw, parts, method, text)
    text, page = said, page if said == text else ""  # the page hasn't what only the calendar's part says
    spare = [p.start for p in parts if p.content_type in CALENDARS][method in INVITES or not method :]
    documents = {p.start: without_twin(raw, p, documents[p.start], text) for p in parts if p.start in documents}
    documents = {start: d for start, d in documents.items() if start not in spare}  # each invitation once, no answers
    shown = shown_in(page, parts, documents, sender_name_of(header))
    photographs = photographs_in(parts, documents, page) if page or not any(b.html for b in bodies) else ()
    message_id = next(iter(ids_of(header, "Message-ID")), "")
    sender = sender_of(header) if len(_FROM_FIELDS.findall(raw, 0, body or 0)) == 1 else None
    digest = hashlib.sha256(memoryview(raw)[body or 0 :]).hexdigest()
    return Mail(
        identity=identity_of(message_id, sender, raw),
        digest=digest,
        size=len(raw),
        header=header,
        sender=sender,
        sender_name=sender_name_of(header),
        to=addresses_of(header),
        subject=subject_of(header),
        message_id=message_id,
        in_reply_to=ids_of(header, "In-Reply-To"),
        references=ids_of(header, "References"),
        text=text,
        documents=tuple(beside_words(documents.values(), words=bool(text.strip()))),
        content_type=header.get_content_type(),
        kinds=frozenset(p.content_type for p in parts),
        wrapped=wrapping_of(raw, header, parts, text),
        cut=any(p.cut for p in parts),
        html=page,
        photographs=photographs,
        pictures=shown,
        calendar=method,
        written_to=addresses_of(header, ("To",)),
    )


def headers_alone(raw: bytes, size: int) -> Mail:
    """What can be said of a message of which only the header was fetched. Raises MailUnreadable as `parse` does."""
    mail = parse(raw, header_limit=len(raw) + 1)
    identity = mail.identity if mail.message_id and mail.sender else identity_of("", None, raw + str(size).encode())
    return replace(mail, identity=identity, size=size, digest="")


def unreadable(raw: bytes, size: int) -> Mail:
    """What can be said of a message that can't be read: its content is its identity."""
    digest = hashlib.sha256(raw + str(size).encode()).hexdigest()
    return Mail(
        identity=digest[:32], digest=digest, size=size, header=Message(), sender=None, sender_name="", to=(),
        subject="", message_id="", in_reply_to=(), references=(), text="", documents=(), content_type="",
        kinds=frozenset(), wrapped="", cut=False,
    )  # fmt: skip
