"""`qibot run` as a process of its own, and waiting until something is so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from tests.support.programme import PATIENCE

SELDOM = 0.15  # seconds, at most, from one look to the next


class Daemon:
    """`qibot run` (or another command) as a process of its own."""

    def __init__(self, *arguments: str, environ: Mapping[str, str] | None = None) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "qibot", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **(environ or {})},
        )
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line.rstrip())

    def stop(self) -> int:
        """Ask it to stop, as systemd does; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self) -> int:
        """Wait for its end; the exit code."""
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        finally:
            self._listener.join(PATIENCE)
            if self.process.stderr is not None:
                self.process.stderr.close()
        return code


def eventually(condition: Callable[[], Any], seconds: float = PATIENCE, what: str = "it") -> float:
    """Ask again and again until it is so; how long that took. AssertionError when it never is."""
    begun, pause = time.monotonic(), 0.02
    while not condition():
        if time.monotonic() > begun + seconds:
            raise AssertionError(f"{what} didn't come true in {seconds} s")
        time.sleep(pause)
        pause = min(1.5 * pause, SELDOM)  # to look at a mailbox keeps those from working who are waited for
    return time.monotonic() - begun
