"""Files of another user's, as they come of a backup put back or an order given as root."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534
_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3, linux/capability.h
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1 << 1, 1 << 2  # what lets root read and write everybody's files


def given_away(path: Path) -> None:
    """It belongs to somebody else, and is for its owner alone; where only root may do that, nobody may read it."""
    if os.geteuid() == 0:
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.chown(path, NOBODY, NOBODY)
    else:
        path.chmod(0)


def given_back(path: Path) -> None:
    """It is as it was before `given_away`."""
    if os.geteuid() == 0:
        os.chown(path, 0, 0)
    path.chmod(0o700 if path.is_dir() else 0o600)


@contextmanager
def as_anybody() -> Iterator[None]:
    """This thread has no more right to files than their modes say, though it may be root's, as a service has none."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(_VERSION, 0), (ctypes.c_uint32 * 6)()
    if os.geteuid() or libc.capget(header, sets):
        yield
        return
    before = sets[0]  # the effective ones of the first 32
    try:
        sets[0] = before & ~(_DAC_OVERRIDE | _DAC_READ_SEARCH)
        if libc.capset(header, sets):
            raise OSError(ctypes.get_errno(), "capset")
        yield
    finally:
        sets[0] = before
        libc.capset(header, sets)
