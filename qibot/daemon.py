"""Rounds until told to stop: woken by new mail, else by the beat of `schedule`.

`schedule` forgets what it missed and drifts when the clock is changed, so it only beats: each round finds out for
itself what is owed. A round that fails unexpectedly is logged and the next one comes; only a signal ends the loop.
"""

from __future__ import annotations

import logging
import select
import signal
import socket
from contextlib import suppress
from types import FrameType

import schedule

from qibot.bot import Bot
from qibot.errors import InboxFailed, where

log = logging.getLogger("qibot")
FIRST_PAUSE = 2.0


class Daemon:
    """Runs a bot in the main thread until SIGTERM or SIGINT. Made before the bot, so that no signal is missed."""

    def __init__(self, poll_seconds: int) -> None:
        self._poll = poll_seconds
        self._stopping = False
        self._bot: Bot | None = None
        self._failures = 0
        self._sleeper, self._waker = socket.socketpair()
        self._waker.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def run(self, bot: Bot) -> None:
        """Serve until a signal comes; the step at hand is finished first."""
        self._bot = bot
        beat = schedule.Scheduler()
        beat.every(self._poll).seconds.do(self._round, bot)
        self._round(bot)
        while not self._stopping:
            if not 0 <= (beat.idle_seconds or 0) <= self._poll:  # the clock was set back or far ahead: begin anew
                beat.clear()
                beat.every(self._poll).seconds.do(self._round, bot)
            if self._arrived(bot, beat.idle_seconds or 0):
                self._round(bot)
            elif not self._stopping:
                beat.run_pending()
        bot.close()
        signal.set_wakeup_fd(-1)
        for end in (self._sleeper, self._waker):
            end.close()

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        log.info("stopping on %s", signal.Signals(number).name)
        self._stopping = True
        if self._bot is not None:
            self._bot.stop()

    def _round(self, bot: Bot) -> None:
        try:
            done = bot.round()
        except Exception as e:  # whatever it is, people rely on the next round
            log.error("a round failed unexpectedly: %s", where(e))
            self._failures += 1
        else:
            self._failures = self._failures + 1 if done.faults else 0

    def _arrived(self, bot: Bot, seconds: float) -> bool:
        """Wait for mail, at most so long; True if some may be there."""
        self._drain()
        if self._stopping:
            return False
        if self._failures:
            self._sleep(min(self._poll, FIRST_PAUSE * 2 ** min(self._failures - 1, 10)))
            return not self._stopping
        try:
            return bot.inbox.wait(seconds, self._sleeper.fileno()) and not self._stopping
        except InboxFailed as e:
            log.warning("%s", e)
            self._failures += 1
            return False

    def _drain(self) -> None:
        """Take out what earlier signals wrote (the alarm of a slow message too), or every wait would end at once."""
        self._sleeper.setblocking(False)
        with suppress(BlockingIOError):
            self._sleeper.recv(4096)

    def _sleep(self, seconds: float) -> None:
        select.select([self._sleeper], [], [], seconds)
