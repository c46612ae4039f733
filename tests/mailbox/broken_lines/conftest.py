"""A programme whose servers and mailbox go away under the bot's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qibot.message.incoming import Incoming
from tests.mailbox.broken_lines.lines import ONE_BY_ONE, Interrupt
from tests.support.line import Proxy
from tests.support.mailservers import MailServers
from tests.support.programme import Programme


@pytest.fixture
def p(servers: MailServers, tmp_path: Path) -> Iterator[Programme]:
    """A programme with everybody enrolled, whose bot fetches one message at a time."""
    made = Programme(servers, tmp_path / "qibot")
    made.plainly(imap=ONE_BY_ONE)
    made.enrol()
    yield made
    made.close()


@pytest.fixture
def smtp(p: Programme) -> Iterator[Proxy]:
    """A proxy before the SMTP server, which the bot uses."""
    proxy = Proxy(p.servers.smtp_port)
    p.plainly(smtp={"port": proxy.port})
    yield proxy
    p.close()
    proxy.down()


@pytest.fixture
def imap(p: Programme) -> Iterator[Proxy]:
    """A proxy before the IMAP server, which the bot uses."""
    proxy = Proxy(p.servers.imap_port)
    p.plainly(imap={**ONE_BY_ONE, "port": proxy.port, "timeout_seconds": 1})
    yield proxy
    p.close()
    proxy.down()


@pytest.fixture
def interrupt(p: Programme, monkeypatch: pytest.MonkeyPatch) -> Interrupt:
    """Lets something happen once, when the given batch is fetched, or when it is filed away."""

    def arrange(number: int, moment: str, act: Callable[[], None]) -> None:
        batches, left = p.bot.inbox.batches, [act]

        def interrupted() -> Iterator[list[Incoming]]:
            for count, batch in enumerate(batches(), 1):
                if count == number and left and moment == "fetched":
                    left.pop()()
                yield batch
                if count == number and left and moment == "filed away":
                    left.pop()()

        monkeypatch.setattr(p.bot.inbox, "batches", interrupted)

    return arrange
