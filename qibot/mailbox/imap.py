"""What an IMAP server can do and where its folders lie; connecting safely and hanging up."""

from __future__ import annotations

import contextlib
import ssl

from imapclient import IMAPClient

from qibot.errors import InboxRefused


def abilities(client: IMAPClient) -> frozenset[bytes]:
    """What the server can do after the login (before it, servers hide some)."""
    return frozenset(client.capabilities())


def name_space(client: IMAPClient, abilities: frozenset[bytes]) -> tuple[str, str]:
    """The prefix and the delimiter of the user's own folders."""
    if b"NAMESPACE" in abilities and (personal := client.namespace().personal):
        prefix, delimiter = personal[0]
        return prefix or "", delimiter or ""
    roots = client.list_folders("", "")
    delimiter = roots[0][1] if roots else b"/"
    return "", delimiter.decode("ascii") if delimiter else ""


def search(client: IMAPClient, criteria: str | list[str]) -> list[int]:
    """UIDs; searched again when a message is announced after the result was made, as IDLE won't announce it again."""
    while True:
        client._imap.untagged_responses.pop("EXISTS", None)
        uids = sorted(int(uid) for uid in client.search(criteria))
        if "EXISTS" not in client._imap.untagged_responses:
            return uids


def tls_of(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as e:
        raise InboxRefused(f"The certificates in imap.ca_file ({ca_file}) can't be read: {e}.") from None


def hang_up(client: IMAPClient) -> None:
    with contextlib.suppress(Exception):
        client.shutdown()
