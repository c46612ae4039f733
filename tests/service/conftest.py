"""The log is on, systemd listens, and signals are as they were at the end."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.service.heard import Systemd


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
