"""The documents that come with a message: their names made safe, their bytes left where they lie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.message import Message
from urllib.parse import unquote

from qibot.message import mime
from qibot.message.comments import count_comments
from qibot.message.headers import decoded, subject_of
from qibot.model import Document

COMMENTED_LIMIT = 30 * 1024 * 1024
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


def is_body(part: mime.Part) -> bool:
    if part.content_type not in ("text/plain", "text/html"):
        return False
    return _disposition(part) != "attachment" and not part.file_name


def _disposition(part: mime.Part) -> str:
    return str(part.header.get("Content-Disposition", "")).split(";")[0].strip().lower()


def document_of(raw: bytes, part: mime.Part) -> Document:
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


def photographs_in(parts: list[mime.Part], documents: dict[int, Document], page: str) -> tuple[Document, ...]:
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
    name = decoded(part.file_name)
    if not name and part.content_type == "message/rfc822":
        inner = mime.header_of(raw[part.body : min(part.end, part.body + mime.PART_HEADER)])
        name = re.sub(r"[^\w .,()-]+", " ", subject_of(inner))[:80].strip() + ".eml"
    name = re.split(r"[/\\]", name)[-1]
    name = re.sub(r'[<>:"|?*\u202a-\u202e\u2066-\u2069]', "_", name).lstrip(". ").rstrip(". ")
    if len(name) > 120:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: 119 - len(ending)]}.{ending}" if dot and len(ending) < 12 else name[:120]
    if not name and part.content_type in ("text/calendar", "application/ics"):
        return "invitation.ics"
    return name or "document" + _EXTENSIONS.get(part.content_type, ".bin")


def is_encrypted(header: Message, parts: Iterable[mime.Part]) -> bool:
    if header.get_content_type() == "multipart/encrypted":
        return True
    return any(
        p.content_type in ("application/pkcs7-mime", "application/x-pkcs7-mime")
        and "signed" not in str(p.header.get("Content-Type", "")).lower()
        for p in parts
    )
