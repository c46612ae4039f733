"""Fixtures that many tests share."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator

import pytest

from tests.mailservers import MailServers


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
