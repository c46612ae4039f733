"""Where the records are kept. One commit changes one unit, wholly and durably or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from qibot.model import Case, Change


class Store(Protocol):
    """What every engine offers; the same tests hold for each (tests/store/test_store.py)."""

    def units(self) -> Iterator[str]:
        """The names of all units that hold anything."""

    def missing(self) -> Iterator[str]:
        """The names of units that were there once and are gone."""

    def load(self, unit: str) -> Case:
        """The unit's records; an empty case for a unit that was never there. Raises StoreFailed."""

    def commit(self, unit: str, changes: Sequence[Change]) -> Case:
        """Carry out the changes in one durable step and return the new case. Raises StoreFailed: then what `load`
        returns afterwards is the truth, either wholly the old or wholly the new."""

    def close(self) -> None:
        """Let go of locks and files."""
