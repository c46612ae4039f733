"""A message as the mailbox hands it over: its bytes and when it came, before anything is read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message in the folder. Unless it is `whole`, it is over the limit and `raw` is the beginning of its header."""

    uid: int
    arrived: datetime
    size: int
    raw: bytes
    whole: bool
