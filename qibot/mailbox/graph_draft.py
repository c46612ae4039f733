"""Letters beyond Graph's 4 MB: a draft of the letter without its documents, the documents one by one, and then `send`.

learn.microsoft.com/graph/api/user-post-messages (MIME), graph/outlook-large-attachments, graph/api/message-send. The
documents' bytes are what they were; their part headers are Exchange's.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Any

from qibot.expression import expression

SMALL = 2_900_000  # bytes of a document that still fits into one request
CHUNK = 10 * 327_680  # a multiple of 320 KiB, as an upload session wants
_CONTENT = expression(rb"(?im)^content-[^\r\n]*(?:\r\n[ \t][^\r\n]*)*\r\n")
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What Graph answered: the status, its words, and the values."""

    status: int
    said: str
    values: dict[str, Any]

    @property
    def fine(self) -> bool:
        """Whether it did what was asked."""
        return 200 <= self.status < 300


Ask = Callable[[str, str, bytes, dict[str, str]], Answer]  # method, path or upload address, body, header


@dataclass(frozen=True, slots=True)
class Attached:
    """A document of a letter."""

    name: str
    kind: str
    content: bytes


def parted(raw: bytes) -> tuple[bytes, list[Attached]]:
    """A letter as compose.py makes it, without its documents, and the documents; none for any other."""
    whole = message_from_bytes(raw)
    boundary, parts = whole.get_boundary(), whole.get_payload()
    if whole.get_content_type() != "multipart/mixed" or not boundary or not isinstance(parts, list):
        return raw, []
    pieces = raw.split(b"\r\n--" + boundary.encode("ascii", "replace"))
    header = raw.partition(b"\r\n\r\n")[0] + b"\r\n"
    text = _CONTENT.sub(b"", header) + pieces[1].removeprefix(b"\r\n") + b"\r\n"
    return text, [_attached(part) for part in parts[1:] if isinstance(part, Message)]


def send_as_draft(raw: bytes, ask: Ask) -> Answer:
    """Hand a large letter over; what fails leaves no draft behind, as far as that can be."""
    text, documents = parted(raw)
    draft = ask("POST", "/messages", base64.b64encode(text), {"Content-Type": "text/plain"})
    number = draft.values.get("id")
    if not draft.fine or not isinstance(number, str):
        return draft
    path = f"/messages/{number}"
    for document in documents:
        answer = _attach(document, path, ask)
        if not answer.fine:
            ask("DELETE", path, b"", {})
            return answer
    sent = ask("POST", f"{path}/send", b"", {})
    if not sent.fine:
        ask("DELETE", path, b"", {})
    return sent


def _attach(document: Attached, path: str, ask: Ask) -> Answer:
    size = len(document.content)
    if size <= SMALL:
        made = {
            "@odata.type": "#microsoft.graph.fileAttachment", "name": document.name, "contentType": document.kind,
            "contentBytes": base64.b64encode(document.content).decode(),
        }  # fmt: skip
        return ask("POST", f"{path}/attachments", json.dumps(made).encode(), JSON)
    item = {"attachmentType": "file", "name": document.name, "size": size, "contentType": document.kind}
    asked = json.dumps({"AttachmentItem": item}).encode()
    answer = ask("POST", f"{path}/attachments/createUploadSession", asked, JSON)
    address = str(answer.values.get("uploadUrl", ""))
    if not answer.fine or not address.startswith("https://"):
        return answer if not answer.fine else Answer(502, "502 no address to upload to", {})
    for start in range(0, size, CHUNK):
        piece = document.content[start : start + CHUNK]
        place = {"Content-Range": f"bytes {start}-{start + len(piece) - 1}/{size}"}
        answer = ask("PUT", address, piece, {"Content-Type": "application/octet-stream", **place})
        if not answer.fine:
            break
    return answer


def _attached(part: Message) -> Attached:
    content = part.get_payload(decode=True)
    name = part.get_param("filename", None, "content-disposition") or part.get_param("name", "document")
    return Attached(
        re.sub(r"[\r\n]+", "", collapse_rfc2231_value(name if isinstance(name, tuple) else str(name))),
        "".join(part.get_content_type().split()),  # a long one is folded
        content if isinstance(content, bytes) else b"",
    )
