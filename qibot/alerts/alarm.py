"""Keeps since when what fails, and tells it by the ways that are configured: once, and once when it is over."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from qibot.alerts.telling import carried_on, news, reads, told
from qibot.alerts.ways import Way, ways_of
from qibot.config import Config
from qibot.errors import AlertFailed, where
from qibot.model import Ongoing
from qibot.store import Book, Troubles

log = logging.getLogger("qibot")
START = "start"  # that a bot can't even begin


class Alarm:
    """`troubles` is where the beginnings are kept, `ways` are the configured ones unless others are given. Nothing
    here ever fails: a bot in trouble is to go on."""

    def __init__(self, config: Config, troubles: Troubles, ways: Mapping[str, Way] | None = None) -> None:
        self._config, self._troubles = config, troubles
        self._ways = ways_of(config) if ways is None else ways
        self._book = troubles.load()
        self.faults: list[str] = []  # which of the ways failed, in the last `note`

    @property
    def ongoing(self) -> tuple[Ongoing, ...]:
        """What failed when it was last looked at."""
        return tuple(t for t in self._book.troubles if t.over is None)

    def note_start(self, said: str, now: datetime) -> None:
        """A bot can't begin, and says why; what failed before fails on."""
        failing = {t.key: (t.since, t.what) for t in self.ongoing}
        self.note({**failing, START: (failing.get(START, (now, ""))[0], said)}, now)

    def note(self, failing: Mapping[str, tuple[datetime, str]], now: datetime) -> None:
        """Take over what fails now, with since when and in which words, and tell what is to be told."""
        self.faults = []
        troubles = carried_on(self._book.troubles, failing, now)
        fresh, tried = news(troubles, self._config, now), self._book.tried
        if not self._ways:  # the letter to the team is the only way
            troubles, tried = tuple(t for t in troubles if t.over is None), None
        elif fresh and (tried is None or not now - self._pause() < tried <= now):
            reached = [self._tell(name, way, reads(fresh, self._config), now) for name, way in self._ways.items()]
            troubles, tried = (told(troubles, fresh, now), None) if any(reached) else (troubles, now)
        elif not fresh:
            tried = None
        self._book = Book(troubles, tried)
        self._troubles.keep(self._book)

    def _pause(self) -> timedelta:
        return timedelta(minutes=self._config.alerts.again_minutes)

    def _tell(self, name: str, way: Way, text: str, now: datetime) -> bool:
        try:
            way(text, now)
        except AlertFailed as e:
            self.faults.append(str(e))
            log.warning("%s", e)
            return False
        except Exception as e:
            self.faults.append(f"{name} failed unexpectedly ({type(e).__name__}): the log has the details.")
            log.error("%s failed unexpectedly: %s", name, where(e))
            return False
        log.info("trouble was told by %s", name)
        return True
