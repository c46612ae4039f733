"""Moving messages into a folder, whatever the server can do: MOVE (RFC 6851), UIDPLUS (RFC 4315) or neither."""

from __future__ import annotations

from collections.abc import Collection

from imapclient import DELETED, IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from qibot.mailbox.imap import search


def move(client: IMAPClient, abilities: Collection[bytes], uids: list[int], name: str) -> None:
    """Move messages out of the open folder; one that is gone is fine. Raises what imapclient raises."""
    try:
        _move_all(client, abilities, uids, name)
    except IMAPClientAbortError:
        raise
    except IMAPClientError:  # some servers refuse all when one is gone
        left = sorted(set(uids).intersection(search(client, "ALL")))
        if len(left) == len(set(uids)):
            raise
        if left:
            _move_all(client, abilities, left, name)


def _move_all(client: IMAPClient, abilities: Collection[bytes], uids: list[int], name: str) -> None:
    if b"MOVE" in abilities:
        client.move(uids, name)
        return
    client.copy(uids, name)
    client.add_flags(uids, [DELETED], silent=True)
    if b"UIDPLUS" in abilities:
        client.uid_expunge(uids)
        return
    others = sorted(set(search(client, "DELETED")).difference(uids))  # not ours to delete for good
    if others:
        client.remove_flags(others, [DELETED], silent=True)
    client.expunge()
    if others:
        client.add_flags(others, [DELETED], silent=True)
