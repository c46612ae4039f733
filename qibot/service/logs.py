"""Log lines as people read them in a journal, or as JSON for a machine: each about a message bears its id.

The id is the beginning of the name under which the message lies in `mail/`: it leads to the mail, and says nothing to
whom the data don't belong to. A letter of ours bears its own Message-ID. No line holds a body or an address.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import IO, Literal

ID_LENGTH = 16
_about: ContextVar[str] = ContextVar("message", default="")  # a context's, as each line is written within one


@contextmanager
def about_message(name: str) -> Iterator[None]:
    """Every line that is logged meanwhile is about this message."""
    token = _about.set(name[:ID_LENGTH])
    try:
        yield
    finally:
        _about.reset(token)


class _Handler(logging.StreamHandler[IO[str]]):
    """Ours."""


class _Console(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = id_of(record)
        return f"{record.levelname} {record.getMessage()}" + (f" [{told}]" if told else "")


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if told := id_of(record):
            said["message"] = told
        return json.dumps(said, ensure_ascii=False)


def id_of(record: logging.LogRecord) -> str:
    """The id of the message that a line is about, its own before that of what goes on."""
    return str(getattr(record, "message_id", "") or _about.get())


def set_up(style: Literal["console", "json"], stream: IO[str] | None = None) -> None:
    """Let everything be logged so, in place of what was set up before."""
    root = logging.getLogger()
    if stream is None and any(not isinstance(one, _Handler) for one in root.handlers):
        return  # another program's, that runs a command within itself
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(_Json() if style == "json" else _Console())
    root.handlers[:] = [handler]
