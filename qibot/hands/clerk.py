"""Carries out what people have decided about messages in quarantine, by reply or from the terminal."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from qibot.alerts import Trying
from qibot.desk import changes_of
from qibot.errors import QibotError, StoreFailed
from qibot.events import QuarantineDecided
from qibot.hands.carrier import Carrier
from qibot.mailbox import Inbox
from qibot.message import parse
from qibot.model import DESK, Drop, InQuestion, Quarantined, Seen
from qibot.people import Directory
from qibot.rules import unit_of
from qibot.service import about_message
from qibot.store import Ledger, Order, carry_out_orders
from qibot.understanding import Intake

log = logging.getLogger("qibot")


class Clerk:
    """`discarded` are the keys of messages whose copies in the mailbox are to be moved, `faults` what can't be carried
    out; `trying` is the bot's: one failure stops no other."""

    def __init__(self, folder: Path, ledger: Ledger, inbox: Inbox, intake: Intake, carrier: Carrier) -> None:
        self._folder, self._inbox, self._intake, self._carrier = folder, inbox, intake, carrier
        self._archive, self._load, self._commit, self._clock = ledger.archive, ledger.load, ledger.commit, ledger.now
        self._units = ledger.units
        self.discarded: list[str] = []
        self.faults: list[str] = []

    def take_orders(self, people: Directory) -> None:
        """Carry out what people have ordered from the terminal (`orders`). Raises StoreFailed."""
        self.faults = []
        carry_out_orders(self._folder, partial(self._obey, people))

    def _obey(self, people: Directory, order: Order) -> None:
        try:
            changes = changes_of(order, self._load(DESK), people, self._clock())
        except StoreFailed:
            raise
        except (QibotError, LookupError, TypeError) as e:  # it can't be carried out, now or later
            log.warning("an order was not carried out (%s)", type(e).__name__)
            self.faults.append(f"An order could not be carried out: {e}")
            return
        if changes:
            self._commit(DESK, [*changes])
            self.discarded += [c.key for c in changes if isinstance(c, Drop) and c.table == Quarantined.table]

    def deal_with_released(self, trying: Trying) -> None:
        """Deal with what people have decided about messages in quarantine, each by itself, as if it had just come."""
        for item in [q for q in self._load(DESK).all(Quarantined).values() if q.decided]:
            trying(f"message {item.key}", partial(self._deal_with, item))
        gone, self.discarded = self.discarded, []
        if gone:
            trying("let go", partial(self._let_go_on, set(gone)))
        marks = self._load(DESK).all(Seen)
        for mark in [marks[key] for key in gone if key in marks]:
            if mark.archived and not mark.quarantined:
                trying("quarantine folder", partial(self._put_away_archived, mark.archived))

    def _deal_with(self, item: Quarantined) -> None:
        with about_message(item.archived):
            self._deal_with_it(item)

    def _deal_with_it(self, item: Quarantined) -> None:
        raw = self._archive.read(item.archived)
        event = self._intake.released(item, raw, self._clock())
        if not isinstance(event, Seen):
            event = self._carrier.carry_out(event)
            if isinstance(event, QuarantineDecided) and not event.as_whom:  # a command that was confirmed
                self.discarded += event.keys
            event = self._load(unit_of(event)).all(Seen)[item.key]
            if not event.quarantined:  # what it was is known, in whichever enrolment it may have been something
                self._let_go_on({item.key})
        self._carrier.release(event)
        if not event.quarantined:
            log.info("dealt with a message from quarantine: %s", event.taken_for)
            self._put_away(raw)

    def _let_go_on(self, gone: set[str]) -> None:
        """What a mail may have been that waits no longer holds no report."""
        for unit in self._units():
            if held := gone & self._load(unit).all(InQuestion).keys():
                self._commit(unit, [Drop(InQuestion.table, key) for key in sorted(held)])

    def _put_away_archived(self, archived: str) -> None:
        self._put_away(self._archive.read(archived))

    def _put_away(self, raw: bytes) -> None:
        """Move the mailbox's copy of a settled message out of the quarantine folder, where that can be done."""
        try:
            self._inbox.settle(parse(raw).message_id)
        except QibotError as e:  # only tidiness
            log.warning("a settled message stays in the quarantine folder: %s", e)
