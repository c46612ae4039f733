"""The one small thing that the shell's parts share: load a case, commit changes, tell whoever keeps an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from qibot.errors import StoreFailed
from qibot.model import Case, Change
from qibot.store.archive import Archive
from qibot.store.store import Store


class Ledger:
    """The records, the archive, the clock and the indexes. `step` is told the name of each step when it is done."""

    def __init__(
        self, store: Store, archive: Archive, clock: Callable[[], datetime], step: Callable[[str], None]
    ) -> None:
        self._store, self.archive, self.now, self.step = store, archive, clock, step
        self._indexes: tuple[Callable[[Case], None], ...] = ()
        self._doubtful: set[str] = set()
        self.lost: set[str] = set()  # units whose records can't be read, or are gone

    def keep(self, *indexes: Callable[[Case], None]) -> None:
        """From now on each of these is shown every case that is new or changed, in this order."""
        self._indexes = (*self._indexes, *indexes)

    def units(self) -> Iterator[str]:
        """The names of all units that hold anything."""
        return self._store.units()

    def missing(self) -> Iterator[str]:
        """The names of units that were there once and are gone."""
        return self._store.missing()

    def load(self, unit: str) -> Case:
        """The unit's records; an empty case for a unit that isn't there. Raises StoreFailed."""
        return self._store.load(unit)

    def note(self, case: Case) -> None:
        """Show a case to every index."""
        for index in self._indexes:
            index(case)

    def commit(self, unit: str, changes: Sequence[Change]) -> Case:
        """Carry out the changes in one durable step, and note the new case. Raises StoreFailed."""
        try:
            case = self._store.commit(unit, changes)
        except StoreFailed:
            self._doubtful.add(unit)  # it may have taken effect all the same
            raise
        self.note(case)
        self.step("committed")
        return case

    def commit_import(self, unit: str, changes: Sequence[Change]) -> Case:
        """Carry out the changes without noting them: the import notes its cases when all are in. Raises StoreFailed."""
        return self._store.commit(unit, changes)

    def catch_up(self) -> None:
        """After a failure of the disk: see what is true now. Raises StoreFailed."""
        for unit in sorted(self._doubtful):
            self.note(self._store.load(unit))
            self._doubtful.discard(unit)

    @property
    def store(self) -> Store:
        """The engine itself, for an import."""
        return self._store

    def close(self) -> None:
        """Let go of the data folder."""
        self._store.close()
