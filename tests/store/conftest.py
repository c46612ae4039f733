"""Scenes on the real servers, the process in which they are killed, and small file systems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.crash_disk import Tmpfs
from tests.support.crash_play import Maker, Play, Runner
from tests.support.mailservers import MailServers


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    """One for all tests of this process."""
    running = Runner()
    yield running
    running.close()


@pytest.fixture
def play(servers: MailServers, runner: Runner, tmp_path: Path) -> Maker:
    """Makes scenes on the real servers."""
    return lambda name, data=None: Play(servers, runner, tmp_path / name, data)


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
