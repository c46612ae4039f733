"""Whether this machine's clock can be believed: in doubt, the mail server's is asked. Pure but for what it remembers.

A clock a month ahead makes everybody late. So nobody is reminded or chased while the two clocks differ by hours; which
of them is wrong only a person can tell.
"""

from __future__ import annotations

from datetime import datetime, timedelta

LEAP = timedelta(hours=1)  # from one round to the next: a stop, or a clock that was set; the server is asked
BACK = timedelta(minutes=5)
AGAIN = timedelta(minutes=10)  # so often a server is asked while the clocks differ, or it doesn't say


class Clocks:
    """`last` is when a round last ended, by this machine's clock; `hours` is by how much the two may differ (0: they
    aren't compared); `wrong` is what an earlier process had to say."""

    def __init__(self, last: datetime | None, hours: float, wrong: str = "") -> None:
        self._last, self._most = last, timedelta(hours=hours)
        self._asked: datetime | None = None
        self._open = True  # whether the last doubt waits for the server's word
        self.wrong = wrong if hours else ""
        if last is not None and not wrong:
            self._open = False

    def round_begins(self, now: datetime) -> None:
        """A doubt stays until the server's word: it may be out of reach now."""
        if self._last is not None and not -BACK <= now - self._last <= LEAP:
            self._open, self._asked = True, None
        self._last = now

    def doubtful(self, now: datetime) -> bool:
        """Whether the mail server is to be asked what time it is."""
        asked = self._asked is not None and timedelta() <= now - self._asked < AGAIN
        return bool(self._most) and self._open and not asked

    def compare(self, now: datetime, server: datetime | None) -> None:
        """What the server has said; None where it doesn't say."""
        self._asked = now
        if server is None:
            return
        self.wrong = disagreement(now, server, self._most)
        self._open = bool(self.wrong)


def disagreement(now: datetime, server: datetime, most: timedelta) -> str:
    """What is to be said where the two differ by more; empty where they don't."""
    apart = abs(now - server)
    if apart <= most:
        return ""
    hours = round(apart / timedelta(hours=1))
    length = f"{hours} hours" if hours < 48 else f"{round(hours / 24)} days"
    return (
        f"This machine's clock is {length} {'ahead of' if now > server else 'behind'} the mail server's. Mail is dealt"
        " with as ever, but nobody is reminded or chased until the two agree: set the clock that is wrong. (If it is"
        " the mail server's and can't be set, put clock_hours = 0 under [service].)"
    )
