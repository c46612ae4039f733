"""Delivering bytes by SMTP, the only user of aiosmtplib: what was rendered is sent, each recipient has a result."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import aiosmtplib

from qibot.config import Mailbox, Smtp
from qibot.errors import OutboxFailed, OutboxRefused

_REFUSALS = (aiosmtplib.SMTPRecipientsRefused, aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPDataError)
_LOST = (aiosmtplib.SMTPException, OSError, EOFError)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the server said: `outcomes` for good (2xx, 5xx), `deferred` for now (4xx, lost connection), by recipient."""

    outcomes: dict[str, str] = field(default_factory=dict)
    deferred: dict[str, str] = field(default_factory=dict)


class Outbox:
    """One connection to the mailbox's SMTP server, opened when needed and used again until closed."""

    def __init__(self, mailbox: Mailbox, settings: Smtp, password: Callable[[], str]) -> None:
        self._mailbox, self._settings, self._password = mailbox, settings, password
        self._client: aiosmtplib.SMTP | None = None

    async def connect(self) -> None:
        """Connect and log in. Raises OutboxRefused where a person has to mend something, else OutboxFailed."""
        if self._client is not None and self._client.is_connected:
            return
        settings, host = self._settings, self._mailbox.smtp_host
        client = aiosmtplib.SMTP(
            hostname=host,
            port=settings.real_port,
            timeout=settings.timeout_seconds,
            use_tls=settings.security == "tls",
            start_tls=settings.security == "starttls",  # demanded, not merely used where it is offered
            tls_context=self._tls(),
        )
        try:
            await client.connect()
            if settings.login:
                await client.login(self._mailbox.login, self._password())
        except aiosmtplib.SMTPAuthenticationError as e:
            client.close()
            raise OutboxRefused(
                f"The SMTP server {host} refuses the login ({e.code}): check the user and the password."
            ) from e
        except (aiosmtplib.SMTPNotSupported, ssl.SSLError, ValueError) as e:
            client.close()
            raise OutboxRefused(f"The SMTP server {host} doesn't offer a safe login as configured: {e}.") from e
        except _LOST as e:
            client.close()
            if isinstance(e.__cause__, ssl.SSLError):
                raise OutboxRefused(f"The SMTP server {host} can't be trusted: {e.__cause__}.") from e
            raise OutboxFailed(f"The SMTP server {host} can't be reached: {e}. qibot tries again by itself.") from e
        self._client = client

    async def deliver(self, recipients: Sequence[str], raw: bytes) -> Delivery:
        """Hand the letter over for these recipients. Raises what `connect` does; a refusal is a result, no error."""
        await self.connect()
        client = self._client
        if client is None:
            raise OutboxFailed("There is no connection to the SMTP server.")
        try:
            refused, said = await client.sendmail(self._mailbox.address, list(recipients), raw)
        except aiosmtplib.SMTPRecipientsRefused as e:
            await self._reset()
            return _sorted({r.recipient: f"{r.code} {_line(r.message)}" for r in e.recipients})
        except (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPDataError) as e:
            await self._reset()
            return _sorted(dict.fromkeys(recipients, f"{e.code} {_line(e.message)}"))
        except UnicodeError:
            return _sorted(dict.fromkeys(recipients, "553 the address can't be written in ASCII"))
        except _LOST as e:
            client.close()
            self._client = None
            return Delivery({}, dict.fromkeys(recipients, f"connection lost: {_line(str(e))}"))
        results = {r: f"{refused[r].code} {_line(refused[r].message)}" for r in refused}
        return _sorted({r: results.get(r, f"250 {_line(said)}") for r in recipients})

    async def close(self) -> None:
        """Take leave of the server."""
        client, self._client = self._client, None
        if client is not None:
            try:
                await client.quit()
            except _LOST:
                client.close()

    async def _reset(self) -> None:
        """Leave no half-given letter behind on a connection that is used again."""
        if self._client is None or not self._client.is_connected:
            self._client = None
            return
        try:
            await self._client.rset()
        except _LOST:
            self._client.close()
            self._client = None

    def _tls(self) -> ssl.SSLContext | None:
        if self._settings.security == "plain":
            return None
        return ssl.create_default_context(cafile=self._settings.ca_file or None)


def _sorted(results: dict[str, str]) -> Delivery:
    return Delivery(
        {r: said for r, said in results.items() if not said.startswith("4")},
        {r: said for r, said in results.items() if said.startswith("4")},
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:300]
