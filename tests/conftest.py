"""Fixtures that many tests share."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.mailservers import MailServers
from tests.programme import Programme

# No example is timed: a machine that does other things meanwhile is no fault of what is tested.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def servers() -> Iterator[MailServers]:
    """A real Dovecot and Postfix, once for each process that runs tests; use `mailbox_name` to keep tests apart."""
    running = MailServers()
    running.start()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture(autouse=True)
def _the_logs_level_is_left_as_it_was() -> Iterator[None]:
    """Commands run within the tests' process set it."""
    log = logging.getLogger("qibot")
    before = log.level
    yield
    log.setLevel(before)


@pytest.fixture
def mailbox_name() -> str:
    """An address that no other test uses; its mailbox is empty."""
    return f"bot-{uuid.uuid4().hex[:12]}@lab.example"


@pytest.fixture
def unenrolled(servers: MailServers, tmp_path: Path) -> Iterator[Programme]:
    """A programme in which nobody is enrolled yet."""
    made = Programme(servers, tmp_path / "qibot")
    yield made
    made.close()


@pytest.fixture
def p(unenrolled: Programme, capsys: pytest.CaptureFixture[str]) -> Programme:
    """A programme with everybody enrolled."""
    unenrolled.enrol()
    capsys.readouterr()
    return unenrolled
