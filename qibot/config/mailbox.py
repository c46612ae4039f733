"""The mailbox, and the two servers by which it is read and written from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from qibot.config.section import Section
from qibot.config.values import Address, Security


class Mailbox(Section):
    """The mailbox that qibot reads and writes from."""

    address: Address
    imap_host: str
    smtp_host: str
    name: str = "QI Practitioner Programme"
    user: str = ""
    password: str = Field(default="", repr=False)
    password_file: str = ""
    plus_addressing: bool = True

    @property
    def login(self) -> str:
        """The user name at both servers: the address unless `user` names another."""
        return self.user or self.address


class Imap(Section):
    """How the mailbox is read."""

    port: int = Field(default=0, ge=0, le=65535)
    security: Security = "tls"
    ca_file: str = ""
    folder: str = "INBOX"
    done: str = "qibot/done"
    quarantine: str = "qibot/quarantine"
    idle: bool = True
    poll_seconds: int = Field(default=60, ge=1, le=1500)
    timeout_seconds: float = Field(default=50, gt=0)  # a line that has died is noticed within a minute
    verify_seconds: float = Field(default=40, gt=0, le=280)
    answer_seconds: float = Field(default=15, gt=0)
    batch_mb: float = Field(default=8, gt=0)

    @property
    def real_port(self) -> int:
        """The port, or the protocol's own where none is given."""
        return self.port or (993 if self.security == "tls" else 143)


class Smtp(Section):
    """How letters are delivered, how many at most, and how long a delivery is tried again.

    Where `letters_a_minute` and `recipients_a_day` aren't given, the provider's own bounds hold (`Config.pace`).
    """

    via: Literal["smtp", "graph"] = "smtp"
    port: int = Field(default=0, ge=0, le=65535)
    security: Security = "starttls"
    ca_file: str = ""
    login: bool = True
    sent_copy: Literal["auto", "always", "never"] = "auto"
    letters_a_minute: int = Field(default=0, ge=0)
    recipients_a_day: int = Field(default=0, ge=0)
    timeout_seconds: int = Field(default=60, ge=1)
    bounce_marks: bool = True
    give_up_days: float = Field(default=5, gt=0)
    first_pause_minutes: float = Field(default=1, gt=0)
    longest_pause_minutes: float = Field(default=360, gt=0)

    @property
    def real_port(self) -> int:
        """The port, or the protocol's own where none is given."""
        return self.port or {"tls": 465, "starttls": 587, "plain": 25}[self.security]
