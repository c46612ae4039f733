"""A bound on the time that reading one message may take, so that a message made to be slow can't stop the others."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from qibot.errors import MailUnreadable

AGAIN = 1.0  # a first alarm may be swallowed, by a destructor for example


class _TooLong(BaseException):
    """Not an Exception, so that no library's catch-all can swallow it."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise MailUnreadable in the block after so many seconds. Outside the main thread there is no bound: signals
    are delivered to the main thread alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, too_long)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except _TooLong:
        raise MailUnreadable(f"reading it took longer than {seconds:g} seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
