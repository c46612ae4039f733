"""What a message's calendar part asks: an invitation, an answer to one, or that one is called off (RFC 5546, 6047)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qibot.expression import expression
from qibot.message import mime

CALENDARS = ("text/calendar", "application/ics")
INVITES = ("request", "publish", "counter", "add")  # what somebody is to see
ANSWERS = ("reply", "cancel", "refresh", "declinecounter")  # what only a calendar has to read
_LIMIT = 64 * 1024
_METHOD = expression(rb"^METHOD(?:;[^:\r\n]{0,100})?:[ \t]*([A-Za-z-]{1,20})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)


def method_of(raw: bytes, parts: Sequence[mime.Part]) -> str:
    """The method of the first calendar part, in lower case; empty where there is no such part, or it names none."""
    for part in parts:
        if part.content_type in CALENDARS:
            named = str(part.header.get_param("method") or "").strip().lower()
            if found := named or _named_within(raw, part):
                return found
    return ""


def _named_within(raw: bytes, part: mime.Part) -> str:
    found = _METHOD.search(mime.start_of(raw, part, _LIMIT))
    return found[1].decode("ascii").lower() if found else ""
