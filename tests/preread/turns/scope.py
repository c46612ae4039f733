"""Where the work begins, and whose it is: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "scope-broad",
        1,
        "# Scope\nThis will cover all 14 wards of the hospital from day one.\n",
        ("all 14 wards",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nBy June 2027, 90% of staff across the whole council will have a yearly talk with their manager.\n",
        ("across the whole council",),
    ),
    Turn(
        "scope-broad",
        2,
        "# Activity\nWe have decided to go for every nursery in the authority at once, as it is fairer.\n",
        ("every nursery in the authority",),
    ),
    Turn(
        "scope-broad",
        2,
        "Dear Pat, we'll work with all schools in the county straight away. No point in hanging about.",
        ("all schools in the county",),
    ),
    Turn(
        "scope-broad",
        2,
        "# Scope\nForce-wide: all divisions begin in January.\n",
        ("Force-wide",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Scope\nEventually all wards, but we begin with one bay of Ward 3.\n",
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nAll patients on Ward 9 have their pain scored every four hours by May 2027, from 40%.\n\n# Team\nThe "
        "whole team is behind it.\n",
    ),
    Turn(
        "scope-broad",
        1,
        "# Background\nAll schools in the region must report attendance to government each term.\n\n# Aim\nIn P6 at "
        "Moss Primary 9 of 10 pupils come on time by June 2027, from 6.\n",
    ),
    Turn(
        "scope-broad",
        3,
        "# Spread\nIf the results hold, the board would like to see it in all practices next year.\n\n# Aim\nAt Elm "
        "practice 80% of letters are coded in two days by June 2027, from 35%.\n",
    ),
    Turn(
        "scope-broad",
        2,
        "# Activity\nI presented to the whole organisation at the staff conference and visited every ward to say "
        "hello.\n\n# Aim\nOn Ward 2, 9 of 10 drips are dated by May 2027.\n",
    ),
    Turn(
        "area-unclear",
        1,
        "Dear Sue, I'm afraid I still haven't got a project. My manager and I are to talk about it on Friday.",
        ("I'm afraid I still haven't got a project",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Project\nI am torn between hand hygiene and visiting times and have yet to pick one.\n",
        ("I am torn between",),
    ),
    Turn(
        "area-unclear",
        2,
        "# Project\nThe waiting list is run by another directorate and I have no say over how they book.\n",
        ("The waiting list is run",),
    ),
    Turn(
        "area-unclear",
        2,
        "# Project\nMy original project fell through when the service moved, so I am looking for a new one.\n",
        ("My original project fell through",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Topic\nTo be confirmed with my head teacher.\n",
        ("To be confirmed",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Project\nNo topic as yet: several things are in my mind, among them homework and bullying.\n",
        ("No topic as yet",),
    ),
    Turn(
        "area-unclear",
        1,
        "# Aim\nBy June 2027 8 of 10 letters leave the office in two days, from 3.\n\n# Team\nWe haven't chosen "
        "a team "
        "name yet.\n",
    ),
    Turn(
        "area-unclear",
        1,
        "# Activity\nWe chose the project with the ward in October, after we had weighed four topics.\n",
    ),
)
