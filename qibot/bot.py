"""The order in which things happen: one e-mail's way, the ticks, the daemon. The only reader of the clock.

fetch -> archive -> understand -> decide -> render -> commit -> file away -> deliver -> settle. Everything before the
commit can be repeated without a trace; everything after it is repeated until it is recorded.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from qibot.alerts import START, Alarm
from qibot.calendar import Almanac
from qibot.caller import Caller
from qibot.carrier import Carrier
from qibot.clerk import Clerk
from qibot.config import Config
from qibot.desk import gather, nobodys
from qibot.errors import ClockWrong, InboxFailed, QibotError, SigninFailed, StoreFailed, where
from qibot.events import QuarantineDecided
from qibot.letters import Circle, Courier, Post, SentCopies
from qibot.mailbox import Inbox, Scanner, Sender
from qibot.message import Incoming
from qibot.model import DESK, Ending, Letter, LetterState, Put, Seen
from qibot.notes import NoteTaker
from qibot.people import Directory
from qibot.rules import unit_of
from qibot.service import Clocks, about_message, beat, last_beat
from qibot.store import Ledger, carry_out_import, sweep_orders
from qibot.understanding import Intake, unscanned

log = logging.getLogger("qibot")
RECORDS, SIGNIN, CLOCK = "records of ", "sign-in", "clock"
AFRESH = (START, "reload")  # of which a new process knows nothing


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@dataclass
class Done:
    """What one round did, for `once` to show and for tests to count."""

    taken_in: list[dict[str, Any]] = field(default_factory=list)
    letters: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    troubles: list[dict[str, str]] = field(default_factory=list)
    more: bool = False  # something waits for the next round, which need not be waited for


class Bot:
    """Carries out what the pure parts decide."""

    def __init__(
        self,
        config: Config,
        ledger: Ledger,
        inbox: Inbox,
        outbox: Sender,
        post: Post,
        alarm: Alarm,
        ends: Callable[[], Ending | None] = lambda: None,
    ) -> None:
        self._config, self._ledger, self.inbox, self._post = config, ledger, inbox, post
        self._archive, self._clock, self._step = ledger.archive, ledger.now, ledger.step
        self._almanac = Almanac(config)
        self._directory = Directory(post.threads.ref, self._almanac.day)
        ledger.keep(self._directory.note)
        post.circle = Circle(config, self._directory, ledger.load)
        guard = config.security
        scan = Scanner(guard.clamd, guard.clamd_seconds) if guard.clamd else unscanned
        self._intake = Intake(config, self._directory, post.threads, ledger.load, self._archive.read, ledger.lost, scan)
        self._carrier = Carrier(config, ledger, post)
        copies = SentCopies(inbox, wanted=config.keeps_sent_copies)
        self._courier = Courier(self._almanac, ledger, outbox, post, self._directory, copies, post.chance)
        self._ends = ends
        self._caller = Caller(self._almanac, ledger, post, self._directory, self._trying)
        self._notes = NoteTaker(self._almanac, ledger, post, self._directory, self._trying)
        self._clerk = Clerk(config.data, ledger, inbox, self._intake, self._carrier)
        self._tokenless: set[str] = set()  # the parts that couldn't sign in
        self._left_alone: tuple[datetime, InboxFailed] | None = None  # until then, as the mail server has asked
        self._alarm = alarm
        # What an earlier process has seen fail fails until it is seen to work; what it couldn't read is read anew.
        self._since = {t.key: t.since for t in alarm.ongoing if t.key.startswith(RECORDS)}
        self._failing = {t.key: (t.since, t.what) for t in alarm.ongoing if not t.key.startswith((RECORDS, *AFRESH))}
        self._tried: set[str] = set()
        self._courier.doubtful = "delivery" in self._failing
        last, hours = last_beat(self._archive.folder), config.service.clock_hours
        self._clocks = Clocks(last.at if last else None, hours, self._failing.get(CLOCK, (None, ""))[1])
        self._tidy, self._stopping = True, False
        self._in_sight = True  # whether all mail that had come was seen when the mailbox was last looked at
        self.done = Done()
        self._begin()

    def _begin(self) -> None:
        for unit in dict.fromkeys((DESK, *self._ledger.units(), *self._ledger.missing())):
            self._trying(f"{RECORDS}{unit}", partial(self._take_up, unit))
        self._ledger.lost |= {what.removeprefix(RECORDS) for what in self._failing if what.startswith(RECORDS)}
        self._trying("import", self._mend_by_import)
        self._sweep()

    def _take_up(self, unit: str) -> None:
        case = self._ledger.load(unit)
        self._ledger.note(case)
        self._carrier.forward_again(case)

    def _sweep(self) -> None:
        cases = [self._ledger.load(unit) for unit in self._directory.waiting]
        letters = [letter for case in cases for letter in case.letters.values()]
        self._archive.sweep({x.spooled for x in letters if x.state is LetterState.WAITING})
        sweep_orders(self._config.data, self._clock())

    def stop(self) -> None:
        """Begin no further letter: the round at hand ends soon. Good to be called from a signal's handler."""
        self._stopping = self._courier.stopping = True

    def attempt(self, what: str, part: Callable[[], None]) -> None:
        """Do something beside the rounds; that it fails is a trouble until it doesn't."""
        self._trying(what, part)

    def close(self) -> None:
        """Leave the mailbox and let go of the data folder."""
        self.inbox.close()
        self._ledger.close()

    # --- a round ---

    def round(self) -> Done:
        """Take in all that lies in the mailbox, see what is due, deliver. Trouble in one doesn't stop the others."""
        self._tried = set()
        self._clocks.round_begins(self._clock())
        self.done = Done(faults=[said for what, (_, said) in self._failing.items() if what.startswith(RECORDS)])
        self._trying("import", self.take_over_people)
        self._trying("orders", self.take_orders)
        self._trying("mailbox", self.take_in)
        self._trying(CLOCK, self._mind_the_clock)
        self._trying("quarantine", partial(self._clerk.deal_with_released, self._trying))
        self._trying("disk", self.tick)
        self._trying("delivery", self.deliver)
        self._trying("mentor notes", self.write_notes)
        self._raise_alarm()
        return self.done

    def _raise_alarm(self) -> None:
        """Keep since when what fails, and let it be told. What wasn't even tried any more, though all could be, is no
        trouble now."""
        if self._stopping:
            return
        if self._in_sight:
            kept = (RECORDS, SIGNIN, *AFRESH)
            gone = [w for w in self._failing if w not in self._tried and not w.startswith(kept)]
            for what in gone:
                del self._failing[what]
        self._alarm.note(self._failing, self._clock())
        self.done.faults += self._alarm.faults
        beat(self._archive.folder, self._clock(), len(self.done.faults))
        self.done.troubles = [{"since": t.since.isoformat(), "what": t.what} for t in self._alarm.ongoing]

    def _trying(self, what: str, part: Callable[[], None]) -> None:
        if self._stopping:
            return
        self._tried.add(what)
        try:
            part()
        except SigninFailed as e:  # both servers are out of reach for one reason, which is told once
            self._tokenless.add(what)
            self._failed(SIGNIN, str(e))
            log.warning("%s", e)
        except QibotError as e:
            self._tidy = self._tidy and not isinstance(e, StoreFailed)
            self._signed_in(what)
            self._failed(what, str(e))
            log.warning("%s", e)
        except Exception as e:  # a fault of our own in one part must not stop the others
            self._failed(what, f"Something unexpected went wrong ({type(e).__name__}): the log has the details.")
            log.error("unexpected failure with %s: %s", what, where(e))
        else:
            if what == "mailbox" and what in self._failing:
                self._courier.try_again()  # whatever it was, it may have been both servers'
            if what != "delivery" or not self._courier.failing:  # a pause between two tries isn't the end of it
                self._signed_in(what)
                self._failing.pop(what, None)

    def _signed_in(self, what: str) -> None:
        """This part has got what it needs to sign in: if it lacked that before, the others will get it, too."""
        if what in self._tokenless:
            self._tokenless.clear()
            self._failing.pop(SIGNIN, None)
            self._courier.try_again()

    def _failed(self, what: str, said: str) -> None:
        began = self._since.pop(what, None) or self._clock()
        since = self._failing.get(what, (began, ""))[0]
        self._failing[what] = (since, said)
        self.done.faults.append(said)

    def take_over_people(self) -> None:
        """Carry out an import that another process has laid down (`imports`). Raises StoreFailed."""
        carried_out = carry_out_import(
            self._config.data, self._ledger.store, self._config.cohorts, self._carrier.take_over
        )
        for case in carried_out:
            self._ledger.note(case)
            self._carrier.forward_again(case)
        if carried_out:
            self._mend_by_import()

    def take_orders(self) -> None:
        """Carry out what people have ordered from the terminal. Raises StoreFailed."""
        self._clerk.take_orders(self._directory)
        self.done.faults += self._clerk.faults

    def _mend_by_import(self) -> None:
        """Stopped addresses that nobody has any more are let go of."""
        if any(what.startswith(RECORDS) for what in self._failing):
            return  # not everybody is known
        programme = self._config.programme
        named = {programme.manager, *programme.team, *programme.cohort_leads}
        desk = self._ledger.load(DESK)
        if changes := nobodys(desk, lambda a: a in named or bool(self._directory.parts(a))):
            self._ledger.commit(DESK, [*changes])

    def take_in(self) -> None:
        """Deal with every message in the inbox folder. Raises InboxFailed, StoreFailed; what is done stays done."""
        self._in_sight = False
        failure: StoreFailed | None = None
        self._connect()
        self._compare_clocks()
        for batch in self.inbox.batches():
            folders: dict[str, list[int]] = {}
            for incoming in batch:
                if self._stopping:
                    break
                try:
                    folders.setdefault(self.handle(incoming), []).append(incoming.uid)
                except StoreFailed as e:  # this one stays where it is; another one may be luckier
                    failure = failure or e
            for folder, uids in folders.items():
                self.inbox.file_away(uids, folder)
                self._step("filed away")
            if self._stopping:  # what is left lies in the inbox, and isn't in sight
                return
        if failure:
            raise failure
        self._in_sight = True

    def _connect(self) -> None:
        now = self._clock()
        if self._left_alone and now < self._left_alone[0] <= now + timedelta(days=1):
            raise type(self._left_alone[1])(str(self._left_alone[1]))
        self._left_alone = None
        try:
            self.inbox.connect()
        except InboxFailed as e:
            if e.pause_seconds:
                self._left_alone = now + timedelta(seconds=e.pause_seconds), e
            raise

    def _compare_clocks(self) -> None:
        if self._clocks.doubtful(self._clock()):
            said = self.inbox.server_time()
            self._clocks.compare(self._clock(), said)

    def _mind_the_clock(self) -> None:
        """Raises ClockWrong as long as nobody can tell how late it is."""
        if self._clocks.wrong:
            raise ClockWrong(self._clocks.wrong)

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
            return self._config.imap.quarantine if event.quarantined else self._config.imap.done
        event = self._carrier.carry_out(event)
        seen = self._ledger.load(unit_of(event)).all(Seen)[event.arrival.mail.identity]
        self._carrier.release(seen)
        if isinstance(event, QuarantineDecided) and not event.as_whom:
            self._clerk.discarded += event.keys
        self.done.taken_in.append(
            {"taken_for": seen.taken_for, "about": unit_of(event), "arrived": seen.arrived.isoformat()}
        )
        log.info("took in a message for %s: %s", unit_of(event), seen.taken_for)
        return self._config.imap.quarantine if seen.quarantined else self._config.imap.done

    def _catch_up(self) -> None:
        """After a failure of the disk: see what is true now, and let go of letters that nobody promised."""
        self._ledger.catch_up()
        if not self._tidy:
            self._sweep()
            self._tidy = True

    # --- what is due ---

    def tick(self) -> None:
        """See what the calendar, held letters and the desk call for. Raises StoreFailed. Good at any time."""
        self._catch_up()
        now = self._clock()
        if not self._clocks.wrong:
            self._call(now)
        desk = self._ledger.load(DESK)
        refused, troubles, held = list(self._refused()), self._troubles(now), self._courier.held
        decision = gather(desk, refused, troubles, self._config, now, held, self._directory, self._ends(),
                          how_late=not self._clocks.wrong)  # fmt: skip
        letters = self._post.write(desk, decision.notices, now)
        if decision.changes or letters:
            self._ledger.commit(DESK, [*decision.changes, *(Put(x) for x in letters)])

    def _call(self, now: datetime) -> None:
        self._caller.tell_of_absences(now)  # first: who is away isn't reminded
        if self._in_sight:  # who is silent may only not be heard
            self._caller.call(now)
        for unit in sorted(self._directory.held):
            self._trying(f"letters of {unit}", partial(self._caller.try_held, unit, now))

    def _refused(self) -> Iterator[tuple[str, Letter]]:
        for unit, keys in self._directory.refused.items():
            letters = self._ledger.load(unit).letters
            yield from ((unit, letters[key]) for key in keys if key in letters)

    def _troubles(self, now: datetime) -> dict[str, str]:
        """The bot's own present troubles, in words, by key."""
        patience = timedelta(minutes=self._config.programme.trouble_minutes)
        found = {
            f"bot/{key}": what
            for key, (since, what) in self._failing.items()
            if now - since >= patience or key.startswith((RECORDS, CLOCK))  # that is no passing trouble
        }
        for unit in sorted(self._directory.held):
            for letter in self._ledger.load(unit).letters.values():
                if letter.state is LetterState.HELD:
                    found[f"template/{letter.name}"] = letter.fault
        if self._courier.over:
            found["bot/quota"] = (
                f"{self._config.pace.recipients_a_day} people have been written to within a day, as many as the mail"
                " provider allows (smtp.recipients_a_day). The letters that wait go out as soon as it allows more."
            )
        return found

    def write_notes(self) -> None:
        """Write and send mentor notes on reports whose forwards have left. Raises OutboxFailed, StoreFailed."""
        wrote = self._notes.write(self._clock())
        self.done.more = self._notes.more
        if wrote:
            self.deliver()

    def deliver(self) -> None:
        """Send what waits. Raises OutboxFailed, StoreFailed."""
        self._courier.patient = bool(self._clocks.wrong)
        try:
            self._courier.deliver(in_sight=self._in_sight and not self._clocks.wrong)
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
