"""The beat: a small file that says when the last round ended and what failed in it, for `qibot health`.

It isn't made durable: after a power cut the next round writes it anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qibot.model import Ongoing

NAME = "beat.json"


@dataclass(frozen=True, slots=True)
class Beat:
    """When a round ended, in which process, with how many faults."""

    at: datetime
    process: int
    faults: int


_BEAT: TypeAdapter[Beat] = TypeAdapter(Beat)


def beat(folder: Path, at: datetime, faults: int) -> None:
    """Say that a round has ended; never fails."""
    path = folder / NAME
    with suppress(OSError):
        part = path.with_name(f"{NAME}.part")
        part.write_text(json.dumps({**asdict(Beat(at, os.getpid(), faults)), "at": at.isoformat()}))
        part.replace(path)


def last_beat(folder: Path) -> Beat | None:
    """The last one, or None where none can be read."""
    try:
        return _BEAT.validate_json((folder / NAME).read_bytes())
    except (OSError, ValidationError, ValueError):
        return None


def unwell(
    last: Beat | None, troubles: Sequence[Ongoing], running: int | None, now: datetime, patience: timedelta
) -> str:
    """What is wrong, in a line; empty where all is well. Whether a daemon runs matters less than that rounds end."""
    if last is None:
        return "no round has ended here yet" + ("" if running else ": start `qibot run`")
    silent = now - last.at
    if silent > patience:
        state = f"process {running} runs but hangs" if running else "nothing runs"
        return f"the last round ended {_written(silent)} ago and {state}"
    if troubles:
        first = min(troubles, key=lambda t: t.since)
        more = f" (and {len(troubles) - 1} more: `qibot status`)" if len(troubles) > 1 else ""
        return f"for {_written(now - first.since)}: {' '.join(first.what.split())[:300]}{more}"
    return ""


def _written(length: timedelta) -> str:
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 120:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{minutes // 60} hours" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"
