"""A stretch in the life of each, which is neither how much nor by when."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_NEXT = "\n\n# Next steps\nDraw the chart."
_EARLY = "# Aim\nWe want fewer falls in the first 48 hours on Ward 9, by June 2028."
_LEAVING = "# Aim\nFewer apprentices in the Tweed depot will leave within six months of starting."
_MOVED = "# Aim\nTo reduce complaints from tenants in Bell Street in their first ten weeks, by June 2028."

TURNS = (
    Turn("aim-no-amount", 2, _EARLY + _NEXT, ("We want fewer falls",)),
    Turn("aim-no-amount", 2, _LEAVING + _NEXT, ("Fewer apprentices",)),
    Turn("aim-no-amount", 2, _MOVED + _NEXT, ("To reduce complaints",)),
    Turn("aim-no-date", 2, _LEAVING + _NEXT, ("Fewer apprentices",)),
    Turn("aim-no-date", 2, _EARLY + _NEXT),
    Turn(
        "aim-no-amount", 2, "# Aim\nReduce the wait in the Don clinic to within 5 days of referral by May 2028." + _NEXT
    ),
    Turn("aim-no-amount", 2, "# Aim\n8 of 10 apprentices stay past their first six months, by May 2028." + _NEXT),
    Turn("aim-no-amount", 2, "# Aim\nFewer than 3 falls in the first 48 hours on Ward 9, by June 2028." + _NEXT),
    Turn("aim-no-date", 2, "# Aim\nWithin six months 8 of 10 pupils in P5 read at home." + _NEXT),
    Turn(
        "aim-no-date", 2, "# Aim\nWithin six months of starting this project 9 of 10 Tay letters go in a week." + _NEXT
    ),
    Turn("aim-no-amount", 2, "# Aim\nHalve the falls in the first 48 hours on Ward 9 by June 2028." + _NEXT),
    # A figure that is also a number to ring is one.
    Turn(
        "stage-over",
        3,
        "# Project stage\n2\n\n# Aim\nDown from 112 to 60 falls a month on Ward 9 by June 2028." + _NEXT,
    ),
    Turn("aim-no-amount", 2, "# Aim\nReduce complaints to 101 a month at the Spey desk by June 2028." + _NEXT),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nImprove how 999 calls are taken in the Clyde room by June 2028." + _NEXT,
        ("Improve how",),
    ),
)
