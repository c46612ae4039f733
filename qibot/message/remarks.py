"""What somebody writes beside their answer to an invitation, wherever their calendar puts it (RFC 5545, 3.8.1.4).

| calendar | where |
|---|---|
| Outlook | the text |
| Google | behind “has declined this invitation with this note:” |
| Exchange's and Apple's telephones | the part's COMMENT, and nothing in the text |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qibot.expression import expression
from qibot.message import mime
from qibot.message.calendars import ANSWERS, CALENDARS
from qibot.message.charsets import in_words

_REMARKED = (*ANSWERS, "counter")
_LIMIT = 64 * 1024
_LONGEST = 4000  # characters of a remark
_FOLD = expression(r"\r?\n[ \t]")
_COMMENT = expression(r"^COMMENT(?:;[^:\r\n]{0,200})?:([^\r\n]{1,8000})", re.MULTILINE | re.IGNORECASE)
_ESCAPED = expression(r"\\([nN,;\\])")
_NOTE = expression(
    r"[^\n]{0,200}\b(?:this|the) (?:meeting|event|invitation)\b[^\n]{0,40}\swith (?:this|the following) note:\s{0,9}",
    re.IGNORECASE,
)
_QUOTED = expression(r"[\"“](?P<note>.{1,4000}?)[\"”]\s{0,9}(?:\n|\Z)", re.DOTALL)
_LETTERS = expression(r"[\W_]+")


def with_remark(raw: bytes, parts: Sequence[mime.Part], method: str, text: str) -> str:
    """The text of a calendar's answer, with what its writer says to it; of Google's what they say alone."""
    if method not in _REMARKED:
        return text
    opened = _NOTE.match(text)
    if opened:
        rest = text[opened.end() :]
        quoted = _QUOTED.match(rest)
        text = quoted["note"].strip() if quoted else rest.strip()
    comment = next((c for p in parts if p.content_type in CALENDARS for c in _comments(raw, p)), "")
    there = _LETTERS.sub("", text.casefold())
    return f"{text}\n\n{comment}".strip("\n") if _LETTERS.sub("", comment.casefold()) not in there else text


def _comments(raw: bytes, part: mime.Part) -> list[str]:
    unfolded = _FOLD.sub("", in_words(mime.start_of(raw, part, _LIMIT), "utf-8"))
    return [_ESCAPED.sub(_unescaped, found[1]).strip()[:_LONGEST] for found in _COMMENT.finditer(unfolded)][:1]


def _unescaped(escape: re.Match[str]) -> str:
    return "\n" if escape[1] in "nN" else escape[1]
