"""Carries events out: decide, write the letters, commit. What a rule or a letter fails on goes to quarantine."""

from __future__ import annotations

import logging

from qibot.config import Config
from qibot.desk import doubted
from qibot.errors import QibotError, traceback_of, where
from qibot.events import Event, MessageUnplaced
from qibot.letters import Post
from qibot.model import DESK, Case, Drop, Enrolment, Put, Quarantined, Seen, Stamp
from qibot.rules import decide, forward_again, taken_over, unit_of
from qibot.screening import noted
from qibot.store import Ledger

log = logging.getLogger("qibot")


class Carrier:
    """Every method raises StoreFailed; then nothing, or all of one unit, has changed."""

    def __init__(self, config: Config, ledger: Ledger, post: Post) -> None:
        self._config, self._ledger, self._post = config, ledger, post

    def carry_out(self, event: Event) -> Event:
        """The event, carried out; where a rule or a letter fails on it, the same message in quarantine instead."""
        try:
            self._carry_out(event)
        except QibotError:
            raise
        except Exception as e:
            log.error("a message could not be dealt with: %s", where(e))
            said = traceback_of(e)
            event = MessageUnplaced(event.arrival, f"dealing with it failed ({type(e).__name__})", said)
            self._carry_out(event)
        return event

    def _carry_out(self, event: Event) -> None:
        """The event's effects in other units and what stands beside it first, then itself with the message's mark:
        killed in between, the message is still in the inbox, and what is done already is left alone."""
        for effect in (*event.arrival.beside, *getattr(event, "effects", ())):
            self._commit_decision(effect, effect=True)
        self._commit_decision(event)

    def _commit_decision(self, event: Event, *, effect: bool = False) -> None:
        ledger = self._ledger
        case = ledger.load(unit_of(event))
        if event.arrival.doubt and (changes := doubted(ledger.load(DESK), event.arrival, self._config)):
            ledger.commit(DESK, [*changes])
        self._note_stamp(event)
        decision = decide(case, event, self._config, effect=effect)
        ledger.step("decided")
        letters = self._post.write(case, decision.notices, ledger.now(), decision.changes)
        if decision.changes or letters:
            ledger.commit(case.unit, [*decision.changes, *(Put(x) for x in letters)])

    def _note_stamp(self, event: Event) -> None:
        """What the message says of our mail server's verdicts, before it is decided on: it may be read once more."""
        arrival, desk = event.arrival, self._ledger.load(DESK)
        if arrival.stamp is None or not arrival.mail.sender:
            return
        stamp = Stamp(arrival.mail.identity, arrival.stamp, arrival.arrived)
        if changes := noted(desk, stamp, arrival.mail.sender, self._config.trust):
            self._ledger.commit(DESK, [*changes])

    def release(self, seen: Seen) -> None:
        """A message that waited in quarantine and has now been dealt with waits no longer."""
        if not seen.quarantined and self._ledger.load(DESK).get(Quarantined, seen.key):
            self._ledger.commit(DESK, [Drop(Quarantined.table, seen.key), Put(seen)])

    def forward_again(self, case: Case) -> None:
        """Reports that wait for a mentor who hasn't got them, because the mentor changed, are forwarded once more."""
        if case.unit == DESK:
            return
        now = self._ledger.now()
        decision = forward_again(case, self._config, now)
        if letters := self._post.write(case, decision.notices, now):
            self._ledger.commit(case.unit, [*decision.changes, *(Put(x) for x in letters)])

    def take_over(self, enrolment: Enrolment) -> Case:
        """One enrolment as an import has it; where its mentor changes, with the letters that say so. The import notes
        its cases when all are in."""
        case, now = self._ledger.load(enrolment.unit), self._ledger.now()
        decision = taken_over(case, enrolment, self._config, now)
        letters = self._post.write(case, decision.notices, now, decision.changes)
        return self._ledger.commit_import(enrolment.unit, [*decision.changes, *(Put(x) for x in letters)])
