"""Hostile files that cost their reader time or memory are read by another process, with limits of either."""

from __future__ import annotations

import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

from qibot.documents.work import Work

WAIT = 20  # seconds of the clock's, on a busy machine
MEMORY = 190 * 1024 * 1024
_PROGRAM = Path(__file__).with_name("unpacking.py")


def by_another_process(kind: str, data: bytes, work: Work) -> bytes | None:
    """What `unpacking.py` says of a file of this kind; None where it can't tell within the limits. Raises TooMuch where
    the work is over."""
    seconds, before = work.whole_seconds(), _taken()
    try:
        done = subprocess.run(  # noqa: S603 (our own program; what came by mail is its input alone)
            [sys.executable, "-I", str(_PROGRAM), kind],
            input=data, capture_output=True, timeout=WAIT, check=False, preexec_fn=partial(_limit, seconds),
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError):
        return None
    finally:
        work.seconds -= _taken() - before
    return done.stdout if done.returncode == 0 and done.stdout else None


def _taken() -> float:
    """Seconds of processor time that other processes of ours have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _limit(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
