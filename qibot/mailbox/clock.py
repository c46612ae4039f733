"""The mail server's clock: IMAP has no word for it, but a message that is appended without a time gets the server's
(RFC 3501, 6.3.11). Such a message is gone again at once."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from imapclient import DELETED, SEEN, IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from qibot.mailbox.imap import search

MARK = "qibot-clock-"


def server_time(client: IMAPClient, folder: str, *, removes: bool) -> datetime | None:
    """Now, by the server's clock; None where it takes no message. The folder is open afterwards. `removes` says whether
    the server can delete one message for good (UIDPLUS); else it stays behind, marked as deleted."""
    word = f"{MARK}{uuid.uuid4().hex}"
    note = f"Message-ID: <{word}@qibot.invalid>\r\nSubject: {word}\r\n\r\nWhat time is it?\r\n".encode()
    client.select_folder(folder)
    try:
        client.append(folder, note, (SEEN, DELETED))
    except IMAPClientAbortError:
        raise
    except IMAPClientError:  # full, or read-only
        return None
    uids = search(client, ["SUBJECT", word])
    found = client.fetch(uids, ["INTERNALDATE"]) if uids else {}
    left = search(client, ["DELETED", "SUBJECT", MARK]) if removes else []  # of a process that was killed meanwhile
    if removes and (gone := sorted({*uids, *left})):
        client.uid_expunge(gone)
    moments = [one[b"INTERNALDATE"] for one in found.values() if b"INTERNALDATE" in one]
    return max(moments).astimezone(UTC) if moments else None
