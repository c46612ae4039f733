"""Trouble of the bot's own while it lasts, as it is kept beside the records: those may be what can't be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Ongoing:
    """What fails, since when, in words; when it was `told` by one of the ways in `[alerts]`, and when it was `over`.

    One that is over stays until that, too, is told, if its beginning was.
    """

    key: str
    since: datetime
    what: str
    told: datetime | None = None
    over: datetime | None = None
