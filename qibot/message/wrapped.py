"""Mail whose words are wrapped up so that nothing here can read them, though its reader's program shows them.

| what | how it is known |
|---|---|
| S/MIME, encrypted (RFC 8551, 3.3) | by its type, or as `smime.p7m` where a gateway has changed that |
| S/MIME, signed so that the words lie within (3.5.2) | by its type: the words are there in clear for whoever gets it |
| PGP/MIME (RFC 3156), also as Exchange stores it | by its type or version part, or as `encrypted.asc` |
| PGP in the text, or nothing but a file of it | by its first line (RFC 9580, 6.2) |
| a form of text that isn't known, alone | there are no other words, and no documents |

A document that is signed or encrypted by itself beside somebody's words is a document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import Message

from qibot.expression import expression
from qibot.message import mime
from qibot.message.headers import decoded

ENCRYPTED = "it is encrypted"
SIGNED = "it is signed in such a way that its words are packed in, and can't be read"
UNKNOWN = "its words come in a form that can't be read"
WORDS = 4  # of the sender's own, beside which a file is a document
_CMS = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_NO_WORDS = ("certs-only",)  # keys, and no mail
_WRAPPER = expression(
    r"smime(?:\.\w{1,4})?\.p7[mz](?:\.\w{1,4})?|(?:encrypted|msg|message)\.(?:asc|pgp|gpg)", re.IGNORECASE
)
_CIPHER = expression(r".+\.(?:p7m|p7z|asc|pgp|gpg)", re.IGNORECASE)
_ARMOUR = expression(r"^-----BEGIN (?:PGP MESSAGE|PKCS7|CMS)-----\s*$", re.MULTILINE)
_BEGINS = 400  # encoded bytes


def wrapping_of(raw: bytes, header: Message, parts: Sequence[mime.Part], text: str) -> str:
    """Why its words can't be read; empty where they can."""
    if header.get_content_type() == "multipart/encrypted":
        return ENCRYPTED
    if found := next(filter(None, (_of_part(raw, p) for p in parts)), ""):
        return found
    if _ARMOUR.search(text):
        return ENCRYPTED
    if len(text.split()) < WORDS and any(_is_cipher(raw, p) for p in parts):
        return ENCRYPTED
    return UNKNOWN if not text.strip() and parts and all(_is_unread(p) for p in parts) else ""


def _of_part(raw: bytes, part: mime.Part) -> str:
    name = decoded(part.file_name).strip()
    if part.content_type in _CMS:
        kind = str(part.header.get_param("smime-type") or "").lower()
        if "signed" not in str(part.header.get("Content-Type", "")).lower():
            return "" if kind in _NO_WORDS else ENCRYPTED
        return SIGNED if not name or _WRAPPER.fullmatch(name) else ""
    if part.content_type == "application/pgp-encrypted":
        return ENCRYPTED
    if not _WRAPPER.fullmatch(name):
        return ""
    if name.lower().startswith("smime"):
        return SIGNED if "signed-data" in str(part.header.get("Content-Type", "")).lower() else ENCRYPTED
    return ENCRYPTED if _is_armoured(raw, part) else ""


def _is_cipher(raw: bytes, part: mime.Part) -> bool:
    """Whether it is a file that is encrypted, or wrapped in a signature, as a whole."""
    name = decoded(part.file_name).strip()
    return name.lower().endswith((".p7m", ".p7z")) or (bool(_CIPHER.fullmatch(name)) and _is_armoured(raw, part))


def _is_armoured(raw: bytes, part: mime.Part) -> bool:
    begins = mime.Part(part.header, part.content_type, part.start, part.body, min(part.end, part.body + _BEGINS))
    return _ARMOUR.search(b"".join(mime.decoded(raw, begins)).decode("latin-1")) is not None


def _is_unread(part: mime.Part) -> bool:
    """Whether it is a form of the words that nothing here reads."""
    return part.form and part.content_type not in ("text/plain", "text/html", "text/calendar")
