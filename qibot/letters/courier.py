"""Brings letters to the SMTP server and records what became of each, before the next one goes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from qibot.calendar import CATCH_UP, GATHERED, Almanac, may_leave, stands, untold
from qibot.desk import stopped
from qibot.errors import OutboxFailed, StoreFailed
from qibot.letters.compose import names_in, readdressed
from qibot.letters.copies import SentCopies
from qibot.letters.pace import Pace
from qibot.letters.post import Post
from qibot.letters.quota import Quota
from qibot.letters.readers_now import as_they_are_now, called
from qibot.letters.retry import pause
from qibot.mailbox import Delivery, Sender
from qibot.model import DESK, Case, Change, Drop, Letter, LetterState, Put, Skipped
from qibot.people import Directory
from qibot.service import Chance, certain
from qibot.store import Ledger

log = logging.getLogger("qibot")
BREAKS = 1  # connections that may be lost one after the other in a round
SETTLED = "what it was about was settled before it could be delivered"
GATHERED_ANEW = "it couldn't be delivered on its day, and the team gets what waits in one letter"


class Courier:
    """Delivers what waits. How many letters each address has had lately is its own index."""

    def __init__(
        self,
        almanac: Almanac,
        ledger: Ledger,
        outbox: Sender,
        post: Post,
        directory: Directory,
        copies: SentCopies,
        chance: Chance = certain,
    ) -> None:
        self._almanac, self._smtp = almanac, almanac.config.smtp
        self._ledger, self._outbox, self._post, self._directory = ledger, outbox, post, directory
        self._archive, self._load, self._commit = ledger.archive, ledger.load, ledger.commit
        self._clock, self._step, self._chance = ledger.now, ledger.step, chance
        self._pace = Pace(almanac.config.limits)
        self._quota, self._copies = Quota(almanac.config.pace, post.messages), copies
        self._in_sight = True
        self._team = set(almanac.config.programme.team)
        ledger.keep(self._pace.note)
        ledger.keep(self._quota.note)
        self.over = 0  # letters that wait since the provider allows no more today
        self.held: dict[str, int] = {}
        self._unrecorded: dict[tuple[str, str], Letter] = {}
        self._tries, self._breaks = 0, 0
        self.doubtful = False  # the server failed when it was last tried, be it by an earlier process
        self._pause_until: datetime | None = None
        self.settled: list[Letter] = []
        self.faults: list[str] = []
        self.patient = False  # nobody knows how long a letter has waited: none is given up
        self.stopping = False  # no further letter is begun

    @property
    def failing(self) -> bool:
        """Whether the server couldn't be reached when it was last tried, and something waits for it."""
        return self.doubtful and bool(self._directory.waiting)

    def try_again(self) -> None:
        """What kept the server out of reach is over: no need to wait for the pause to end."""
        self._pause_until = None

    def deliver(self, *, in_sight: bool = True) -> None:
        """Send what waits and is due, each letter by itself; what the calendar called for only where all mail that had
        come is `in_sight`. Raises OutboxFailed when the server can't be reached,
        StoreFailed when what is sent could not be recorded: then nothing is."""
        self.settled, self.faults, self.held = [], [], {}
        self._in_sight = in_sight
        self._record()
        now = self._clock()
        if self._pause_until and now < self._pause_until <= now + timedelta(days=1):
            return
        self.over = 0
        if due := sorted(self._due(now), key=lambda one: one[1].tries):  # what broke a line before comes last
            self._archive.probe()
            self._breaks = 0
            asyncio.run(self._deliver(due))

    def _record(self) -> None:
        """Record what was delivered when the disk refused to take it down. Raises StoreFailed."""
        for (unit, key), settled in list(self._unrecorded.items()):
            self._commit(unit, [Put(settled)])
            del self._unrecorded[unit, key]
            if settled.state is not LetterState.WAITING:
                self._archive.unspool(settled.spooled)

    def _due(self, now: datetime) -> Iterator[tuple[str, Letter]]:
        longest = timedelta(minutes=self._smtp.longest_pause_minutes)
        for unit in sorted(self._directory.waiting):
            for letter in self._load(unit).letters.values():
                waits = letter.next_try is not None and now < letter.next_try <= now + longest
                if letter.state is LetterState.WAITING and not waits:
                    yield unit, letter

    async def _deliver(self, due: list[tuple[str, Letter]]) -> None:
        try:
            for unit, letter in due:
                if self.stopping or self._is_full(letter):
                    return  # what is left goes with the next round
                if not letter.timed or self._may_leave(unit, letter):
                    await self._deliver_one(unit, letter)
            self._pause_until = None
        except OutboxFailed as e:
            self._tries, self.doubtful = self._tries + 1, True
            asked = timedelta(seconds=e.pause_seconds)
            self._pause_until = self._clock() + max(pause(self._smtp, self._tries, self._chance()), asked)
            raise
        finally:
            await self._outbox.close()
            self._copies.file(self._clock())

    def _is_full(self, letter: Letter) -> bool:
        return self._quota.minute_is_full(self._clock(), self._post.messages(letter, letter.unsettled))

    def _may_leave(self, unit: str, letter: Letter) -> bool:
        """The last look at a letter of the calendar: is all mail seen, the reason still there, and the time right?"""
        if not self._in_sight:
            return False
        now, case = self._clock(), self._load(unit)
        if not stands(case, letter, self._almanac, now, self._load):
            self._withdraw(case, letter, now, SETTLED)
            return False
        busy = self._directory.written_to(self._almanac.day(now))
        if may_leave(case, letter, self._almanac, now, busy):
            return True
        if self._almanac.is_open(now) and letter.name in (CATCH_UP, *GATHERED) and not letter.outcomes:
            self._withdraw(case, letter, now, GATHERED_ANEW)
        return False

    def _withdraw(self, case: Case, letter: Letter, now: datetime, reason: str) -> None:
        self._commit(case.unit, [*retired(letter, now, reason), *untold(case, letter)])
        self._archive.unspool(letter.spooled)

    async def _deliver_one(self, unit: str, letter: Letter) -> None:
        try:
            raw = self._archive.spooled(letter.spooled)
        except StoreFailed as e:
            log.error("%s", e)
            gone = "given up: its bytes are gone from the disk"
            settled = self._post.settle(letter, Delivery(dict.fromkeys(letter.unsettled, gone)), self._clock())
            self._commit(unit, [Put(settled)])
            return
        letter = self._to_those_of_now(unit, self._without_stopped(letter), raw)
        now = self._clock()
        held = [] if letter.timed else [r for r in letter.unsettled if self._pace.held_until(r, now)]
        for address in held:
            self.held[address] = self.held.get(address, 0) + 1
        going = [r for r in letter.unsettled if r not in held]
        if held and not going:
            return
        delivery = Delivery()
        if self._quota.day_is_full(now, len(going), team=set(letter.recipients) <= self._team):
            self.over += 1
            return
        if going:
            raw = readdressed(raw, letter, called(self._load(unit))) if letter.parts else raw
            self._step("sending")
            delivery = await self._outbox.deliver(going, raw, self._post.return_paths(letter))
            if not delivery.lost:
                self._tries, self.doubtful = 0, False
        self._step("accepted")
        settled = self._post.settle(letter, delivery, self._clock(), patient=self.patient)
        self._unrecorded[unit, letter.key] = settled
        self._record()
        self._step("settled")
        if any(said.startswith("2") for said in delivery.outcomes.values()):
            self._copies.note(raw, now)
        self.settled.append(settled)
        log.info("letter %s about %s: %s", letter.name, unit, settled.state, extra={"message_id": letter.message_id})
        self._breaks = self._breaks + 1 if delivery.lost else 0
        if delivery.silent or self._breaks > BREAKS:  # each further letter would wait as long for nothing
            raise OutboxFailed(f"The SMTP server broke off while a letter was under way ({delivery.lost}).")

    def _to_those_of_now(self, unit: str, letter: Letter, raw: bytes) -> Letter:
        """The letter for those of its readers who still are what they were when it was written."""
        if not letter.parts:
            return letter
        office = (*self._team, self._almanac.config.programme.manager)
        return as_they_are_now(letter, self._load(unit), partial(names_in, raw), office)

    def _without_stopped(self, letter: Letter) -> Letter:
        """The letter, with the recipients left out whose mail comes back; the others still get theirs."""
        off = stopped(self._load(DESK), self._almanac.config)
        left_out = {r: off[r.lower()] for r in letter.unsettled if r.lower() in off}
        return replace(letter, outcomes={**letter.outcomes, **left_out}) if left_out else letter


def retired(letter: Letter, now: datetime, reason: str = SETTLED) -> list[Change]:
    """What becomes of a letter of the calendar that isn't to leave any more: it is withdrawn, and the record says so.

    Who has it already keeps it; if nobody has, its step may be called for again when the reason comes back.
    """
    record = Put(Skipped(f"{letter.key}@{now.isoformat()}", now, reason))
    reached = tuple(r for r in letter.recipients if r in letter.outcomes)
    if not reached:
        return [Drop(Letter.table, letter.key), record]
    kept = replace(
        letter,
        to=tuple(r for r in letter.to if r in reached),
        copy=tuple(r for r in letter.copy if r in reached),
        state=LetterState.SENT,
        next_try=None,
        settled=now,
    )
    return [Put(kept), record]
