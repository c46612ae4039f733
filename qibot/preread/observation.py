"""What a rule has to say to a mentor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qibot.preread.text import Report


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing to look at: the rule's name, the report's words that it rests on (empty where something is missing),
    where they stand, and a `detail` for its sentence (a kind of measure, a figure)."""

    rule: str
    words: str = ""
    place: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has found: the words, where they stand, a detail. The table gives it the rule's name."""

    words: str = ""
    place: str = ""
    detail: str = ""


Look = Callable[["Report"], Iterable[Found]]
MISSING = (Found(),)
