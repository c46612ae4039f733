"""Members of a zip, each by at most a fixed number of bytes, whatever it declares."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from qibot.reading.limits import Limits, Unreadable

_LISTED_MEMBER = b"PK\x01\x02"
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may claim gigabytes for themselves
_LOCKED = 0x1
_FAULTS = (KeyError, ValueError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error, struct.error)


class Packed:
    """A zip that is read. Raises Unreadable for one that is broken, locked or too big."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits, self._left = limits, int(limits.member_mb * 2**21)  # all members together: twice the biggest
        if data.count(_LISTED_MEMBER) > limits.members:  # zipfile reads the whole list of them
            raise Unreadable("has too many parts in it to be read")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as e:
            raise Unreadable("is damaged and can't be read") from e

    @property
    def names(self) -> list[str]:
        """The members' names."""
        return self._archive.namelist()

    def matching(self, pattern: str) -> list[str]:
        """The names that match, those with numbers in their order."""
        found = [name for name in self.names if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: [int(n) for n in re.findall(r"\d+", name[-30:])] or [0])

    def read(self, name: str) -> bytes:
        """A member's bytes; empty where there is none. Raises Unreadable for one beyond the limits."""
        if name not in self.names:
            return b""
        limit = int(self._limits.member_mb * 2**20)
        try:
            member = self._archive.getinfo(name)
            if member.flag_bits & _LOCKED:
                raise Unreadable("is locked with a password")
            if member.compress_type not in _USUAL:
                raise Unreadable("is packed in an unusual way and can't be read")
            if member.file_size > min(limit, self._left):
                raise Unreadable("is far bigger unpacked than a report and was not read")
            with self._archive.open(member) as opened:
                data = opened.read(limit + 1)
        except _FAULTS as e:
            raise Unreadable("is damaged and can't be read") from e
        self._left -= len(data)
        return data
