"""The Sent folder: where it is, and a copy of a letter in it, once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from imapclient import SEEN, IMAPClient

from qibot.mailbox.imap import search

MAKES_ITS_OWN = frozenset({b"X-GM-EXT-1"})  # servers of which one knows that they keep what is sent through them
FEW = 10  # letters that are looked for one by one
LATELY = timedelta(days=7)
SLICE = 500  # UIDs in one command
_NAMES = ("Sent", "Sent Items", "Sent Messages", "Sent Mail")
_MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>\r\n]{1,900}>)", re.IGNORECASE | re.MULTILINE)
_ASKED, _TOLD = b"BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]", b"BODY[HEADER.FIELDS (MESSAGE-ID)]"


def sent_folder(client: IMAPClient, own_name: Callable[[str], str]) -> str:
    """The folder that the server marks as \\Sent (RFC 6154), else one of a usual name, else a new one."""
    if there := sent_folders(client):
        return there[0]
    client.create_folder(own_name(_NAMES[0]))
    client.subscribe_folder(own_name(_NAMES[0]))
    return own_name(_NAMES[0])


def sent_folders(client: IMAPClient) -> list[str]:
    """The folders that the server marks as \\Sent, and where it marks none those of a usual name."""
    listed = client.list_folders()
    marked = [str(name) for flags, _, name in listed if any(bytes(flag).lower() == b"\\sent" for flag in flags)]
    return marked or [str(name) for _, _, name in listed if re.split(r"[/.]", str(name))[-1] in _NAMES]


def keep_copies(client: IMAPClient, folder: str, letters: Sequence[bytes], sent: datetime) -> int:
    """Put copies into the folder, read, unless one of the same Message-ID is there; how many were put."""
    client.select_folder(folder)
    there = _there(client, sent) if len(letters) > FEW else None
    kept = 0
    for raw in letters:
        found = _MESSAGE_ID.search(raw.partition(b"\r\n\r\n")[0])
        if found and (_is_there(client, found[1]) if there is None else found[1] in there):
            continue  # the server has made one itself, or it is from before a crash
        client.append(folder, raw, (SEEN,), sent)
        if there is not None and found:
            there.add(found[1])
        kept += 1
    return kept


def _is_there(client: IMAPClient, identity: bytes) -> bool:
    return bool(search(client, ["HEADER", "Message-ID", identity.decode("ascii", "replace")]))


def _there(client: IMAPClient, sent: datetime) -> set[bytes]:
    """The Message-IDs of what came into the folder lately: looking for each of many letters goes through all of it."""
    uids, there = search(client, ["SINCE", (sent - LATELY).date()]), set[bytes]()
    for start in range(0, len(uids), SLICE):
        for one in client.fetch(uids[start : start + SLICE], [_ASKED]).values():
            there |= set(_MESSAGE_ID.findall(one.get(_TOLD) or b""))
    return there
