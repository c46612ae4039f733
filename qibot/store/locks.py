"""The data folder's two locks: one process has the folder, and no record is written while a backup looks at them."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qibot.errors import StoreFailed, StoreLocked
from qibot.store.durable import make_folder

WRITING = "writing"


def locked(path: Path) -> int:
    """Take the folder's lock; it falls with the process, however that ends."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as e:
        raise StoreFailed(f"Can't use {path}: {e.strerror}. Give the data folder to the user that runs qibot.") from e
    if not _taken(descriptor):
        holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
        os.close(descriptor)
        raise StoreLocked(
            f"Another qibot (process {holder or 'unknown'}) works on {path.parent}."
            " Stop it first, or name another data folder."
        )
    with suppress(OSError):  # on a full disk others don't learn our number; the lock holds all the same
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
    return descriptor


def opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as e:
        raise StoreFailed(f"Can't use {path}: {e.strerror}. Give the data folder to the user that runs qibot.") from e


@contextmanager
def alone(descriptor: int | None) -> Iterator[None]:
    """While a record is written, no backup is taken, and the other way round."""
    if descriptor is None:
        raise StoreFailed("The records were opened for reading alone; nothing was written.")
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def held_still(folder: Path) -> Iterator[None]:
    """Let no process change a record meanwhile, be it for a moment. Raises StoreFailed."""
    descriptor = opened(folder / WRITING)
    try:
        with alone(descriptor):
            yield
    finally:
        os.close(descriptor)


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Have the data folder for oneself, as a running qibot does. Raises StoreLocked, StoreFailed."""
    make_folder(folder)
    descriptor = locked(folder / "lock")
    try:
        yield
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    """Take the lock, patient for a moment: `holder` touches it, too."""
    for _ in range(10):
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.03)
    return False


def holder(folder: Path) -> int | None:
    """The process that has the folder's lock, or None."""
    try:
        descriptor = os.open(folder / "lock", os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        said = os.read(descriptor, 20).strip()
        return int(said) if said.isdigit() else None
    finally:
        os.close(descriptor)
    return None
