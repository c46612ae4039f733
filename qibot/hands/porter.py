"""Takes in what lies in the mailbox: one e-mail's way from the inbox to the folder in which it belongs then.

fetch -> archive -> understand -> decide -> render -> commit -> file away. What fails before the commit stays there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from qibot.config import Imap
from qibot.errors import InboxFailed, StoreFailed
from qibot.events import QuarantineDecided
from qibot.hands.carrier import Carrier
from qibot.hands.clerk import Clerk
from qibot.mailbox import Inbox
from qibot.message import Incoming
from qibot.model import Seen
from qibot.rules import unit_of
from qibot.service import Clocks, about_message
from qibot.store import Ledger
from qibot.understanding import Intake

log = logging.getLogger("qibot")


class Porter:
    """`in_sight` says whether all mail that had come was seen when the mailbox was last looked at; what is taken in is
    said to `took`. Once it is `stopping`, no further message is begun."""

    def __init__(
        self,
        folders: Imap,
        ledger: Ledger,
        inbox: Inbox,
        intake: Intake,
        carrier: Carrier,
        clerk: Clerk,
        clocks: Clocks,
        took: Callable[[dict[str, Any]], None],
    ) -> None:
        self._folders, self._ledger, self._inbox, self._intake = folders, ledger, inbox, intake
        self._carrier, self._clerk, self._clocks, self._took = carrier, clerk, clocks, took
        self._archive, self._clock, self._step = ledger.archive, ledger.now, ledger.step
        self._left_alone: tuple[datetime, InboxFailed] | None = None  # until then, as the mail server has asked
        self.in_sight = True
        self.stopping = False

    def take_in(self) -> None:
        """Deal with every message in the inbox folder. Raises InboxFailed, StoreFailed; what is done stays done."""
        self.in_sight = False
        failure: StoreFailed | None = None
        self._connect()
        self._compare_clocks()
        for batch in self._inbox.batches():
            folders: dict[str, list[int]] = {}
            for incoming in batch:
                if self.stopping:
                    break
                try:
                    folders.setdefault(self.handle(incoming), []).append(incoming.uid)
                except StoreFailed as e:  # this one stays where it is; another one may be luckier
                    failure = failure or e
            for folder, uids in folders.items():
                self._inbox.file_away(uids, folder)
                self._step("filed away")
            if self.stopping:  # what is left lies in the inbox, and isn't in sight
                return
        if failure:
            raise failure
        self.in_sight = True

    def _connect(self) -> None:
        now = self._clock()
        if self._left_alone and now < self._left_alone[0] <= now + timedelta(days=1):
            raise type(self._left_alone[1])(str(self._left_alone[1]))
        self._left_alone = None
        try:
            self._inbox.connect()
        except InboxFailed as e:
            if e.pause_seconds:
                self._left_alone = now + timedelta(seconds=e.pause_seconds), e
            raise

    def _compare_clocks(self) -> None:
        if self._clocks.doubtful(self._clock()):
            said = self._inbox.server_time()
            self._clocks.compare(self._clock(), said)

    def handle(self, incoming: Incoming) -> str:
        """Deal with one message and return the folder in which it belongs now. Raises StoreFailed."""
        archived = self._archive.keep(incoming.raw)
        with about_message(archived):
            return self._deal_with(incoming, archived)

    def _deal_with(self, incoming: Incoming, archived: str) -> str:
        self._step("archived")
        event = self._intake.understand(incoming, archived, self._clock())
        if isinstance(event, Seen):
            self._carrier.release(event)
            return self._folder_of(event)
        event = self._carrier.carry_out(event)
        seen = self._ledger.load(unit_of(event)).all(Seen)[event.arrival.mail.identity]
        self._carrier.release(seen)
        if isinstance(event, QuarantineDecided) and not event.as_whom:
            self._clerk.discarded += event.keys
        self._took({"taken_for": seen.taken_for, "about": unit_of(event), "arrived": seen.arrived.isoformat()})
        log.info("took in a message for %s: %s", unit_of(event), seen.taken_for)
        return self._folder_of(seen)

    def _folder_of(self, seen: Seen) -> str:
        return self._folders.quarantine if seen.quarantined else self._folders.done
