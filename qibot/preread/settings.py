"""What the programme sets for the pre-read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True)
class Settings:
    """What the programme sets: how many measures of each kind (least, most), and the headings of its own form."""

    outcome: Span = (1, 2)
    process: Span = (2, 3)
    balancing: Span = (1, 2)
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


DEFAULTS = Settings()
