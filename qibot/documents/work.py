"""What looking at one message may cost, across all its files: bytes unpacked, files listed, archives opened."""

from __future__ import annotations

from dataclasses import dataclass

BYTES = 96 * 1024 * 1024  # unpacked; a page that is searched counts several times
ENTRIES = 30_000  # listed in archives
ARCHIVES = 400  # opened, a Word document among them
SECONDS = 2  # of processor time for what other processes unpack


class TooMuch(Exception):
    """It holds more than is looked at."""


@dataclass(slots=True)
class Work:
    """What is left of it. One for a message: a file may be cheap and a hundred of them dear."""

    size: int = BYTES
    entries: int = ENTRIES
    archives: int = ARCHIVES
    seconds: float = SECONDS

    def unpacks(self, size: int) -> None:
        """So many bytes are unpacked or searched. Raises TooMuch where no more may be."""
        self.size -= size
        if self.size < 0:
            raise TooMuch

    def lists(self, entries: int) -> None:
        """An archive of so many files is listed. Raises TooMuch where no more may be."""
        self.entries -= entries
        self.archives -= 1
        if self.entries < 0 or self.archives < 0:
            raise TooMuch

    def whole_seconds(self) -> int:
        """How long the next process may take. Raises TooMuch where that is less than a second."""
        if self.seconds < 1:
            raise TooMuch
        return int(self.seconds)

    @property
    def is_over(self) -> bool:
        """Whether something was too much for it."""
        return self.size < 0 or self.entries < 0 or self.archives < 0 or self.seconds < 1
