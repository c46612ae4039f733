"""Everybody's mailboxes, read from the disk of the tests' own mail server."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.parser import BytesHeaderParser
from pathlib import Path

from tests.support.crash_play import QUEUES
from tests.support.crash_scene import own_bytes
from tests.support.mailservers import MailServers

PATIENCE = 60.0
NAMED = ("X-QI-Letter", "X-QI-Ref", "Message-ID", "Subject")


@dataclass(frozen=True, slots=True)
class Got:
    """A letter of the bot's in somebody's mailbox."""

    who: str
    notice: str
    ref: str
    identity: str  # Message-ID
    subject: str
    raw: bytes
    words: str  # of all its parts that are text

    @property
    def what(self) -> tuple[str, str, str]:
        """Which letter it is and whose."""
        return self.who, self.notice, self.ref


class Mailboxes:
    """Those of one cohort; a letter is read once, without `words` its header alone."""

    def __init__(self, servers: MailServers, addresses: Iterable[str], *, words: bool = True) -> None:
        self._servers, self._addresses, self._words = servers, list(addresses), words
        self._read: dict[Path, Got | None] = {}

    def settle(self) -> None:
        """Return when Postfix has handed on all that it took."""
        spool = self._servers.home / "postfix/spool"
        end, empty = time.monotonic() + PATIENCE, 0
        while empty < 2:
            waits = any(path.is_file() for name in QUEUES for path in (spool / name).rglob("*"))
            empty = 0 if waits else empty + 1
            assert time.monotonic() < end, self._servers.logs()
            time.sleep(0.003)

    def of(self, address: str) -> list[Got]:
        """The bot's letters in somebody's mailbox, in the order in which they came."""
        return [got for path in self.files(address) if (got := self._got(address, path)) is not None]

    def all(self) -> list[Got]:
        """Everybody's."""
        return [got for address in self._addresses for got in self.of(address)]

    def files(self, address: str, folder: str = ".") -> list[Path]:
        """The messages of a folder."""
        home = self._servers.home / "mail" / address / "Maildir" / folder
        return sorted([*home.glob("new/*"), *home.glob("cur/*")], key=lambda path: path.name)

    def _got(self, address: str, path: Path) -> Got | None:
        place = path.parent.parent / path.name.partition(":")[0]
        if place not in self._read:
            raw = own_bytes(path.read_bytes())
            if not self._words:
                return self._head(place, address, raw)
            mail = message_from_bytes(raw, policy=policy.default)
            texts = [str(p.get_content()) for p in mail.walk() if p.get_content_maintype() == "text"]
            notice, ref, identity, subject = (str(mail[name]) for name in NAMED)
            got = Got(address.partition("@")[0], notice, ref, identity, subject, raw, "\n".join(texts))
            self._read[place] = got if mail["X-QI-Letter"] else None
        return self._read[place]

    def _head(self, place: Path, address: str, raw: bytes) -> Got | None:
        mail = BytesHeaderParser().parsebytes(raw.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0])
        notice, ref, identity, subject = (str(mail[name]).strip() for name in NAMED)
        got = Got(address.partition("@")[0], notice, ref, identity, subject, b"", "")
        self._read[place] = got if mail["X-QI-Letter"] else None
        return self._read[place]


def by_identity(letters: Iterable[Got]) -> dict[tuple[str, str], list[Got]]:
    """The copies of each letter in each mailbox."""
    found: dict[tuple[str, str], list[Got]] = defaultdict(list)
    for got in letters:
        found[got.who, got.identity].append(got)
    return found
