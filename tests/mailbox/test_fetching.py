"""Every message comes once, whole, in its order and with its true arrival, whatever lies beside it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from imapclient import DELETED, SEEN, IMAPClient

from qibot.errors import InboxFailed
from qibot.mailbox import inbox as module
from qibot.message.incoming import Incoming
from tests.support.inboxes import DONE, EARLIER, Opener, everything, message, subjects
from tests.support.mailservers import MailServers


def test_read_and_unread_messages_both_come_and_stay_as_they_are(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for name in ("unread", "read", "marked as deleted"):
        servers.append(mailbox_name, message(name))
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.add_flags([2], [SEEN])
        client.add_flags([3], [DELETED])
    assert subjects(everything(opened())) == ["unread", "read", "marked as deleted"]
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX", readonly=True)
        assert [SEEN in flags for flags in client.get_flags([1, 2, 3]).values()] == [False, True, False]


def test_the_bytes_and_the_size_are_the_servers(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    raw = b'Subject: =?utf-8?q?F?=\r\nX: "(){5}\r\n\r\n\xff\x00 8-bit {3}\r\n.\r\n'.replace(b"\x00", b"")
    servers.append(mailbox_name, raw)
    (one,) = everything(opened())
    assert (one.raw, one.size, one.whole) == (raw, len(raw), True)


def test_a_message_without_anything_comes_too(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    servers.append(mailbox_name, b"\r\n")
    servers.append(mailbox_name, message("after"))
    assert [one.size for one in everything(opened())] == [2, len(message("after"))]


def test_the_arrival_is_the_servers_in_utc_whatever_the_date_header_says(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, b"Date: Mon, 1 Jan 2001 00:00:00 +0000\r\n\r\n", EARLIER)
    (one,) = everything(opened())
    assert (one.arrived, one.arrived.tzinfo) == (EARLIER, UTC)


def test_an_arrival_in_the_hour_that_comes_twice_isnt_taken_for_the_other(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    servers.append(mailbox_name, message("one"), twice)
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    try:
        assert [one.arrived for one in everything(opened())] == [twice]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_batches_are_bounded_in_bytes_and_keep_the_order(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for number, size in enumerate([40_000, 40_000, 40_000, 150_000, 10_000, 10_000]):
        servers.append(mailbox_name, message(str(number), size))
    batches = list(opened(batch_mb=0.1).batches())
    assert [subjects(batch) for batch in batches] == [["0", "1"], ["2"], ["3"], ["4", "5"]]


def test_many_messages_are_asked_for_in_slices(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SLICE", 3)
    for number in range(7):
        servers.append(mailbox_name, message(str(number)))
    inbox = opened()
    found = everything(inbox)
    assert subjects(found) == [str(number) for number in range(7)]
    inbox.file_away([one.uid for one in found], DONE)
    assert len(servers.messages(mailbox_name, DONE)) == 7


def test_a_message_over_the_limit_comes_by_its_header_alone(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, message("small", 1000))
    servers.append(mailbox_name, message("big", 50_000), EARLIER)
    servers.append(mailbox_name, b"Subject: long header\r\nX-Long: " + b"y" * 5000 + b"\r\n\r\n" + b"z" * 30_000)
    small, big, long = everything(opened(limit_bytes=20_000, header_bytes=100))
    assert (small.whole, big.whole, long.whole) == (True, False, False)
    assert big.raw == b"From: a@b.example\r\nSubject: big\r\n\r\n"
    assert (big.size, big.arrived) == (len(message("big", 50_000)), EARLIER)
    assert len(long.raw) == 100
    assert subjects([long]) == ["long header"]


def test_a_message_that_is_deleted_meanwhile_is_left_out(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for name in ("one", "two", "three", "four"):
        servers.append(mailbox_name, message(name, 60_000))
    batches = opened(batch_mb=0.07).batches()
    first = next(batches)
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.delete_messages([2, 4])
        client.expunge()
    rest = [one for batch in batches for one in batch]
    assert subjects([*first, *rest]) == ["one", "three"]


def test_a_message_that_the_server_refuses_hides_no_other(
    servers: MailServers,
    mailbox_name: str,
    opened: Opener,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for name in ("one", "broken", "three", "four"):
        servers.append(mailbox_name, message(name))
    fetch = IMAPClient.fetch

    def refusing(self: IMAPClient, uids: list[int], items: list[str]) -> Any:
        if 2 in uids and "BODY.PEEK[]" in items:
            raise IMAPClient.Error("fetch failed: Some messages could not be FETCHed")
        return fetch(self, uids, items)

    monkeypatch.setattr(IMAPClient, "fetch", refusing)
    assert subjects(everything(opened())) == ["one", "three", "four"]
    assert "UID 2 can't be fetched" in caplog.text


def test_a_message_at_which_the_server_hangs_up_comes_alone_and_then_last(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    """Dovecot says BYE when it can't open a message's file."""
    for name in ("one", "broken", "three", "four"):
        servers.append(mailbox_name, message(name))
    files = [path for path in (servers.home / "mail" / mailbox_name / "Maildir").glob("*/*") if path.is_file()]
    (broken,) = (path for path in files if b"broken" in path.read_bytes())
    broken.chmod(0)
    inbox = opened()
    passes = []
    for _ in range(4):
        came: list[Incoming] = []
        inbox.connect()
        with pytest.raises(InboxFailed, match="broke while fetching"):
            for batch in inbox.batches():
                came += batch
        passes.append(subjects(came))
    assert passes == [[], ["one"], ["one"], ["one", "three", "four"]]
    (broken.parent.parent / "cur" / f"{broken.name}:2,").chmod(0o600)
    for order in (["one", "three", "four", "broken"], ["one", "broken", "three", "four"]):
        inbox.connect()
        assert subjects(everything(inbox)) == order


def test_a_listing_ends_with_its_connection(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name, 60_000))
    inbox = opened(batch_mb=0.07)
    old = inbox.batches()
    next(old)
    inbox.close()
    inbox.connect()
    with pytest.raises(InboxFailed, match="is closed"):
        next(old)
