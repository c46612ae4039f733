"""A short piece of a report, and what a rule is to say of it."""

from __future__ import annotations

from dataclasses import dataclass

MISSING = "(missing)"


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece of a report, the rule that looks at it, and what it is to quote; nothing where it is to be silent."""

    rule: str
    number: int
    text: str
    said: tuple[str, ...] = ()
    feedback: str = ""
