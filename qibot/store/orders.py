"""Orders from the terminal: each is one file, carried out by whoever holds the data folder's lock.

So the team's words can be given while the daemon runs. An order is carried out before its file goes; one that a crash
interrupted is carried out again, which must change nothing: each kind sees to that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from qibot.errors import StoreFailed
from qibot.store import durable

FOLDER = "orders"
UNFINISHED = timedelta(hours=1)  # after which nobody is still writing an order down
Order = Mapping[str, Any]


def lay_down(folder: Path, order: Order) -> None:
    """Write down an order, a mapping of plain JSON values with its `kind`. Raises StoreFailed."""
    data = json.dumps(order, ensure_ascii=False, sort_keys=True).encode()
    place = folder / FOLDER
    durable.make_folder(place)
    taken = [int(p.name.partition("-")[0]) for p in place.glob("*.json") if p.name.partition("-")[0].isdigit()]
    name = f"{max(taken, default=0) + 1:06}-{hashlib.sha256(data).hexdigest()[:16]}.json"
    durable.write(place / name, data)


def waiting(folder: Path) -> list[Path]:
    """The files of the orders that have not been carried out, the first first."""
    return sorted((folder / FOLDER).glob("*.json"))


def carry_out(folder: Path, obey: Callable[[Order], None]) -> None:
    """Let every order be obeyed, and let go of it then. Raises StoreFailed; what is left is carried out next time.

    What is no order is set aside under another name, so that it stops nothing.
    """
    for path in waiting(folder):
        try:
            order = json.loads(durable.read(path))
            if not isinstance(order, dict) or not isinstance(order.get("kind"), str):
                raise ValueError("it is no order")
        except ValueError as e:
            _aside(path)
            raise StoreFailed(f"The order {path} can't be read ({e}); it was set aside. Give it once more.") from e
        obey(order)
        with suppress(FileNotFoundError):
            try:
                path.unlink()
            except OSError as e:
                raise StoreFailed(f"Can't remove {path}: {e.strerror}. The order stands carried out.") from e
        durable.folder_durable(path.parent)


def sweep(folder: Path, now: datetime) -> None:
    """Remove what killed terminals left half written, unless it is so young that one may be writing it now."""
    for path in (folder / FOLDER).glob(f"*{durable.TEMPORARY}"):
        with suppress(OSError):
            if path.stat().st_mtime < (now - UNFINISHED).timestamp():
                path.unlink()


def _aside(path: Path) -> None:
    with suppress(OSError):
        path.rename(path.with_suffix(".bad"))
