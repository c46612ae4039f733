"""Notice + template -> the letter's bytes, as they will be sent.

The documents of the original travel as the very bytes that were sent: their encoded bodies are spliced in, never
decoded and encoded again. They go as ordinary attachments and not as one attached message, because a Word file opens by
a double click in every Outlook, in Gmail and on telephones, while a .eml does so in desktop Outlook alone; and they get
a fresh part header, so that a missing, broken or hostile file name does no harm.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import cast

from qibot.documents import content_of
from qibot.errors import TemplateBroken
from qibot.events import Notice, answer_to, readers_of
from qibot.expression import expression
from qibot.letters.templates import Templates, Words
from qibot.message import Threads
from qibot.model import Document, Letter, named

REFERENCES_LIMIT = 20
_SUPPRESS = "OOF, AutoReply, DR, RN, NRN"
_TOO_LONG = expression(rb"\n[^\n]{999}")  # begun at each line alone: at each byte it takes ten seconds for 30 MB
_FIT_TYPE = expression(r"(?!multipart/|message/)[a-z0-9][\w!#$&^.+-]*/[a-z0-9][\w!#$&^.+-]*", re.ASCII)  # no composites
_VERBATIM = ("base64", "quoted-printable")
_READERS = (b"to:", b"cc:")
# What a notice needn't say: some have waited on record since before their template asked for it.
_UNSAID = {
    "remarks": [],
    "left_out": False,
    "alone": False,
    "forgotten": 0,
    "named": [],
    "also": [],
    "owed_again": [],
    "amid": False,
    "of_office": False,
    "asker": "",
    "holds": 0,  # and so neither `held_until` nor `offered`
    "heard": False,
}


class _Policy(EmailPolicy):
    """Folds the id headers at spaces alone: as RFC 2047 words Exchange and Outlook lose the thread."""

    def _fold(self, name: str, value: str, refold_binary: bool = False) -> str:
        if name.lower() in ("in-reply-to", "references", "message-id"):
            return f"{name}: " + (self.linesep + " ").join(str(value).split()) + self.linesep
        return str(super()._fold(name, value, refold_binary))  # type: ignore[misc]


_POLICY = _Policy(linesep="\r\n")


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to be sent."""

    message_id: str
    subject: str
    raw: bytes
    text: str = ""


def compose(
    notice: Notice,
    templates: Templates,
    threads: Threads,
    name: str,
    now: datetime,
    original: bytes,
    *,
    renumbered: bool = False,
) -> Composed:
    """The letter for a notice; `name` is the programme's, `original` the archived message whose documents it carries.

    `renumbered` says that the provider may give letters a Message-ID of its own: ours then stands among the References,
    too, which answers repeat and bounces return (RFC 5322, 3.6.4). Raises TemplateBroken.
    """
    what = named(notice.number)
    facts = {"what": what, "What": what.capitalize(), **_UNSAID, **notice.facts, "programme": name}
    if notice.words or notice.speaker or notice.carries:
        facts["words"] = Words(notice.words, notice.page)
    readers = notice.readers or readers_of(notice.name)

    def link(order: str, about: str = "") -> str:
        return threads.link(about or notice.unit, 0 if about else notice.number, readers, order)

    filled = templates.render(notice.name, facts, link)
    message_id = threads.message_id(notice.unit, notice.number, notice.key)
    subject = answer_to(filled.subject)
    letter = _envelope(notice, threads, name, now, subject, message_id)
    if renumbered:
        _refer(letter, (*notice.references, message_id))
    try:
        letter.set_content(filled.text, cte="quoted-printable")
        letter.add_alternative(filled.html, subtype="html", cte="quoted-printable")
    except (UnicodeError, ValueError) as e:
        raise TemplateBroken(f"Template {notice.name}.md makes a letter that can't be written: {e}.") from None
    mark = hashlib.sha256(message_id.encode()).hexdigest()[:24]
    letter.set_boundary(f"=_qi_a_{mark}")
    raw = letter.as_bytes()
    if notice.documents:
        raw = _with_documents(raw, notice.documents, original, f"=_qi_m_{mark}")
    return Composed(message_id, subject, raw, filled.text)


def _envelope(
    notice: Notice, threads: Threads, name: str, now: datetime, subject: str, message_id: str
) -> EmailMessage:
    letter = EmailMessage(policy=_POLICY)
    letter["From"] = Address(f"{notice.speaker} via {name}" if notice.speaker else name, addr_spec=threads.mailbox)
    letter["To"] = [Address(p.name, addr_spec=p.address) for p in notice.to]
    if notice.copy:
        letter["Cc"] = [Address(p.name, addr_spec=p.address) for p in notice.copy]
    letter["Reply-To"] = Address(name, addr_spec=_answers_to(notice, threads))
    letter["Subject"] = subject
    letter["Date"] = format_datetime(now)
    letter["Message-ID"] = f"<{message_id}>"
    if notice.answers:
        letter["In-Reply-To"] = f"<{notice.answers}>"
    _refer(letter, notice.references)
    if notice.topic:
        letter["Thread-Topic"] = notice.topic
    if not notice.speaker:
        letter["Auto-Submitted"] = "auto-replied" if notice.replies else "auto-generated"
    letter["X-Auto-Response-Suppress"] = _SUPPRESS
    letter["X-QI-Letter"] = notice.name
    letter["X-QI-Ref"] = f"{notice.unit}/{notice.number}"
    return letter


def _refer(letter: EmailMessage, references: Iterable[str]) -> None:
    del letter["References"]
    if ids := _newest(references):
        letter["References"] = " ".join(f"<{i}>" for i in ids)


def names_in(raw: bytes) -> dict[str, str]:
    """By which names a letter calls its readers, by address."""
    written = [x for x in _unfolded_blocks(raw.partition(b"\r\n\r\n")[0]) if x.lower().startswith(_READERS)]
    head = message_from_bytes(b"\r\n".join(written) + b"\r\n\r\n", policy=_POLICY)  # the other fields take time
    fields = cast("list[AddressHeader]", [*head.get_all("To", []), *head.get_all("Cc", [])])
    return {a.addr_spec: a.display_name for field in fields for a in field.addresses}


def readdressed(raw: bytes, letter: Letter, called: Mapping[str, str]) -> bytes:
    """The letter's bytes as they go to those whom its record names: who answers all writes to nobody else. `called` are
    the people's names by today's addresses."""
    names = names_in(raw)
    if set(names) == set(letter.recipients):
        return raw
    names = {**called, **names}
    header, blank, body = raw.partition(b"\r\n\r\n")
    fields = [x for x in _unfolded_blocks(header) if not x.lower().startswith(_READERS)]
    made = EmailMessage(policy=_POLICY)
    for name, addresses in (("To", letter.to), ("Cc", letter.copy)):
        if addresses:
            made[name] = [Address(names.get(a, ""), addr_spec=a) for a in addresses]
    return b"\r\n".join([made.as_bytes().rstrip(b"\r\n"), *fields]) + blank + body


def _answers_to(notice: Notice, threads: Threads) -> str:
    return threads.address(notice.reply_to, 0) if notice.reply_to else threads.address(notice.unit, notice.number)


def _newest(references: Iterable[str]) -> list[str]:
    """The first reference, which names the thread, and the newest (RFC 5322, 3.6.4)."""
    ids = list(dict.fromkeys(references))
    return ids if len(ids) <= REFERENCES_LIMIT else [ids[0], *ids[1 - REFERENCES_LIMIT :]]


def _with_documents(raw: bytes, documents: Iterable[Document], original: bytes, boundary: str) -> bytes:
    """The letter with the documents behind its text; the text's own headers move inward with it."""
    header, _, body = raw.partition(b"\r\n\r\n")
    lines = _unfolded_blocks(header)
    inner = [line for line in lines if line.lower().startswith(b"content-")]
    outer = [line for line in lines if line not in inner]
    delimiter = b"--" + boundary.encode()
    pieces = [
        b"\r\n".join(outer),
        f'\r\nContent-Type: multipart/mixed; boundary="{boundary}"\r\n\r\n'.encode(),
        delimiter + b"\r\n" + b"\r\n".join(inner) + b"\r\n\r\n" + body.rstrip(b"\r\n"),
    ]
    for document in documents:
        encoding, content = _body(document, original)
        pieces += [b"\r\n", delimiter, b"\r\n", _part_header(document, encoding), content]
    return b"".join([*pieces, b"\r\n", delimiter, b"--\r\n"])


def _unfolded_blocks(header: bytes) -> list[bytes]:
    """The header's fields, each with its continuation lines."""
    blocks: list[bytes] = []
    for line in header.split(b"\r\n"):
        if line[:1] in (b" ", b"\t") and blocks:
            blocks[-1] += b"\r\n" + line
        else:
            blocks.append(line)
    return blocks


def _part_header(document: Document, encoding: str) -> bytes:
    part = EmailMessage(policy=_POLICY)
    kind = document.content_type
    part["Content-Type"] = kind if _FIT_TYPE.fullmatch(kind) else "application/octet-stream"
    part.set_param("name", document.name)
    part["Content-Disposition"] = "attachment"
    part.set_param("filename", document.name, header="Content-Disposition")
    part["Content-Transfer-Encoding"] = encoding
    return part.as_bytes().rstrip(b"\r\n") + b"\r\n\r\n"


def _body(document: Document, original: bytes) -> tuple[str, bytes]:
    """The encoded body verbatim where any mail server takes it as it is; else the same file in base64."""
    body = b"" if document.within else original[document.start : document.end]
    if not document.within and document.encoding in _VERBATIM and body.isascii() and _tame(body):
        return document.encoding, body
    body = content_of(document, original)
    return "base64", base64.encodebytes(body).replace(b"\n", b"\r\n").rstrip(b"\r\n")


def _tame(body: bytes) -> bool:
    """Whether any mail server passes these bytes on as they are (RFC 5321, 4.5.3.1.6; RFC 5322, 2.1.1)."""
    whole_breaks = body.count(b"\r\n") == body.count(b"\n") == body.count(b"\r")
    first_is_short = len(body) < 999 or b"\n" in body[:999]
    return whole_breaks and first_is_short and b"\0" not in body and not _TOO_LONG.search(body)
