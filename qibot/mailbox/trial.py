"""Letters to oneself: looked for by a word of their subject in every folder where they may have gone, and removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from imapclient import DELETED, IMAPClient

from qibot.config import Imap
from qibot.mailbox.imap import search
from qibot.mailbox.inbox import Inbox
from qibot.mailbox.sent import sent_folders

HEADER_BYTES = 65_536
LOOKS = 2  # a daemon on the same mailbox may move a letter between the look and the hand


@dataclass(frozen=True, slots=True)
class Found:
    """A letter that was found: where, when it arrived by the server's clock, its header; is it a Sent copy?"""

    folder: str
    uid: int
    arrived: datetime
    header: bytes
    sent: bool = False


class Trial:
    """Looks with an inbox's connection. Every method raises what the inbox's do."""

    def __init__(self, inbox: Inbox, settings: Imap) -> None:
        self._inbox, self._settings = inbox, settings

    def find(self, word: str) -> list[Found]:
        """The letters with this word in their subject, in the folders that qibot knows and the Sent ones."""
        return self._inbox.using("looking for a letter to oneself", lambda client, name: self._find(client, name, word))

    def newest(self, count: int) -> list[Found]:
        """The last messages that were dealt with, the newest first."""

        def look(client: IMAPClient, name: Callable[[str], str]) -> list[Found]:
            client.select_folder(name(self._settings.done), readonly=True)
            found = _heads(client, name(self._settings.done), search(client, "ALL")[-count:])
            return sorted(found, key=lambda one: one.uid, reverse=True)

        return self._inbox.using("looking at what has come", look)

    def remove(self, word: str) -> int:
        """Delete these letters, for good where that touches no others; how many there were."""

        def clear(client: IMAPClient, name: Callable[[str], str]) -> int:
            count = 0
            for _ in range(LOOKS):
                for folder in {one.folder for one in self._find(client, name, word)}:
                    client.select_folder(folder)
                    if uids := search(client, ["UNDELETED", "SUBJECT", word]):
                        client.add_flags(uids, [DELETED], silent=True)
                        if b"UIDPLUS" in self._inbox.abilities:
                            client.uid_expunge(uids)
                    count += len(uids)
            return count

        return self._inbox.using("removing a letter to oneself", clear)

    def _find(self, client: IMAPClient, name: Callable[[str], str], word: str) -> list[Found]:
        settings, found = self._settings, []
        sent = sent_folders(client)
        for folder in dict.fromkeys((*map(name, (settings.folder, settings.done, settings.quarantine)), *sent)):
            client.select_folder(folder, readonly=True)
            found += [
                replace(one, sent=folder in sent) for one in _heads(client, folder, search(client, ["SUBJECT", word]))
            ]
        return found


def _heads(client: IMAPClient, folder: str, uids: list[int]) -> list[Found]:
    if not uids:
        return []
    item = f"BODY.PEEK[HEADER]<0.{HEADER_BYTES}>"
    found = client.fetch(uids, ["INTERNALDATE", item])
    return [
        Found(folder, uid, one[b"INTERNALDATE"].astimezone(UTC), one.get(b"BODY[HEADER]<0>") or b"")
        for uid, one in found.items()
        if b"INTERNALDATE" in one
    ]
