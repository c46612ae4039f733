"""A store that forgets: for tests and for looking ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qibot.model import Case, Change, apply


class MemoryStore:
    """Keeps the cases in a dictionary."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}

    def units(self) -> Iterator[str]:
        """See Store."""
        return iter(list(self._cases))

    def missing(self) -> Iterator[str]:
        """See Store."""
        return iter(())

    def load(self, unit: str) -> Case:
        """See Store."""
        return self._cases.get(unit, Case(unit))

    def commit(self, unit: str, changes: Sequence[Change]) -> Case:
        """See Store."""
        self._cases[unit] = apply(self.load(unit), changes)
        return self._cases[unit]

    def close(self) -> None:
        """See Store."""
