"""The bot's folders are made once, with the names that each server wants."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.inboxes import DONE, Opener, everything, message, scripted, subjects
from tests.support.mailservers import MailServers


@pytest.fixture(scope="module")
def dotted() -> Iterator[MailServers]:
    """A Dovecot whose folders are all inside INBOX and divided by dots, as older servers have it."""
    running = MailServers(separator=".", prefix="INBOX.")
    running.start(smtp=False)
    try:
        yield running
    finally:
        running.stop()


def test_a_server_without_a_delimiter_gets_the_name_as_it_stands(opened: Opener) -> None:
    said: list[str] = []
    with scripted(said) as port:
        opened(port=port).close()
    assert [line for line in said if line.startswith("CREATE")] == ['CREATE "qibot/done"', 'CREATE "qibot/quarantine"']


def test_the_folders_are_made_and_subscribed_once(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    for _ in range(2):
        opened().close()
    assert servers.folders(mailbox_name) == ["INBOX", "qibot", "qibot/done", "qibot/quarantine"]
    with servers.client(mailbox_name) as client:
        assert {name for *_, name in client.list_sub_folders()} >= {"qibot/done", "qibot/quarantine"}


def test_folders_follow_the_servers_delimiter_and_prefix(
    dotted: MailServers, mailbox_name: str, opened: Opener
) -> None:
    dotted.append(mailbox_name, message("one"))
    inbox = opened(dotted)
    (one,) = everything(inbox)
    inbox.file_away([one.uid], DONE)
    assert dotted.folders(mailbox_name) == ["INBOX", "INBOX.qibot", "INBOX.qibot.done", "INBOX.qibot.quarantine"]
    assert subjects(dotted.messages(mailbox_name, DONE)) == ["one"]
    assert dotted.messages(mailbox_name) == []


def test_a_folder_that_is_given_with_the_prefix_doesnt_get_it_twice(
    dotted: MailServers, mailbox_name: str, opened: Opener
) -> None:
    opened(dotted, done="INBOX/away")
    assert "INBOX.away" in dotted.folders(mailbox_name)


def test_another_folder_than_inbox_can_be_read(servers: MailServers, mailbox_name: str, opened: Opener) -> None:
    servers.append(mailbox_name, message("elsewhere"), folder="Team/QI reports")
    servers.append(mailbox_name, message("not ours"))
    inbox = opened(folder="Team/QI reports")
    (one,) = everything(inbox)
    inbox.file_away([one.uid], "qibot/quarantine")
    assert subjects([one]) == ["elsewhere"]
    assert subjects(servers.messages(mailbox_name, "qibot/quarantine")) == ["elsewhere"]
    assert subjects(servers.messages(mailbox_name)) == ["not ours"]
