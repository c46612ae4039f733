"""Copies of what was sent, in the mailbox's Sent folder: people look there. Only tidiness: no letter waits for one."""

from __future__ import annotations

import logging
from datetime import datetime

from qibot.errors import QibotError
from qibot.mailbox import Inbox

log = logging.getLogger("qibot")
MOST = 20_000_000  # bytes kept in memory until the connection to the SMTP server is closed


class SentCopies:
    """Gathers a round's letters and files them together; without `wanted`, none."""

    def __init__(self, inbox: Inbox, *, wanted: bool) -> None:
        self._inbox, self._wanted = inbox, wanted
        self._letters: list[bytes] = []
        self._size = 0

    def note(self, raw: bytes, now: datetime) -> None:
        """This letter was taken by the server."""
        if not self._wanted:
            return
        self._letters.append(raw)
        self._size += len(raw)
        if self._size > MOST:
            self.file(now)

    def file(self, now: datetime) -> None:
        """Put what was noted into the Sent folder, if the mailbox can be reached; never fails."""
        letters, self._letters, self._size = self._letters, [], 0
        if not letters:
            return
        try:
            self._inbox.keep_sent(letters, now)
        except QibotError as e:
            log.warning("what was sent has no copy in the Sent folder: %s", e)
