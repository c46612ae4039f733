"""How many messages, and to how many people, have gone out lately: what the provider would refuse waits by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from qibot.config import Pace as Bounds
from qibot.model import Case, Letter

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
KEPT_FOR_THE_TEAM = 0.05  # of a day's recipients: the team must hear that nobody else can be written to


class Quota:
    """Derived from the letters' records alone: note each case when it is loaded and when it changes.

    `messages` says as how many a letter goes to some: with a return path for each the provider counts each.
    """

    def __init__(self, bounds: Bounds, messages: Callable[[Letter, Collection[str]], int] = lambda *_: 1) -> None:
        self._bounds, self._messages = bounds, messages
        self._sent: dict[str, list[tuple[datetime, int, int]]] = {}  # unit -> when, to how many, in how many messages
        self._newest: datetime | None = None

    def note(self, case: Case) -> None:
        """Take over when this unit's letters have gone out."""
        found = []
        for letter in case.letters.values():
            moment = letter.settled or letter.first_try
            reached = [r for r, said in letter.outcomes.items() if said.startswith("2")]
            if reached and moment is not None:
                found.append((moment, len(reached), self._messages(letter, reached)))
                self._newest = max(self._newest or moment, moment)
        recent = [one for one in found if self._newest and one[0] > self._newest - DAY]
        if recent:
            self._sent[case.unit] = recent
        else:
            self._sent.pop(case.unit, None)

    def minute_is_full(self, now: datetime, messages: int = 1) -> bool:
        """Whether a letter of so many messages has to wait for the minute to pass; one beyond all bounds goes alone."""
        most = self._bounds.letters_a_minute
        sent = sum(count for _, count in self._within(now, MINUTE))
        return 0 < most < sent + messages and sent > 0

    def day_is_full(self, now: datetime, recipients: int, *, team: bool) -> bool:
        """Whether a letter to so many has to wait for the day to pass; one to the `team` may use the rest."""
        most = self._bounds.recipients_a_day
        if not most:
            return False
        room = most if team else most * (1 - KEPT_FOR_THE_TEAM)
        return sum(reached for reached, _ in self._within(now, DAY)) + recipients > room

    def _within(self, now: datetime, span: timedelta) -> list[tuple[int, int]]:
        return [(to, count) for sent in self._sent.values() for when, to, count in sent if now - span < when <= now]
