"""Fetches messages: in which order, how many in one go, and what is whole of them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from qibot.message import Incoming

SUSPECT = 3  # a message on which the connection broke so often comes last
Listed = tuple[int, int, datetime]  # UID, size, arrival
LOG = logging.getLogger(__name__)


class Fetcher:
    """Of a message larger than `limit` bytes the first `header` bytes alone are fetched; `batch` bytes come in one go.
    `validity` is the UIDVALIDITY under which a message was listed."""

    def __init__(self, *, limit: int, header: int, batch: float) -> None:
        self._limit, self._header, self._batch = limit, header, batch
        self._breaks: Counter[tuple[int, int]] = Counter()  # (UIDVALIDITY, UID) -> connections lost in its fetch

    def in_order(self, uids: Iterable[int], validity: int) -> list[int]:
        """By UID; those on which connections broke come last."""
        return sorted(uids, key=lambda uid: (self._breaks[validity, uid] >= SUSPECT, uid))

    def sizes(self, client: IMAPClient, uids: list[int]) -> list[Listed]:
        """What the server says of these; without those that are gone."""
        found = _asked(client, uids, ["RFC822.SIZE", "INTERNALDATE"])
        sizes = []
        for uid in uids:
            size, arrived = (found.get(uid, {}).get(item) for item in (b"RFC822.SIZE", b"INTERNALDATE"))
            if size is not None and arrived is not None:
                sizes.append((uid, int(size), arrived.astimezone(UTC)))
        return sizes

    def groups(self, sizes: list[Listed], validity: int) -> Iterator[list[Listed]]:
        """Lists within the bound; a message on which a connection broke before is alone."""
        group: list[Listed] = []
        room = self._batch
        for uid, size, arrived in sizes:
            cost = size if size <= self._limit else min(size, self._header)
            suspect = self._breaks[validity, uid] > 0
            if group and (cost > room or suspect):
                yield group
                group, room = [], self._batch
            group.append((uid, size, arrived))
            room = room - cost if not suspect else 0
        if group:
            yield group

    def fetch(self, client: IMAPClient, group: list[Listed], validity: int) -> list[Incoming]:
        """The messages of a group; without those that are gone or can't be handed over."""
        bodies = _asked(client, [uid for uid, size, _ in group if size <= self._limit], ["BODY.PEEK[]"])
        over = [uid for uid, size, _ in group if size > self._limit]
        headers = _asked(client, over, [f"BODY.PEEK[HEADER]<0.{self._header}>"])
        batch = []
        for uid, size, arrived in group:
            whole = size <= self._limit
            raw = bodies.get(uid, {}).get(b"BODY[]") if whole else headers.get(uid, {}).get(b"BODY[HEADER]<0>")
            if isinstance(raw, bytes):
                batch.append(Incoming(uid, arrived, size, raw, whole))
            self._breaks.pop((validity, uid), None)
        return batch

    def broke(self, group: list[Listed], validity: int) -> None:
        """The connection was lost while these were fetched."""
        self._breaks.update((validity, uid) for uid, _, _ in group)


def _asked(client: IMAPClient, uids: list[int], items: list[str]) -> dict[int, dict[bytes, Any]]:
    """FETCH; where the server refuses, by halves, so that one broken message doesn't hide the others."""
    client._imap.untagged_responses.pop("FETCH", None)
    try:
        return dict(client.fetch(uids, items))
    except IMAPClientAbortError:
        raise
    except (IMAPClientError, ValueError):
        if len(uids) == 1:
            LOG.warning("Message UID %d can't be fetched; it stays in the folder: look at it there.", uids[0])
            return {}
        middle = len(uids) // 2
        return _asked(client, uids[:middle], items) | _asked(client, uids[middle:], items)
