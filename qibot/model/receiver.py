"""How the mail server that takes our mail in signs its verdicts, and the mail from which that was found out (desk)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Stamp:
    """Whose verdict stood topmost in a message, by its authserv-id (RFC 8601, 2.5); empty where there was none.

    `message` is the message's identity, so that one that is taken in twice counts once.
    """

    message: str
    server: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stamped:
    """The last few stamps on what this address has sent (desk)."""

    table: ClassVar[str] = "stamped"
    address: str
    stamps: tuple[Stamp, ...]

    @property
    def key(self) -> str:
        """The address."""
        return self.address


RECEIVER = "receiver"


@dataclass(frozen=True, slots=True)
class Receiver:
    """The authserv-id of our own mail server, and since when it is known (desk); there is one such record or none."""

    table: ClassVar[str] = "receiver"
    server: str
    since: datetime

    @property
    def key(self) -> str:
        """The same for whichever server."""
        return RECEIVER
