"""XOAUTH2 (developers.google.com/gmail/imap/xoauth2-protocol; Microsoft's servers speak the same): what is sent, and
what a server says when it refuses."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

LONGEST_LINE = 512  # octets of an SMTP command with its CRLF (RFC 5321, 4.5.3.1.4)
_LONGEST_ANSWER = 4096


def response(user: str, token: str) -> bytes:
    """The one thing that the client says."""
    return f"user={user}\x01auth=Bearer {token}\x01\x01".encode()


def reason(challenge: bytes | str) -> str:
    """What a refusing server's challenge says, in its own words ("status 400, schemes Bearer"); "" for gibberish."""
    raw = challenge if isinstance(challenge, bytes) else challenge.encode("ascii", "replace")
    raw = raw[:_LONGEST_ANSWER].strip()
    if raw[:1] not in (b"{", b""):
        try:
            raw = base64.b64decode(raw, validate=True)
        except binascii.Error:
            return ""
    try:
        said: Any = json.loads(raw)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(said, dict):
        return ""
    known = ((name, said.get(name)) for name in ("status", "error", "error_description", "scope"))
    return ", ".join(f"{name} {' '.join(str(value).split())[:120]}" for name, value in known if value)
