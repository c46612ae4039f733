"""The Sent folder: where it is, and a copy of a letter in it, once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from imapclient import SEEN, IMAPClient

from qibot.expression import expression
from qibot.mailbox.imap import search

MAKES_ITS_OWN = frozenset({b"X-GM-EXT-1"})  # servers of which one knows that they keep what is sent through them
TOGETHER = 20  # letters that are looked for by one command; servers bound its length and depth
_NAMES = ("Sent", "Sent Items", "Sent Messages", "Sent Mail")
_MESSAGE_ID = expression(rb"^Message-ID:\s*(<[^>\r\n]{1,900}>)", re.IGNORECASE | re.MULTILINE)


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
    kept = 0
    for start in range(0, len(letters), TOGETHER):
        some = letters[start : start + TOGETHER]
        names = [_name_of(raw) for raw in some]
        known = _are_any_there(client, [name for name in names if name]) or len(set(names)) < len(names)
        for raw, name in zip(some, names, strict=True):
            if known and name and search(client, ["HEADER", "Message-ID", name]):
                continue  # the server has made one itself, or it is from before a crash
            client.append(folder, raw, (SEEN,), sent)
            kept += 1
    return kept


def _name_of(raw: bytes) -> str:
    found = _MESSAGE_ID.search(raw.partition(b"\r\n\r\n")[0])
    return found[1].decode("ascii", "replace") if found else ""


def _are_any_there(client: IMAPClient, names: list[str]) -> bool:
    """Whether the folder holds any of these: asked at once, as the server goes through all of it each time."""
    if not names:
        return False
    wanted: list[Any] = ["HEADER", "Message-ID", names[0]]
    for name in names[1:]:
        wanted = ["OR", ["HEADER", "Message-ID", name], wanted]
    return bool(search(client, wanted))
