"""A configuration that signs in by token, and the two doors."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qibot.config.config import Config
from qibot.mailbox import Inbox, Outbox, facts_of, sign_in_for_mail
from qibot.mailbox.signin import SignIn
from tests.support.inboxes import everything, message, subjects
from tests.support.tokens import SECRET, TokenServer


class Rig:
    """A configuration that signs in by token, and the two doors."""

    def __init__(self, folder: Path, tokens: TokenServer) -> None:
        self.folder, self.tokens = folder, tokens
        self.skew = 0.0
        self.configure()
        (folder / "client-secret").write_text(SECRET + "\n")

    def configure(self, mailbox: str = "", **signin: Any) -> None:
        servers = self.tokens.servers
        self.config = Config.model_validate(
            {
                "mailbox": {"address": mailbox or self.tokens.mailbox, "imap_host": "localhost",
                            "smtp_host": "localhost"},
                "programme": {"team": ["team@council.example"], "manager": "boss@council.example"},
                "cohorts": {"2026-27": {"first_month": "2026-10", "reports": 8}},
                "imap": {"port": servers.imaps_port, "ca_file": str(servers.ca_file), "timeout_seconds": 10},
                "smtp": {"port": servers.submission_port, "ca_file": str(servers.ca_file), "timeout_seconds": 10},
                "signin": self.tokens.signin(**signin),
                "base": self.folder,
            }
        )  # fmt: skip
        self.sign_in: SignIn = sign_in_for_mail(self.config, self.clock)

    def clock(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.skew, UTC)

    def inbox(self) -> Inbox:
        mailbox, imap = self.config.mailbox, self.config.imap
        return Inbox(mailbox, imap, self.sign_in, limit_bytes=1_000_000, header_bytes=1000, facts=facts_of(self.config))

    def reads(self) -> list[str]:
        inbox = self.inbox()
        try:
            inbox.connect()
            return subjects(everything(inbox))
        finally:
            inbox.close()

    def sends(self, subject: str, to: str) -> dict[str, str]:
        async def send() -> dict[str, str]:
            outbox = Outbox(self.config.mailbox, self.config.smtp, self.sign_in, facts_of(self.config))
            try:
                return (await outbox.deliver([to], message(subject))).outcomes
            finally:
                await outbox.close()

        return asyncio.run(send())
