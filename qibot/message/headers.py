"""What the headers say, read strictly and from the bytes where they decide something (From, the ids)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from email.header import decode_header
from email.message import Message

from qibot.expression import expression
from qibot.message.charsets import in_words

VALUE_LIMIT = 16 * 1024
FROM_LIMIT = 2 * 1024
IDS_LIMIT = 100
ADDRESSES_LIMIT = 500
RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
_ADDRESS = expression(r"[^\s<>()\",;:@\\\[\]]{1,128}@[^\s<>()\",;:@\\\[\]]{1,255}")
_QUOTED_OR_COMMENT = expression(r'"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)')
_ID = expression(r"<([!-;=?-~]{1,500})>")


def fields(header: Message, name: str) -> list[str]:
    """Every value of a field: unfolded, RFC 2047 words decoded, raw 8-bit bytes read as what they likeliest are."""
    wanted = name.lower()
    return [decoded(str(value)) for key, value in header.raw_items() if key.lower() == wanted]


def decoded(value: str) -> str:
    text = in_words(value[:VALUE_LIMIT].encode("utf-8", "surrogateescape"), None)
    text = re.sub(r"\r?\n[ \t]*|\r", " ", text)
    if "=?" in text:
        text = decoded_words(text)
    return "".join(c if c.isprintable() else " " for c in text if c.isprintable() or c.isspace()).strip()


def decoded_words(text: str) -> str:
    """The text with its RFC 2047 words decoded; left as it is where they are broken."""
    try:
        return "".join(
            piece if isinstance(piece, str) else in_words(piece, charset) for piece, charset in decode_header(text)
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


def sender_of(header: Message) -> str | None:
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


def sender_name_of(header: Message) -> str:
    value = next(iter(fields(header, "From")), "")
    return re.sub(r"<[^<>]*>", "", value).strip().strip('"').strip()[:100]


def addresses_of(header: Message, names: Sequence[str] = RECIPIENTS) -> tuple[str, ...]:
    found = (a.lower() for name in names for value in fields(header, name) for a in _ADDRESS.findall(value))
    return tuple(dict.fromkeys(found))[:ADDRESSES_LIMIT]


def ids_of(header: Message, name: str) -> tuple[str, ...]:
    found = [i for value in fields(header, name)[:5] for i in _ID.findall(value)]
    return tuple(found[-IDS_LIMIT:])


def identity_of(message_id: str, sender: str | None, raw: bytes) -> str:
    """What makes this message this one: Message-ID and sender, else its content; UIDs may change at any time."""
    if message_id and sender:
        return hashlib.sha256(f"{message_id}\0{sender}".encode()).hexdigest()[:32]
    return hashlib.sha256(raw).hexdigest()[:32]
