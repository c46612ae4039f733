"""What should be there: the names of all units that were ever written, so that one that is gone is noticed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qibot.expression import expression
from qibot.model import DESK
from qibot.store import durable

NAME = "register"
UNIT = expression(r"[A-Za-z0-9][A-Za-z0-9._-]*/[a-z0-9][a-z0-9._-]*")


class Register:
    """The names that a data folder's file holds. A unit is entered when its own file is there, never before."""

    def __init__(self, folder: Path) -> None:
        """Raises StoreFailed where the file can't be read."""
        self.path = folder / NAME
        said = durable.read(self.path).decode("utf-8", "replace") if durable.there(self.path) else ""
        # What can be no unit's name is damage: it names nothing that could be missed.
        lines = {line.strip() for line in said.splitlines()}
        self.units = {line for line in lines if line == DESK or UNIT.fullmatch(line)}

    def enter(self, units: Iterable[str]) -> None:
        """Enter these, durably, if they aren't yet. Raises StoreFailed; then it is tried again the next time."""
        known = self.units | set(units)
        if known == self.units:
            return
        durable.write(self.path, "".join(f"{unit}\n" for unit in sorted(known)).encode())
        self.units = known
