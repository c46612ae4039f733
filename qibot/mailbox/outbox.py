"""Delivering bytes by SMTP, the only user of aiosmtplib: what was rendered is sent, each recipient has a result."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import re
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import aiosmtplib

from qibot.config import Mailbox, Smtp
from qibot.errors import OutboxFailed, OutboxRefused

AUTHENTICATION_REQUIRED, TOO_LARGE = 530, 552  # RFC 4954, 6; RFC 1870, 6.1
_NONE: Mapping[str, str] = MappingProxyType({})
# How servers say that the return path isn't the login's own, be it only at RCPT or after DATA.
_ABOUT_SENDER = re.compile(r"\bsender\b|send ?as|not owned|5\.7\.60|5\.2\.252|return path|from address", re.IGNORECASE)
_LOST = (aiosmtplib.SMTPException, OSError, EOFError)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the server said: `outcomes` for good (2xx, 5xx), `deferred` for now (4xx, lost connection), by recipient.
    `lost` says how the connection was lost meanwhile, if it was; `silent` that the server just didn't answer. To
    those who are `marked` it went with the return path that was given for them."""

    outcomes: dict[str, str] = field(default_factory=dict)
    deferred: dict[str, str] = field(default_factory=dict)
    lost: str = ""
    silent: bool = False
    marked: tuple[str, ...] = ()


class Outbox:
    """One connection to the mailbox's SMTP server, opened when needed and used again until closed."""

    def __init__(self, mailbox: Mailbox, settings: Smtp, password: Callable[[], str]) -> None:
        self._mailbox, self._settings, self._password = mailbox, settings, password
        self._client: aiosmtplib.SMTP | None = None
        self._plain_sender = False  # the server takes no return path but the mailbox's own

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
        except (*_LOST, ValueError) as e:
            _hang_up(client)
            raise _translated(e, host, settings) from e
        except BaseException:
            _hang_up(client)
            raise
        self._client = client

    async def deliver(self, recipients: Sequence[str], raw: bytes, paths: Mapping[str, str] = _NONE) -> Delivery:
        """Hand the letter over for these recipients, each with the return path that `paths` names for it, else with the
        mailbox's. Raises what `connect` does; a refusal is a result, no error."""
        own = [r for r in recipients if r in paths]
        rest = [r for r in recipients if r not in paths]
        done = await self._deliver(rest, raw, self._mailbox.address) if rest else Delivery()
        for recipient in own:
            if done.lost:  # the others are tried with the next connection
                deferred = {**done.deferred, recipient: done.lost}
                done = replace(done, deferred=deferred)
                continue
            done = _both(done, await self._deliver_marked(recipient, raw, paths[recipient]))
        return done

    async def _deliver_marked(self, recipient: str, raw: bytes, path: str) -> Delivery:
        """One recipient, with a return path of its own where the server takes that, as not all do."""
        if not self._plain_sender:
            try:
                done = await self._deliver([recipient], raw, path)
            except OutboxRefused:
                done = None
            said = done.outcomes.get(recipient, "") if done else ""
            if done and not (said.startswith("5") and _ABOUT_SENDER.search(said)):
                return replace(done, marked=(recipient,) if said.startswith("2") else ())
        plain = await self._deliver([recipient], raw, self._mailbox.address)
        self._plain_sender = self._plain_sender or plain.outcomes.get(recipient, "").startswith("2")
        return plain

    async def _deliver(self, recipients: Sequence[str], raw: bytes, sender: str) -> Delivery:
        await self.connect()
        client = self._client
        if client is None:
            raise OutboxFailed("There is no connection to the SMTP server.")
        try:
            refused, said = await client.sendmail(sender, list(recipients), raw)
        except aiosmtplib.SMTPRecipientsRefused as e:
            await self._reset()
            return _sorted({r.recipient: f"{r.code} {_line(r.message)}" for r in e.recipients})
        except (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPDataError) as e:
            await self._reset()
            sender_refused = isinstance(e, aiosmtplib.SMTPSenderRefused)
            if e.code == AUTHENTICATION_REQUIRED or (sender_refused and _for_good(e.code)):
                raise OutboxRefused(
                    f"The SMTP server {self._mailbox.smtp_host} takes no mail from {self._mailbox.address}"
                    f" ({e.code} {_line(e.message)}): check mailbox.address, smtp.port and smtp.login."
                ) from e
            return _sorted(dict.fromkeys(recipients, f"{e.code} {_line(e.message)}"))
        except UnicodeError:
            return _sorted(dict.fromkeys(recipients, "553 the address can't be written in ASCII"))
        except _LOST as e:
            _hang_up(client)
            self._client = None
            said = f"connection lost: {_line(str(e))}"
            return Delivery({}, dict.fromkeys(recipients, said), said, isinstance(e, TimeoutError))
        results = {r: f"{refused[r].code} {_line(refused[r].message)}" for r in refused}
        return _sorted({r: results.get(r, f"250 {_line(said)}") for r in recipients})

    async def rehearse(self, recipient: str) -> None:
        """See whether the server would take a letter for this recipient; none is sent. Raises what `connect` does."""
        await self.connect()
        client = self._client
        if client is None:
            raise OutboxFailed("There is no connection to the SMTP server.")
        try:
            await client.mail(self._mailbox.address)
            await client.rcpt(recipient)
        except (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPRecipientRefused) as e:
            if e.code >= 500:
                raise OutboxRefused(
                    f"The SMTP server {self._mailbox.smtp_host}:{self._settings.real_port} would refuse a letter from"
                    f" {self._mailbox.address} to {recipient} ({e.code} {_line(e.message)}): check the two addresses,"
                    " smtp.port and smtp.login."
                ) from e
        except _LOST as e:
            raise _translated(e, self._mailbox.smtp_host, self._settings) from e
        await self._reset()

    async def close(self) -> None:
        """Take leave of the server."""
        client, self._client = self._client, None
        if client is not None:
            transport = client.transport
            with contextlib.suppress(*_LOST):
                await client.quit()
            _hang_up(client, transport)

    async def _reset(self) -> None:
        """Leave no half-given letter behind on a connection that is used again."""
        if self._client is None or not self._client.is_connected:
            self._client = None
            return
        try:
            await self._client.rset()
        except _LOST:
            _hang_up(self._client)
            self._client = None

    def _tls(self) -> ssl.SSLContext | None:
        if self._settings.security == "plain":
            return None
        try:
            return ssl.create_default_context(cafile=self._settings.ca_file or None)
        except OSError as e:
            raise OutboxRefused(
                f"The certificates in smtp.ca_file ({self._settings.ca_file}) can't be read: {e}."
            ) from None


def _hang_up(client: aiosmtplib.SMTP, transport: asyncio.BaseTransport | None = None) -> None:
    """Close the connection now: TLS's own farewell would outlast the event loop and leave the socket open."""
    transport = transport or client.transport
    client.close()
    if isinstance(transport, asyncio.WriteTransport):
        transport.abort()


def _both(one: Delivery, other: Delivery) -> Delivery:
    return Delivery(
        {**one.outcomes, **other.outcomes}, {**one.deferred, **other.deferred}, one.lost or other.lost,
        one.silent or other.silent, (*one.marked, *other.marked),
    )  # fmt: skip


def _for_good(code: int) -> bool:
    """Whether a refusal of the sender is about the set-up; 552 is about this letter's size."""
    return code >= 500 and code != TOO_LARGE


def _sorted(results: dict[str, str]) -> Delivery:
    return Delivery(
        {r: said for r, said in results.items() if not said.startswith("4")},
        {r: said for r, said in results.items() if said.startswith("4")},
    )


def _translated(e: Exception, host: str, settings: Smtp) -> OutboxFailed:
    """What went wrong in connecting, in a sentence: what happened, with which host, what to do."""
    where, cause = f"{host}:{settings.real_port}", e.__cause__ or e
    said = _line(f"{e.code} {e.message}" if isinstance(e, aiosmtplib.SMTPResponseException) else str(e))
    match cause:
        case socket.gaierror():
            return OutboxFailed(
                f"The name of the SMTP server {host} can't be found: check mailbox.smtp_host and the DNS."
            )
        case ssl.SSLCertVerificationError():
            return OutboxRefused(
                f"The SMTP server {where} shows a certificate that isn't trusted ({cause.verify_message}): check"
                " mailbox.smtp_host, or name the file of its authority as smtp.ca_file."
            )
        case ssl.SSLError():
            return OutboxFailed(
                f"TLS with the SMTP server {where} failed ({cause.reason}): check smtp.port and smtp.security."
            )
        case aiosmtplib.SMTPAuthenticationError(code=code) if code >= 500:
            return OutboxRefused(
                f"The SMTP server {where} refuses the login ({said}): check mailbox.user and the mailbox's password."
            )
        case TimeoutError():
            return OutboxFailed(
                f"The SMTP server {where} didn't answer within {settings.timeout_seconds} seconds; it is tried again."
                " If this stays, check the network, smtp.port and smtp.security."
            )
        case OSError() if f"[Errno {errno.ECONNREFUSED}]" in said:
            return OutboxFailed(f"Nothing answers at the SMTP server {where}: is it running, and is smtp.port right?")
        case aiosmtplib.SMTPException() if "AUTH" in said or "authentication method" in said:
            return OutboxRefused(
                f"The SMTP server {where} offers no login here: check smtp.port and smtp.security, or set"
                " smtp.login = false where it takes mail without one."
            )
        case aiosmtplib.SMTPException() if "STARTTLS" in said:
            return OutboxRefused(f'The SMTP server {where} offers no STARTTLS: try smtp.security = "tls".')
        case _:
            return OutboxFailed(f"The SMTP server {where} can't be used ({said}); it is tried again.")


def _line(text: str) -> str:
    return " ".join(text.split())[:300]
