"""A process that has all readers loaded and forks a child for each document: starting Python anew for each takes ten
times as long as reading most of them. A document's bytes are only ever in its own child, which gives away what it
doesn't need as one that was started anew does (`child.py`).
"""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import IO

from qibot.reading.limits import Limits
from qibot.reading.started import environment, in_a_new_process

_REQUEST = 4096  # bytes: a name and the limits


class Warm:
    """Begun at the first document, ended with the block, or with this process. Good as `read_document`'s `run`."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None

    def __enter__(self) -> Warm:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __call__(self, name: str, limits: Limits, given: IO[bytes], taken: IO[bytes], seconds: float) -> None:
        """Read what is in `given`, write what it says into `taken`. Raises TimeoutExpired, OSError.

        Where the process is gone, one of the document's own is started.
        """
        try:
            line = self._line or self._begin()
            line.settimeout(seconds)
            about = json.dumps([name, dataclasses.asdict(limits)]).encode()
            socket.send_fds(line, [about], [given.fileno(), taken.fileno()])
            done = line.recv(1)
        except TimeoutError as e:
            self.close()
            raise subprocess.TimeoutExpired(__name__, seconds) from e
        except OSError:
            done = b""
        if not done:
            self.close()
            given.seek(0)
            taken.seek(0)
            taken.truncate()
            in_a_new_process(name, limits, given, taken, seconds)

    def close(self) -> None:
        """End it, whatever it does."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._line = self._process = None

    def _begin(self) -> socket.socket:
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            try:
                self._process = subprocess.Popen(  # noqa: S603  (this very interpreter)
                    [sys.executable, "-P", "-X", "utf8", "-m", __name__, str(its.fileno())],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=environment(),
                    pass_fds=[its.fileno()],
                    start_new_session=True,
                )
            except OSError:
                ours.close()
                raise
        self._line = ours
        return ours


def serve(line: socket.socket) -> None:
    """Read one document after the other until nobody is at the other end."""
    from qibot.reading import child, formats  # noqa: F401  (before there is any document)

    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # systemd tells all: a document that is being read is read to its end
    while True:
        about, files, _, _ = socket.recv_fds(line, _REQUEST, 2)
        if not about:
            return
        one = os.fork()
        if not one:
            _read_one(about, files[0], files[1], line)
        for file in files:
            os.close(file)
        os.waitpid(one, 0)
        line.send(b".")


def _read_one(about: bytes, given: int, taken: int, line: socket.socket) -> None:
    """In the forked child, which never comes back."""
    from qibot.reading import child

    code = 1
    try:
        line.close()
        os.dup2(given, 0)
        os.dup2(taken, 1)
        os.closerange(3, max(given, taken) + 1)
        name, limits = json.loads(about)
        code = child.read_and_write(name, Limits(**limits))
    finally:
        os._exit(code)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
