"""The child process: `python -m qibot.reading.child NAME LIMITS < document > writing`. Never imported by the daemon.

It first gives away what it doesn't need: memory, processor time, the right to write files, to start processes and to
open more than a few files. Whatever happens then happens to it alone.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import math
import resource
import signal
import sys
import warnings

from qibot.model import Writing
from qibot.reading.limits import Enough, Limits, Unreadable

OUTPUT = 8 * 2**20  # bytes, of the file that its standard output is
_FILES = 32
_LAST_WORDS = 0.5  # seconds, for what has been read in time to be written


def main() -> int:
    """Read one document from standard input. The exit code is 0 also for one that can't be read."""
    return read_and_write(sys.argv[1], Limits(**json.loads(sys.argv[2])))


def read_and_write(name: str, limits: Limits) -> int:
    """From standard input to standard output; this process is good for nothing else afterwards."""
    confine(limits)
    writing = read(name, sys.stdin.buffer.read(), limits)
    signal.setitimer(signal.ITIMER_PROF, 0)
    json.dump(dataclasses.asdict(writing), sys.stdout, default=str)
    sys.stdout.flush()
    return 0


def confine(limits: Limits) -> None:
    """Give away rights and resources of this process, for good."""
    logging.disable(logging.CRITICAL)  # libraries would print what they meet in the file
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGPROF, _enough)
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    for what, limit in (
        (resource.RLIMIT_AS, limits.memory_mb * 2**20),
        (resource.RLIMIT_CPU, math.ceil(limits.seconds + _LAST_WORDS)),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))


def _enough(*_: object) -> None:
    raise Enough


def read(name: str, data: bytes, limits: Limits) -> Writing:
    """The document as read, or what couldn't be read and why."""
    from qibot.reading.formats import reader_of  # within the limits

    try:
        return reader_of(name, data)(data, limits)
    except Unreadable as e:
        return Writing(fault=str(e))
    except Enough:
        return Writing(fault="took too long to read")
    except (MemoryError, RecursionError):
        return Writing(fault="is too big or too deep to be read")
    except Exception:  # a reader's fault with a hostile file is the file's
        return Writing(fault="is damaged and can't be read")


if __name__ == "__main__":
    sys.exit(main())
