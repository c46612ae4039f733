"""Zip archives, and the documents that are some: listed within limits, never unpacked as a whole."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from qibot.documents.work import TooMuch, Work

ENTRIES = 5000
DIRECTORY = 1024 * 1024  # bytes of the list of contents
USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may claim gigabytes, or seconds, for themselves
_END, _LOCATOR, _LISTED = b"PK\x05\x06", b"PK\x06\x07", b"PK\x01\x02"
_CHUNK = 64 * 1024


class Zip:
    """An archive that has been listed. Raises TooMuch, also where the work is over, and ValueError where it isn't
    whole."""

    def __init__(self, data: bytes, work: Work) -> None:
        end = data.rfind(_END)
        if end < 0 or len(data) < end + 22:
            raise ValueError("no list of contents")
        entries, size = (
            int.from_bytes(data[end + 10 : end + 12], "little"),
            int.from_bytes(data[end + 12 : end + 16], "little"),
        )
        if data[end - 20 : end - 16] == _LOCATOR:  # the true numbers are elsewhere (zip64), and can't be more than that
            entries = max(entries, data.count(_LISTED))
        if entries > ENTRIES or size > DIRECTORY or work.is_over:  # what lists it costs, whatever it is called
            raise TooMuch
        self._work = work
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, KeyError, IndexError, OverflowError) as e:
            raise ValueError("it isn't whole") from e
        self.entries = [e for e in self._zip.infolist() if not e.is_dir()]
        work.lists(len(self.entries))
        self.names = [e.filename for e in self.entries]
        self._named = {e.filename: e for e in self.entries}
        self.locked = any(e.flag_bits & 1 for e in self.entries)

    def begin(self, name: str, limit: int) -> bytes:
        """The first bytes of a file in it; empty where there is none, or none that can be read. Raises TooMuch."""
        return self.begin_of(self._named[name], limit) if name in self._named else b""

    def begin_of(self, entry: zipfile.ZipInfo, limit: int) -> bytes:
        """The same of this very entry: names needn't be unique."""
        return b"".join(self._pieces(entry, limit))[:limit]

    def _pieces(self, entry: zipfile.ZipInfo, limit: int) -> Iterator[bytes]:
        if entry.compress_type not in USUAL:
            return
        try:
            with self._zip.open(entry) as file:
                while limit > 0 and (piece := file.read(min(_CHUNK, limit))):
                    limit -= len(piece)
                    self._work.unpacks(len(piece))
                    yield piece
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
            return
        except zlib.error:
            return


def opened(data: bytes, work: Work) -> Zip | None:
    """The archive that these bytes are; None for anything else, and for one that holds too much or isn't whole."""
    if not data.startswith(b"PK"):
        return None
    try:
        return Zip(data, work)
    except (TooMuch, ValueError):
        return None
