"""Short pieces of reports as people in many kinds of service write them, with what each rule is to say of them."""

from __future__ import annotations

from tests.preread.turns import (
    advice,
    advised,
    aims,
    amounts,
    announced,
    breadth,
    captions,
    charters,
    concepts,
    doings,
    effort,
    feedback,
    forms,
    fresh,
    goals,
    kinds,
    measures,
    months,
    places,
    progress,
    records,
    scope,
    stages,
    stretches,
    tables,
    toil,
    told,
    willed,
)
from tests.preread.turns.turn import Turn

_MATTERS = (
    aims,
    amounts,
    forms,
    goals,
    scope,
    breadth,
    measures,
    concepts,
    toil,
    progress,
    stages,
    feedback,
    fresh,
    kinds,
    advice,
    charters,
    months,
    places,
    effort,
    willed,
    advised,
    tables,
    told,
    announced,
    captions,
    doings,
    records,
    stretches,
)
TURNS: tuple[Turn, ...] = tuple(turn for matter in _MATTERS for turn in matter.TURNS)

__all__ = ["TURNS", "Turn"]
