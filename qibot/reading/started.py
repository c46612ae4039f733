"""Starts a process that reads one document and ends."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

from qibot.reading.limits import Limits


def in_a_new_process(name: str, limits: Limits, given: IO[bytes], taken: IO[bytes], seconds: float) -> None:
    """Read what is in `given`, write what it says into `taken`. Raises TimeoutExpired, OSError."""
    about = [name, json.dumps(dataclasses.asdict(limits))]
    command = [sys.executable, "-P", "-X", "utf8", "-m", "qibot.reading.child", *about]
    subprocess.run(  # noqa: S603  (this very interpreter, with arguments of our own)
        command, stdin=given, stdout=taken, stderr=subprocess.DEVNULL, env=environment(), timeout=seconds, check=False
    )


def environment() -> dict[str, str]:
    """What such a process is told of ours: where the modules are, and nothing that could be secret."""
    return {"PYTHONPATH": os.pathsep.join((str(Path(__file__).parents[2]), *filter(None, sys.path)))}
