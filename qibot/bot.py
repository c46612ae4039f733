"""The order in which things happen: one e-mail's way, the ticks, the daemon. The only reader of the clock.

fetch -> archive -> understand -> decide -> render -> commit -> file away -> deliver -> settle. Everything before the
commit can be repeated without a trace; everything after it is repeated until it is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

from qibot.alerts import CLOCK, DELIVERY, MAILBOX, RECORDS, Alarm, Failing
from qibot.calendar import Almanac
from qibot.config import Config
from qibot.desk import gather, nobodys
from qibot.errors import ClockWrong
from qibot.hands import Caller, Carrier, Clerk, Done, Porter, shown
from qibot.letters import Circle, Courier, Post, SentCopies
from qibot.mailbox import Inbox, Scanner, Sender
from qibot.model import DESK, Ending, Letter, LetterState, Put
from qibot.notes import NoteTaker
from qibot.people import Directory
from qibot.service import Clocks, beat, last_beat
from qibot.store import Ledger, carry_out_import, sweep_orders
from qibot.understanding import Intake, unscanned


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


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
        self._archive, self._clock = ledger.archive, ledger.now
        self._almanac = Almanac(config)
        self._directory = Directory(post.threads.ref, self._almanac.day)
        ledger.keep(self._directory.note)
        post.circle = Circle(config, self._directory, ledger.load)
        guard = config.security
        scan = Scanner(guard.clamd, guard.clamd_seconds) if guard.clamd else unscanned
        intake = Intake(config, self._directory, post.threads, ledger.load, self._archive.read, ledger.lost, scan)
        self._carrier = Carrier(config, ledger, post)
        copies = SentCopies(inbox, wanted=config.keeps_sent_copies)
        self._courier = Courier(self._almanac, ledger, outbox, post, self._directory, copies, post.chance)
        self._ends = ends
        self._caller = Caller(self._almanac, ledger, post, self._directory, self._trying)
        self._notes = NoteTaker(self._almanac, ledger, post, self._directory, self._trying)
        self._clerk = Clerk(config.data, ledger, inbox, intake, self._carrier)
        self._alarm = alarm
        self._failing = Failing(
            alarm, self._clock, lambda said: self.done.faults.append(said), self._courier.try_again,
            lambda: self._courier.failing,
        )  # fmt: skip
        self._courier.doubtful = DELIVERY in self._failing
        last, hours = last_beat(self._archive.folder), config.service.clock_hours
        self._clocks = Clocks(last.at if last else None, hours, self._failing.said_of(CLOCK))
        self.porter = Porter(
            config.imap, ledger, inbox, intake, self._carrier, self._clerk, self._clocks,
            lambda what: self.done.taken_in.append(what),
        )  # fmt: skip
        self._stopping = False
        self.done = Done()
        self._begin()

    def _begin(self) -> None:
        for unit in dict.fromkeys((DESK, *self._ledger.units(), *self._ledger.missing())):
            self._trying(f"{RECORDS}{unit}", partial(self._take_up, unit))
        self._ledger.lost.update(self._failing.records)
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
        self._stopping = self._courier.stopping = self.porter.stopping = True

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
        self._failing.round_begins()
        self._clocks.round_begins(self._clock())
        self.done = Done(faults=[*self._failing.records.values()])
        self._trying("import", self.take_over_people)
        self._trying("orders", self.take_orders)
        self._trying(MAILBOX, self.porter.take_in)
        self._trying(CLOCK, self._mind_the_clock)
        self._trying("quarantine", partial(self._clerk.deal_with_released, self._trying))
        self._trying("disk", self.tick)
        self._trying(DELIVERY, self.deliver)
        self._trying("mentor notes", self.write_notes)
        self._raise_alarm()
        return self.done

    def _raise_alarm(self) -> None:
        """Let be told what fails, and say that a round is done."""
        if self._stopping:
            return
        self._failing.note(all_tried=self.porter.in_sight)
        self.done.faults += self._alarm.faults
        beat(self._archive.folder, self._clock(), len(self.done.faults))
        self.done.troubles = [{"since": t.since.isoformat(), "what": t.what} for t in self._alarm.ongoing]

    def _trying(self, what: str, part: Callable[[], None]) -> None:
        if not self._stopping:
            self._failing.trying(what, part)

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
        if self._failing.records:
            return  # not everybody is known
        programme = self._config.programme
        named = {programme.manager, *programme.team, *programme.cohort_leads}
        desk = self._ledger.load(DESK)
        if changes := nobodys(desk, lambda a: a in named or bool(self._directory.parts(a))):
            self._ledger.commit(DESK, [*changes])

    def _mind_the_clock(self) -> None:
        """Raises ClockWrong as long as nobody can tell how late it is."""
        if self._clocks.wrong:
            raise ClockWrong(self._clocks.wrong)

    def _catch_up(self) -> None:
        """After a failure of the disk: see what is true now, and let go of letters that nobody promised."""
        self._ledger.catch_up()
        if not self._failing.tidy:
            self._sweep()
            self._failing.tidy = True

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
        if self.porter.in_sight:  # who is silent may only not be heard
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
        found = {f"bot/{what}": said for what, said in self._failing.lasting(now, patience).items()}
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
            self._courier.deliver(in_sight=self.porter.in_sight and not self._clocks.wrong)
        finally:
            self.done.letters += [shown(letter) for letter in self._courier.settled]
            self.done.faults += self._courier.faults
