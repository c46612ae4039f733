"""How long to wait before the next try: pauses that grow, and that differ a little from one qibot to the next. Pure.

Many that lost one server at the same moment would else all come back to it at the same moments.
"""

from __future__ import annotations

from collections.abc import Callable

Chance = Callable[[], float]  # from 0 to below 1, each as likely as any other
SPREAD = 0.25  # by so large a part a pause is shorter at most; never longer, so that every bound holds
MOST = 20  # steps in which a pause grows


def certain() -> float:
    """No chance at all: each pause has its full length."""
    return 0.0


def grown(first: float, growth: float, tries: int, longest: float, drawn: float = 0.0) -> float:
    """The pause after the `tries`-th failure (from 1), in the unit of `first` and `longest`. `drawn` is a Chance's."""
    full = min(first * growth ** min(max(tries - 1, 0), MOST), longest)
    return full * (1 - SPREAD * drawn)
