"""The documents that come with a message: their names made safe, their bytes left where they lie."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from qibot.expression import expression
from qibot.message import mime
from qibot.message.body import OTHER_FORMS
from qibot.message.comments import commenters_in
from qibot.message.headers import decoded, subject_of
from qibot.message.plaintext import plain_text
from qibot.model import Document
from qibot.quoting import words

COMMENTED_LIMIT = 30 * 1024 * 1024
AUTHORS = 20  # of comments that are kept by name
PHOTOGRAPH = 20 * 1024  # bytes
_INNER_HEADER, _INNER_PARTS = 256 * 1024, 200
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
    "application/ics": ".ics",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
}
_NOT_A_FILE = {
    "application/ics",
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


# Exchange makes a file of its own of what somebody wrote below an attachment: words like those above it. At times it
# knows neither their type nor an ending.
_SPLIT_OFF = expression(
    r"(?:ATT\d{3,8}(?:-\d{1,3})?|untitled attachment \d{1,8})(?:\.{0,2}(?:txt|html?|c)|\.)?", re.IGNORECASE
)
_SPLIT_OFF_LIMIT = 64 * 1024  # encoded bytes
TWIN = 64 * 1024  # bytes of a page that repeats the words
_FORM = expression(r"(?:untitled|message|body|mail|text|alternative|noname)[ _-]?\d{0,3}\.\w{2,8}", re.IGNORECASE)
_TWIN = expression(r"(?:untitled|message|body|mail|text|noname|unnamed)[ _-]?\d{0,3}\.html?", re.IGNORECASE)
_UNTOLD = ("application/octet-stream", "application/x-ics", "application/calendar", "text/plain", "text/x-vcalendar")
_BEGINS = 400  # encoded bytes by which a file is known


def as_read(raw: bytes, part: mime.Part) -> mime.Part:
    """The part, as text where Exchange has split off plain words without saying that they are such, as a calendar's
    where it is named and begins like one."""
    if part.content_type in _UNTOLD and decoded(part.file_name).lower().strip().endswith((".ics", ".ical", ".ifb")):
        begins = next(iter(mime.decoded(raw, replace(part, end=min(part.end, part.body + _BEGINS)))), b"")
        calendar = begins.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].upper() == b"BEGIN:VCALENDAR"
        return replace(part, content_type="text/calendar") if calendar else part
    if part.content_type != "application/octet-stream" or part.end - part.body > _SPLIT_OFF_LIMIT:
        return part
    if not _is_split_off(part):
        return part
    try:
        words = b"".join(mime.decoded(raw, part)).decode("utf-8")
    except (ValueError, LookupError):
        return part
    plain = all(c.isprintable() or c in "\t\r\n\f\ufeff" for c in words)
    return replace(part, content_type="text/plain") if plain and words.strip() else part


def is_body(part: mime.Part) -> bool:
    """Whether it is what the message's sender says, and no document: so is whatever other form of the same words a
    program has put beside the usual ones, be it one that nothing here reads (RFC 2046, 5.1.4)."""
    kind = part.content_type
    if part.form and kind not in _NOT_A_FILE and (kind.startswith("text/") or kind.endswith(("/rtf", "/x-rtf"))):
        named = decoded(part.file_name).strip()
        if not _is_file(part) or (_disposition(part) != "attachment" and _FORM.fullmatch(named)):
            return True
    if kind in OTHER_FORMS:
        return not _is_file(part)
    if kind not in ("text/plain", "text/html"):
        return False
    if _is_split_off(part):
        return True
    return not _is_file(part)


def _is_file(part: mime.Part) -> bool:
    return _disposition(part) == "attachment" or bool(part.file_name)


def _is_split_off(part: mime.Part) -> bool:
    return _SPLIT_OFF.fullmatch(decoded(part.file_name).strip()) is not None


def _disposition(part: mime.Part) -> str:
    return str(part.header.get("Content-Disposition", "")).split(";")[0].strip().lower()


def document_of(raw: bytes, part: mime.Part) -> Document:
    size, sha256 = mime.fingerprint(raw, part)
    name = _name_of(raw, part)
    commenters = _commenters(raw, part) if name.lower().endswith(".docx") else ()
    return Document(
        name=name,
        content_type=part.content_type,
        size=size,
        sha256=sha256,
        start=part.body,
        end=part.end,
        encoding=part.encoding,
        inline=_is_within_text(part) or part.content_type in _NOT_A_FILE,
        comments=len(commenters),
        commenters=tuple(sorted({name for name in commenters if name})[:AUTHORS]),
    )


def _is_within_text(part: mime.Part) -> bool:
    """Whether it is a picture that a page shows or may show."""
    return part.content_type.startswith("image/") and (
        _disposition(part) == "inline" or (bool(part.header["Content-ID"]) and _disposition(part) != "attachment")
    )


def photographs_in(parts: list[mime.Part], documents: dict[int, Document], page: str) -> tuple[Document, ...]:
    shown = unquote(page)
    return tuple(d for p in parts if (d := documents.get(p.start)) and _is_photograph(p, d, shown))


def _is_photograph(part: mime.Part, document: Document, page: str) -> bool:
    """Whether it is a picture of some size that no page shows: smaller ones are logos."""
    name = str(part.header.get("Content-ID", "")).strip().strip("<>")
    picture = document.inline and part.content_type.startswith("image/") and document.size >= PHOTOGRAPH
    return picture and not (name and f"cid:{name}" in page)


def without_twin(raw: bytes, part: mime.Part, document: Document, text: str) -> Document:
    """The document, which belongs to the words where it is a page that says what they say: Proton's Bridge and
    Outlook for iOS attach one."""
    if part.content_type != "text/html" or document.size > TWIN or not _TWIN.fullmatch(document.name):
        return document
    said = words(plain_text(mime.text_of(raw, part, 2 * TWIN)))
    return replace(document, inline=True) if said and set(said) <= set(words(text)) else document


def _commenters(raw: bytes, part: mime.Part) -> tuple[str, ...]:
    return commenters_in(b"".join(mime.decoded(raw, part))) if part.end - part.body <= COMMENTED_LIMIT else ()


def _name_of(raw: bytes, part: mime.Part) -> str:
    name = decoded(part.file_name)
    if not name and part.content_type == "message/rfc822":
        inner = mime.header_of(raw[part.body : min(part.end, part.body + mime.PART_HEADER)])
        name = re.sub(r"[^\w .,()-]+", " ", subject_of(inner))[:80].strip() + ".eml"
    invites = part.content_type in ("text/calendar", "application/ics")
    return safe_name(name, "invitation.ics" if invites else "document" + _EXTENSIONS.get(part.content_type, ".bin"))


def safe_name(name: str, otherwise: str) -> str:
    """A file name without folders, control characters or leading dots; another one where nothing is left of it."""
    name = re.split(r"[/\\]", name)[-1]
    name = re.sub(r'[<>:"|?*\u202a-\u202e\u2066-\u2069]', "_", name).lstrip(". ").rstrip(". ")
    if len(name) > 120:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: 119 - len(ending)]}.{ending}" if dot and len(ending) < 12 else name[:120]
    return name or otherwise


def content_type_of(name: str) -> str:
    """What a file of this name is, where nothing says so."""
    ending = "." + name.lower().rpartition(".")[2]
    return next((kind for kind, known in _EXTENSIONS.items() if known == ending), "application/octet-stream")


def attached_to(raw: bytes) -> list[tuple[str, bytes]]:
    """Names and bytes of the files attached to a mail that lies within a mail. Raises MailUnreadable."""
    parts = mime.leaves(raw, header_limit=_INNER_HEADER, parts_limit=_INNER_PARTS)
    files = [p for p in parts if not is_body(p) and p.content_type not in _NOT_A_FILE and not _is_within_text(p)]
    return [(_name_of(raw, p), b"".join(mime.decoded(raw, p))) for p in files]
