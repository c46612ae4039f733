"""How many changes each unit has seen, so that an older copy of its file is told from the last one.

An append-only file beside the records: a line a change, written when the change itself is durable. It is not made
durable itself: a line that a power cut takes away makes the check weaker, never wrong. Each line bears its checksum,
and one that doesn't fit counts as none.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from qibot.errors import StoreFailed
from qibot.store import durable

NAME = "serials"
SPARE_LINES = 2000  # beyond those needed; then the file is written anew


class Serials:
    """The last serial number of each unit, as far as is known."""

    def __init__(self, folder: Path) -> None:
        """Raises StoreFailed where the file can't be read."""
        self._path = folder / NAME
        self._torn = False
        self.known: dict[str, int] = {}
        self._lines = 0
        for line in durable.read(self._path).split(b"\n") if durable.there(self._path) else ():
            self._lines += 1
            if (entry := _read(line)) is not None:
                self.known[entry[0]] = entry[1]

    def note(self, unit: str, serial: int) -> None:
        """This change is durable. Fails never: a disk that takes no line keeps the check as it was."""
        self.known[unit] = serial
        data = (b"\n" if self._torn else b"") + _line(unit, serial)
        self._torn = True
        with suppress(OSError):
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                self._torn = os.write(descriptor, data) != len(data)
            finally:
                os.close(descriptor)
        self._lines += 1

    def tidy(self) -> None:
        """Keep a line a unit alone where the file has grown."""
        if self._lines > len(self.known) + SPARE_LINES:
            with suppress(StoreFailed):
                durable.write(self._path, b"".join(_line(unit, serial) for unit, serial in sorted(self.known.items())))
                self._lines = len(self.known)

    def accept(self, serials: Mapping[str, int]) -> None:
        """From now on these count, though later ones were known."""
        for unit, serial in serials.items():
            self.note(unit, serial)


def _line(unit: str, serial: int) -> bytes:
    said = f"{unit} {serial}".encode()
    return said + f" {zlib.crc32(said):08x}\n".encode()


def _read(line: bytes) -> tuple[str, int] | None:
    said, _, mark = line.rpartition(b" ")
    unit, _, serial = said.decode("utf-8", "replace").rpartition(" ")
    if not serial.isdecimal() or mark != f"{zlib.crc32(said):08x}".encode():
        return None
    return unit, int(serial)
