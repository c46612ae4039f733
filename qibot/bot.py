"""The order in which things happen: one e-mail's way, the ticks, the daemon. The only reader of the clock.

fetch -> archive -> understand -> decide -> render -> commit -> file away -> deliver -> settle. Everything before the
commit can be repeated without a trace; everything after it is repeated until it is recorded.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from qibot import imports
from qibot.almanac import Almanac
from qibot.archive import Archive
from qibot.caller import Caller
from qibot.clerk import Clerk
from qibot.config import Config
from qibot.courier import Courier
from qibot.decide import decide, unit_of
from qibot.desk import doubted, gather
from qibot.directory import Directory
from qibot.errors import QibotError, StoreFailed, where
from qibot.events import Event, MessageUnplaced, QuarantineDecided
from qibot.inbox import Inbox, Incoming
from qibot.intake import TRACEBACK_LIMIT, Intake
from qibot.model import DESK, Case, Change, Drop, Enrolment, Letter, LetterState, Put, Quarantined, Seen
from qibot.outbox import Outbox
from qibot.pace import Pace
from qibot.post import Post
from qibot.rules.report import forward_again
from qibot.rules.standing import taken_over
from qibot.store import Store
from qibot.templates import Templates
from qibot.threads import Threads
from qibot.undeliverable import nobodys
from qibot.watch import Watch

log = logging.getLogger("qibot")
RECORDS = "records of "


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@dataclass
class Done:
    """What one round did, for `once` to show and for tests to count."""

    taken_in: list[dict[str, Any]] = field(default_factory=list)
    letters: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Bot:
    """Carries out what the pure parts decide. `step` is told the name of each step when it is done."""

    def __init__(
        self,
        config: Config,
        store: Store,
        archive: Archive,
        inbox: Inbox,
        outbox: Outbox,
        templates: Templates,
        threads: Threads,
        clock: Callable[[], datetime] = system_clock,
        step: Callable[[str], None] = lambda _name: None,
    ) -> None:
        self._config, self._store, self._archive = config, store, archive
        self.inbox = inbox
        self._clock, self._step = clock, step
        self._almanac = Almanac(config)
        self._directory = Directory(threads.ref, self._almanac.day)
        self._intake = Intake(config, self._directory, threads, store.load, archive.read)
        self._post = Post(config, archive, templates, threads, step)
        self._watch = Watch(self._almanac, self._directory.written_to)
        self._pace = Pace(config.limits)
        self._courier = Courier(
            self._almanac,
            archive,
            outbox,
            self._post,
            self._directory,
            store.load,
            self._commit,
            clock,
            step,
            lambda: self._in_sight,
            self._pace,
        )
        self._caller = Caller(
            self._almanac, self._post, self._directory, self._watch, store.load, self._commit, self._trying
        )
        self._clerk = Clerk(
            config.data,
            archive,
            inbox,
            self._intake,
            self._directory,
            clock,
            store.load,
            self._commit,
            self._carried_out,
            self._release,
            self._trying,
        )
        self._failing: dict[str, tuple[datetime, str]] = {}
        self._doubtful: set[str] = set()
        self._tidy = True
        self._in_sight = True  # whether all mail that had come was seen when the mailbox was last looked at
        self.done = Done()
        self._begin()

    def _begin(self) -> None:
        for unit in (DESK, *self._store.units()):
            self._trying(f"{RECORDS}{unit}", partial(self._take_up, unit))
        self._trying("import", self._mend_by_import)
        self._sweep()

    def _take_up(self, unit: str) -> None:
        case = self._store.load(unit)
        self._note(case)
        self._forward_again(case)

    def _forward_again(self, case: Case) -> None:
        """Reports that wait for a mentor who hasn't got them, because the mentor changed, are forwarded once more."""
        if case.unit == DESK:
            return
        now = self._clock()
        decision = forward_again(case, self._config, now)
        if letters := self._post.write(case, decision.notices, now):
            self._commit(case.unit, [*decision.changes, *(Put(x) for x in letters)])

    def _note(self, case: Case) -> None:
        self._directory.note(case)
        self._pace.note(case)
        self._watch.note(case, self._clock())

    def _sweep(self) -> None:
        cases = [self._store.load(unit) for unit in self._directory.waiting]
        letters = [letter for case in cases for letter in case.letters.values()]
        self._archive.sweep({x.spooled for x in letters if x.state is LetterState.WAITING})

    def close(self) -> None:
        """Leave the mailbox and let go of the data folder."""
        self.inbox.close()
        self._store.close()

    # --- a round ---

    def round(self) -> Done:
        """Take in all that lies in the mailbox, see what is due, deliver. Trouble in one doesn't stop the others."""
        self.done = Done(faults=[said for what, (_, said) in self._failing.items() if what.startswith(RECORDS)])
        self._trying("import", self.take_over_people)
        self._trying("orders", self.take_orders)
        self._trying("mailbox", self.take_in)
        self._trying("quarantine", self._clerk.deal_with_released)
        self._trying("disk", self.tick)
        self._trying("delivery", self.deliver)
        return self.done

    def _trying(self, what: str, part: Callable[[], None]) -> None:
        try:
            part()
        except QibotError as e:
            self._tidy = self._tidy and not isinstance(e, StoreFailed)
            self._failed(what, str(e))
            log.warning("%s", e)
        except Exception as e:  # a fault of our own in one part must not stop the others
            self._failed(what, f"Something unexpected went wrong ({type(e).__name__}): the log has the details.")
            log.error("unexpected failure with %s: %s", what, where(e))
        else:
            if what != "delivery" or not self._courier.failing:  # a pause between two tries isn't the end of it
                self._failing.pop(what, None)

    def _failed(self, what: str, said: str) -> None:
        since = self._failing.get(what, (self._clock(), ""))[0]
        self._failing[what] = (since, said)
        self.done.faults.append(said)

    def take_over_people(self) -> None:
        """Carry out an import that another process has laid down (`imports`). Raises StoreFailed."""
        carried_out = imports.carry_out(self._config.data, self._store, self._config.cohorts, self._take_over)
        for case in carried_out:
            self._note(case)
            self._forward_again(case)
        if carried_out:
            self._mend_by_import()

    def _take_over(self, enrolment: Enrolment) -> Case:
        """One enrolment as it is to be; where its mentor changes, with the letters that say so."""
        case, now = self._store.load(enrolment.unit), self._clock()
        decision = taken_over(case, enrolment, self._config, now)
        letters = self._post.write(case, decision.notices, now)
        return self._store.commit(enrolment.unit, [*decision.changes, *(Put(x) for x in letters)])

    def take_orders(self) -> None:
        """Carry out what people have ordered from the terminal. Raises StoreFailed."""
        self._clerk.take_orders()
        self.done.faults += self._clerk.faults

    def _mend_by_import(self) -> None:
        """Stopped addresses that nobody has any more are let go of."""
        if any(what.startswith(RECORDS) for what in self._failing):
            return  # not everybody is known
        programme = self._config.programme
        named = {programme.manager, *programme.team, *programme.cohort_leads}
        desk = self._store.load(DESK)
        if changes := nobodys(desk, lambda a: a in named or bool(self._directory.parts(a))):
            self._commit(DESK, [*changes])

    def take_in(self) -> None:
        """Deal with every message in the inbox folder. Raises InboxFailed, StoreFailed; what is done stays done."""
        self._in_sight = False
        failure: StoreFailed | None = None
        self.inbox.connect()
        for batch in self.inbox.batches():
            folders: dict[str, list[int]] = {}
            for incoming in batch:
                try:
                    folders.setdefault(self.handle(incoming), []).append(incoming.uid)
                except StoreFailed as e:  # this one stays where it is; another one may be luckier
                    failure = failure or e
            for folder, uids in folders.items():
                self.inbox.file_away(uids, folder)
                self._step("filed away")
        if failure:
            raise failure
        self._in_sight = True

    def handle(self, incoming: Incoming) -> str:
        """Deal with one message and return the folder in which it belongs now. Raises StoreFailed."""
        archived = self._archive.keep(incoming.raw)
        self._step("archived")
        event = self._intake.understand(incoming, archived, self._clock())
        if isinstance(event, Seen):
            self._release(event)
            return self._config.imap.done
        event = self._carried_out(event)
        seen = self._store.load(unit_of(event)).all(Seen)[event.arrival.mail.identity]
        self._release(seen)
        if isinstance(event, QuarantineDecided) and not event.as_whom:
            self._clerk.discarded += event.keys
        self.done.taken_in.append(
            {"taken_for": seen.taken_for, "about": unit_of(event), "arrived": seen.arrived.isoformat()}
        )
        log.info("took in a message for %s: %s", unit_of(event), seen.taken_for)
        return self._config.imap.quarantine if seen.quarantined else self._config.imap.done

    def _carried_out(self, event: Event) -> Event:
        """The event, carried out; where a rule or a letter fails on it, the same message in quarantine instead."""
        try:
            self._carry_out(event)
        except QibotError:
            raise
        except Exception as e:
            log.error("a message could not be dealt with: %s", where(e))
            said = "".join(traceback.format_exception(e))[-TRACEBACK_LIMIT:]
            event = MessageUnplaced(event.arrival, f"dealing with it failed ({type(e).__name__})", said)
            self._carry_out(event)
        return event

    def _carry_out(self, event: Event) -> None:
        """The event's effects in other units first, then itself with the message's mark: killed in between, the message
        is still in the inbox, and what is done already is left alone."""
        for effect in getattr(event, "effects", ()):
            self._commit_decision(effect, effect=True)
        self._commit_decision(event)

    def _commit_decision(self, event: Event, *, effect: bool = False) -> None:
        case = self._store.load(unit_of(event))
        if event.arrival.doubt and (changes := doubted(self._store.load(DESK), event.arrival, self._config)):
            self._commit(DESK, [*changes])
        decision = decide(case, event, self._config, effect=effect)
        self._step("decided")
        letters = self._post.write(case, decision.notices, self._clock())
        if decision.changes or letters:
            self._commit(case.unit, [*decision.changes, *(Put(x) for x in letters)])

    def _release(self, seen: Seen) -> None:
        """A message that waited in quarantine and has now been dealt with waits no longer."""
        if not seen.quarantined and self._store.load(DESK).get(Quarantined, seen.key):
            self._commit(DESK, [Drop(Quarantined.table, seen.key), Put(seen)])

    def _commit(self, unit: str, changes: list[Change]) -> Case:
        try:
            case = self._store.commit(unit, changes)
        except StoreFailed:
            self._doubtful.add(unit)  # it may have taken effect all the same
            raise
        self._note(case)
        self._step("committed")
        return case

    def _catch_up(self) -> None:
        """After a failure of the disk: see what is true now, and let go of letters that nobody promised."""
        for unit in sorted(self._doubtful):
            self._note(self._store.load(unit))
            self._doubtful.discard(unit)
        if not self._tidy:
            self._sweep()
            self._tidy = True

    # --- what is due ---

    def tick(self) -> None:
        """See what the calendar, held letters and the desk call for. Raises StoreFailed. Good at any time."""
        self._catch_up()
        now = self._clock()
        if self._in_sight:  # who is silent may only not be heard
            self._caller.call(now)
        for unit in sorted(self._directory.held):
            self._trying(f"letters of {unit}", partial(self._caller.try_held, unit, now))
        self._caller.tell_of_absences(now)
        desk = self._store.load(DESK)
        refused, troubles, held = list(self._refused()), self._troubles(now), self._courier.held
        decision = gather(desk, refused, troubles, self._config, now, held, self._directory)
        letters = self._post.write(desk, decision.notices, now)
        if decision.changes or letters:
            self._commit(DESK, [*decision.changes, *(Put(x) for x in letters)])

    def _refused(self) -> Iterator[tuple[str, Letter]]:
        for unit, keys in self._directory.refused.items():
            letters = self._store.load(unit).letters
            yield from ((unit, letters[key]) for key in keys if key in letters)

    def _troubles(self, now: datetime) -> dict[str, str]:
        """The bot's own present troubles, in words, by key."""
        patience = timedelta(minutes=self._config.programme.trouble_minutes)
        found = {f"bot/{key}": what for key, (since, what) in self._failing.items() if now - since >= patience}
        for unit in sorted(self._directory.held):
            for letter in self._store.load(unit).letters.values():
                if letter.state is LetterState.HELD:
                    found[f"template/{letter.name}"] = letter.fault
        return found

    def deliver(self) -> None:
        """Send what waits. Raises OutboxFailed, StoreFailed."""
        try:
            self._courier.deliver()
        finally:
            self.done.letters += [_shown(letter) for letter in self._courier.settled]
            self.done.faults += self._courier.faults


def _shown(letter: Letter) -> dict[str, Any]:
    return {
        "notice": letter.name,
        "to": list(letter.to),
        "copy": list(letter.copy),
        "subject": letter.subject,
        "message_id": letter.message_id,
        "state": str(letter.state),
    }
