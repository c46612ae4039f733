"""Rounds until told to stop: woken by new mail, else by the beat of `schedule`.

`schedule` forgets what it missed and drifts when the clock is changed, so it only beats: each round finds out for
itself what is owed. A round that fails unexpectedly is logged and the next one comes; only a signal ends the loop.

A signal is heard in every state (`qibot.service.Ear`): the round at hand ends at its next step, and where that doesn't
come soon (a server that takes its time to say nothing) the process ends all the same. What is durable then is what a
kill would leave, from which the next start goes on.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable
from types import FrameType

import schedule

from qibot.bot import Bot
from qibot.errors import InboxFailed, where
from qibot.service import Chance, Ear, Notifier, certain, grown

log = logging.getLogger("qibot")
FIRST_PAUSE = 2.0


class Daemon:
    """Runs a bot in the main thread until SIGTERM or SIGINT. Made before the bot, so that no signal is missed.

    SIGHUP has `reload` tried before the next round. The end comes `stop_seconds` after the signal at the latest, by
    `end` if need be. `chance` shortens the pauses after failures a little.
    """

    def __init__(
        self,
        poll_seconds: int,
        reload: Callable[[], None] = lambda: None,
        *,
        stop_seconds: float = 4,
        notifier: Notifier | None = None,
        end: Callable[[int], object] = os._exit,
        chance: Chance = certain,
    ) -> None:
        self._poll, self._reload, self._stop_seconds, self._end = poll_seconds, reload, stop_seconds, end
        self._ear = Ear(stop_seconds, self._end_now)
        self._chance = chance
        self._systemd = notifier or Notifier({})
        self._stopping = self._reloading = False
        self._bot: Bot | None = None
        self._failures = 0
        self._more = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGHUP, self._hang_up)

    def run(self, bot: Bot) -> None:
        """Serve until a signal comes; the step at hand is finished first."""
        self._bot = bot
        if self._stopping:  # told so while the bot was put together
            bot.stop()
        self._systemd.ready()
        beat = schedule.Scheduler()
        beat.every(self._poll).seconds.do(self._round, bot)
        self._round(bot)
        while not self._stopping:
            if not 0 <= (beat.idle_seconds or 0) <= self._poll:  # the clock was set back or far ahead: begin anew
                beat.clear()
                beat.every(self._poll).seconds.do(self._round, bot)
            if self._reloading:
                self._read_anew(bot)
            elif self._arrived(bot, self._systemd.longest_wait(beat.idle_seconds or 0)):
                self._round(bot)
            elif not self._stopping:
                beat.run_pending()
        bot.close()
        self._ear.close()

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        if not self._stopping:
            self._ear.insist()
            log.info("stopping on %s", signal.Signals(number).name)
            self._systemd.stopping()
        self._stopping = True
        if self._bot is not None:
            self._bot.stop()

    def _end_now(self) -> None:
        log.warning("the step at hand didn't end within %g seconds: ending all the same", self._stop_seconds)
        self._end(0)

    def _hang_up(self, _number: int, _frame: FrameType | None) -> None:
        self._reloading = True

    def _read_anew(self, bot: Bot) -> None:
        self._reloading = False
        self._systemd.reloading()
        log.info("reading people and templates anew")
        bot.attempt("reload", self._reload)
        self._systemd.ready()
        self._round(bot)

    def _round(self, bot: Bot) -> None:
        try:
            self._more = False
            done = bot.round()
        except Exception as e:  # whatever it is, people rely on the next round
            log.error("a round failed unexpectedly: %s", where(e))
            self._failures += 1  # and systemd isn't told that the loop works
        else:
            self._failures = self._failures + 1 if done.faults else 0
            self._more = done.more
            self._systemd.alive()
            self._systemd.status(done.faults[0] if done.faults else "all is well")

    def _arrived(self, bot: Bot, seconds: float) -> bool:
        """Wait for mail, at most so long; True if some may be there."""
        self._ear.drain()
        if self._stopping or self._reloading:
            return False
        if self._failures:
            self._ear.sleep(grown(FIRST_PAUSE, 2, self._failures, self._poll, self._chance()))
            return not self._stopping
        if self._more:
            return True
        try:
            arrived = bot.inbox.wait(seconds, self._ear.wake) and not self._stopping
        except InboxFailed as e:
            log.warning("%s", e)
            self._failures += 1
            return False
        self._systemd.alive()
        return arrived
