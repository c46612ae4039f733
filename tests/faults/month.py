"""A simulated month of a cohort on real mail servers behind proxies, with whatever befalls the bot.

The same seed gives the same people's deeds with and without troubles, so that a month with them can be held against one
without: `verdict`.
"""

from __future__ import annotations

import heapq
import logging
import random
import time
import uuid
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from qibot import config
from qibot.bot import Bot
from qibot.cli.building import build_inbox, build_outbox, build_sign_in, build_threads, put_together
from qibot.letters.templates import Templates
from qibot.model.case import Case
from qibot.model.desk import DESK
from qibot.model.letters import Letter, LetterState
from qibot.store import imports
from qibot.store.archive import Archive
from qibot.store.tinydb import TinyStore
from tests.faults.cohort import BEGIN, COHORT, END, FIRST_MONTH, Act, Cohort
from tests.faults.disks import refusing
from tests.faults.mailboxes import Mailboxes
from tests.faults.proxy import Proxy
from tests.faults.troubles import Trouble
from tests.support.mailservers import MailServers
from tests.support.programme import toml

MINUTE, BEAT = timedelta(minutes=1), timedelta(minutes=30)
AGAIN = timedelta(minutes=20)  # who waits for a letter looks again
NEVER = timedelta(hours=12)  # more than the longest pause between two tries
SLACK = timedelta(minutes=5)
ROUNDS_IN_TROUBLE = 8
LINE_PATIENCE = 1  # seconds of the bot's own timeouts


class Killed(BaseException):
    """The process is no more."""


@dataclass
class Recovery:
    """From a trouble's beginning until everything that waited because of it was done."""

    what: list[str]
    began: datetime
    ended: datetime
    done: datetime = END
    rounds: int = 0
    seconds: float = 0.0  # that it really took

    @property
    def took(self) -> timedelta:
        """From the end of the last trouble until all was done."""
        return self.done - self.ended

    @property
    def bound(self) -> timedelta:
        """Each pause between two tries is three times the last, so the last is at most twice what went before."""
        return 2 * self.lasted + SLACK

    @property
    def lasted(self) -> timedelta:
        """How long there was trouble."""
        return self.ended - self.began


@dataclass
class Told:
    """What the rounds of a month said."""

    rounds: int = 0
    killed: int = 0
    faults: set[str] = field(default_factory=set)
    recoveries: list[Recovery] = field(default_factory=list)


class Month:
    """One month; `run` plays it."""

    def __init__(self, servers: MailServers, folder: Path, size: int, seed: int, end: datetime = END) -> None:
        self.end = end
        self.cohort = Cohort(size, f"m{uuid.uuid4().hex[:8]}")
        self.acts = self.cohort.month(random.Random(seed))
        self._servers, self._folder = servers, folder
        self.data = folder / "data"
        self.imap, self.smtp = Proxy(servers.imap_port), Proxy(servers.smtp_port)
        self.settings = self._configured()
        self._templates = Templates(self.settings.template_folders(), self.settings.programme.zone)
        self.boxes = Mailboxes(servers, self.cohort.mailboxes())
        self.now, self.offset, self.fatal = BEGIN, timedelta(), 0
        self.damaged = False
        self.disk: tuple[int, float, random.Random] | None = None  # see `refusing`
        self._bot: Bot | None = None
        self._recovery: Recovery | None = None
        self._open = 0  # troubles that haven't ended
        self.told = Told()
        self.done: dict[Act, datetime] = {}
        imports.lay_down(self.data, self.cohort.enrolments())

    def _configured(self) -> config.Config:
        self._folder.mkdir(parents=True)
        (self._folder / "password").write_text(self._servers.password)
        line = {"security": "plain", "timeout_seconds": LINE_PATIENCE}
        path = self._folder / "config.toml"
        path.write_text(
            toml(
                {
                    "mailbox": {
                        "address": self.cohort.bot, "imap_host": self._servers.host, "smtp_host": self._servers.host,
                        "password_file": "password",
                    },
                    "programme": {"team": [self.cohort.team], "manager": self.cohort.boss},
                    f'cohorts."{COHORT}"': {"first_month": FIRST_MONTH, "reports": 3},
                    "service": {"clock_hours": 0},  # the servers' clock is the real one
                    "imap": {**line, "port": self.imap.port},
                    "smtp": {**line, "port": self.smtp.port, "login": False},
                }
            )
        )  # fmt: skip
        return config.load_config(path)

    def close(self) -> None:
        """Let go of everything."""
        self.stop()
        self.imap.close()
        self.smtp.close()

    # --- the bot ---

    def _clock(self) -> datetime:
        return self.now + self.offset

    def _step(self, _name: str) -> None:
        if self.fatal:
            self.fatal -= 1
            if not self.fatal:
                raise Killed

    def _start(self) -> Bot:
        settings = self.settings
        sign_in = build_sign_in(settings)
        mailbox = build_inbox(settings, sign_in), build_outbox(settings, sign_in)
        parts = *mailbox, self._templates, build_threads(settings)
        store = TinyStore(self.data)
        try:
            return put_together(settings, store, Archive(self.data), *parts, clock=self._clock, step=self._step)
        except BaseException:
            store.close()
            raise

    def stop(self) -> None:
        """The process ends; it is started again with the next round."""
        if self._bot is not None:
            self._bot.close()
            self._bot = None

    def round(self) -> list[str]:
        """One round; what it had to say against the world."""
        self.told.rounds += 1
        with refusing(self.data, *self.disk) if self.disk else nullcontext():
            faults = self._round()
        self.told.faults.update(faults)
        return faults

    def _round(self) -> list[str]:
        try:
            self._bot = self._bot or self._start()
            return self._bot.round().faults
        except Killed:
            self.told.killed += 1
            self.stop()
            return ["killed"]
        except Exception as e:
            if not self._open:
                raise
            self.stop()  # it couldn't even be started
            return [str(e)]

    # --- the month ---

    def run(self, befalls: Iterable[Trouble] = ()) -> None:
        """Play it from the first to the last day."""
        agenda: list[tuple[datetime, int, Callable[[], None]]] = []
        numbers = iter(range(10**9))

        def plan(moment: datetime, what: Callable[[], None]) -> None:
            heapq.heappush(agenda, (moment, next(numbers), what))

        def act(one: Act) -> None:
            if not self._does(one):
                plan(self.now + AGAIN, partial(act, one))

        def strike(trouble: Trouble) -> None:
            said, end = trouble.begin(self)
            self._begun(said)
            plan(self.now + trouble.lasts, partial(self._over, end))

        for one in self.acts:
            plan(one.moment, partial(act, one))
        for trouble in befalls:
            plan(trouble.moment, partial(strike, trouble))
        self._step_on(self.round())
        while self.now < self.end:
            self.now = min([self.end, self.now + self._pace(), *(moment for moment, _, _ in agenda[:1])])
            while agenda and agenda[0][0] <= self.now:
                heapq.heappop(agenda)[2]()
            self._step_on(self.round())
        self.boxes.settle()

    def _pace(self) -> timedelta:
        if self._recovery is None:  # on the same minutes in every month
            return BEAT - (self.now - BEGIN) % BEAT
        if not self._open:
            return MINUTE
        return max(MINUTE, (self.now - self._recovery.began) / ROUNDS_IN_TROUBLE)

    def _does(self, act: Act) -> bool:
        """Whether it could be done: who answers a letter must have it."""
        letter = b""
        if act.answers:
            self.boxes.settle()
            found = [got.raw for got in self.boxes.of(act.who.address) if self._is_answered(got.notice, got.ref, act)]
            if not found:
                return False
            letter = found[0]
        self._servers.append(self.cohort.bot, self.cohort.mail(act, self.now, letter), self.now)
        self.done[act] = self.now
        return True

    @staticmethod
    def _is_answered(notice: str, ref: str, act: Act) -> bool:
        return notice == act.answers and ref == f"{act.about}/1"

    def _begun(self, said: str) -> None:
        self._open += 1
        logging.getLogger("faults").info("%s: %s", self.now, said)
        if self._recovery is None:
            self._recovery = Recovery([], self.now, self.now)
            self._since = time.monotonic()
        self._recovery.what.append(said)

    def _over(self, end: Callable[[], None]) -> None:
        end()
        self._open -= 1
        assert self._recovery is not None
        self._recovery.ended = self.now

    def _step_on(self, faults: list[str]) -> None:
        recovery = self._recovery
        if recovery is None or self._open:
            return
        recovery.rounds += 1
        if self.now - recovery.ended > NEVER:
            raise AssertionError(f"There is no recovery from {recovery.what}: {faults or self._waiting()}")
        if not faults and self._at_rest():
            recovery.done, recovery.seconds = self.now, time.monotonic() - self._since
            self.told.recoveries.append(recovery)
            self._recovery = None

    def _at_rest(self) -> bool:
        """Whether nothing waits that could be done now."""
        return not self._waiting()

    def _waiting(self) -> list[str]:
        letters = [x for case in self.cases() for x in case.letters.values() if x.state is LetterState.WAITING]
        mail = [path.name for path in self.boxes.files(self.cohort.bot)]
        return mail + [f"{x.key}: {x.tries} tries, next {x.next_try}" for x in letters if _overdue(x)]

    def cases(self) -> list[Case]:
        """All records, read by a fresh eye."""
        store = TinyStore(self.data, read_only=True)
        return [store.load(unit) for unit in dict.fromkeys((DESK, *store.units()))]


def _overdue(letter: Letter) -> bool:
    return letter.tries > 0 or not letter.timed
