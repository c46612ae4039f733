"""Working days: Monday to Friday but for bank holidays, which the `holidays` library knows and the team corrects."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

import holidays

_DAY = timedelta(days=1)


class Workdays:
    """The working days of one place; `place` is a country or country-subdivision like GB-SCT, or empty for none.

    `is_working(day)` says whether it is one; `after(day, number)` is the number-th working day behind the day, for 0
    the day itself if it is one, else the next.
    """

    def __init__(self, place: str, added: Collection[date] = (), removed: Collection[date] = ()) -> None:
        """Raises ValueError for a place that the library doesn't know."""
        self._known = _holidays_of(place)
        self._added, self._removed = frozenset(added), frozenset(removed)
        self.is_working = lru_cache(maxsize=20_000)(self._is_working)
        self.after = lru_cache(maxsize=20_000)(self._after)

    def _is_working(self, day: date) -> bool:
        if day.weekday() > 4 or day in self._added:
            return False
        return day in self._removed or day not in self._known

    def on_or_after(self, day: date) -> date:
        """The day if it is a working day, else the next one."""
        while not self.is_working(day):
            day += _DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The day if it is a working day, else the one before it."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def _after(self, day: date, number: int) -> date:
        if number == 0:
            return self.on_or_after(day)
        for _ in range(number):
            day = self.on_or_after(day + _DAY)
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days lie behind `first` up to and including `last`."""
        count = 0
        while first < last:
            first += _DAY
            count += self.is_working(first)
        return count


@lru_cache(maxsize=32)
def workdays_of(place: str, added: tuple[date, ...], removed: tuple[date, ...]) -> Workdays:
    """The same, made once for the same place and days: what the library has worked out is worth keeping."""
    return Workdays(place, added, removed)


def _holidays_of(place: str) -> Collection[date]:
    if not place:
        return frozenset()
    country, _, subdivision = place.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=subdivision or None)
    except (NotImplementedError, KeyError, AttributeError):
        raise ValueError(f"“{place}” isn't a place whose holidays are known, like GB-SCT") from None
