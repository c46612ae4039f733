"""What the tests of the inbox share: messages to lie in it, ways to connect, and a server that answers as told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from imapclient import IMAPClient

from qibot.mailbox.inbox import Inbox
from qibot.message.incoming import Incoming
from tests.support.mailservers import MailServers
from tests.support.ports import HOST

DONE = "qibot/done"
EARLIER = datetime(2026, 3, 15, 22, 59, 59, tzinfo=UTC)


def message(subject: str, size: int = 0) -> bytes:
    body = b"x" * 70 + b"\r\n"
    return f"From: a@b.example\r\nSubject: {subject}\r\n\r\n".encode() + body * (size // len(body))


def subjects(found: list[Incoming] | list[bytes]) -> list[str]:
    raws = [one.raw if isinstance(one, Incoming) else one for one in found]
    return [raw.partition(b"Subject: ")[2].partition(b"\r\n")[0].decode() for raw in raws]


def everything(inbox: Inbox) -> list[Incoming]:
    return [one for batch in inbox.batches() for one in batch]


Opener = Callable[..., Inbox]


def recorded(monkeypatch: pytest.MonkeyPatch, name: str) -> list[Any]:
    """The arguments of the calls of an imapclient method, which go through."""
    calls: list[Any] = []
    whole = getattr(IMAPClient, name)

    def call(*args: Any, **options: Any) -> Any:
        calls.append(args[1:])
        return whole(*args, **options)

    monkeypatch.setattr(IMAPClient, name, call)
    return calls


@contextmanager
def scripted(
    said: list[str] | None = None,
    *,
    login: str = "OK done",
    select: str = "OK [READ-WRITE] done",
    idle: str = "+ idling",
    done: str = "{tag} OK done",
) -> Iterator[int]:
    """The port of an empty mailbox that answers as told, for what Dovecot never does; it is there for one client."""
    plain = {
        "CAPABILITY": "* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK done",
        "LOGIN": "{tag} " + login,
        "LIST": '* LIST (\\Noselect) NIL ""\r\n{tag} OK done',
        "SELECT": "* 0 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n{tag} " + select,
        "UID": "* SEARCH\r\n{tag} OK done",
        "IDLE": idle,
        "DONE": done,
    }

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rwb") as lines:
            answer, last = "* OK hello", ""
            while True:
                lines.write(answer.format(tag=last).encode() + b"\r\n")
                lines.flush()
                words = lines.readline().decode().rstrip().split(" ", 2)
                if words == [""] or (words[1:2] == ["LOGIN"] and not login):
                    return
                if words != ["DONE"]:
                    last = words[0]
                if said is not None:
                    said.append(" ".join(words[1:]))
                folder = words[1:2] == ["LIST"] and words[2] != '"" ""'
                command = "DONE" if words == ["DONE"] else words[1]
                answer = "{tag} OK done" if folder else plain.get(command, "{tag} OK done")

    with socket.create_server((HOST, 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


def tls(servers: MailServers) -> dict[str, Any]:
    return {"security": "tls", "port": servers.imaps_port, "ca_file": str(servers.ca_file)}


def starttls(servers: MailServers) -> dict[str, Any]:
    return {"security": "starttls", "port": servers.imap_port, "ca_file": str(servers.ca_file)}
