"""What a document says, for the tests of reading."""

from __future__ import annotations

from qibot.model import Writing
from qibot.reading import read_document


def read(name: str, data: bytes) -> Writing:
    """The document as read, which must have no fault."""
    writing = read_document(name, data)
    assert writing.fault == ""
    return writing


def said(writing: Writing, *kinds: str) -> list[str]:
    """The text of each passage of these kinds, or of all."""
    return [p.text for p in writing.passages if not kinds or p.kind in kinds]
