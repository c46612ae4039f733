"""Real IMAP (pymap) and real SMTP (aiosmtpd) on the loopback, in memory, in one thread; nothing can leave the machine.

Every name is an account: it exists from its first login or delivery on, all with the same password. a+b@x lands in
a@x. SMTP asks for no login, but checks one that is offered. When a message arrived is what the given clock says.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import ssl
import threading
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, NamedTuple
from weakref import WeakSet

from qibot.errors import QibotError

try:
    from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
    from proxyprotocol.sock import SocketInfoLocal  # type: ignore[import-not-found, unused-ignore]  # pymap needs it
    from pymap.backend.dict import Config, Login
    from pymap.backend.dict.filter import FilterSet
    from pymap.backend.dict.mailbox import MailboxData, MailboxSet
    from pymap.concurrent import Subsystem
    from pymap.imap import IMAPServer
    from pymap.parsing.message import AppendMessage
    from pymap.parsing.specials import FetchRequirement
    from pymap.user import UserMetadata
except ImportError as missing:
    raise QibotError(
        f"The demo's mail servers lack a part ({missing}). Install it with: pip install 'qibot[demo]'"
    ) from missing

HOST = "127.0.0.1"
SIZE_LIMIT = 64 << 20
LINE_LIMIT = 1 << 20  # real servers take lines longer than SMTP's 998 bytes, and so do we
PATIENCE = 20.0
logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd warns of itself at each login


class Delivery(NamedTuple):
    """A message accepted by SMTP for one recipient: the envelope as it was said, the bytes as they were sent."""

    arrived: datetime
    mail_from: str
    rcpt: str
    raw: bytes


class EmbeddedMail:
    """The two servers, while the `with` block lasts; `delivered` outlives it."""

    def __init__(
        self,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        *,
        password: str = "secret",  # noqa: S107 - of mailboxes that live in memory
        imap_port: int = 0,
        smtp_port: int = 0,
    ) -> None:
        self.imap_port, self.smtp_port = imap_port, smtp_port  # 0: whatever is free, known once started
        self.password = password
        self.delivered: list[Delivery] = []
        self._clock = clock  # called in the servers' thread
        self._failure: Exception | None = None
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="qibot-demo-mail", daemon=True)

    def __enter__(self) -> EmbeddedMail:
        self._thread.start()
        if not self._up.wait(PATIENCE):
            raise QibotError(f"The demo's mail servers didn't start within {PATIENCE:.0f} seconds.")
        if self._failure:
            self._thread.join()
            raise QibotError(f"The demo's mail servers can't start: {self._failure}") from self._failure
        return self

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> None:
        with suppress(RuntimeError):  # the loop ended by itself; then `_failure` says why
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE)
        if error is None and (self._failure or self._thread.is_alive()):
            raise QibotError(f"The demo's mail servers didn't stop cleanly: {self._failure or 'still busy'}")

    def letters(self, user: str) -> list[tuple[datetime, bytes]]:
        """What lies in the user's INBOX, oldest first, each with its arrival time; for an unknown user, nothing."""
        if not self._thread.is_alive():
            raise QibotError("The demo's mail servers aren't running.")
        return asyncio.run_coroutine_threadsafe(self._letters(user), self._loop).result(PATIENCE)

    # What follows runs in the servers' thread.

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as problem:
            self._failure = problem
        finally:
            self._up.set()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._one_at_a_time = asyncio.Lock()  # so that `delivered` has the order of arrival
        self._connections: WeakSet[asyncio.WriteTransport] = WeakSet()
        self._sessions: set[asyncio.Task[None]] = set()  # IMAP's; aiosmtpd looks after its own
        self._accounts = _Accounts(self.password)
        self._imap = IMAPServer(_AnyName(self._accounts), self._accounts)
        servers: list[asyncio.Server] = []
        try:
            servers.append(await asyncio.start_server(self._accept_imap, HOST, self.imap_port, limit=LINE_LIMIT))
            servers.append(await self._loop.create_server(lambda: _PostOffice(self), HOST, self.smtp_port))
            self.imap_port, self.smtp_port = (server.sockets[0].getsockname()[1] for server in servers)
            self._up.set()
            await self._stop.wait()
        finally:
            await self._hang_up(servers)

    def _accept_imap(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections.add(writer.transport)
        session = self._loop.create_task(self._serve_imap(reader, writer))
        self._sessions.add(session)
        session.add_done_callback(self._sessions.discard)

    async def _serve_imap(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.CancelledError):  # the client is gone, or we go
            whole: Any = _WholeAnswers(writer)
            await self._imap(reader, whole, SocketInfoLocal(writer, unique_id=os.urandom(8)))

    async def _hang_up(self, servers: list[asyncio.Server]) -> None:
        """Cut the connections before the loop ends, so that no task and no socket is left to complain."""
        for listener in (listener for server in servers for listener in server.sockets):
            with suppress(NotImplementedError):  # on Windows
                self._loop.remove_reader(listener)  # asyncio trips over a server closed while it takes a connection
        for _ in range(4):
            for transport in tuple(self._connections):
                transport.abort()
            for session in self._sessions:
                session.cancel()
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            if not tasks:
                break
            await asyncio.wait(tasks, timeout=0.1)
        for server in servers:
            server.close()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        """Deliver to the recipients of the envelope; aiosmtpd calls it by this name."""
        raw, sender = envelope.original_content or b"", (envelope.mail_from or "").replace("<>", "")
        async with self._one_at_a_time:
            arrived = self._clock()
            for rcpt in envelope.rcpt_tos:
                top = f"Return-Path: <{sender}>\r\nDelivered-To: {rcpt}\r\n".encode("utf-8", "surrogateescape")
                inbox = await self._inbox(rcpt)
                letter = await inbox.append(AppendMessage(top + raw, arrived), recent=True)
                content = (await letter.load_content(FetchRequirement.CONTENT)).content
                content._raw = memoryview(top + raw)  # pymap cuts the last byte off if there is no empty line
                self.delivered.append(Delivery(arrived, sender, rcpt, raw))
        return "250 2.0.0 Delivered"

    async def _inbox(self, name: str) -> MailboxData:
        folders, _ = self._accounts.account(name)
        return await folders.get_mailbox("INBOX")

    async def _letters(self, user: str) -> list[tuple[datetime, bytes]]:
        found = [letter async for letter in (await self._inbox(user)).messages()]
        return [(m.internal_date, bytes((await m.load_content(FetchRequirement.CONTENT)).content)) for m in found]


class _WholeAnswers:
    """pymap writes an answer in pieces, and a client that doesn't wait (imapclient in IDLE) trips over half a line."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._pieces: list[bytes | memoryview] = []
        self.write = self._pieces.append

    async def drain(self) -> None:
        self._writer.write(b"".join(self._pieces))
        self._pieces.clear()
        await self._writer.drain()

    def close(self) -> None:
        self._writer.close()


class _Inbox(MailboxData):  # type: ignore[misc, unused-ignore]
    """pymap sleeps in IDLE on what came just before it; this one tells it at once."""

    async def update_selected(self, selected: Any, *, wait_on: Any = None) -> Any:
        news = selected.mod_sequence != self._mod_sequences.highest
        return await super().update_selected(selected, wait_on=None if news else wait_on)


class _PostOffice(SMTP):  # type: ignore[misc, unused-ignore]  # a class without types where the demo isn't installed
    """One SMTP connection."""

    line_length_limit = LINE_LIMIT

    def __init__(self, mail: EmbeddedMail) -> None:
        self._mail = mail
        super().__init__(
            mail,
            hostname="localhost",  # else it asks the DNS
            data_size_limit=SIZE_LIMIT,
            enable_SMTPUTF8=True,
            auth_require_tls=False,
            authenticator=self._check,
            loop=mail._loop,
        )

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101
        self._mail._connections.add(transport)
        super().connection_made(transport)

    def _check(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any) -> AuthResult:  # noqa: ARG002
        return AuthResult(success=given.password == self._mail.password.encode(), handled=False)


class _Accounts(Config):  # type: ignore[misc, unused-ignore]
    """pymap's settings, which also hold its mailboxes."""

    def __init__(self, password: str) -> None:
        super().__init__(
            Namespace(proxy_protocol=None, passlib_cfg=None),
            host=HOST,
            port=0,
            demo_data=False,
            demo_user="",
            demo_password=password,
            tls_enabled=False,
            ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),  # unused; else it reads CERT_FILE
            cpu_subsystem=Subsystem.for_asyncio(),  # else it starts threads
            max_append_len=SIZE_LIMIT,
        )

    @property
    def greeting(self) -> bytes:
        return b"the qibot demo is ready"  # pymap's own asks the DNS

    def account(self, name: str) -> tuple[MailboxSet, FilterSet]:
        """The mailboxes of a user, made when first asked for. Case doesn't matter, nor does what follows a plus."""
        key = re.sub(r"\+[^@]*", "", name.lower())
        if key not in self.set_cache:
            folders = MailboxSet()
            folders._inbox = _Inbox(folders._content_cache, folders._thread_cache)
            self.set_cache[key] = (folders, FilterSet())
        known: tuple[MailboxSet, FilterSet] = self.set_cache[key]
        return known


class _AnyName(Login):  # type: ignore[misc, unused-ignore]
    """Knows every name, with the one password."""

    async def authenticate(self, credentials: Any) -> Any:
        name, accounts = credentials.authcid, self.config
        assert isinstance(accounts, _Accounts)  # noqa: S101
        self.users_dict.setdefault(name, _User(accounts, name, password=accounts.demo_password))
        accounts.set_cache[name] = accounts.account(name)
        return await super().authenticate(credentials)


class _User(UserMetadata):  # type: ignore[misc, unused-ignore]
    """Compares the password as it stands: pymap's hashing costs a fifth of a second a login."""

    def compare_secret(self, value: str) -> bool:
        return bool(value == self.password)
