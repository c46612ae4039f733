"""The mail server is asked what time it is, and nothing of the question is left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from imapclient import DELETED, SEEN, IMAPClient
from imapclient.exceptions import IMAPClientError

from tests.support.inboxes import DONE, Opener, everything, message, subjects
from tests.support.mailservers import MailServers


def test_the_server_says_its_time_and_the_question_leaves_nothing_behind(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    servers.append(mailbox_name, message("one"))
    inbox = opened()
    before = datetime.now(UTC).replace(microsecond=0)
    said = inbox.server_time()
    assert said is not None
    assert before <= said <= before + timedelta(seconds=10)
    assert subjects(everything(inbox)) == ["one"], "the folder to read is open again"
    with servers.client(mailbox_name) as client:
        assert client.folder_status(DONE, ["MESSAGES"])[b"MESSAGES"] == 0


def test_a_question_that_a_killed_process_has_left_goes_with_the_next_one(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    inbox = opened()
    with servers.client(mailbox_name) as client:
        client.append(DONE, message("qibot-clock-0123"), (SEEN, DELETED))
        client.append(DONE, message("qibot-clock-0123, said somebody"), (SEEN,))
    assert inbox.server_time() is not None
    assert subjects(servers.messages(mailbox_name, DONE)) == ["qibot-clock-0123, said somebody"]


def test_a_server_that_takes_no_message_doesnt_say(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise IMAPClientError("[OVERQUOTA] Quota exceeded")

    inbox = opened()
    monkeypatch.setattr(IMAPClient, "append", full)
    assert inbox.server_time() is None
    assert everything(inbox) == []
