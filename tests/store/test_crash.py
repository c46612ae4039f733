"""Killed at every point, on a full disk, with a failing fsync: nothing lost, nothing unreadable, nothing sent twice.

The bot is the real one on a real Dovecot and Postfix; `crash_child` says what a point is, `crash_scene` what is played
and what must hold afterwards.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from qibot.bot import Bot
from qibot.cli import building, main
from qibot.errors import StoreLocked
from qibot.letters.templates import Templates
from qibot.model.case import Case
from qibot.store import imports
from qibot.store.tinydb import TinyStore, holder
from tests.support.crash_disk import Disk, PowerCut, Servers, Tmpfs, small_files
from tests.support.crash_scene import ANSWERED, REPORTED, Scene, everybody, mark
from tests.support.mailservers import PATIENCE, MailServers

PARTS = 4
QUEUES = ("maildrop", "incoming", "active", "deferred")
STEPS = {"archived", "decided", "spooled", "committed", "filed away", "sending", "accepted", "settled"}


class Runner:
    """The child process in which jobs run, each in a fork of its own."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.support.crash_child"]
        root = Path(__file__).parents[2]
        self._child = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, job: str, watched: Path, *arguments: Any, fatal: int | None = None) -> dict[str, Any]:
        """Do a job, killed before its point `fatal`; what was reached (the fatal point last) and what it returned."""
        assert self._child.stdin and self._child.stdout
        line = {"job": job, "watched": str(watched), "arguments": arguments, "fatal": fatal}
        print(json.dumps(line), file=self._child.stdin, flush=True)
        told: dict[str, Any] = json.loads(self._child.stdout.readline())
        assert told["killed"] or told["status"] == 0, told
        return told

    def close(self) -> None:
        """End it."""
        self._child.communicate()


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    """One for all tests of this process."""
    running = Runner()
    yield running
    running.close()


Doubts = Counter[tuple[str, str]]  # by X-QI-Letter and X-QI-Ref: how often the process died before the record


class Play:
    """A scene on the real servers."""

    def __init__(self, servers: MailServers, runner: Runner, folder: Path, data: Path | None = None) -> None:
        self._servers, self._runner = servers, runner
        self.scene = Scene.lay_out(folder, uuid.uuid4().hex[:12], servers.imap_port, servers.smtp_port, data)

    def arrive(self, *raws: bytes) -> None:
        """Let messages lie in the bot's inbox."""
        with self._servers.client(self.scene.address("bot")) as client:
            for raw in raws:
                client.append("INBOX", raw)

    def rounds(self, count: int = 1, fatal: int | None = None) -> dict[str, Any]:
        """Run the bot in a fresh process."""
        file = str(self.scene.folder / "config.toml")
        return self._runner.run("rounds", self.scene.data, file, count, fatal=fatal)

    def killed_and_started_again(self, fatal: int, answered: bool, doubtful: Doubts) -> None:
        """Kill a round, start anew, and see that all holds; adds the letter that is in doubt now."""
        told = self.rounds(fatal=fatal)
        doubtful.update(in_doubt(told))
        try:
            self.finish(answered, doubtful)
        except AssertionError as e:
            raise AssertionError(f"killed between {told['points'][-2:]}") from e

    def finish(self, answered: bool, doubtful: Doubts) -> None:
        """One round in a new process must do all, and the next nothing."""
        said = self.rounds(2)["said"]
        assert said[0]["faults"] == []
        assert said[1] == {"done": 0, "faults": []}
        self.check(answered, doubtful)

    def letters(self) -> dict[str, list[bytes]]:
        """What lies in everybody's mailbox when Postfix has nothing more to deliver."""
        self._settle()
        return {who: self._maildir(who) for who in ("jo", "sam", "ann", "meg", "team", "boss")}

    def check(self, answered: bool, doubtful: Doubts) -> None:
        """All that must hold after a restart; a letter comes once more each time that it was in doubt."""
        self.scene.check_data(answered)
        expected = {key: 1 + doubtful[key[1:]] for key in (ANSWERED if answered else REPORTED)}
        self.scene.check_letters(self.letters(), expected)
        assert [self._maildir("bot"), self._maildir("stranger")] == [[], []]
        filed = {name: len(self._maildir("bot", f".qibot.{name}")) for name in ("done", "quarantine")}
        assert filed == {"done": 3 if answered else 2, "quarantine": 1}

    def _maildir(self, who: str, folder: str = ".") -> list[bytes]:
        home = self._servers.home / "mail" / self.scene.address(who) / "Maildir" / folder
        return [path.read_bytes() for path in sorted([*home.glob("new/*"), *home.glob("cur/*")])]

    def _settle(self) -> None:
        spool = self._servers.home / "postfix/spool"
        end = time.monotonic() + PATIENCE
        while any(path.is_file() for name in QUEUES for path in (spool / name).rglob("*")):
            assert time.monotonic() < end, self._servers.logs()
            time.sleep(0.005)


Maker = Callable[..., Play]


@pytest.fixture
def play(servers: MailServers, runner: Runner, tmp_path: Path) -> Maker:
    """Makes scenes on the real servers."""
    return lambda name, data=None: Play(servers, runner, tmp_path / name, data)


def apart(points: list[str]) -> list[int]:
    """The points to be killed at: a step has no effect of its own, so before the next is the same as before it."""
    return [n for n in range(len(points)) if n == 0 or not points[n - 1].startswith("step ")]


def in_doubt(told: dict[str, Any]) -> set[tuple[str, str]]:
    """The letter that the server had and the record hadn't when the process was killed, if any."""
    handed: set[tuple[str, str]] = set()
    for point in told["points"][:-1]:
        words = point.split()
        if words[:2] == ["hand", "over"]:
            handed = {(words[2], words[3])}
        elif words[0] == "rename" and words[1].endswith(".json"):
            handed = set()
    return handed


@pytest.mark.parametrize("part", range(PARTS))
def test_killed_at_any_point_the_next_start_finishes_everything_exactly_once(play: Maker, part: int) -> None:
    """A letter between the server's 250 and its record, and no other, comes twice: the same bytes, the same id."""
    whole = play("whole")
    whole.arrive(*whole.scene.reports())
    first = whole.rounds()["points"]
    whole.arrive(whole.scene.answer(whole.letters()["ann"]))
    second = whole.rounds()["points"]
    whole.check(True, Counter())
    assert {point.removeprefix("step ") for point in first if point.startswith("step ")} == STEPS
    for number in apart(first)[part::PARTS]:
        one = play(str(number))
        one.arrive(*one.scene.reports())
        doubtful: Doubts = Counter()
        one.killed_and_started_again(number, False, doubtful)
        if number < len(second):
            one.arrive(one.scene.answer(one.letters()["ann"]))
            one.killed_and_started_again(number, True, doubtful)


@pytest.mark.parametrize("stride", [7, 16, 37])
def test_killed_again_and_again_a_little_later_each_time_it_still_finishes(play: Maker, stride: int) -> None:
    one = play("one")
    one.arrive(*one.scene.reports())
    doubtful: Doubts = Counter()
    told, fatal = {"killed": True}, 0
    while told["killed"]:
        fatal += stride
        told = one.rounds(fatal=fatal)
        if told["killed"]:
            doubtful.update(in_doubt(told))
    assert fatal > 2 * stride
    one.finish(False, doubtful)


# --- the store and the import alone ---


@pytest.mark.parametrize("change", ["grow", "shrink"])
@pytest.mark.parametrize("unit", ["desk", "now/somebody"])
def test_a_commit_that_is_killed_leaves_exactly_the_old_case_or_exactly_the_new(
    runner: Runner, tmp_path: Path, change: str, unit: str
) -> None:
    fill(runner, tmp_path / "whole", unit, "fill")
    old = read(tmp_path / "whole", unit)
    points = fill(runner, tmp_path / "whole", unit, change)
    new = read(tmp_path / "whole", unit)
    assert old != new
    found = []
    for number in range(len(points)):
        folder = tmp_path / str(number)
        fill(runner, folder, unit, "fill")
        reached = fill(runner, folder, unit, change, fatal=number)
        renamed = any(point.startswith("rename") for point in reached[:-1])
        found.append(read(folder, unit))
        assert found[-1] == (new if renamed else old), f"killed before {reached[-1]}"
        fill(runner, folder, unit, change)
        assert read(folder, unit) == new
        assert list(folder.rglob("*.part")) == []
    assert old in found
    assert new in found


def test_a_first_commit_that_is_killed_leaves_nothing_or_all(runner: Runner, tmp_path: Path) -> None:
    points = fill(runner, tmp_path / "whole", "now/somebody", "fill")
    new = read(tmp_path / "whole", "now/somebody")
    for number in range(len(points)):
        reached = fill(runner, tmp_path / str(number), "now/somebody", "fill", fatal=number)
        renamed = any(point.startswith("rename") for point in reached[:-1])
        assert read(tmp_path / str(number), "now/somebody") == (new if renamed else Case("now/somebody"))


def fill(runner: Runner, folder: Path, unit: str, *changes: str, fatal: int | None = None) -> list[str]:
    """Commit the changes, the last one with a kill; the points that it reached."""
    points: list[str] = []
    for change in changes:
        points = runner.run("commit", folder, str(folder), unit, change, fatal=fatal)["points"]
    return points


def read(folder: Path, unit: str) -> Case:
    """What the store says after a start."""
    for path in folder.rglob("*.json"):
        json.loads(path.read_bytes())
    return TinyStore(folder, read_only=True).load(unit)


def test_an_import_that_is_killed_is_carried_out_wholly_or_not_at_all_by_the_next_start(
    runner: Runner, tmp_path: Path
) -> None:
    """Three people get a new mentor and two are added; the next start's first act is what a round begins with."""
    points = imported(runner, tmp_path / "whole")["points"]
    outcomes = set()
    for number in range(len(points)):
        folder = tmp_path / str(number)
        told = imported(runner, folder, fatal=number)
        store = TinyStore(folder)
        imports.carry_out(folder, store)
        known = [store.load(unit).enrolment for unit in store.units()]
        store.close()
        laid_down = any(point == "rename /import.json" for point in told["points"][:-1])
        assert known == (everybody("New", 5) if laid_down else everybody("Old", 3)), f"killed at {told['points'][-1]}"
        assert not imports.waits(folder)
        outcomes.add(laid_down)
    assert outcomes == {False, True}


def imported(runner: Runner, folder: Path, fatal: int | None = None) -> dict[str, Any]:
    """Import three people, and then five, with a kill."""
    store = TinyStore(folder)
    imports.lay_down(folder, everybody("Old", 3))
    imports.carry_out(folder, store)
    store.close()
    return runner.run("take over", folder, str(folder), fatal=fatal)


# --- a disk that refuses ---


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


@pytest.mark.parametrize("call", ["replace", "unlink"])
def test_an_import_that_the_disk_refuses_keeps_no_mail_waiting_and_is_made_up_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: str
) -> None:
    one = Rehearsal(monkeypatch, tmp_path / "one")
    imports.lay_down(one.scene.data, one.scene.people())
    real = getattr(os, call)

    def refusing(path: Any, *more: Any, **named: Any) -> None:
        if Path(path).name.startswith("import."):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(path, *more, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, call, refusing)
        ((fault,),) = one.rounds(1)
        assert "The import is carried out later" in fault
    assert imports.waits(one.scene.data)
    one.check()
    assert not imports.waits(one.scene.data)
    one.bot.close()


def fsyncs_of_a_round(monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[int, int]:
    """How many fsyncs, and how many points, the first round takes."""
    with monkeypatch.context() as patched:
        one = Rehearsal(patched, folder)
        before = one.disk.fsyncs, one.disk.points
        assert one.rounds(1) == [[]]
        counted = one.disk.fsyncs - before[0], one.disk.points - before[1]
        one.check()
        one.bot.close()
    return counted


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "restarted"])
def test_a_failing_fsync_loses_nothing_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lasting: bool, restarted: bool
) -> None:
    """Whichever fsync fails, once or from then on: the servers hear only of what is durable, and when the disk works
    again the next rounds finish everything."""
    count, _ = fsyncs_of_a_round(monkeypatch, tmp_path / "whole")
    assert count > 40
    for number in range(1, count + 1):
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(number))
            fatal = one.disk.fsyncs + number
            one.disk.fails = range(fatal, sys.maxsize if lasting else fatal + 1).__contains__
            try:
                said = one.rounds(3 if lasting else 1)
                assert all(said) or one.disk.fsyncs < fatal, "no round said that the disk failed"
                one.disk.fails = range(0).__contains__
                if restarted:
                    one.start_again()
                one.rounds(1)
                one.check()
            except AssertionError as e:
                raise AssertionError(f"fsync {number} of {count} failed") from e
            one.bot.close()


def test_a_power_cut_after_a_kill_and_a_restart_takes_nothing_away_that_a_server_was_told_of(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What a killed process left visible but not durable is made durable before the next one relies on it."""
    _, count = fsyncs_of_a_round(monkeypatch, tmp_path / "whole")
    cuts = 0
    for number in range(count):
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(number))
            one.disk.cut = one.disk.points + number
            try:
                one.rounds(1)
            except PowerCut:
                cuts += 1
            else:  # names are hashes: where two files share a folder, a round has some points fewer
                assert one.disk.points <= one.disk.cut, "the power was to be cut, and wasn't"
            one.start_again()
            try:
                one.bot.round()
                one.scene.check_data(answered=False)
            except AssertionError as e:
                raise AssertionError(f"killed before point {number} of {count}") from e
            one.bot.close()
    assert cuts > count * 0.9


@pytest.fixture
def tmpfs(tmp_path: Path) -> Iterator[Callable[[], Tmpfs]]:
    """Makes small file systems."""
    made: list[Tmpfs] = []

    def make() -> Tmpfs:
        made.append(Tmpfs(tmp_path / f"tmpfs {len(made)}"))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize(("what", "most"), [("pages", 60), ("files", 45)])
def test_a_full_disk_loses_nothing_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmpfs: Callable[[], Tmpfs], what: str, most: int
) -> None:
    """Wherever the room ends: what can't be recorded isn't sent, leftovers don't pile up, and room lets all go on."""
    seen = set()
    for left in range(0, most, 1 if what == "pages" else 2):
        disk = tmpfs()
        fill_up = disk.leave_room if what == "pages" else disk.leave_files
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(left), disk.path / "data")
            try:
                for answered in (False, True):
                    fill_up(left)
                    seen.add(bool(while_full(one)))
                    disk.make_room()
                    one.rounds(1)
                    one.check(answered)
                    if not answered:
                        one.answer()
            except AssertionError as e:
                raise AssertionError(f"room for {left} {what}") from e
            one.bot.close()
    assert seen == {False, True}


def while_full(one: Rehearsal) -> list[str]:
    """Some rounds, in the same process and in a new one; the faults."""
    faults = [said for _ in range(4) for said in one.rounds(1)]
    waiting = [x.spooled for case in one.scene.cases().values() for x in case.letters.values() if x.state == "waiting"]
    litter = [path for path in one.scene.data.glob("outbox/*/*") if path.stem not in waiting]
    assert len(litter) <= 1, "each round leaves something behind"
    one.start_again()
    return [*faults, *one.rounds(1)][-1]


def test_a_file_that_may_not_grow_loses_nothing_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    faults = []
    for limit in (0, 1, 400, 700, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7000, 99_999, 1_000_000):
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(limit))
            with small_files(limit):
                faults.append(while_full(one))
            one.rounds(1)
            one.check()
            one.bot.close()
    assert [bool(x) for x in faults] == [True] * 13 + [False]


@pytest.mark.parametrize("pages", [0, 5, 10, 15, 26])
def test_a_full_disk_on_real_servers_keeps_the_mail_in_the_inbox_until_there_is_room(
    play: Maker, tmpfs: Callable[[], Tmpfs], pages: int
) -> None:
    disk = tmpfs()
    one = play("one", disk.path / "data")
    building.build_threads(one.scene.settings)
    one.arrive(*one.scene.reports())
    disk.leave_room(pages)
    for _ in range(2):
        assert all(said["faults"] for said in one.rounds(2)["said"])
        one.scene.cases()
        letters = Counter((who, *mark(raw)) for who, raws in one.letters().items() for raw in raws)
        assert set(letters.values()) <= {1}
    disk.make_room()
    one.finish(False, Counter())


# --- one process at a time ---


def test_a_second_process_is_told_who_has_the_data_folder_and_a_killed_one_has_it_no_more(
    servers: MailServers, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    scene = Scene.lay_out(tmp_path / "one", uuid.uuid4().hex[:12], servers.imap_port, servers.smtp_port)
    command = ["--config", str(scene.folder / "config.toml")]
    first = subprocess.Popen([sys.executable, "-m", "qibot", "run", *command], stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE
        while holder(scene.data) != first.pid:
            assert time.monotonic() < end
            assert first.poll() is None
            time.sleep(0.01)
        assert main(["once", *command]) == 1
        assert str(first.pid) in capfd.readouterr().err
        with pytest.raises(StoreLocked, match=rf"\b{first.pid}\b"):
            TinyStore(scene.data)
    finally:
        first.kill()
        first.wait()
    assert holder(scene.data) is None
    assert main(["once", *command]) == 0
