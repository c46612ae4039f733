"""A look at what lies in folders, without a mark on it."""

from __future__ import annotations

from collections.abc import Iterable

from imapclient import IMAPClient

from qibot.mailbox.imap import search


def last_fields(client: IMAPClient, folders: Iterable[str], name: str, most: int) -> list[bytes]:
    """The header fields of this name of the last messages in each folder, `most` at most; an empty header where a
    message has none. Another folder is open afterwards."""
    item = f"BODY[HEADER.FIELDS ({name.upper()})]"
    found: list[bytes] = []
    for folder in folders:
        client.select_folder(folder, readonly=True)
        if uids := search(client, "ALL")[-most:]:
            answers = client.fetch(uids, [item.replace("BODY[", "BODY.PEEK[")])
            found += [bytes(answers[uid].get(item.encode()) or b"") for uid in uids if uid in answers]
    return found
