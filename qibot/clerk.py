"""Carries out what people have decided about messages in quarantine, by reply or from the terminal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from qibot import orders
from qibot.archive import Archive
from qibot.decide import unit_of
from qibot.desk_orders import changes_of
from qibot.directory import Directory
from qibot.errors import QibotError, StoreFailed
from qibot.events import Event
from qibot.inbox import Inbox
from qibot.intake import Intake
from qibot.mail import parse
from qibot.model import DESK, Case, Change, Drop, Quarantined, Seen

log = logging.getLogger("qibot")


class Clerk:
    """`commit`, `carried_out`, `release` and `trying` are the bot's. `discarded` are the keys of messages whose copies
    in the mailbox are to be moved, `faults` what can't be carried out."""

    def __init__(
        self,
        folder: Path,
        archive: Archive,
        inbox: Inbox,
        intake: Intake,
        directory: Directory,
        clock: Callable[[], datetime],
        load: Callable[[str], Case],
        commit: Callable[[str, list[Change]], Case],
        carried_out: Callable[[Event], Event],
        release: Callable[[Seen], None],
        trying: Callable[[str, Callable[[], None]], None],
    ) -> None:
        self._folder, self._archive, self._inbox, self._intake = folder, archive, inbox, intake
        self._directory, self._clock, self._load, self._commit = directory, clock, load, commit
        self._carried_out, self._release, self._trying = carried_out, release, trying
        self.discarded: list[str] = []
        self.faults: list[str] = []

    def take_orders(self) -> None:
        """Carry out what people have ordered from the terminal (`orders`). Raises StoreFailed."""
        self.faults = []
        orders.carry_out(self._folder, self._obey)

    def _obey(self, order: orders.Order) -> None:
        try:
            changes = changes_of(order, self._load(DESK), self._directory, self._clock())
        except StoreFailed:
            raise
        except (QibotError, LookupError, TypeError) as e:  # it can't be carried out, now or later
            log.warning("an order was not carried out (%s)", type(e).__name__)
            self.faults.append(f"An order could not be carried out: {e}")
            return
        if changes:
            self._commit(DESK, [*changes])
            self.discarded += [c.key for c in changes if isinstance(c, Drop) and c.table == Quarantined.table]

    def deal_with_released(self) -> None:
        """Deal with what people have decided about messages in quarantine, each by itself, as if it had just come."""
        for item in [q for q in self._load(DESK).all(Quarantined).values() if q.decided]:
            self._trying(f"message {item.key}", partial(self._deal_with, item))
        gone, self.discarded = self.discarded, []
        marks = self._load(DESK).all(Seen)
        for mark in [marks[key] for key in gone if key in marks]:
            if mark.archived and not mark.quarantined:
                self._trying("quarantine folder", partial(self._put_away_archived, mark.archived))

    def _deal_with(self, item: Quarantined) -> None:
        raw = self._archive.read(item.archived)
        event = self._intake.released(item, raw, self._clock())
        if not isinstance(event, Seen):
            event = self._carried_out(event)
            event = self._load(unit_of(event)).all(Seen)[item.key]
        self._release(event)
        if not event.quarantined:
            log.info("dealt with a message from quarantine: %s", event.taken_for)
            self._put_away(raw)

    def _put_away_archived(self, archived: str) -> None:
        self._put_away(self._archive.read(archived))

    def _put_away(self, raw: bytes) -> None:
        """Move the mailbox's copy of a settled message out of the quarantine folder, where that can be done."""
        try:
            self._inbox.settle(parse(raw).message_id)
        except QibotError as e:  # only tidiness
            log.warning("a settled message stays in the quarantine folder: %s", e)
