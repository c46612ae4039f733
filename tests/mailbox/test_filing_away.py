"""What has been dealt with is filed away, and never another message in its place."""

from __future__ import annotations

from typing import Any

import pytest
from imapclient import DELETED, IMAPClient

from qibot.errors import InboxFailed
from qibot.mailbox import imap
from qibot.mailbox import inbox as module
from tests.support.inboxes import DONE, EARLIER, Opener, everything, message, recorded, subjects
from tests.support.mailservers import MailServers


@pytest.mark.parametrize("hidden", [[], [b"MOVE"], [b"MOVE", b"UIDPLUS"]], ids=["move", "uid expunge", "expunge"])
def test_messages_are_filed_away_by_every_way_a_server_may_offer(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch, hidden: list[bytes]
) -> None:
    able = imap.abilities
    monkeypatch.setattr(module, "abilities", lambda client: able(client).difference(hidden))
    used = [recorded(monkeypatch, name) for name in ("move", "copy", "uid_expunge", "expunge")]
    for name in ("one", "two", "deleted by hand", "four"):
        servers.append(mailbox_name, message(name), EARLIER)
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.add_flags([3], [DELETED])
    inbox = opened()
    found = everything(inbox)
    inbox.file_away([found[0].uid, found[1].uid], DONE)
    assert [len(calls) for calls in used] == {0: [1, 0, 0, 0], 1: [0, 1, 1, 0], 2: [0, 1, 0, 1]}[len(hidden)]
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one", "two"]
    assert subjects(everything(inbox)) == ["deleted by hand", "four"]
    with servers.client(mailbox_name) as client:
        client.select_folder(DONE, readonly=True)
        assert not any(DELETED in flags for flags in client.get_flags(client.search()).values())
        client.select_folder("INBOX", readonly=True)
        assert client.search("DELETED") == [3]


def test_a_message_that_a_person_took_away_is_fine(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name))
    inbox = opened()
    one, two = everything(inbox)
    with servers.client(mailbox_name) as client:
        client.select_folder("INBOX")
        client.delete_messages([one.uid])
        client.expunge()
    inbox.file_away([one.uid, two.uid], DONE)
    inbox.file_away([one.uid, two.uid], DONE)
    inbox.file_away([], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["two"]


def test_a_server_that_refuses_all_when_one_is_gone_moves_the_rest(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name))
    inbox = opened()
    everything(inbox)
    move = IMAPClient.move

    def strict(self: IMAPClient, uids: list[int], folder: str) -> Any:
        if 99 in uids:
            raise IMAPClient.Error("move failed: [EXPUNGEISSUED]")
        return move(self, uids, folder)

    monkeypatch.setattr(IMAPClient, "move", strict)
    inbox.file_away([1, 2, 99], DONE)
    inbox.file_away([99], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one", "two"]


def test_a_folder_that_vanished_fails_and_is_made_again(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, message("one"))
    inbox = opened()
    everything(inbox)
    with servers.client(mailbox_name) as client:
        client.delete_folder(DONE)
    with pytest.raises(InboxFailed, match="filing messages away"):
        inbox.file_away([1], DONE)
    inbox.connect()
    inbox.file_away([one.uid for one in everything(inbox)], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one"]


def test_a_restart_between_fetching_and_filing_fails_once(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, message("one"))
    inbox = opened()
    (one,) = everything(inbox)
    servers.restart_dovecot()
    with pytest.raises(InboxFailed, match="localhost"):
        inbox.file_away([one.uid], DONE)
    inbox.connect()
    with pytest.raises(InboxFailed):  # numbers of the lost connection
        inbox.file_away([one.uid], DONE)
    assert subjects(servers.messages(mailbox_name)) == ["one"]
    inbox.connect()
    (one,) = everything(inbox)
    inbox.file_away([one.uid], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one"]


def test_new_numbers_after_a_reconnect_never_move_another_message(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    for name in ("one", "two"):
        servers.append(mailbox_name, message(name))
    inbox = opened()
    one, two = everything(inbox)
    inbox.file_away([one.uid], DONE)
    inbox.close()
    servers.recreate_inbox(mailbox_name)
    inbox.connect()
    with pytest.raises(InboxFailed):
        inbox.file_away([two.uid], DONE)
    inbox.connect()
    (again,) = everything(inbox)
    assert (subjects([again]), again.uid) == (["two"], 1)
    inbox.file_away([again.uid], DONE)
    assert subjects(servers.messages(mailbox_name, DONE)) == ["one", "two"]


def test_new_numbers_within_a_connection_are_noticed(
    servers: MailServers, mailbox_name: str, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    servers.append(mailbox_name, message("one"))
    inbox = opened()
    (one,) = everything(inbox)
    monkeypatch.setattr(IMAPClient, "folder_status", lambda *_: {b"UIDVALIDITY": 1})
    with pytest.raises(InboxFailed, match="numbered anew since"):
        inbox.file_away([one.uid], DONE)
    assert subjects(servers.messages(mailbox_name)) == ["one"]
