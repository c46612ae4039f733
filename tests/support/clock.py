"""The clock of a bot that the tests run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """The system's clock, set forward or back."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def __call__(self) -> datetime:
        """Now, as this clock has it."""
        return datetime.now(UTC) + self.offset

    def advance(self, **by: float) -> None:
        """Set it forward; the words are timedelta's."""
        self.offset += timedelta(**by)
