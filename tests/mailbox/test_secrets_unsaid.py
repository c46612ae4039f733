"""A server that repeats what it was told makes qibot say no secret: not in the error, and not in its traceback."""

from __future__ import annotations

import asyncio
import base64
import traceback
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from qibot.config.mailbox import Mailbox, Smtp
from qibot.errors import InboxRefused, OutboxRefused
from qibot.mailbox import Outbox, Password
from qibot.mailbox.signin.hiding import without_any
from tests.support.build import BOT
from tests.support.inboxes import Opener, scripted
from tests.support.ports import free_ports

PASSWORD = "pAsSwOrD-of-16-le"
PLAIN = base64.b64encode(f"\0{BOT}\0{PASSWORD}".encode()).decode()


def said_of(e: BaseException) -> str:
    """Whatever may come into a log of it."""
    return "".join(traceback.format_exception(e)) + repr(e)


def hides(text: str) -> bool:
    return not any(one in text for one in (PASSWORD, PLAIN, base64.b64encode(PASSWORD.encode()).decode()))


@pytest.mark.parametrize("shown", [PASSWORD, base64.b64encode(PASSWORD.encode()).decode()], ids=["plain", "base64"])
def test_an_imap_server_that_repeats_the_password(opened: Opener, shown: str) -> None:
    with scripted(login=f"NO no such login: {shown}") as port, pytest.raises(InboxRefused, match="no such") as caught:
        opened(port=port, password=PASSWORD)
    assert hides(said_of(caught.value))


@pytest.mark.parametrize("shown", [PASSWORD, PLAIN], ids=["plain", "base64"])
def test_an_smtp_server_that_repeats_the_password(shown: str) -> None:
    def refuses(*_: Any) -> AuthResult:
        return AuthResult(success=False, handled=False, message=f"535 5.7.8 no such login: {shown}")

    port = free_ports(1)[0]
    server = Controller(object(), "127.0.0.1", port, authenticator=refuses, auth_require_tls=False)
    server.start()
    mailbox = Mailbox(address=BOT, imap_host="127.0.0.1", smtp_host="127.0.0.1")
    outbox = Outbox(mailbox, Smtp(port=port, security="plain", timeout_seconds=5), Password(lambda: PASSWORD))
    try:
        with pytest.raises(OutboxRefused, match="no such login") as caught:
            asyncio.run(outbox.connect())
    finally:
        server.stop()
    assert hides(said_of(caught.value))


def test_what_is_said_stays_readable() -> None:
    text = "AADSTS999999: app 8bbc21e5-1f2e-4d3b-9c55-0a5d3d0f7a11 at https://login.microsoftonline.com/error?code=1"
    assert without_any(text, "") == text
    assert without_any(f"a {'x' * 60}.{'y' * 50} b", "none") == "a ….… b"
