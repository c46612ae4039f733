"""What systemd, watchers and readers of the log are told (qibot/service), and how the loop heeds their signals."""

from __future__ import annotations

import io
import json
import logging
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from qibot import daemon as module
from qibot.bot import Bot
from qibot.hands import Done
from qibot.model.troubles import Ongoing
from qibot.service.beat import Beat, beat, last_beat, unwell
from qibot.service.logs import about_message, lines_to
from qibot.service.systemd import Notifier
from tests.support.build import JO, at, message
from tests.support.world import World

NOW = at("2026-10-12T09:00")


class Systemd:
    """The other end of NOTIFY_SOCKET."""

    def __init__(self, path: Path, watchdog: float = 0) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))
        self.socket.setblocking(False)
        self.environ = {"NOTIFY_SOCKET": str(path)}
        if watchdog:
            self.environ["WATCHDOG_USEC"] = str(int(watchdog * 1e6))

    def heard(self) -> list[str]:
        """What was said since."""
        found = []
        while True:
            try:
                found.append(self.socket.recv(1000).decode().partition("\n")[0])
            except BlockingIOError:
                return found


@pytest.fixture(autouse=True)
def heard() -> None:
    """What another test's servers have switched off is on again."""
    for name in ("qibot", "qibot.service"):
        logging.getLogger(name).disabled = False
    logging.disable(logging.NOTSET)


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Callable[[float], Systemd]]:
    made: list[Systemd] = []

    def make(watchdog: float) -> Systemd:
        made.append(Systemd(tmp_path / f"s{len(made)}", watchdog))
        return made[-1]

    yield make
    for one in made:
        one.socket.close()


@pytest.fixture
def signals() -> Iterator[None]:
    """Puts this process's own signal handling back afterwards."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    yield
    signal.set_wakeup_fd(-1)
    for number, handler in kept.items():
        signal.signal(number, handler)


class Mailbox:
    """Waits for nothing."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def wait(self, seconds: float, wake: int) -> bool:
        self.waits.append(seconds)
        return True


class FakeBot:
    """Each of its rounds does what it is told; after the last one it is stopped."""

    def __init__(self, *rounds: Callable[[], list[str]]) -> None:
        self.inbox, self.rounds, self.stopped, self.tried = Mailbox(), list(rounds), False, list[str]()
        self.more: list[bool] = []

    def round(self) -> Done:
        one = self.rounds.pop(0)
        if not self.rounds:
            signal.raise_signal(signal.SIGTERM)
        return Done(faults=one(), more=bool(self.more) and self.more.pop(0))

    def attempt(self, what: str, part: Callable[[], None]) -> None:
        self.tried.append(what)
        part()

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        pass


def fine() -> list[str]:
    return []


def down() -> list[str]:
    return ["The mailbox is down."]


def broken() -> list[str]:
    raise RuntimeError("whatever")


def served(bot: FakeBot, reload: Callable[[], None] = lambda: None, **named: object) -> module.Daemon:
    real: Bot = bot  # type: ignore[assignment]
    # A machine that stalls must not end the tests with the daemon.
    patient = {"stop_seconds": 60, "end": lambda _code: pytest.fail("it was ended by force")}
    made = module.Daemon(100, reload, **{**patient, **named})  # type: ignore[arg-type]
    made.run(real)
    return made


# --- systemd ---


@pytest.mark.usefixtures("signals")
def test_systemd_hears_that_it_is_ready_works_and_ends(
    systemd: Callable[[float], Systemd], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qibot.service.ear.Ear.sleep", lambda _self, _seconds: None)
    line = systemd(30)
    clock = count(60.0, 60.0)
    served(FakeBot(fine, down, fine), notifier=Notifier(line.environ, lambda: next(clock)))
    heard = line.heard()
    assert heard[0] == "READY=1"
    assert heard.count("WATCHDOG=1") >= 3, "servers that are down are no reason to begin anew"
    assert "STATUS=The mailbox is down." in heard
    assert "STOPPING=1" in heard


@pytest.mark.usefixtures("signals")
def test_a_loop_that_fails_each_time_by_its_own_fault_feeds_no_watchdog(
    systemd: Callable[[float], Systemd], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qibot.service.ear.Ear.sleep", lambda _self, _seconds: None)
    line = systemd(0.000_001)
    served(FakeBot(broken, broken, broken), notifier=Notifier(line.environ))
    assert "WATCHDOG=1" not in line.heard()


@pytest.mark.usefixtures("signals")
def test_where_there_was_no_time_for_all_the_next_round_comes_at_once() -> None:
    bot = FakeBot(fine, fine, fine, fine)
    bot.more = [True, True, False, False]
    served(bot)
    assert len(bot.inbox.waits) == 1


@pytest.mark.usefixtures("signals")
def test_it_waits_no_longer_than_the_watchdog_lets_it(systemd: Callable[[float], Systemd]) -> None:
    bot = FakeBot(fine, fine, fine)
    served(bot, notifier=Notifier(systemd(40).environ))
    assert bot.inbox.waits
    assert all(seconds <= 10 for seconds in bot.inbox.waits)


def test_the_watchdog_is_fed_a_few_times_in_its_time_not_with_each_step(
    systemd: Callable[[float], Systemd],
) -> None:
    line = systemd(1000)
    notifier = Notifier(line.environ)
    for _ in range(1000):
        notifier.alive()
    assert line.heard() == ["WATCHDOG=1"]


def test_without_systemd_nothing_is_said_and_another_process_watchdog_isnt_ours(
    systemd: Callable[[float], Systemd],
) -> None:
    Notifier({}).ready()
    line = systemd(10)
    assert Notifier({**line.environ, "WATCHDOG_PID": "1"}).watchdog_seconds == 0
    line.socket.close()
    Notifier(line.environ).ready()


# --- signals ---


@pytest.mark.usefixtures("signals")
def test_sighup_has_people_and_templates_read_anew_before_the_next_round() -> None:
    read: list[int] = []

    def hung_up() -> list[str]:
        signal.raise_signal(signal.SIGHUP)
        return []

    bot = FakeBot(hung_up, fine, fine)
    served(bot, lambda: read.append(len(bot.rounds)))
    assert bot.tried == ["reload"]
    assert read == [2], "at once, and once"


@pytest.mark.usefixtures("signals")
def test_a_step_that_doesnt_end_is_ended_in_time() -> None:
    """As with a server that stalls: the signal's handler runs, and the step goes on waiting."""
    ended: list[tuple[int, float]] = []
    over = threading.Event()

    def end(code: int) -> None:
        ended.append((code, time.monotonic() - begun))
        over.set()

    def stalls() -> list[str]:
        signal.raise_signal(signal.SIGTERM)
        over.wait(5)
        return []

    begun = time.monotonic()
    served(FakeBot(stalls, fine), stop_seconds=0.2, end=end)
    ((code, seconds),) = ended
    assert code == 0
    assert 0.15 < seconds < 2


@pytest.mark.usefixtures("signals")
def test_where_the_step_ends_by_itself_nothing_is_forced() -> None:
    ended: list[int] = []
    served(FakeBot(fine), stop_seconds=0.3, end=ended.append)
    time.sleep(0.4)
    assert ended == []


def test_a_bot_that_is_stopped_takes_in_no_further_message_and_loses_none(tmp_path: Path) -> None:
    world = World(tmp_path)
    for number in range(30):
        world.inbox.put(message(JO.address, f"Question {number}", f"How shall I do {number}?"), world.now)

    def step(name: str) -> None:
        if name == "committed" and len(world.bot.done.taken_in) == 3:
            world.bot.stop()

    world.step = step
    done = world.bot.round()
    assert 3 <= len(done.taken_in) <= 5
    assert len(world.inbox.waiting) == 30 - len(done.taken_in)
    assert world.outbox.delivered == [], "no letter is begun"
    world.step = lambda _name: None
    world.bot = world.started()
    world.bot.round()
    assert not world.inbox.waiting


# --- health ---


def test_each_round_beats(tmp_path: Path) -> None:
    world = World(tmp_path)
    assert last_beat(tmp_path) is None
    world.inbox.down = True
    world.bot.round()
    last = last_beat(tmp_path)
    assert last is not None
    assert (last.at, last.faults) == (world.now, 1)


def test_a_beat_that_cant_be_written_or_read_stops_nothing(tmp_path: Path) -> None:
    beat(tmp_path / "nowhere", NOW, 0)
    (tmp_path / "beat.json").write_text("{")
    assert last_beat(tmp_path) is None


@pytest.mark.parametrize(
    ("last", "trouble", "running", "said"),
    [
        (0, None, 1, ""), (0, None, None, ""), (14, None, None, ""),
        (16, None, 7, "the last round ended 16 minutes ago and process 7 runs but hangs"),
        (60 * 30, None, None, "the last round ended 30 hours ago and nothing runs"),
        (None, None, None, "no round has ended here yet: start `qibot run`"),
        (0, 45, 1, "for 45 minutes: The mailbox is down."),
    ],
)  # fmt: skip
def test_health_says_what_is_wrong_in_a_line(
    last: int | None, trouble: int | None, running: int | None, said: str
) -> None:
    ago: Callable[[int], datetime] = lambda minutes: NOW - timedelta(minutes=minutes)  # noqa: E731
    troubles = [Ongoing("mailbox", ago(trouble), "The mailbox\n is down.")] if trouble is not None else []
    beaten = Beat(ago(last), 1, 0) if last is not None else None
    assert unwell(beaten, troubles, running, NOW, timedelta(minutes=15)) == said


# --- the log ---


@pytest.mark.parametrize("style", ["console", "json"])
def test_each_line_about_a_message_bears_its_id_and_no_word_of_it(style: str, tmp_path: Path) -> None:
    world, said = World(tmp_path), io.StringIO()
    logging.getLogger("qibot").setLevel(logging.INFO)
    words = "My headteacher likes figures. Which of the two measures do you prefer?"
    with lines_to(said, style):  # type: ignore[arg-type]
        world.inbox.put(message(JO.address, "Secretly a question", words), world.now)
        world.bot.round()
    (archived,) = (p.stem for p in (tmp_path / "mail").glob("*/*.eml"))
    lines = [line for line in said.getvalue().splitlines() if "took in" in line]
    assert len(lines) == 1
    assert archived[:16] in lines[0]
    letters = [line for line in said.getvalue().splitlines() if "letter relay_message" in line]
    sent = [x.message_id for _, x in world.letters() if x.name == "relay_message"]
    assert len(letters) == len(sent) == 1
    assert sent[0] in letters[0]
    for private in ("headteacher", "Secretly", JO.address):
        assert private not in said.getvalue()
    if style == "json":
        read = [json.loads(line) for line in said.getvalue().splitlines()]
        assert {"at", "level", "logger", "event"} <= set(read[0])
        assert [one["message"] for one in read if "took in" in one["event"]] == [archived[:16]]


def test_a_line_of_several_lines_is_one_object(tmp_path: Path) -> None:
    said = io.StringIO()
    with lines_to(said, "json"), about_message("abc"):
        logging.getLogger("qibot").error("it failed: %s", "one\ntwo")
    assert json.loads(said.getvalue())["event"] == "it failed: one\ntwo"
    assert json.loads(said.getvalue())["message"] == "abc"
