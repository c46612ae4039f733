"""An arrival ends the waiting at once, and none is ever missed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from imapclient import IMAPClient

from qibot.errors import InboxFailed
from qibot.mailbox.inbox import Inbox
from tests.support.inboxes import Opener, everything, message, recorded, scripted, subjects, tls
from tests.support.line import Proxy
from tests.support.mailservers import MailServers


@contextmanager
def meanwhile(action: Callable[[], object], after: float = 0.3) -> Iterator[None]:
    """Runs an action in a thread while the block waits."""
    timer = threading.Timer(after, action)
    timer.start()
    try:
        yield
    finally:
        timer.join()


def timed(inbox: Inbox, seconds: float, wake: int | None = None) -> tuple[bool, float]:
    start = time.monotonic()
    return inbox.wait(seconds, wake), time.monotonic() - start


@pytest.mark.parametrize("way", [None, tls], ids=["plain", "tls"])
def test_an_arrival_ends_the_waiting(
    servers: MailServers, mailbox_name: str, opened: Opener, way: Callable[[MailServers], dict[str, Any]] | None
) -> None:
    inbox = opened(**way(servers) if way else {})
    assert everything(inbox) == []
    with meanwhile(lambda: servers.append(mailbox_name, message("one"))):
        news, seconds = timed(inbox, 8)
    assert news
    assert 0.2 < seconds < 4
    assert subjects(everything(inbox)) == ["one"]


def test_nothing_new_lets_the_time_pass(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    servers.append(mailbox_name, message("known"))
    inbox = opened()
    everything(inbox)
    news, seconds = timed(inbox, 0.5)
    assert not news
    assert 0.45 < seconds < 2


@pytest.mark.parametrize("idle", [True, False])
def test_what_came_before_the_waiting_ends_it_at_once(
    servers: MailServers, mailbox_name: str, opened: Opener, idle: bool
) -> None:
    inbox = opened(idle=idle)
    everything(inbox)
    servers.append(mailbox_name, message("one"))
    news, seconds = timed(inbox, 8)
    assert news
    assert seconds < 1


def test_without_idle_the_folder_is_looked_at_when_the_time_is_over(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    inbox = opened(idle=False)
    everything(inbox)
    with meanwhile(lambda: servers.append(mailbox_name, message("one")), 0.1):
        news, seconds = timed(inbox, 0.6)
    assert news
    assert 0.5 < seconds < 2


@pytest.mark.parametrize("way", [None, tls], ids=["plain", "tls"])
def test_a_message_that_comes_just_before_idle_is_never_missed(
    servers: MailServers,
    mailbox_name: str,
    opened: Opener,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[MailServers], dict[str, Any]] | None,
) -> None:
    """The server announces it together with its "+": the line waits in imaplib's buffer, where no poll sees it."""
    inbox = opened(**way(servers) if way else {})
    look = Inbox._news

    with servers.client(mailbox_name) as client:

        def look_then_arrive(self: Inbox, connected: IMAPClient) -> bool:
            seen = look(self, connected)
            if not seen and due:
                client.append("INBOX", message(due.pop()))
            return seen

        monkeypatch.setattr(Inbox, "_news", look_then_arrive)
        for round_ in range(30):
            everything(inbox)
            due = [str(round_)]
            news, seconds = timed(inbox, 3)
            assert news, f"round {round_}"
            assert seconds < 2, f"round {round_}"


def test_an_announcement_before_the_answer_to_idle_is_news(opened: Opener) -> None:
    with scripted(idle="* 1 EXISTS\r\n+ idling") as port:
        inbox = opened(port=port)
        news, seconds = timed(inbox, 5)
        assert news
        assert seconds < 1
        assert everything(inbox) == []
        inbox.close()


def test_a_refused_idle_fails(opened: Opener) -> None:
    with scripted(idle="{tag} NO not now") as port, pytest.raises(InboxFailed, match="refused"):
        opened(port=port).wait(5)


def test_a_message_that_is_announced_at_the_end_of_a_search_is_never_missed(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """imapclient drops that announcement, and IDLE doesn't repeat it."""
    inbox = opened()
    everything(inbox)
    search, due = IMAPClient.search, ["one"]

    def search_then_arrive(self: IMAPClient, criteria: Any = "ALL") -> Any:
        found = search(self, criteria)
        if due:
            servers.append(mailbox_name, message(due.pop()))
            self.noop()
        return found

    monkeypatch.setattr(IMAPClient, "search", search_then_arrive)
    news, seconds = timed(inbox, 5)
    assert news
    assert seconds < 2


def test_a_message_that_is_announced_as_idle_ends_is_news(opened: Opener) -> None:
    with scripted(done="* 1 EXISTS\r\n{tag} OK done") as port:
        inbox = opened(port=port)
        assert inbox.wait(0.2) is True
        assert everything(inbox) == []
        inbox.close()


def test_idle_is_renewed_in_time(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = recorded(monkeypatch, "idle_done")
    assert timed(opened(verify_seconds=0.2), 1.1)[0] is False
    assert 4 <= len(ended) <= 7


def test_a_line_that_has_died_silently_is_noticed_in_time(servers: MailServers, opened: Opener) -> None:
    """With the defaults in 40 + 15 seconds: each look at the folder asks the server for an answer."""
    line = Proxy(servers.imap_port)
    try:
        inbox = opened(port=line.port, verify_seconds=0.3, answer_seconds=0.5, timeout_seconds=60)
        everything(inbox)
        with meanwhile(lambda: setattr(line, "mute", True)):
            begun = time.monotonic()
            with pytest.raises(InboxFailed, match="didn't answer within 0.5 seconds while watching"):
                inbox.wait(30)
        assert time.monotonic() - begun < 5
    finally:
        line.down()


def test_after_watching_a_slow_answer_is_waited_for_as_long_as_ever(opened: Opener) -> None:
    inbox = opened(answer_seconds=1, timeout_seconds=9)
    assert inbox.wait(0.1) is False
    assert inbox._open().socket().gettimeout() == 9


@pytest.mark.parametrize("idle", [True, False])
def test_the_wake_descriptor_ends_the_waiting_at_once(opened: Opener, idle: bool) -> None:
    inbox = opened(idle=idle)
    everything(inbox)
    read_end, write_end = os.pipe()
    try:
        with meanwhile(lambda: os.write(write_end, b"!")):
            news, seconds = timed(inbox, 8, read_end)
        assert not news
        assert 0.2 < seconds < 1.5
        assert timed(inbox, 8, read_end)[1] < 0.5  # it is still readable: the caller empties it
    finally:
        os.close(read_end)
        os.close(write_end)
    assert everything(inbox) == []


@pytest.mark.parametrize("way", [None, tls], ids=["plain", "tls"])
def test_a_server_that_dies_while_watched_raises(
    servers: MailServers, opened: Opener, way: Callable[[MailServers], dict[str, Any]] | None
) -> None:
    inbox = opened(**way(servers) if way else {})
    everything(inbox)
    start = time.monotonic()
    try:
        with meanwhile(servers.stop_dovecot), pytest.raises(InboxFailed, match="broke while watching"):
            inbox.wait(20)
        assert time.monotonic() - start < 6
        with pytest.raises(InboxFailed):
            inbox.connect()
    finally:
        servers.start_dovecot()
    inbox.connect()
    assert everything(inbox) == []
