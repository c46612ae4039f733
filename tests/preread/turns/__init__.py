"""Short pieces of reports as people in many kinds of service write them, with what each rule is to say of them."""

from __future__ import annotations

from tests.preread.turns import aims, feedback, measures, progress, scope, stages
from tests.preread.turns.turn import Turn

TURNS = aims.TURNS + scope.TURNS + measures.TURNS + progress.TURNS + stages.TURNS + feedback.TURNS

__all__ = ["TURNS", "Turn"]
