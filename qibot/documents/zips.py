"""Zip archives, and the documents that are some: listed within limits, never unpacked as a whole."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

ENTRIES = 5000
DIRECTORY = 1024 * 1024  # bytes of the list of contents
_END = b"PK\x05\x06"
_CHUNK = 64 * 1024


class TooMuch(Exception):
    """It holds more than is looked at."""


class Zip:
    """An archive that has been listed. Raises TooMuch, and ValueError where it isn't whole."""

    def __init__(self, data: bytes) -> None:
        end = data.rfind(_END)
        if end < 0 or len(data) < end + 22:
            raise ValueError("no list of contents")
        entries, size = (
            int.from_bytes(data[end + 10 : end + 12], "little"),
            int.from_bytes(data[end + 12 : end + 16], "little"),
        )
        if entries > ENTRIES or size > DIRECTORY:
            raise TooMuch
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, KeyError, IndexError, OverflowError) as e:
            raise ValueError("it isn't whole") from e
        self.entries = [e for e in self._zip.infolist() if not e.is_dir()]
        self.names = [e.filename for e in self.entries]
        self.locked = any(e.flag_bits & 1 for e in self.entries)

    def begin(self, name: str, limit: int) -> bytes:
        """The first bytes of a file in it; empty where there is none, or none that can be read."""
        return b"".join(self._pieces(name, limit))[:limit]

    def _pieces(self, name: str, limit: int) -> Iterator[bytes]:
        if name not in self.names:
            return
        try:
            with self._zip.open(name) as file:
                while limit > 0 and (piece := file.read(min(_CHUNK, limit))):
                    limit -= len(piece)
                    yield piece
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
            return
        except Exception as e:  # zlib.error and its kin, whatever the method of compression
            if type(e).__module__ not in ("zlib", "lzma", "_lzma", "bz2"):
                raise


def opened(data: bytes) -> Zip | None:
    """The archive that these bytes are; None for anything else, and for one that holds too much or isn't whole."""
    if not data.startswith(b"PK"):
        return None
    try:
        return Zip(data)
    except (TooMuch, ValueError):
        return None
