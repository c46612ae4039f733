"""How many letters, and to how many people, have gone out lately: what the provider would refuse waits by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from qibot.config import Pace as Bounds
from qibot.model import Case

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
KEPT_FOR_THE_TEAM = 0.05  # of a day's recipients: the team must hear that nobody else can be written to


class Quota:
    """Derived from the letters' records alone: note each case when it is loaded and when it changes."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._sent: dict[str, list[tuple[datetime, int]]] = {}  # unit -> when, to how many
        self._newest: datetime | None = None

    def note(self, case: Case) -> None:
        """Take over when this unit's letters have gone out."""
        found = []
        for letter in case.letters.values():
            moment = letter.settled or letter.first_try
            reached = sum(said.startswith("2") for said in letter.outcomes.values())
            if reached and moment is not None:
                found.append((moment, reached))
                self._newest = max(self._newest or moment, moment)
        recent = [one for one in found if self._newest and one[0] > self._newest - DAY]
        if recent:
            self._sent[case.unit] = recent
        else:
            self._sent.pop(case.unit, None)

    def minute_is_full(self, now: datetime) -> bool:
        """Whether the next letter has to wait for the minute to pass."""
        most = self._bounds.letters_a_minute
        return bool(most) and sum(1 for _ in self._within(now, MINUTE)) >= most

    def day_is_full(self, now: datetime, recipients: int, *, team: bool) -> bool:
        """Whether a letter to so many has to wait for the day to pass; one to the `team` may use the rest."""
        most = self._bounds.recipients_a_day
        if not most:
            return False
        room = most if team else most * (1 - KEPT_FOR_THE_TEAM)
        return sum(self._within(now, DAY)) + recipients > room

    def _within(self, now: datetime, span: timedelta) -> list[int]:
        return [count for sent in self._sent.values() for moment, count in sent if now - span < moment <= now]
