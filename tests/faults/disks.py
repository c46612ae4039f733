"""A disk that refuses what is written below a folder, for as long as it is told to."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT, errno.EMFILE, errno.EACCES)
SAID = {number: errno.errorcode[number] for number in ERRORS}


@contextmanager
def refusing(folder: Path, number: int, share: float, rng: random.Random) -> Iterator[list[str]]:
    """Each call that would change something below the folder fails with this errno, or this share of them; yields the
    names of the calls that did."""
    failed: list[str] = []
    real = {name: getattr(os, name) for name in ("open", "fsync", "replace", "rename", "mkdir", "unlink")}

    def ours(what: Any) -> bool:
        path = str(Path(f"/proc/self/fd/{what}").readlink()) if isinstance(what, int) else os.fsdecode(what)
        return path.startswith(str(folder))

    def stand_in(name: str) -> Any:
        def called(what: Any, *more: Any, **named: Any) -> Any:
            harmless = name == "open" and not (more and more[0] & WRITING)
            if not harmless and ours(what) and rng.random() < share:
                failed.append(name)
                raise OSError(number, os.strerror(number), str(what))
            return real[name](what, *more, **named)

        return called

    try:
        for name in real:
            setattr(os, name, stand_in(name))
        yield failed
    finally:
        for name, one in real.items():
            setattr(os, name, one)
