"""A process of this machine, told from a later one that bears its number."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Process:
    """A process; the time of its start tells it from a later one with the same number."""

    pid: int
    started: str

    @classmethod
    def of(cls, pid: int) -> Process:
        """The process that has this number now."""
        return cls(pid, cls._fields(pid)[19])

    @staticmethod
    def _fields(pid: int) -> list[str]:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()

    def lives(self) -> bool:
        """Whether it still runs."""
        try:
            fields = self._fields(self.pid)
        except OSError:
            return False
        return fields[0] != "Z" and fields[19] == self.started

    def mentions(self, program: str, home: str) -> bool:
        """Whether it is this program, started with something of this folder."""
        try:
            words = Path(f"/proc/{self.pid}/cmdline").read_bytes() + Path(f"/proc/{self.pid}/environ").read_bytes()
        except OSError:
            return False
        return program.encode() in words and home.encode() in words

    def children(self) -> list[Process]:
        """What it has started itself and what still runs."""
        found = []
        for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split():
            with suppress(OSError):
                found.append(Process.of(int(pid)))
        return found
