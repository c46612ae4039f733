"""Copies of what was sent lie in the Sent folder, once each, whether the server makes them or not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from qibot.errors import InboxFailed
from tests.support.inboxes import Opener, everything, message, recorded, subjects
from tests.support.mailservers import MailServers

NOW = datetime(2026, 3, 15, 10, tzinfo=UTC)


def letter(subject: str) -> bytes:
    return f"Message-ID: <{subject}@x.example>\r\n".encode() + message(subject)


def test_a_copy_is_put_into_a_new_sent_folder_read_and_with_its_time(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    opened().keep_sent([letter("one"), letter("two")], NOW)
    assert subjects(servers.messages(mailbox_name, "Sent")) == ["one", "two"]
    with servers.client(mailbox_name) as client:
        client.select_folder("Sent", readonly=True)
        found = client.fetch(client.search(), ["FLAGS", "INTERNALDATE"])
    assert all(b"\\Seen" in one[b"FLAGS"] for one in found.values())
    assert {one[b"INTERNALDATE"].replace(tzinfo=None).minute for one in found.values()} == {0}


def test_a_copy_that_is_there_already_is_not_put_again(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    servers.append(mailbox_name, letter("one"), folder="Sent")
    inbox = opened()
    inbox.keep_sent([letter("one"), letter("two")], NOW)
    inbox.keep_sent([letter("two"), letter("three")], NOW)
    assert subjects(servers.messages(mailbox_name, "Sent")) == ["one", "two", "three"]


def test_of_many_letters_too_each_has_one_copy_and_the_folder_is_gone_through_a_few_times(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = [letter(f"n{number}") for number in range(90)]
    inbox = opened()
    searched = recorded(monkeypatch, "search")
    inbox.keep_sent(letters[:80], NOW)
    assert len(searched) <= 5
    inbox.keep_sent([letters[85], *letters, letters[85], letters[0]], NOW)
    kept = subjects(servers.messages(mailbox_name, "Sent"))
    assert sorted(kept) == sorted(f"n{number}" for number in range(90))


@pytest.mark.parametrize("name", ["Sent Items", "Sent Messages"])
def test_a_folder_of_a_usual_name_is_used(servers: MailServers, mailbox_name: str, opened: Opener, name: str) -> None:
    servers.append(mailbox_name, letter("old"), folder=name)
    opened().keep_sent([letter("new")], NOW)
    assert subjects(servers.messages(mailbox_name, name)) == ["old", "new"]
    assert "Sent" not in servers.folders(mailbox_name)


def test_the_folder_to_read_is_open_again_afterwards(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    inbox = opened()
    inbox.keep_sent([letter("sent")], NOW)
    servers.append(mailbox_name, message("came"))
    assert subjects(everything(inbox)) == ["came"]


def test_a_server_that_is_known_to_make_its_own_gets_none(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    inbox = opened()
    inbox.abilities |= {b"X-GM-EXT-1"}
    inbox.keep_sent([letter("one")], NOW)
    assert "Sent" not in servers.folders(mailbox_name)


def test_without_a_connection_there_is_no_copy_and_no_attempt(opened: Opener) -> None:
    inbox = opened()
    inbox.close()
    inbox.keep_sent([letter("one")], NOW)


def test_a_connection_that_breaks_meanwhile_is_a_failure_of_the_mailboxs(servers: MailServers, opened: Opener) -> None:
    inbox = opened()
    servers.restart_dovecot()
    with pytest.raises(InboxFailed):
        inbox.keep_sent([letter("one")], NOW)
    inbox.connect()
