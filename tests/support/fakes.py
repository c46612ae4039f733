"""A mailbox and a delivery without servers, for tests of what the bot makes of many messages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from qibot.errors import InboxFailed, OutboxFailed
from qibot.mailbox.delivery import Delivery
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.outbox import Outbox
from qibot.message.incoming import Incoming
from qibot.model.case import Case, Change, Put
from qibot.model.records import to_plain, to_record
from qibot.store.memory import MemoryStore


class FakeInbox(Inbox):
    """Holds messages until they are filed away, and remembers where each went, unless it is `down`."""

    def __init__(self, limit: int = 35_000_000, header: int = 512 * 1024) -> None:
        self.waiting: dict[int, Incoming] = {}
        self.filed: dict[int, list[str]] = {}
        self.settled: list[str] = []
        self.copies: list[bytes] = []
        self.down = False
        self.clock: Callable[[], datetime | None] = lambda: None
        self._last, self._most, self._head = 0, limit, header

    def put(self, raw: bytes, arrived: datetime) -> int:
        """Let a message lie in the inbox; returns its number."""
        self._last += 1
        whole = len(raw) <= self._most
        self.waiting[self._last] = Incoming(self._last, arrived, len(raw), raw if whole else raw[: self._head], whole)
        return self._last

    def put_again(self, incoming: Iterable[Incoming]) -> None:
        """Let messages re-appear under new numbers, as after a lost connection or a new UIDVALIDITY."""
        for one in incoming:
            self._last += 1
            self.waiting[self._last] = replace(one, uid=self._last)

    def connect(self) -> None:
        """See Inbox."""
        if self.down:
            raise InboxFailed("The mailbox is down.")

    def close(self) -> None:
        """See Inbox."""

    def batches(self) -> Iterator[list[Incoming]]:
        """See Inbox."""
        all_of_them = list(self.waiting.values())
        yield from (all_of_them[at : at + 20] for at in range(0, len(all_of_them), 20))

    def file_away(self, uids: Sequence[int], folder: str) -> None:
        """See Inbox."""
        for uid in uids:
            self.filed.setdefault(uid, []).append(folder)
            del self.waiting[uid]

    def keep_sent(self, letters: Sequence[bytes], sent: datetime) -> None:
        """See Inbox."""
        self.copies += letters

    def server_time(self) -> datetime | None:
        """See Inbox."""
        return self.clock()

    def settle(self, message_id: str) -> None:
        """See Inbox."""
        self.settled.append(message_id)


class FakeOutbox(Outbox):
    """Takes every letter and keeps it, unless it is `down`."""

    def __init__(self) -> None:
        self.delivered: list[tuple[tuple[str, ...], bytes]] = []
        self.paths: dict[tuple[str, str], bytes] = {}
        self.down = False
        self.busy = False  # it puts every letter off

    async def connect(self) -> None:
        """See Outbox."""
        if self.down:
            raise OutboxFailed("The server is down.")

    async def deliver(self, recipients: Sequence[str], raw: bytes, paths: Mapping[str, str] = {}) -> Delivery:
        """See Outbox; it takes every return path."""
        await self.connect()
        if self.busy:
            return Delivery({}, dict.fromkeys(recipients, "451 4.7.1 Come back later"))
        self.delivered.append((tuple(recipients), raw))
        self.paths.update({(path, recipient): raw for recipient, path in paths.items()})
        return Delivery(dict.fromkeys(recipients, "250 OK"), marked=tuple(r for r in recipients if r in paths))

    async def close(self) -> None:
        """See Outbox."""


class StrictStore(MemoryStore):
    """A MemoryStore that takes only what a store on disk could keep, too."""

    def commit(self, unit: str, changes: Sequence[Change]) -> Case:
        """See Store."""
        for change in changes:
            if isinstance(change, Put):
                kept = json.loads(json.dumps(to_plain(change.record), ensure_ascii=False).encode())
                assert to_record(change.record.table, kept) == change.record
        return super().commit(unit, changes)
