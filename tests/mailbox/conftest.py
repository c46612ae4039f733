"""Inboxes of the test's own mailbox."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from qibot.config.mailbox import Imap, Mailbox
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.signin import Password
from tests.support.inboxes import Opener
from tests.support.mailservers import PASSWORD, MailServers


@pytest.fixture
def opened(servers: MailServers, mailbox_name: str) -> Iterator[Opener]:
    """Makes inboxes of the test's own mailbox and closes them at the end."""
    made: list[Inbox] = []

    def build(
        on: MailServers = servers,
        *,
        password: str = PASSWORD,
        limit_bytes: int = 1_000_000,
        header_bytes: int = 1000,
        connect: bool = True,
        **settings: Any,
    ) -> Inbox:
        mailbox = Mailbox(address=mailbox_name, imap_host="localhost", smtp_host="localhost")
        imap = Imap(**{"port": on.imap_port, "security": "plain", "timeout_seconds": 10} | settings)
        inbox = Inbox(mailbox, imap, Password(lambda: password), limit_bytes=limit_bytes, header_bytes=header_bytes)
        made.append(inbox)
        if connect:
            inbox.connect()
        return inbox

    yield build
    for inbox in made:
        inbox.close()
