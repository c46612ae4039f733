"""Sentences of charters: by how much, by what means, of whom, since when: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

TURNS = (
    Turn(
        "aim-only-percent",
        1,
        "# Aim\nTo achieve a 25% reduction in the number of unallocated cases in the Clyde team by March 2028.",
        ("25% reduction",),
    ),
    Turn(
        "aim-only-percent",
        1,
        "# Aim\nBy June 2028, repeat calls from tenants of Whitfield will have gone down by a quarter.",
        ("gone down by a quarter",),
    ),
    Turn(
        "aim-only-percent",
        2,
        "# Aim\nA third fewer bed days lost in Ward 3 by Christmas 2028.",
        ("third fewer",),
    ),
    Turn(
        "aim-only-percent",
        2,
        "# Aim\nAttendance of S2 pupils at Lorne Academy to improve 5% on last year by June 2028.",
        ("improve 5%",),
    ),
    Turn(
        "aim-only-percent",
        2,
        "# Aim\nBy May 2028, the share of plans in Team 4 that are signed is up by 30 percentage points, to 72%.",
    ),
    Turn(
        "aim-only-percent",
        2,
        "# Aim\nReduce agency spend on Ward 2 by 20% (from £40,000 to £32,000 a month) by May 2028.",
    ),
    Turn(
        "aim-no-date",
        2,
        "# Aim\n95% of crews at Wick have their hydrants checked within 12 weeks of the due day, from 60%.",
        ("95% of crews",),
    ),
    Turn(
        "aim-no-date",
        1,
        "# Aim\nIncrease the share of P3 pupils at Hill School who eat fruit at break from 30% to 70%. The "
        "baseline was "
        "taken in May 2027.",
        ("Increase the share",),
    ),
    Turn(
        "aim-no-date",
        1,
        "# Aim\nIncrease the share of P3 pupils at Hill School who eat fruit at break from 30% to 70%.\n\n# "
        "Timescale\n"
        "To be reached by the May holiday 2028.",
    ),
    Turn(
        "aim-no-date",
        2,
        "# Aim\nWithin a year of our first test, no tenant in Kirk Court waits more than a day for hot water.",
    ),
    Turn(
        "aim-no-population",
        1,
        "# Aim\nTo cut the average wait from 14 to 7 days by May 2028.",
        ("To cut the average wait",),
    ),
    Turn(
        "aim-no-population",
        1,
        "# Aim\nSickness absence will be below 4% by March 2028, from 6.8%.",
        ("Sickness absence",),
    ),
    Turn(
        "aim-no-population",
        1,
        "# Aim\nFalls with harm on the stroke corridor go from 6 to 2 a month by May 2028.",
    ),
    Turn(
        "aim-solution",
        1,
        "# Aim\nBy June 2028 every P1 family at Park School has a home visit and the share who come to "
        "parents' night "
        "rises from 50% to 80% thanks to the new family link worker.",
        ("thanks to the new family link worker",),
    ),
    Turn(
        "aim-solution",
        1,
        "# Aim\nRollout of electronic observations to Ward 8 by May 2028.",
        ("Rollout of electronic observations",),
    ),
    Turn(
        "aim-solution",
        2,
        "# Aim\nTo appoint a discharge coordinator so that 90% of patients on Ward 8 go home before noon by May 2028.",
        ("appoint a discharge coordinator",),
    ),
    Turn(
        "aim-solution",
        2,
        "# Aim\n80% of pupils in P4 get through the lunch queue in ten minutes by May 2028, from 35%.",
    ),
    Turn(
        "aim-solution",
        2,
        "# Aim\nBy May 2028 nine in ten carers who use the rota at Elm House know by Thursday when they "
        "work, from six.",
    ),
    Turn(
        "rationale-missing",
        1,
        "# Aim\nBy May 2028 80% of bins on Route 6 are out by seven, from 60%.\n\n# Team\nFour loaders and "
        "I.\n\n# Next "
        "steps\nI will draw a map.",
        (MISSING,),
    ),
    Turn(
        "rationale-missing",
        1,
        "# Aim\nBy May 2028 80% of bins on Route 6 are out by seven, from 60%.\n\n# Opportunity\nA lorry "
        "that has to go "
        "back burns £60 of diesel.",
    ),
    Turn(
        "area-unclear",
        1,
        "# Project\nMy manager and I haven't landed on anything yet. It might be rent arrears or it might be voids.",
        ("haven't landed on anything",),
    ),
    Turn(
        "area-unclear",
        2,
        "# Activity\nThe waiting list sits with another directorate and they set the rules, so there is "
        "nothing here that "
        "I can move.",
        ("there is nothing here that I can move",),
    ),
    Turn(
        "area-unclear",
        2,
        "# Activity\nWe can't agree which bay to test in first, Bay 2 or Bay 4.",
    ),
    Turn(
        "scale-pressure",
        2,
        "# Activity\nMy chief inspector thinks a test with two officers is a luxury and would sooner see it "
        "live in every "
        "station by the summer.",
        ("would sooner see it live in every station",),
    ),
    Turn(
        "scale-pressure",
        3,
        "# Activity\nI keep being asked why the other four schools aren't doing it yet.",
        ("why the other four schools aren't doing it yet",),
    ),
    Turn(
        "scale-pressure",
        3,
        "# Activity\nOur director was pleased that we began with one family and told us to take all the time we need.",
    ),
)
