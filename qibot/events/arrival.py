"""A message that has come, as every event carries it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qibot.message import Mail


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message, when the mail server took it in, where its bytes are kept, and when qibot took it in.

    `doubt` says why its sender may be somebody else, where the configuration has such mail acted on all the same.
    `stamp` is whose verdict stands topmost in a message from which that may be found out (receiver.py); else None.
    `read` says, without any of its words, what it rests on that its words were taken so. `beside` is what else it says
    that comes first: the words below a command.
    """

    mail: Mail
    arrived: datetime
    archived: str
    taken: datetime | None = None
    doubt: str = ""
    read: str = ""
    stamp: str | None = None
    beside: tuple[Any, ...] = ()  # events, which know of arrivals themselves
