"""A letter to oneself is removed, also where a daemon on the same mailbox files it away meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from imapclient import IMAPClient

from qibot.config.mailbox import Imap
from qibot.mailbox.trial import Found, Trial
from tests.support.inboxes import DONE, Opener, message, subjects
from tests.support.mailservers import MailServers

WORD = "qibot-0123456789ab"


def test_a_letter_that_is_filed_away_between_the_look_and_the_hand_is_removed_too(
    servers: MailServers, mailbox_name: str, opened: Opener
) -> None:
    class Watched(Trial):
        def _find(self, client: IMAPClient, name: Callable[[str], str], word: str) -> list[Found]:
            found = super()._find(client, name, word)
            with servers.client(mailbox_name) as daemon:
                daemon.select_folder("INBOX")
                if uids := daemon.search(["SUBJECT", word]):
                    daemon.move(uids, DONE)
            return found

    inbox = opened()
    for subject in (f"{WORD}-plain", f"{WORD}-plus", "Report 3"):
        servers.append(mailbox_name, message(subject))
    assert Watched(inbox, Imap()).remove(WORD) == 2
    assert subjects(servers.messages(mailbox_name, "INBOX")) == ["Report 3"]
    assert subjects(servers.messages(mailbox_name, DONE)) == []
