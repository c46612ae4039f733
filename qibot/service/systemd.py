"""Word to systemd by its datagram socket (sd_notify(3)): ready, reloading, stopping, and that the loop still works.

Without NOTIFY_SOCKET nothing is said. The watchdog is fed by whoever sees the loop get on, at most a few times in its
time: a process whose loop hangs, or fails each time by a fault of its own, is then started anew.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

FEEDS = 4  # within the watchdog's time


class Notifier:
    """One service's line to systemd; never fails. `seconds` is a clock that is never set back."""

    def __init__(self, environ: Mapping[str, str] = os.environ, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._path = environ.get("NOTIFY_SOCKET", "")
        mine = environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        usec = environ.get("WATCHDOG_USEC", "")
        self.watchdog_seconds = int(usec) / 1e6 if mine and usec.isdecimal() else 0.0
        self._fed = 0.0

    def ready(self) -> None:
        """The service has begun, or has done its reloading."""
        self._say("READY=1")

    def reloading(self) -> None:
        """It reads anew what it can (systemd wants the moment, too)."""
        self._say(f"RELOADING=1\nMONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def stopping(self) -> None:
        """It ends."""
        self._say("STOPPING=1")

    def status(self, said: str) -> None:
        """What `systemctl status` shows, in a line."""
        self._say(f"STATUS={' '.join(said.split())[:200]}")

    def alive(self) -> None:
        """The loop has got on. Good to be called often."""
        now = self._seconds()
        if self.watchdog_seconds and now - self._fed >= self.watchdog_seconds / FEEDS:
            self._fed = now
            self._say("WATCHDOG=1")

    def longest_wait(self, seconds: float) -> float:
        """For how long the loop may wait without a word."""
        return min(seconds, self.watchdog_seconds / FEEDS) if self.watchdog_seconds else seconds

    def _say(self, said: str) -> None:
        if not self._path:
            return
        address = "\0" + self._path[1:] if self._path.startswith("@") else self._path
        with suppress(OSError, ValueError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto(said.encode(), address)
