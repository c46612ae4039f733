"""The mailbox: watch the folder, fetch what is in it, file away what is done.

Everything in the folder is work, read or unread. UIDs are good for one connection: whatever breaks it raises
InboxFailed, and the next connect() and batches() begin anew, so that an old number never meets another message.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from imapclient import IMAPClient

from qibot.config import Imap, Mailbox
from qibot.errors import InboxFailed, QibotError
from qibot.mailbox.clock import server_time
from qibot.mailbox.fetching import Fetcher, Listed
from qibot.mailbox.folders import Names
from qibot.mailbox.imap import abilities, dial, hang_up, name_space, search, signed_in
from qibot.mailbox.imap_errors import translated
from qibot.mailbox.looking import last_fields
from qibot.mailbox.moving import move
from qibot.mailbox.reasons import Facts
from qibot.mailbox.rights import ACL, lacking
from qibot.mailbox.sent import MAKES_ITS_OWN, keep_copies, sent_folder
from qibot.mailbox.signin import SignIn
from qibot.mailbox.waiting import asleep, idled
from qibot.message import Incoming

SLICE = 500  # UIDs in one command
T = TypeVar("T")


class Inbox:
    """One connection to the mailbox. Every method raises InboxFailed (or InboxRefused) and has then hung up."""

    def __init__(
        self,
        mailbox: Mailbox,
        settings: Imap,
        sign_in: SignIn,
        *,
        limit_bytes: int,
        header_bytes: int,
        facts: Facts | None = None,
    ) -> None:
        self._host, self._login, self._sign_in = mailbox.imap_host, mailbox.login, sign_in
        self._facts = facts or Facts(mailbox.login)
        self._settings = settings
        self._fetcher = Fetcher(limit=limit_bytes, header=header_bytes, batch=settings.batch_mb * 1_000_000)
        self._client: IMAPClient | None = None
        self.abilities: frozenset[bytes] = frozenset()
        self._names = Names()
        self._listed = 0  # the UIDVALIDITY under which batches() listed the folder on this connection
        self._highest = 0  # the highest UID that batches() has seen there
        self._sent = ""  # the Sent folder's name, when it has been looked for

    def connect(self) -> None:
        """Log in, make the folders that are missing and open the one to read; nothing if that is done already."""
        if self._client is not None:
            return
        with self._border("opening the mailbox"):
            self._client = client = signed_in(lambda: dial(self._host, self._settings), self._login, self._sign_in)
            self.abilities = abilities(client)
            self._names = Names(*name_space(client, self.abilities))
            for folder in (self._settings.done, self._settings.quarantine):
                self._names.ensure(client, folder)
            client.select_folder(self._names.of(self._settings.folder))
            self._listed = self._highest = 0
            self._sent = ""

    def close(self) -> None:
        """Log out; never fails."""
        client, self._client = self._client, None
        if client is not None:
            try:
                client.logout()
            except Exception:
                hang_up(client)

    def batches(self) -> Iterator[list[Incoming]]:
        """Everything in the folder, by UID, in lists of `batch_mb` at most (a bigger message comes alone).

        Flags stay as they are. What vanishes meanwhile is left out, and what the server can't hand over is, too.
        """
        with self._border("listing the folder"):
            client = self._open()
            self._listed = int(client.select_folder(self._names.of(self._settings.folder))[b"UIDVALIDITY"])
            uids = search(client, "ALL")
            self._highest = max(uids, default=0)
        uids = self._fetcher.in_order(uids, self._listed)
        for start in range(0, len(uids), SLICE):
            with self._border("asking for the messages' sizes"):
                sizes = self._fetcher.sizes(self._open(client), uids[start : start + SLICE])
            for group in self._fetcher.groups(sizes, self._listed):
                if batch := self._fetch(client, group):
                    yield batch

    def file_away(self, uids: Sequence[int], folder: str) -> None:
        """Move messages that batches() gave into a folder; a message that is gone is fine."""
        if not uids:
            return
        with self._border("filing messages away"):
            client = self._open()
            source = self._names.of(self._settings.folder)
            validity = int(client.folder_status(source, ["UIDVALIDITY"])[b"UIDVALIDITY"])
            if validity != self._listed:
                raise InboxFailed(
                    f"The messages at {self._host} may have been numbered anew since they were listed, so none was"
                    " moved; they are found again on the next pass."
                )
            for start in range(0, len(uids), SLICE):
                move(client, self.abilities, list(uids[start : start + SLICE]), self._names.of(folder))

    def settle(self, message_id: str) -> None:
        """Move the messages with this Message-ID from the quarantine folder to the done one; none is fine."""
        if not message_id:
            return
        self.connect()
        with self._border("moving a settled message"):
            client = self._open()
            client.select_folder(self._names.of(self._settings.quarantine))
            if uids := search(client, ["HEADER", "Message-ID", message_id]):
                move(client, self.abilities, uids, self._names.of(self._settings.done))
            client.select_folder(self._names.of(self._settings.folder))

    def keep_sent(self, letters: Sequence[bytes], sent: datetime) -> None:
        """Put copies of letters into the Sent folder, where the server hasn't done so; nothing while not connected."""
        if self._client is None or self.abilities & MAKES_ITS_OWN:
            return

        def keep(client: IMAPClient, name: Callable[[str], str]) -> None:
            self._sent = self._sent or sent_folder(client, name)
            keep_copies(client, self._sent, letters, sent)

        self.using("keeping copies of what was sent", keep)

    def using(self, doing: str, part: Callable[[IMAPClient, Callable[[str], str]], T]) -> T:
        """Let another file of this room use the connection, with its namer of folders; then ours is open again."""
        with self._border(doing):
            client = self._open()
            done = part(client, self._names.of)
            client.select_folder(self._names.of(self._settings.folder))
            return done

    def server_time(self) -> datetime | None:
        """Now, by the server's clock; None where it doesn't say."""

        def ask(client: IMAPClient, name: Callable[[str], str]) -> datetime | None:
            return server_time(client, name(self._settings.done), removes=b"UIDPLUS" in self.abilities)

        return self.using("asking for the time", ask)

    def lacking(self, *, opens: bool = True) -> list[str] | None:
        """What the login may not do in qibot's folders, a sentence each; None where the server doesn't tell. By a
        connection of its own, since without these rights the mailbox may not open; `opens` says whether it does."""
        with self._border("asking for the rights"):
            client = signed_in(lambda: dial(self._host, self._settings), self._login, self._sign_in)
            try:
                if ACL not in (able := abilities(client)):
                    return None
                self._names = Names(*name_space(client, able))
                return lacking(client, self._settings, self._names.of, self._names.delimiter, self._login, opens=opens)
            finally:
                hang_up(client)

    def last_fields(self, name: str, most: int) -> list[bytes]:
        """The header fields of this name of the last messages in each of qibot's folders."""
        with self._border("looking at messages"):
            s, client = self._settings, self._open()
            found = last_fields(client, map(self._names.of, (s.done, s.quarantine, s.folder)), name, most)
            client.select_folder(self._names.of(s.folder))
            return found

    def wait(self, seconds: float, wake: int | None = None) -> bool:
        """Wait until something may have arrived since batches() (True), for `seconds` at most (False).

        Returns False at once when the file descriptor `wake` becomes readable.
        """
        with self._border("watching the folder"):
            client, end, heard = self._open(), time.monotonic() + seconds, False
            idle = self._settings.idle and b"IDLE" in self.abilities
            client.socket().settimeout(self._settings.answer_seconds)  # a line that has died silently is noticed soon
            while not self._news(client):  # looked at before each IDLE: what was announced earlier isn't again
                left = min(end - time.monotonic(), self._settings.verify_seconds)
                if left <= 0:
                    break
                heard, woken = idled(client, left, wake) if idle else asleep(left, wake)
                if heard or woken:
                    break
            else:
                heard = True
            client.socket().settimeout(self._settings.timeout_seconds)
            return heard

    # --- connecting ---

    def _open(self, same: IMAPClient | None = None) -> IMAPClient:
        if self._client is None or (same and same is not self._client):
            raise InboxFailed(f"The connection to {self._host} is closed; it is opened again on the next pass.")
        return self._client

    @contextlib.contextmanager
    def _border(self, doing: str) -> Iterator[None]:
        """Nothing of imapclient's passes: what fails hangs up and is told in a sentence."""
        try:
            yield
        except QibotError:
            self._drop()
            raise
        except Exception as e:
            self._drop()
            raise translated(e, doing, self._host, self._settings, self._facts) from e
        except BaseException:
            self._drop()  # an interrupted command leaves its answer in the line
            raise

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            hang_up(client)

    # --- fetching ---

    def _fetch(self, client: IMAPClient, group: list[Listed]) -> list[Incoming]:
        validity = self._listed
        try:
            with self._border("fetching messages"):
                return self._fetcher.fetch(self._open(client), group, validity)
        except InboxFailed:
            self._fetcher.broke(group, validity)
            raise

    # --- watching ---

    def _news(self, client: IMAPClient) -> bool:
        found = search(client, ["UID", f"{self._highest + 1}:*"])  # ":*" names the last message in any case
        return any(uid > self._highest for uid in found)
