"""The other end of systemd's socket, and a bot that does what it is told."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from qibot import daemon as module
from qibot.bot import Bot
from qibot.hands import Done


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
