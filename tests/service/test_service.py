"""What systemd and signals bring about: the watchdog, an end in time, settings read anew."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from qibot.service.systemd import Notifier
from tests.service.heard import FakeBot, Systemd, broken, down, fine, served
from tests.support.build import JO, message
from tests.support.world import World

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
