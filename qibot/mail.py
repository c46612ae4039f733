"""Bytes -> Mail: what a message says, read with suspicion. The only user of mail-parser.

mail-parser reads the text; it is given only the text parts, because it mixes attached messages into the outer one and
decodes every attachment into memory. Headers that decide something (From, the ids) are read strictly, from the bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.header import decode_header
from email.message import Message
from functools import cached_property
from urllib.parse import unquote

import mailparser

from qibot import mime, pages
from qibot.comments import count_comments
from qibot.errors import MailUnreadable
from qibot.links import without_links
from qibot.model import Document
from qibot.plaintext import plain_text
from qibot.reply import above_and_top, is_forward, new_text
from qibot.wording import UNSEEN

TEXT_LIMIT = 1024 * 1024
SECOND_OPINION = 32 * 1024  # bytes of a text that mail-parser is given: it is slow, and we read the same
VALUE_LIMIT = 16 * 1024
FROM_LIMIT = 2 * 1024
IDS_LIMIT = 100
COMMENTED_LIMIT = 30 * 1024 * 1024
ADDRESSES_LIMIT = 500
PHOTOGRAPH = 20 * 1024  # bytes
_EXTENSIONS = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
}
_NOT_A_FILE = {
    "application/pgp-keys",
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "message/delivery-status",
    "message/disposition-notification",
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
}
_BLANKS = " \t\r\n\f\v\u00a0" + UNSEEN  # no words, though str.strip() knows not all of them
_ADDRESS = re.compile(r"[^\s<>()\",;:@\\\[\]]{1,128}@[^\s<>()\",;:@\\\[\]]{1,255}")
_FROM_FIELDS = re.compile(rb"(?:^|[\r\n])from[ \t]*:", re.IGNORECASE)
_QUOTED_OR_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)')
_ID = re.compile(r"<([!-;=?-~]{1,500})>")


@dataclass(frozen=True)
class Mail:
    """A message as read. `sender` is None unless there is exactly one unmistakable From address. `html` is what it says
    as its sender's program wrote it: hostile, and only for `said` to read; empty where there is none. `photographs` are
    pictures sent within the text though no page shows them, as telephones send what people attach.
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
    encrypted: bool
    cut: bool
    html: str = ""
    photographs: tuple[Document, ...] = ()

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
    parts = mime.leaves(raw, header_limit=header_limit, parts_limit=parts_limit)
    header = mime.header_of(raw[: body or 0])
    texts = [p for p in parts if _is_body(p)]
    bodies = _bodies(raw, texts)
    page = _html(bodies)
    documents = {p.start: _document(raw, p) for p in parts if not _is_body(p)}
    text = _text(bodies)
    message_id = next(iter(_ids(header, "Message-ID")), "")
    sender = _sender(header) if len(_FROM_FIELDS.findall(raw, 0, body or 0)) == 1 else None
    digest = hashlib.sha256(memoryview(raw)[body or 0 :]).hexdigest()
    return Mail(
        identity=_identity(message_id, sender, raw),
        digest=digest,
        size=len(raw),
        header=header,
        sender=sender,
        sender_name=_sender_name(header),
        to=_addresses(header),
        subject=subject_of(header),
        message_id=message_id,
        in_reply_to=_ids(header, "In-Reply-To"),
        references=_ids(header, "References"),
        text=text,
        documents=tuple(documents.values()),
        content_type=header.get_content_type(),
        kinds=frozenset(p.content_type for p in parts),
        encrypted=_encrypted(header, parts),
        cut=any(p.cut for p in parts),
        html=page,
        photographs=_photographs(parts, documents, page) if page or not any(b.html for b in bodies) else (),
    )


def headers_alone(raw: bytes, size: int) -> Mail:
    """What can be said of a message of which only the header was fetched. Raises MailUnreadable as `parse` does."""
    mail = parse(raw, header_limit=len(raw) + 1)
    identity = mail.identity if mail.message_id and mail.sender else _identity("", None, raw + str(size).encode())
    return replace(mail, identity=identity, size=size, digest="")


# --- header fields ---


def fields(header: Message, name: str) -> list[str]:
    """Every value of a field: unfolded, RFC 2047 words decoded, raw 8-bit bytes read as what they likeliest are."""
    wanted = name.lower()
    return [_decoded(str(value)) for key, value in header.raw_items() if key.lower() == wanted]


def _decoded(value: str) -> str:
    text = mime.in_words(value[:VALUE_LIMIT].encode("utf-8", "surrogateescape"), None)
    text = re.sub(r"\r?\n[ \t]*|\r", " ", text)
    if "=?" in text:
        text = decoded_words(text)
    return "".join(c if c.isprintable() else " " for c in text if c.isprintable() or c.isspace()).strip()


def decoded_words(text: str) -> str:
    """The text with its RFC 2047 words decoded; left as it is where they are broken."""
    try:
        return "".join(
            piece if isinstance(piece, str) else mime.in_words(piece, charset) for piece, charset in decode_header(text)
        )
    except (ValueError, LookupError, UnicodeError, AttributeError):
        return text
    except Exception as e:  # email.errors.HeaderParseError, which is no ValueError
        if type(e).__module__ != "email.errors":
            raise
        return text


def subject_of(header: Message) -> str:
    """The first Subject on one line, 300 characters at most; empty where there is none."""
    return next(iter(fields(header, "Subject")), "")[:300].strip()


def _sender(header: Message) -> str | None:
    """The one address in the one From field (RFC 5322, 3.6.2). Reply-To and Sender never identify anyone."""
    values = [str(value) for key, value in header.raw_items() if key.lower() == "from"]
    if len(values) != 1 or len(values[0]) > FROM_LIMIT:
        return None
    bare = _QUOTED_OR_COMMENT.sub(" ", re.sub(r"\r?\n", " ", values[0])).strip()
    name, opening, rest = bare.partition("<")
    address = rest.removesuffix(">").strip() if opening else bare
    if (opening and not rest.endswith(">")) or re.search(r'[()"<>]', name + address) or ("@" in name and "," in name):
        return None
    return address.lower() if _ADDRESS.fullmatch(address) and address.isascii() and address.isprintable() else None


def _sender_name(header: Message) -> str:
    value = next(iter(fields(header, "From")), "")
    return re.sub(r"<[^<>]*>", "", value).strip().strip('"').strip()[:100]


def _addresses(header: Message) -> tuple[str, ...]:
    found = (
        a.lower()
        for name in ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
        for value in fields(header, name)
        for a in _ADDRESS.findall(value)
    )
    return tuple(dict.fromkeys(found))[:ADDRESSES_LIMIT]


def _ids(header: Message, name: str) -> tuple[str, ...]:
    found = [i for value in fields(header, name)[:5] for i in _ID.findall(value)]
    return tuple(found[-IDS_LIMIT:])


def _identity(message_id: str, sender: str | None, raw: bytes) -> str:
    """What makes this message this one: Message-ID and sender, else its content; UIDs may change at any time."""
    if message_id and sender:
        return hashlib.sha256(f"{message_id}\0{sender}".encode()).hexdigest()[:32]
    return hashlib.sha256(raw).hexdigest()[:32]


# --- text and documents ---


def _is_body(part: mime.Part) -> bool:
    if part.content_type not in ("text/plain", "text/html"):
        return False
    return _disposition(part) != "attachment" and not part.file_name


def _disposition(part: mime.Part) -> str:
    return str(part.header.get("Content-Disposition", "")).split(";")[0].strip().lower()


def _document(raw: bytes, part: mime.Part) -> Document:
    size, sha256 = mime.fingerprint(raw, part)
    picture = part.content_type.startswith("image/") and (
        _disposition(part) == "inline" or (bool(part.header["Content-ID"]) and _disposition(part) != "attachment")
    )
    name = _safe_name(raw, part)
    return Document(
        name=name,
        content_type=part.content_type,
        size=size,
        sha256=sha256,
        start=part.body,
        end=part.end,
        encoding=part.encoding,
        inline=picture or part.content_type in _NOT_A_FILE,
        comments=_comments(raw, part) if name.lower().endswith(".docx") else 0,
    )


def _photographs(parts: list[mime.Part], documents: dict[int, Document], page: str) -> tuple[Document, ...]:
    shown = unquote(page)
    return tuple(d for p in parts if (d := documents.get(p.start)) and _is_photograph(p, d, shown))


def _is_photograph(part: mime.Part, document: Document, page: str) -> bool:
    """Whether it is a picture of some size that no page shows: smaller ones are logos."""
    name = str(part.header.get("Content-ID", "")).strip().strip("<>")
    picture = document.inline and part.content_type.startswith("image/") and document.size >= PHOTOGRAPH
    return picture and not (name and f"cid:{name}" in page)


def _comments(raw: bytes, part: mime.Part) -> int:
    return count_comments(b"".join(mime.decoded(raw, part))) if part.end - part.body <= COMMENTED_LIMIT else 0


def _safe_name(raw: bytes, part: mime.Part) -> str:
    """A file name without folders, control characters or leading dots; made from the type where none is given."""
    name = _decoded(part.file_name)
    if not name and part.content_type == "message/rfc822":
        inner = mime.header_of(raw[part.body : min(part.end, part.body + mime.PART_HEADER)])
        name = re.sub(r"[^\w .,()-]+", " ", subject_of(inner))[:80].strip() + ".eml"
    name = re.split(r"[/\\]", name)[-1]
    name = re.sub(r'[<>:"|?*\u202a-\u202e\u2066-\u2069]', "_", name).lstrip(". ").rstrip(". ")
    if len(name) > 120:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: 119 - len(ending)]}.{ending}" if dot and len(ending) < 12 else name[:120]
    return name or "document" + _EXTENSIONS.get(part.content_type, ".bin")


def _encrypted(header: Message, parts: Iterable[mime.Part]) -> bool:
    if header.get_content_type() == "multipart/encrypted":
        return True
    return any(
        p.content_type in ("application/pkcs7-mime", "application/x-pkcs7-mime")
        and "signed" not in str(p.header.get("Content-Type", "")).lower()
        for p in parts
    )


@dataclass(frozen=True, slots=True)
class _Body:
    """One of the things that the message says: in all the forms that it has, as text."""

    plain: tuple[str, ...]
    html: tuple[str, ...]


def _bodies(raw: bytes, parts: list[mime.Part]) -> list[_Body]:
    """What is to be read one after the other."""
    choices: dict[int, list[mime.Part]] = {}
    for part in parts:
        choices.setdefault(part.start if part.choice is None else part.choice, []).append(part)
    return [_body(raw, forms) for forms in choices.values()]


def _body(raw: bytes, forms: list[mime.Part]) -> _Body:
    plain = _read(raw, forms, "text/plain")
    try:
        return _Body(plain, _read(raw, forms, "text/html"))
    except MailUnreadable:  # a page may be too large while its plain text isn't
        if not "".join(plain).strip(_BLANKS):
            raise
        return _Body(plain, ())


def _html(bodies: list[_Body]) -> str:
    """The message's HTML, with the texts between as such; empty where there is none, or too much of it."""
    if not any(body.html for body in bodies):
        return ""
    pieces = [piece for body in bodies for piece in body.html or map(pages.as_page, body.plain)]
    return "\n".join(pieces) if sum(map(len, pieces)) <= pages.LIMIT else ""


def _text(bodies: list[_Body]) -> str:
    """All that was written: of alternatives the plain one, or the HTML as text where there is no other. Links that
    write a mail are left out: ours are signed for whoever has quoted them."""
    pieces: list[str] = []
    for body in bodies:
        pieces += body.plain if "".join(body.plain).strip(_BLANKS) else map(plain_text, body.html)
    text = "\n".join(pieces)
    if len(text) > TEXT_LIMIT:
        raise MailUnreadable(f"its text is longer than {TEXT_LIMIT // 1024} KB")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = without_links(text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _read(raw: bytes, parts: list[mime.Part], content_type: str) -> tuple[str, ...]:
    """The parts' text as mail-parser reads it; as we do ourselves where it raises, sees less or can't decode it."""
    pieces = []
    for part in parts:
        if part.content_type == content_type:
            own = mime.text_of(raw, part, TEXT_LIMIT)
            read = _by_mail_parser(raw, part)
            pieces.append(read if len(read) == len(own) and "\ufffd" not in read else own)
    return tuple(pieces)


def _by_mail_parser(raw: bytes, part: mime.Part) -> str:
    charset = part.charset if mime.is_charset(part.charset) else "utf-8"
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


def unreadable(raw: bytes, size: int) -> Mail:
    """What can be said of a message that can't be read: its content is its identity."""
    digest = hashlib.sha256(raw + str(size).encode()).hexdigest()
    return Mail(
        identity=digest[:32], digest=digest, size=size, header=Message(), sender=None, sender_name="", to=(),
        subject="", message_id="", in_reply_to=(), references=(), text="", documents=(), content_type="",
        kinds=frozenset(), encrypted=False, cut=False,
    )  # fmt: skip
