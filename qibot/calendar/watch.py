"""When each enrolment is to be looked at next, so that a tick costs nothing where nothing is due."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime

from qibot.calendar.almanac import Almanac
from qibot.calendar.due import next_look
from qibot.model import DESK, Case


class Watch:
    """Derived from the cases alone: note each one when it is loaded and when it changes.

    `written_to` gives the addresses that have had a letter of the calendar on a day.
    """

    def __init__(self, almanac: Almanac, written_to: Callable[[date], Collection[str]]) -> None:
        self._almanac, self._written_to = almanac, written_to
        self._looks: dict[str, datetime | None] = {}
        self._again: set[str] = set()
        self._latest: datetime | None = None

    def note(self, case: Case, now: datetime) -> None:
        """Work out when the calendar may next call for something in this case."""
        self._latest = max(now, self._latest or now)
        if case.unit != DESK:
            busy = self._written_to(self._almanac.day(now))
            self._looks[case.unit] = next_look(case, self._almanac, now, busy)

    def again(self, unit: str) -> None:
        """Look at this one at the next tick, too, whatever its case says: a letter of the desk's tells of it."""
        self._again.add(unit)

    def ripe(self, now: datetime) -> list[str]:
        """The units to look at now, in order. After the clock was set back, all: their looks were worked out under
        the wrong time."""
        if self._latest is not None and now < self._latest:
            self._latest = now
            return sorted(self._looks)
        self._latest = now
        again, self._again = self._again, set()
        return sorted(unit for unit, look in self._looks.items() if unit in again or (look and look <= now))
