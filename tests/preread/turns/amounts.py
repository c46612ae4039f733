"""Whether an aim says how much: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nBy June 2028 more of our P6 pupils will be writing at the level expected for their stage.",
        ("By June 2028 more of our P6",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Project aim\nTo see a significant reduction in grade 2 pressure ulcers on Ward 11 by the end of 2027.",
        ("a significant reduction",),
    ),
    Turn(
        "aim-no-amount",
        3,
        "# Aim\nA measurable increase in tenants of Craigmount who pay by direct debit within 12 months.",
        ("A measurable increase",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nCare-experienced young people in S3 at Lorne Academy will attend more often by Easter 2028, "
        "one of the "
        "school's three priorities.",
        ("Care-experienced young people",),
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nImprove the quality of Datix investigations in Theatre 4 so that learning is shared each time, by "
        "March 2028.",
        ("Improve the quality of Datix",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim statement\nTo reduce the length of time it takes two officers in the Perth hub to complete a missing "
        "person report, by 30 June 2028.",
        ("To reduce the length of time",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Goal\nBy Christmas 2027 fewer of the over-75s known to our team will be admitted twice in a month.",
        ("fewer of the over-75s",),
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nWe aim to minimise delays for every family that comes to the Rosyth hub by next summer.",
        ("We aim to minimise delays",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nThe majority of the crew at Banff will have their kit check signed by October 2028.",
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nBy June 2028 no resident of Larch House waits past the hour for a call bell to be answered.",
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nBy March 2028, to bring first-time fix on the Dyce round up to the level of the best team, which is "
        "92%.",
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nAll letters from the adoption team are signed the day they are typed, by the end of May 2028.",
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nChildren in the Ash room will sleep through two nights in three by summer.",
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nImprove bath-time for residents of Elm Unit. What that means: a score of 4 or more out of 5 "
        "from nine "
        "in ten residents by June 2028.",
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nTo make it twice as likely that a P7 pupil at Kirkhill walks to school by May 2028.",
    ),
)
