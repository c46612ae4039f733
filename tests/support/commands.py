"""Commands as a user gives them, in this process or as one of their own, and what they came to."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.ports import free_ports
from tests.support.programme import Programme


@dataclass
class Said:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)

    @property
    def words(self) -> str:
        """What it printed, on one line."""
        return " ".join(self.out.split())


Qibot = Callable[..., Said]


def process(*arguments: str, cwd: Path | None = None, **environ: str) -> Said:
    """Run a command line as a process of its own."""
    done = subprocess.run(
        arguments, capture_output=True, text=True, cwd=cwd, env={**os.environ, **environ}, check=False, timeout=60
    )
    return Said(done.returncode, done.stdout, done.stderr)


def wrong(said: Said) -> dict[str, str]:
    """The matters that aren't fine, each with what was said."""
    lines = [line.split(maxsplit=2) for line in said.out.splitlines() if line.startswith(("OK", "WRONG"))]
    return {what: words for mark, what, words in lines if mark == "WRONG"}


def closed_port(section: str) -> Callable[[Programme], None]:
    return lambda p: p.configure(**{section: {"port": free_ports(1)[0]}})
