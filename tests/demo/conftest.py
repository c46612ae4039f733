"""The demo's servers with three mailboxes, by a clock of the test's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qibot.demo.servers import EmbeddedMail
from tests.demo.lines import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mail(clock: Clock) -> Iterator[EmbeddedMail]:
    with EmbeddedMail(clock) as running:
        yield running
