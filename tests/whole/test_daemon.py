"""`qibot run` as systemd runs it: a process of its own on real servers."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qibot import daemon as module
from qibot.bot import Bot
from qibot.errors import InboxFailed
from qibot.hands import Done
from qibot.store.locks import holder
from tests.support.daemon import Daemon, eventually
from tests.support.mailservers import MailServers
from tests.support.programme import DOCX, LIKED, Programme

IDLE_MEMORY_MB = 120


@pytest.fixture
def p(servers: MailServers, tmp_path: Path) -> Iterator[Programme]:
    """A programme with everybody enrolled, in which nothing is polled within a test's time."""
    made = Programme(servers, tmp_path / "qibot")
    made.configure(imap={"poll_seconds": 600})
    made.enrol()
    yield made
    made.close()


Start = Callable[[], Daemon]


@pytest.fixture
def start(p: Programme) -> Iterator[Start]:
    """Starts daemons; what still runs at the end is stopped."""
    started: list[Daemon] = []

    def run() -> Daemon:
        daemon = Daemon("run", "--config", str(p.path))
        started.append(daemon)
        return daemon

    yield run
    for daemon in started:
        daemon.stop()


def memory_mb(daemon: Daemon) -> float:
    status = Path(f"/proc/{daemon.process.pid}/status").read_text()
    found = re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1024


def has(p: Programme, who: str, *kinds: str) -> Callable[[], bool]:
    return lambda: p.kinds(getattr(p, who)) == list(kinds)


def test_a_days_work_is_done_by_idle_over_a_restart_of_the_server_and_stopped_cleanly(
    p: Programme, start: Start
) -> None:
    p.reports(p.jo)
    daemon = start()
    eventually(has(p, "jo", "receipt"), what="the report that lay there at the start")

    p.replies(p.ann, p.letter(p.ann, "forward_report"), LIKED)
    took = eventually(has(p, "jo", "receipt", "relay_feedback"), what="the reply that came by IDLE")
    assert took < 5

    p.servers.restart_dovecot()
    p.reports(p.sam)
    eventually(has(p, "sam", "receipt"), seconds=20, what="the report after the restart")
    p.reports(p.priya)
    took = eventually(has(p, "priya", "receipt"), what="IDLE after the restart")
    assert took < 5

    p.sends(p.jo, p.writes(p.jo, "Report 2", "It is a bit big.\n", {"Report 2.docx": DOCX + b"\0" * 8_000_000}))
    eventually(has(p, "jo", "receipt", "receipt", "relay_feedback"), what="the big report")
    eventually(lambda: p.folder_count() == 0, what="the empty inbox")
    assert memory_mb(daemon) < IDLE_MEMORY_MB, "at rest, even after a big message"

    begun = time.monotonic()
    assert daemon.stop() == 0
    assert time.monotonic() - begun < 2
    assert not [line for line in daemon.said if "Traceback" in line or line.startswith("ERROR")], daemon.said
    assert any("took in a message for 2026-27/jo.smith: report 1" in line for line in daemon.said)
    assert not any(who.address in line for line in daemon.said for who in (p.jo, p.ann, p.meg)), "no address is logged"


def test_a_second_daemon_on_the_same_data_says_so_and_ends(p: Programme, start: Start) -> None:
    first = start()
    eventually(lambda: holder(p.settings.data) == first.process.pid, what="the first daemon's lock")
    second = start()
    assert second.wait() == 1
    assert f"Another qibot (process {first.process.pid})" in " ".join(second.said)
    assert first.process.poll() is None
    first.process.send_signal(signal.SIGINT)
    assert first.wait() == 0


def test_the_data_is_free_again_after_a_daemon_was_killed(p: Programme, start: Start) -> None:
    p.reports(p.jo)
    first = start()
    eventually(has(p, "jo", "receipt"))
    first.process.kill()
    assert first.wait() == -signal.SIGKILL
    p.reports(p.sam)
    start()
    eventually(has(p, "sam", "receipt"))
    assert p.kinds(p.jo) == ["receipt"]


def test_it_waits_for_a_server_that_isnt_there_yet_and_stops_while_it_waits(p: Programme, start: Start) -> None:
    p.servers.stop_dovecot()
    try:
        daemon = start()
        eventually(lambda: any("Nothing answers at the IMAP server" in line for line in daemon.said))
    finally:
        p.servers.start_dovecot()
    p.reports(p.jo)
    eventually(has(p, "jo", "receipt"), seconds=20)
    p.servers.stop_dovecot()
    try:
        before = len(daemon.said)
        eventually(lambda: any("IMAP" in line for line in daemon.said[before:]))
        begun = time.monotonic()
        assert daemon.stop() == 0
        assert time.monotonic() - begun < 2
    finally:
        p.servers.start_dovecot()


# --- the loop by itself ---


class Mailbox:
    """An inbox that says what it is told to say."""

    def __init__(self, answers: list[bool | Exception]) -> None:
        self.answers, self.waits = answers, list[float]()

    def wait(self, seconds: float, wake: int) -> bool:
        self.waits.append(seconds)
        answer = self.answers.pop(0) if self.answers else False
        if isinstance(answer, Exception):
            raise answer
        return answer


class FakeBot:
    """Counts its rounds; ends the daemon with a signal after as many as it is told."""

    def __init__(self, rounds: int, answers: list[bool | Exception], faults: list[bool | Exception]) -> None:
        self.inbox, self.left, self.faults, self.rounds = Mailbox(answers), rounds, faults, 0

    def round(self) -> Done:
        self.rounds += 1
        if self.rounds == self.left:
            signal.raise_signal(signal.SIGTERM)
        fault = self.faults.pop(0) if self.faults else False
        if isinstance(fault, Exception):
            raise fault
        return Done(faults=["down"] if fault else [])

    def stop(self) -> None:
        pass

    def close(self) -> None:
        self.left = -1


@pytest.fixture
def signals() -> Iterator[None]:
    """Puts this process's own signal handling back afterwards."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def served(bot: FakeBot, poll: int = 100) -> FakeBot:
    real: Bot = bot  # type: ignore[assignment]
    module.Daemon(poll).run(real)
    return bot


@pytest.mark.usefixtures("signals")
def test_each_wake_up_is_a_round_and_the_end_closes_the_bot() -> None:
    bot = served(FakeBot(3, [True, False, True], []))
    assert (bot.rounds, bot.left) == (3, -1)
    assert all(0 < seconds <= 100 for seconds in bot.inbox.waits)


@pytest.mark.usefixtures("signals")
def test_the_beat_comes_even_when_nothing_ever_wakes_it() -> None:
    class Sleepy(Mailbox):
        def wait(self, seconds: float, wake: int) -> bool:
            time.sleep(seconds)
            return super().wait(seconds, wake)

    bot = FakeBot(2, [], [])
    bot.inbox = Sleepy([])
    begun = time.monotonic()
    assert served(bot, poll=1).rounds == 2
    assert 0.9 < time.monotonic() - begun < 2


@pytest.mark.usefixtures("signals")
def test_a_round_that_fails_in_whatever_way_is_tried_again_with_growing_pauses(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("qibot.service.ear.Ear.sleep", lambda _self, seconds: pauses.append(seconds))
    bot = served(FakeBot(8, [], [True, RuntimeError("whatever"), True, True, True, True, True]), poll=50)
    assert bot.rounds == 8
    assert pauses == [2, 4, 8, 16, 32, 50, 50]
    assert "a round failed unexpectedly" in caplog.text


@pytest.mark.usefixtures("signals")
def test_the_pauses_of_two_that_failed_at_the_same_moment_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("qibot.service.ear.Ear.sleep", lambda _self, seconds: pauses.append(seconds))
    drawn = iter([0.0, 0.4, 0.8, 0.8])
    bot: Bot = FakeBot(5, [], [True, True, True, True])  # type: ignore[assignment]
    module.Daemon(10, chance=lambda: next(drawn)).run(bot)
    assert pauses == pytest.approx([2, 4 * 0.9, 8 * 0.8, 10 * 0.8])


@pytest.mark.usefixtures("signals")
def test_a_line_that_breaks_while_it_waits_is_followed_by_a_round_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("qibot.service.ear.Ear.sleep", lambda _self, seconds: pauses.append(seconds))
    bot = served(FakeBot(3, [InboxFailed("gone"), True], []))
    assert bot.rounds == 3
    assert pauses == [2]
