"""Files that only their owner may read."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from qibot.errors import ConfigError


def write_private(path: Path, content: bytes) -> None:
    """Write a file with mode 0600 that is whole at any time. Raises ConfigError."""
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.unlink(missing_ok=True)
        number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(number, "wb") as out:  # noqa: PTH123 - a file descriptor, opened so that nobody else ever reads it
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(path)
    except OSError as e:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise ConfigError([f"{path} can't be written: {e}"]) from None
