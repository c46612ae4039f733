"""How many letters an address has had lately: more than people bring about are held, since a machine may answer them.

Letters of the calendar don't count and are never held: nothing that comes in can bring them about.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from qibot.config import Limits
from qibot.model import Case

SHORT, LONG = timedelta(minutes=10), timedelta(hours=1)


class Pace:
    """Derived from the letters' records alone: note each case when it is loaded and when it changes."""

    def __init__(self, limits: Limits) -> None:
        self._bounds = ((SHORT, limits.letters_in_ten_minutes), (LONG, limits.letters_an_hour))
        self._kept = max(limits.letters_in_ten_minutes, limits.letters_an_hour)
        self._moments: dict[str, dict[str, list[datetime]]] = {}
        self._units: dict[str, set[str]] = defaultdict(set)

    def note(self, case: Case) -> None:
        """Take over which letters of this unit have gone to whom, and when."""
        found: dict[str, list[datetime]] = defaultdict(list)
        for letter in case.letters.values():
            moment = letter.settled or letter.first_try  # one that waits for some has reached the others
            if not letter.timed and moment is not None:
                for address, said in letter.outcomes.items():
                    if said.startswith("2"):
                        found[address].append(moment)
        for address in self._moments.get(case.unit, {}).keys() - found.keys():
            self._units[address].discard(case.unit)
        for address in found:
            self._units[address].add(case.unit)
        self._moments[case.unit] = {a: sorted(moments)[-self._kept :] for a, moments in found.items()}

    def held_until(self, address: str, now: datetime) -> datetime | None:
        """When the next letter may go to this address, or None if it may go now."""
        moments = sorted(m for unit in self._units.get(address, ()) for m in self._moments[unit].get(address, ()))
        ends = []
        for length, most in self._bounds:
            within = [m for m in moments if now - length < m <= now]
            if len(within) >= most:
                ends.append(within[-most] + length)
        return max(ends, default=None)
