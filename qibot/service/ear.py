"""Hears the signals while nothing else does, and bounds how long a stop may take.

Python runs a signal's handler in the main thread, between two steps of its own. While that thread waits within the C
library (for a name server that says nothing, say) no handler runs. The signal's number is written into a socket all the
same (`signal.set_wakeup_fd`), and a thread of its own reads it here.
"""

from __future__ import annotations

import faulthandler
import select
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

STOPS = (signal.SIGTERM, signal.SIGINT)
GRACE = 0.4  # seconds after which a process is ended whose thread that ends it doesn't get its turn


class Ear:
    """Made in the main thread. So many seconds after the first stop signal `end` is called, from another thread, unless
    it is closed before. `wake` becomes readable with each signal."""

    def __init__(self, stop_seconds: float, end: Callable[[], object]) -> None:
        self._seconds, self._end = stop_seconds, end
        self._heard, self._said = socket.socketpair()
        self._sleeper, self._bell = socket.socketpair()
        for one in (self._said, self._sleeper, self._bell):
            one.setblocking(False)
        signal.set_wakeup_fd(self._said.fileno(), warn_on_full_buffer=False)
        self._thread = threading.Thread(target=self._listen, name="signals", daemon=True)
        self._thread.start()

    @property
    def wake(self) -> int:
        """A file descriptor to wait on."""
        return self._sleeper.fileno()

    def sleep(self, seconds: float) -> None:
        """Wait for a signal, at most so long."""
        select.select([self._sleeper], [], [], seconds)

    def drain(self) -> None:
        """Forget the signals that came (the alarm of a slow message too), or every wait would end at once."""
        with suppress(BlockingIOError):
            self._sleeper.recv(4096)

    def insist(self) -> None:
        """To be called by a stop signal's handler: where one step keeps all threads from running (a regular expression
        does, and lets handlers run), the process ends all the same, with 1 and with where it was."""
        faulthandler.dump_traceback_later(self._seconds + GRACE, exit=True, file=2)

    def close(self) -> None:
        """Hear no more: the end has come by itself."""
        signal.set_wakeup_fd(-1)
        faulthandler.cancel_dump_traceback_later()
        self._said.close()  # which ends the listening
        self._thread.join()
        for one in (self._heard, self._sleeper, self._bell):
            one.close()

    def _listen(self) -> None:
        until: float | None = None
        while True:
            self._heard.settimeout(None if until is None else max(until - time.monotonic(), 0.001))
            try:
                numbers = self._heard.recv(64)
            except TimeoutError:
                self._end()
                return
            if not numbers:
                return
            with suppress(BlockingIOError):
                self._bell.send(numbers)
            if until is None and any(number in STOPS for number in numbers):
                until = time.monotonic() + self._seconds
