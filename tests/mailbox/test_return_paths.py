"""Return paths of their own: given where the server takes them, and let go of where it doesn't."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from qibot.config.mailbox import Mailbox, Smtp
from qibot.mailbox import Delivery, Outbox, Password
from tests.support.build import BOT
from tests.support.ports import free_ports

RAW = b"Subject: x\r\n\r\nx\r\n"
JO, MEG = "jo@school.example", "meg@school.example"
PATHS = {JO: "qi.reports+b-jo@council.example", MEG: "qi.reports+b-meg@council.example"}


class Server:
    """Takes mail, and refuses marked senders at one of the commands, if it is told to."""

    def __init__(self) -> None:
        self.refuses_at, self.words = "", "553 5.7.1 Sender address rejected: not owned by user"
        self.took: list[tuple[str, tuple[str, ...]]] = []
        self.port = free_ports(1)[0]

    async def handle_MAIL(self, _s: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        envelope.mail_from = address
        return self._answer("MAIL", address)

    async def handle_RCPT(self, _s: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if "nobody" in address:
            return "550 5.1.1 no such user"
        if (said := self._answer("RCPT", envelope.mail_from)).startswith("2"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, _s: Any, _session: Any, envelope: Any) -> str:
        if (said := self._answer("DATA", envelope.mail_from)).startswith("2"):
            self.took.append((envelope.mail_from, tuple(envelope.rcpt_tos)))
        return said

    def _answer(self, command: str, sender: str) -> str:
        return self.words if command == self.refuses_at and "+b-" in sender else "250 OK"

    def delivers(self, *recipients: str, times: int = 1) -> Delivery:
        mailbox = Mailbox(address=BOT, imap_host="127.0.0.1", smtp_host="127.0.0.1")
        outbox = Outbox(
            mailbox, Smtp(port=self.port, security="plain", login=False, timeout_seconds=5), Password(lambda: "")
        )

        async def deliver() -> Delivery:
            for _ in range(times):
                done = await outbox.deliver(recipients, RAW, PATHS)
            await outbox.close()
            return done

        return asyncio.run(deliver())


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    running = Controller(made, hostname="127.0.0.1", port=made.port)
    running.start()
    yield made
    running.stop()


def test_each_who_has_a_path_gets_a_copy_by_it_and_the_others_one_together(server: Server) -> None:
    done = server.delivers(JO, "a@x.example", MEG, "b@x.example")
    assert sorted(server.took) == [
        (PATHS[JO], (JO,)), (PATHS[MEG], (MEG,)), (BOT, ("a@x.example", "b@x.example")),
    ]  # fmt: skip
    assert set(done.outcomes) == {JO, MEG, "a@x.example", "b@x.example"}
    assert done.marked == (JO, MEG)


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_a_server_that_takes_no_path_but_the_mailboxs_gets_that_one_from_then_on(server: Server, command: str) -> None:
    server.refuses_at = command
    done = server.delivers(JO, MEG, times=2)
    assert server.took == [(BOT, (JO,)), (BOT, (MEG,))] * 2
    assert done.marked == ()
    assert all(said.startswith("250") for said in done.outcomes.values())


def test_a_refusal_that_isnt_about_the_path_is_the_answer(server: Server) -> None:
    PATHS["nobody@x.example"] = "qi.reports+b-nobody@council.example"
    try:
        done = server.delivers("nobody@x.example", MEG)
    finally:
        del PATHS["nobody@x.example"]
    assert done.outcomes["nobody@x.example"].startswith("550 5.1.1")
    assert done.marked == (MEG,)
    assert server.took == [(PATHS[MEG], (MEG,))]
