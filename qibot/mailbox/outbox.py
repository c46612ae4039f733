"""Delivering bytes by SMTP, the only user of aiosmtplib: what was rendered is sent, each recipient has a result."""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import aiosmtplib

from qibot.config import Mailbox, Smtp
from qibot.errors import OutboxFailed, OutboxRefused
from qibot.expression import expression
from qibot.mailbox.delivery import NO_PATHS, Delivery, sorted_out
from qibot.mailbox.reasons import Facts, asked_pause, reason_of
from qibot.mailbox.signin import Password, SignIn, Tokens
from qibot.mailbox.smtp_errors import line_of, translated
from qibot.mailbox.smtp_login import by_password, by_token

AUTHENTICATION_REQUIRED, TOO_LARGE = 530, 552  # RFC 4954, 6; RFC 1870, 6.1
# How servers say that the return path isn't the login's own, be it only at RCPT or after DATA.
_ABOUT_SENDER = expression(r"\bsender\b|send ?as|not owned|5\.7\.60|5\.2\.252|return path|from address", re.IGNORECASE)
_LOST = (aiosmtplib.SMTPException, OSError, EOFError)


class Outbox:
    """One connection to the mailbox's SMTP server, opened when needed and used again until closed."""

    def __init__(self, mailbox: Mailbox, settings: Smtp, sign_in: SignIn, facts: Facts | None = None) -> None:
        self._mailbox, self._settings, self._sign_in = mailbox, settings, sign_in
        self._facts = facts or Facts(mailbox.login)
        self._client: aiosmtplib.SMTP | None = None
        self._plain_sender = False  # the server takes no return path but the mailbox's own

    async def connect(self) -> None:
        """Connect and log in. Raises OutboxRefused where a person has to mend something, else OutboxFailed."""
        if self._client is not None and self._client.is_connected:
            return
        if self._settings.login and not isinstance(self._sign_in, Password):
            self._client = await self._by_token(self._sign_in)
        else:
            self._client = await self._called(self._by_password)

    async def _by_password(self, client: aiosmtplib.SMTP) -> None:
        if self._settings.login and isinstance(self._sign_in, Password):
            await by_password(client, self._mailbox.login, self._sign_in.read())

    async def _by_token(self, tokens: Tokens) -> aiosmtplib.SMTP:
        """Signed in by XOAUTH2; a refused token is tried once more, as a fresh one, on a connection of its own."""
        for last in (False, True):
            token = tokens.current()
            try:
                return await self._called(partial(by_token, user=self._mailbox.login, token=token))
            except OutboxFailed as e:
                refused = isinstance(e.__cause__, aiosmtplib.SMTPAuthenticationError)
                if not refused or not tokens.refused(token) or last:
                    raise
        raise AssertionError("unreachable")

    async def _called(self, sign_in: Callable[[aiosmtplib.SMTP], Awaitable[None]]) -> aiosmtplib.SMTP:
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
            await sign_in(client)
        except (*_LOST, ValueError) as e:
            _hang_up(client)
            raise translated(e, host, settings, self._facts) from e
        except BaseException:
            _hang_up(client)
            raise
        return client

    async def deliver(self, recipients: Sequence[str], raw: bytes, paths: Mapping[str, str] = NO_PATHS) -> Delivery:
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

    async def _connected(self) -> aiosmtplib.SMTP:
        await self.connect()
        if self._client is None:
            raise OutboxFailed("There is no connection to the SMTP server.")
        return self._client

    async def _deliver(self, recipients: Sequence[str], raw: bytes, sender: str) -> Delivery:
        client = await self._connected()
        try:
            refused, said = await client.sendmail(sender, list(recipients), raw)
        except aiosmtplib.SMTPRecipientsRefused as e:
            await self._reset()
            return sorted_out({r.recipient: f"{r.code} {line_of(r.message)}" for r in e.recipients})
        except (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPDataError) as e:
            await self._reset()
            self._about_the_set_up(e)
            sender_refused = isinstance(e, aiosmtplib.SMTPSenderRefused)
            if e.code == AUTHENTICATION_REQUIRED or (sender_refused and _for_good(e.code)):
                raise OutboxRefused(
                    f"The SMTP server {self._mailbox.smtp_host} takes no mail from {self._mailbox.address}"
                    f" ({e.code} {line_of(e.message)}): check mailbox.address, smtp.port and smtp.login."
                ) from e
            return sorted_out(dict.fromkeys(recipients, f"{e.code} {line_of(e.message)}"))
        except UnicodeError:
            return sorted_out(dict.fromkeys(recipients, "553 the address can't be written in ASCII"))
        except _LOST as e:
            _hang_up(client)
            self._client = None
            said = f"connection lost: {line_of(str(e))}"
            return Delivery({}, dict.fromkeys(recipients, said), said, isinstance(e, TimeoutError))
        results = {r: f"{refused[r].code} {line_of(refused[r].message)}" for r in refused}
        return sorted_out({r: results.get(r, f"250 {line_of(said)}") for r in recipients})

    @property
    def most_bytes(self) -> int:
        """See Sender (RFC 1870); known after `connect`."""
        size = self._client.esmtp_extensions.get("size", "") if self._client else ""
        return int(size) if size.isdecimal() and len(size) < 16 else 0

    async def rehearse(self, recipient: str) -> None:
        """See whether the server would take a letter for this recipient; none is sent. Raises what `connect` does."""
        client = await self._connected()
        try:
            await client.mail(self._mailbox.address)
            await client.rcpt(recipient)
        except (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPRecipientRefused) as e:
            if e.code >= 500:
                raise OutboxRefused(
                    f"The SMTP server {self._mailbox.smtp_host}:{self._settings.real_port} would refuse a letter from"
                    f" {self._mailbox.address} to {recipient} ({e.code} {line_of(e.message)}): check the two addresses,"
                    " smtp.port and smtp.login."
                ) from e
        except _LOST as e:
            raise translated(e, self._mailbox.smtp_host, self._settings, self._facts) from e
        await self._reset()

    def _about_the_set_up(self, e: aiosmtplib.SMTPResponseException) -> None:
        """Raise where the next letter would fare no better: the letter waits, and is no undeliverable one."""
        said = f"{e.code} {line_of(e.message)}"
        row = reason_of(said)
        if row is not None and (row.stops or row.passes):
            raise (OutboxFailed if row.passes else OutboxRefused)(
                f"The SMTP server {self._mailbox.smtp_host} takes no letter for now ({said}):"
                f" {row.sentence(self._facts)}",
                max(row.pause_seconds, asked_pause(said)),
            ) from e

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
