"""A scene in this process, with servers in memory and a disk that can refuse."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from qibot.bot import Bot
from qibot.cli import building
from qibot.letters.templates import Templates
from tests.support.crash_disk import Disk, Servers
from tests.support.crash_scene import ANSWERED, REPORTED, Scene, mark


@cache
def templates(zone: ZoneInfo) -> Templates:
    """The real ones, compiled once for all rehearsals."""
    return Templates([Path(__file__).parents[2] / "templates"], zone)


class Rehearsal:
    """A scene with servers in memory, a clock that is put on a minute each round, and a disk that can refuse."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path, data: Path | None = None) -> None:
        self.scene = Scene.lay_out(folder, "x", data=data)
        building.build_threads(self.scene.settings)
        self.disk = Disk(monkeypatch, self.scene.data)
        self.servers = Servers(monkeypatch, self.disk if data is None else None)
        self.servers.arrive(*self.scene.reports())
        self._doubtful: set[tuple[str, str]] = set()
        self._now = datetime.now(UTC)
        monkeypatch.setattr(building, "build_templates", lambda settings: templates(settings.programme.zone))
        self.bot = self._started()

    def _started(self) -> Bot:
        return building.build_bot(self.scene.settings, clock=lambda: self._now)

    def start_again(self) -> None:
        """Another process takes over; it can't know of a letter that was delivered but not recorded."""
        waiting = [x for case in self.scene.cases().values() for x in case.letters.values() if x.state == "waiting"]
        delivered = [raw for raws in self.servers.delivered.values() for raw in raws]
        self._doubtful = {mark(raw) for raw in delivered for x in waiting if x.message_id.encode() in raw}
        assert len(self._doubtful) <= 1
        self.disk.cut = None
        self.bot.close()
        self.bot = self._started()

    def rounds(self, count: int) -> list[list[str]]:
        """So many rounds a minute apart; the faults of each. Whatever happens, all files are readable."""
        faults = []
        for _ in range(count):
            self._now += timedelta(minutes=1)
            faults.append(self.bot.round().faults)
            self.scene.cases()
            assert all(n == 1 + (key[1:] in self._doubtful) for key, n in self.copies().items())
        return faults

    def copies(self) -> Counter[tuple[str, ...]]:
        """How often each letter came to each mailbox."""
        return Counter((who, *mark(raw)) for who, raws in self.servers.delivered.items() for raw in raws)

    def check(self, answered: bool = False) -> None:
        """Everything is done, exactly once."""
        self.scene.check_data(answered)
        letters = {who: self.servers.delivered[self.scene.address(who)] for who in ("jo", "sam", "ann", "meg", "team")}
        expected = ANSWERED if answered else REPORTED
        self.scene.check_letters(letters, {key: 1 + (key[1:] in self._doubtful) for key in expected})
        filed = {name.rpartition("/")[2]: len(raws) for name, raws in self.servers.folders.items()}
        assert filed == {"done": 3 if answered else 2, "quarantine": 1}
        assert self.servers.waiting == 0
        assert self.rounds(1) == [[]]

    def answer(self) -> None:
        """Let the mentor's answer arrive."""
        self.servers.arrive(self.scene.answer(self.servers.delivered[self.scene.address("ann")]))
