"""The whole configuration, and what must hold between its sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from qibot.config.alerts import Alerts
from qibot.config.calendar import Calendar
from qibot.config.guard import Guard
from qibot.config.limits import Limits
from qibot.config.mailbox import Imap, Mailbox, Smtp
from qibot.config.notes import Notes
from qibot.config.programme import Cohort, Programme
from qibot.config.running import Folders, Service
from qibot.config.section import Section
from qibot.config.signin import Signin
from qibot.config.trust import Trust

LONGEST_LOCAL_PART = 30  # of 64 octets (RFC 5321, 4.5.3.1.1), the token takes 34


Provider = Literal["microsoft", "google", ""]
_PROVIDERS: dict[Provider, tuple[str, ...]] = {  # by the ends of their servers' names
    "microsoft": (".office365.com", ".office.com", ".outlook.com"),
    "google": (".gmail.com", ".googlemail.com"),
}


@dataclass(frozen=True, slots=True)
class Pace:
    """How much may be sent: 0 is without a bound."""

    letters_a_minute: int
    recipients_a_day: int


_ALLOWED: dict[Provider, Pace] = {  # Exchange Online limits; support.google.com/a/answer/166852
    "microsoft": Pace(30, 10_000),
    "google": Pace(0, 2_000),
    "": Pace(0, 0),
}


class Config(Section):
    """The whole configuration. `base` is the folder of the file, from which relative paths count."""

    mailbox: Mailbox
    signin: Signin = Signin()
    programme: Programme
    cohorts: Annotated[dict[str, Cohort], Field(min_length=1)]
    imap: Imap = Imap()
    smtp: Smtp = Smtp()
    calendar: Calendar = Calendar()
    limits: Limits = Limits()
    trust: Trust = Trust()
    security: Guard = Guard()
    notes: Notes = Notes()
    alerts: Alerts = Alerts()
    service: Service = Service()
    folders: Folders = Folders()
    base: Path = Field(default=Path(), exclude=True)

    @field_validator("cohorts")
    @classmethod
    def _plain_names(cls, cohorts: dict[str, Cohort]) -> dict[str, Cohort]:
        for name in cohorts:
            if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", name):
                raise ValueError(f"“{name}” can't name a cohort: use letters, digits, '-', '_' and '.', 40 at most")
        return cohorts

    @model_validator(mode="after")
    def _room_for_tokens(self) -> Config:
        local = self.mailbox.address.partition("@")[0]
        if self.mailbox.plus_addressing and ("+" in local or len(local) > LONGEST_LOCAL_PART):
            raise ValueError(
                f"mailbox.address: “{local}” leaves no room for a plus address (30 characters at most, no +):"
                " set mailbox.plus_addressing = false"
            )
        return self

    @model_validator(mode="after")
    def _plain_only_at_home(self) -> Config:
        second = self.alerts.smtp
        for name, host, security in (
            ("imap", self.mailbox.imap_host, self.imap.security),
            ("smtp", self.mailbox.smtp_host, self.smtp.security),
            *([("alerts.smtp", second.host, second.security)] if second else []),
        ):
            if security == "plain" and not is_loopback(host):
                raise ValueError(
                    f'{name}.security = "plain" would send the password readably to {host}: use "tls" or "starttls"'
                    " (plain is for this machine's own servers only)"
                )
        return self

    @model_validator(mode="after")
    def _graph_is_microsofts(self) -> Config:
        if self.smtp.via == "graph" and self.signin.way != "microsoft":
            raise ValueError('smtp.via = "graph" sends through Microsoft 365: it needs signin.way = "microsoft"')
        return self

    @property
    def provider(self) -> Provider:
        """Whose servers send the letters, as far as that is known; "" for any other."""
        if self.signin.way != "password":
            return self.signin.way
        host = f".{self.mailbox.smtp_host.lower()}"
        return next((name for name, ends in _PROVIDERS.items() if host.endswith(ends)), "")

    @property
    def pace(self) -> Pace:
        """How much may be sent: what is configured, else what the provider allows."""
        allowed = _ALLOWED[self.provider]
        return Pace(
            self.smtp.letters_a_minute or allowed.letters_a_minute,
            self.smtp.recipients_a_day or allowed.recipients_a_day,
        )

    @property
    def keeps_sent_copies(self) -> bool:
        """Whether qibot puts copies into the Sent folder: where the provider is known to make them, it need not."""
        if self.smtp.sent_copy != "auto":
            return self.smtp.sent_copy == "always"
        return not self.provider

    def path(self, text: str) -> Path:
        """A path of the configuration, counted from the configuration file's folder."""
        return self.base / Path(text).expanduser()

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.path(self.folders.data)

    def template_folders(self) -> list[Path]:
        """Where templates are looked for, in this order: the team's own, the package's, the repository's."""
        package = Path(__file__).parents[1]
        own = [self.path(self.folders.templates)] if self.folders.templates else []
        return [*own, package / "templates", package.parent / "templates"]


def is_loopback(host: str) -> bool:
    """Whether this host name is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
