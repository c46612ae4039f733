"""One matter of `check` and `signin` and how it stands, and how that is printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One matter's result."""

    what: str
    fine: bool
    said: str

    def __str__(self) -> str:
        return f"{'OK   ' if self.fine else 'WRONG'}  {self.what:<10} {self.said}"
