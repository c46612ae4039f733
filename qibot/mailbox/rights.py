"""What a login may do in qibot's folders, where the server tells (RFC 4314, MYRIGHTS): a shared mailbox is often opened
with too few rights, which otherwise shows only when the first message is to be filed away."""

from __future__ import annotations

from collections.abc import Callable

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from qibot.config import Imap
from qibot.mailbox.sent import sent_folders

ACL = b"ACL"
NAMES = {
    "l": "lookup",
    "r": "read",
    "s": "write seen",
    "i": "insert",
    "t": "mark as deleted",
    "e": "expunge",
    "k": "create folders in it",
}
# What each is for: mail is read in and moved out of the first; moved into and out of the next two, where also a note is
# put and removed that asks for the time; Sent copies are put, read already, into the last.
READ, DONE, QUARANTINE, SENT = "lrte", "lriste", "lrite", "lris"
OLD = {"c": "k", "d": "te"}  # of RFC 2086, from servers that know no others


def lacking(
    client: IMAPClient, settings: Imap, name: Callable[[str], str], delimiter: str, login: str, *, opens: bool
) -> list[str]:
    """A sentence for each of the folders in which a right is missing. `opens` says whether the mailbox can be opened:
    else also what isn't there, or isn't shown, is said. Raises what imapclient raises."""
    needs: dict[str, str] = {}
    for folder, rights in ((settings.folder, READ), (settings.done, DONE), (settings.quarantine, QUARANTINE)):
        needs[name(folder)] = needs.get(name(folder), "") + rights
    needs |= {folder: SENT for folder in sent_folders(client) if folder not in needs}
    said = []
    for folder, rights in needs.items():
        has = rights_in(client, folder)  # some servers tell of a folder that isn't there what it would inherit
        if has is not None and (missing := [right for right in NAMES if right in rights and right not in has]):
            said.append(_sentence(folder, missing, login))
        elif has is None or not client.folder_exists(folder):
            said += _unseen(client, folder, rights, delimiter, login, opens=opens)
    return said


def rights_in(client: IMAPClient, folder: str) -> str | None:
    """The letters of the rights; None for a folder that isn't there, or isn't shown. Raises what imapclient raises."""
    try:
        kind, found = client._imap.myrights(client._normalise_folder(folder))
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return None
    if kind != "OK" or not found or not isinstance(found[-1], bytes):
        return None
    letters = found[-1].split()[-1].decode("ascii", "replace")
    return letters + "".join(new for old, new in OLD.items() if old in letters and not set("ktex") & set(letters))


def _unseen(client: IMAPClient, folder: str, rights: str, delimiter: str, login: str, *, opens: bool) -> list[str]:
    """Such a folder is made by qibot itself, if it may do so in the one above."""
    above = folder.rpartition(delimiter)[0] if delimiter else ""
    while above and not client.folder_exists(above):
        above = above.rpartition(delimiter)[0]
    if above and "k" not in (rights_in(client, above) or "k"):
        return [_sentence(above, ["k"], login) + f" Or let an administrator make {folder}, with the rights {rights}."]
    if opens:
        return []
    said = f"{folder} isn't there, or {login} has no right to see it (lookup): let an administrator make it, and give"
    return [f"{said} {login} the rights {rights} in it (RFC 4314)."]


def _sentence(folder: str, missing: list[str], login: str) -> str:
    names = [f"{NAMES[right]} ({right})" for right in missing]
    said = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return (
        f"In {folder} {login} lacks the right{'s' if len(names) > 1 else ''} to {said}:"
        f" let an administrator add {'them' if len(names) > 1 else 'it'} (RFC 4314: {''.join(missing)})."
    )
