"""What the programme sets for the pre-read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qibot.preread.stages import STAGES, Stages

Span = tuple[int, int]


@dataclass(frozen=True)
class Settings:
    """What the programme sets: how many measures of each kind (least, most), headings of its own form, the stages."""

    outcome: Span = (1, 2)
    process: Span = (2, 3)
    balancing: Span = (1, 2)
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stages: Stages = STAGES


DEFAULTS = Settings()
