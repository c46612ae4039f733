"""Since when what fails: a small file beside the records, so that the next process knows it, too.

It is bookkeeping: a file that can't be read counts as none. Where the data folder takes nothing (a full disk is a
trouble, too), it is kept in the spare folder instead, which is the user's own below the system's temporary one.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qibot.errors import StoreFailed
from qibot.model import Ongoing
from qibot.store import durable

NAME, VERSION = "troubles.json", 1
log = logging.getLogger("qibot")


@dataclass(frozen=True, slots=True)
class Book:
    """The troubles, and when somebody was last tried to be told of them in vain."""

    troubles: tuple[Ongoing, ...] = ()
    tried: datetime | None = None
    version: int = VERSION


_BOOK: TypeAdapter[Book] = TypeAdapter(Book)


class Troubles:
    """The book of one data folder."""

    def __init__(self, folder: Path, spare: Path | None = None) -> None:
        self._path = folder / NAME
        self._spare = (spare or _spare_for(folder)) / NAME
        self._kept: Book | None = None  # what was last written by this process

    def load(self) -> Book:
        """What was written last, here or there; an empty book where nothing can be read."""
        found = [book for path in (self._path, self._spare) if (book := _read(path)) is not None]
        return max(found, key=_latest, default=Book())

    def keep(self, book: Book) -> None:
        """Write the book down where that changes anything; never fails, since nothing is to fail with it."""
        if book == (self._kept or self.load()):
            return
        data = _BOOK.dump_json(book)
        try:
            durable.make_folder(self._path.parent)
            durable.write(self._path, data)
            self._clear()
        except (StoreFailed, OSError):
            try:
                _own(self._spare.parent)
                durable.write(self._spare, data)
            except (StoreFailed, OSError) as e:
                log.warning("the beginning of a trouble can't be kept (%s)", type(e).__name__)
                _leave(self._spare.parent)
        self._kept = book

    def _clear(self) -> None:
        """The data folder has it: nothing is left in the other place."""
        if self._spare.parent.is_dir():
            self._spare.unlink(missing_ok=True)
            _leave(self._spare.parent)


def _read(path: Path) -> Book | None:
    try:
        if path.parent.stat().st_uid not in (os.getuid(), 0):
            return None
        book = _BOOK.validate_json(path.read_bytes())
    except (OSError, ValidationError, ValueError):
        return None
    return book if book.version == VERSION else None


def _latest(book: Book) -> datetime:
    moments: Sequence[datetime | None] = [m for t in book.troubles for m in (t.since, t.told, t.over)] + [book.tried]
    return max((m for m in moments if m is not None), default=datetime.fromisoformat("1970-01-01T00:00:00+00:00"))


def _spare_for(folder: Path) -> Path:
    mark = hashlib.sha256(json.dumps([str(folder.absolute()), os.getuid()]).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"qibot-{mark}"


def _leave(folder: Path) -> None:
    """Take the folder away where nothing is in it."""
    with suppress(OSError):
        folder.rmdir()


def _own(folder: Path) -> None:
    """Make the folder; one that somebody else has put there isn't ours to write into. Raises OSError."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} isn't ours")
