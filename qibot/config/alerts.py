"""By which ways trouble of the bot's own is told."""

from __future__ import annotations

import re

from pydantic import Field, field_validator

from qibot.config.mailbox import Smtp
from qibot.config.section import Section
from qibot.config.values import Address, Security


class AlertSmtp(Section):
    """A second SMTP server, by which trouble is told when the mailbox's own may be what fails."""

    host: str
    port: int = Field(default=0, ge=0, le=65535)
    security: Security = "starttls"
    ca_file: str = ""
    login: bool = True
    user: str = ""
    password_file: str = ""
    sender: Address | None = None
    to: tuple[Address, ...] = ()

    def settings(self, timeout_seconds: int) -> Smtp:
        """The same, as the mailbox's server is described."""
        return Smtp(
            port=self.port, security=self.security, ca_file=self.ca_file, login=self.login,
            timeout_seconds=timeout_seconds,
        )  # fmt: skip


class Alerts(Section):
    """Who hears of the bot's own trouble beside the team's letter: by ways that don't need the mailbox."""

    webhook: str = Field(default="", repr=False)
    on_trouble: str = ""
    timeout_seconds: int = Field(default=20, ge=1, le=300)
    again_minutes: float = Field(default=15, ge=0)
    smtp: AlertSmtp | None = None

    @field_validator("webhook")
    @classmethod
    def _safely(cls, address: str) -> str:
        home = re.match(r"http://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/]", address)
        if address and not (re.match(r"https://[^\s/@]+(?:/\S*)?$", address) or home):
            raise ValueError("it has to be an https:// address (its own host's http:// will do)")
        return address
