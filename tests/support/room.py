"""Where the tests write. Nothing of it need outlive a power cut: it lies in memory where there is room, for on a disk
each fsync of the bot's, of Dovecot's and of Postfix's takes milliseconds, and there are hundreds of thousands."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ENOUGH = 4 * 2**30  # bytes, many times what they write: a container's is often of 64 MB


def room() -> str:
    """The folder in memory, or the ordinary one."""
    if not os.access(MEMORY, os.W_OK | os.X_OK):
        return "/tmp"
    there = os.statvfs(MEMORY)
    fits = there.f_bavail * there.f_frsize >= ENOUGH and not there.f_flag & os.ST_NOEXEC
    return str(MEMORY) if fits else "/tmp"


def write_there() -> None:
    """Let all temporary files of this process and its children be made there, unless TMPDIR says where."""
    if "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = tempfile.tempdir = room()
