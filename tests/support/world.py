"""A bot with a clock that can be set, and an inbox and an outbox in memory."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy, deepcopy
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any, Self

from qibot.bot import Bot
from qibot.calendar.almanac import Almanac
from qibot.calendar.plan import Planned, plan
from qibot.cli.building import put_together
from qibot.config.config import Config
from qibot.letters.templates import Templates
from qibot.model.case import Case, Put
from qibot.model.desk import DESK
from qibot.model.letters import Letter, LetterState
from qibot.model.people import Enrolment
from qibot.store.archive import Archive
from qibot.store.memory import MemoryStore
from tests.support.build import CONFIG, ENROLMENT, LONDON, THREADS, at
from tests.support.fakes import FakeInbox, FakeOutbox

SATURDAY, MORNING, EVENING = 5, 6, 22
TEMPLATES = Templates(CONFIG.template_folders(), LONDON)


class World:
    """Some enrolments and the bot that serves them."""

    def __init__(self, folder: Path, *enrolments: Enrolment, config: Config = CONFIG) -> None:
        self.now = at("2026-10-01T08:00")
        self.store, self.inbox, self.outbox = MemoryStore(), FakeInbox(), FakeOutbox()
        self.config, self.almanac = config, Almanac(config)
        self.units = [e.unit for e in enrolments or (ENROLMENT,)]
        for enrolment in enrolments or (ENROLMENT,):
            self.store.commit(enrolment.unit, [Put(enrolment)])
        self.folder, self.every = folder, timedelta(hours=1)  # between two rounds of a working day
        self.step: Callable[[str], None] = lambda _name: None
        self.bot = self.started()

    def started(self) -> Bot:
        """A bot that begins with what the store has."""
        return put_together(
            self.config,
            self.store,
            Archive(self.folder),
            self.inbox,
            self.outbox,
            TEMPLATES,
            THREADS,
            clock=lambda: self.now,
            step=self._step,
        )

    def copied(self, folder: Path) -> Self:
        """The same world in another folder, where it goes on by itself; its bot begins with what the store has."""
        made = copy(self)
        made.folder = copytree(self.folder, folder, dirs_exist_ok=True)
        made.store, made.inbox, made.outbox = deepcopy((self.store, self.inbox, self.outbox))
        made.bot = made.started()
        return made

    def _step(self, name: str) -> None:
        self.step(name)

    @property
    def case(self) -> Case:
        """The first enrolment's."""
        return self.store.load(self.units[0])

    def cases(self) -> list[Case]:
        """Every enrolment's, and the desk."""
        return [self.store.load(unit) for unit in (*self.units, DESK)]

    def today(self) -> date:
        """The local day."""
        return self.almanac.day(self.now)

    def goes_to(self, moment: str) -> list[str]:
        """Round by round until that moment, each hour of a working day (`every`), else each four; what was delivered
        meanwhile, as “day name”."""
        return [f"{day} {x['notice']}" for day, x in self._rounds(moment)]

    def writes_until(self, moment: str) -> list[str]:
        """The same with the readers, as “day name to address, address”."""
        return [f"{day} {x['notice']} to {', '.join(x['to'])}" for day, x in self._rounds(moment)]

    def planned(self, moment: str) -> list[Planned]:
        """What the plan says until then."""
        return plan(self.cases(), self.almanac, self.now, at(moment))

    def letters(self) -> list[tuple[str, Letter]]:
        """All that were delivered, with their units."""
        found = [(case.unit, x) for case in self.cases() for x in case.letters.values()]
        return [(unit, x) for unit, x in found if x.state is LetterState.SENT]

    def _rounds(self, moment: str) -> list[tuple[date, dict[str, Any]]]:
        sent: list[tuple[date, dict[str, Any]]] = []
        end: datetime = at(moment)
        while self.now < end:
            self.now = min(end, self._next_round())
            sent += [(self.today(), x) for x in self.bot.round().letters]
        return sent

    def _next_round(self) -> datetime:
        local = self.now.astimezone(LONDON)
        if local.weekday() < SATURDAY and MORNING <= local.hour < EVENING:
            return self.now + self.every
        morning = local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
        return min(self.now + timedelta(hours=4), morning if morning > local else morning + timedelta(days=1))
