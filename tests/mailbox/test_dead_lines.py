"""A server that takes a command and says nothing more: noticed in time at each command, told, and done anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from qibot.errors import InboxFailed
from qibot.mailbox.inbox import Inbox
from tests.faults.fault import DOWN, UP, Fault, Kind
from tests.faults.proxy import Proxy
from tests.support.inboxes import DONE, EARLIER, Opener, everything, message, subjects
from tests.support.mailservers import MailServers

PATIENCE = 0.3  # seconds; 50 by default


def file_away(inbox: Inbox) -> None:
    inbox.file_away([one.uid for one in everything(inbox)], DONE)


COMMANDS: dict[str, tuple[Fault, Callable[[Inbox], object]]] = {
    "the greeting": (Fault(Kind.STALL, DOWN), Inbox.connect),
    "CAPABILITY": (Fault(Kind.STALL, at=rb"CAPABILITY"), Inbox.connect),
    "LOGIN": (Fault(Kind.STALL, at=rb"LOGIN [^\n]*\n"), Inbox.connect),
    "half of LOGIN": (Fault(Kind.STALL, at=rb"LOGIN "), Inbox.connect),
    "NAMESPACE": (Fault(Kind.STALL, at=rb"NAMESPACE"), Inbox.connect),
    "LIST": (Fault(Kind.STALL, at=rb"LIST [^\n]*\n"), Inbox.connect),
    "SELECT": (Fault(Kind.STALL, at=rb"SELECT [^\n]*\n"), Inbox.connect),
    "SEARCH": (Fault(Kind.STALL, at=rb"UID SEARCH"), everything),
    "FETCH of sizes": (Fault(Kind.STALL, at=rb"RFC822\.SIZE[^\n]*\n"), everything),
    "FETCH": (Fault(Kind.STALL, at=rb"BODY\.PEEK[^\n]*\n"), everything),
    "half a message": (Fault(Kind.STALL, DOWN, at=rb"Subject: on"), everything),
    "MOVE": (Fault(Kind.STALL, at=rb"UID MOVE [^\n]*\n"), file_away),
    "APPEND": (Fault(Kind.STALL, at=rb"APPEND [^\n]*\n"), Inbox.server_time),
    "half an appended message": (Fault(Kind.STALL, UP, at=rb"APPEND[^\n]*\n"), Inbox.server_time),
}


@pytest.fixture
def line(servers: MailServers) -> Iterator[Proxy]:
    proxy = Proxy(servers.imap_port)
    yield proxy
    proxy.close()


@pytest.mark.parametrize("where", COMMANDS)
def test_a_server_that_goes_silent_in_the_middle_of_a_command_is_noticed_in_time_and_all_is_done_anew(
    servers: MailServers, mailbox_name: str, line: Proxy, opened: Opener, where: str
) -> None:
    with servers.client(mailbox_name) as client:
        client.append("INBOX", message("one"), msg_time=EARLIER)
    inbox = opened(port=line.port, timeout_seconds=PATIENCE, connect=False)
    fault, part = COMMANDS[where]
    if part is not Inbox.connect:
        inbox.connect()
    line.strike(fault)
    begun = time.monotonic()
    with pytest.raises(InboxFailed, match=r"didn't answer within 0\.3 seconds while .*; it is tried again"):
        part(inbox)
    assert time.monotonic() - begun < PATIENCE * 2 + 1  # not once more for each thing still to be said
    line.heal()
    inbox.connect()
    assert subjects(everything(inbox)) == ["one"] or where == "MOVE"
    file_away(inbox)
    assert everything(inbox) == []
