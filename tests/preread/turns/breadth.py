"""Where the work begins, everywhere or somewhere: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "scope-broad",
        1,
        "# Scope\nThis will take in the entire estate: 29 primaries, 5 secondaries and the special school.",
        ("29 primaries",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nBy March 2028 waiting times will be under 12 weeks for young people in every locality of Highland, "
        "from 30.",
        ("every locality",),
    ),
    Turn(
        "scope-broad",
        2,
        "# Scope\nIn scope: all inpatient areas, all outpatient areas, theatres and the community hospitals. Out of "
        "scope: dental.",
        ("all inpatient areas",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nEvery one of the force's 6,200 officers and staff will have a wellbeing conversation by June 2028.",
        ("Every one of the force",),
    ),
    Turn(
        "scope-broad",
        1,
        "Dear Pat, my project is to cut sickness absence from 7% to 4% by next March. I intend to do this "
        "for the whole "
        "of Adult Services in one go.",
        ("the whole of Adult Services",),
    ),
    Turn(
        "scope-broad",
        2,
        "# Project scope\nAll 41 care homes in the partnership will start on the same Monday.",
        ("All 41 care homes",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nTo reduce the number of unwanted fire alarm signals across our three service delivery areas from 900 "
        "to 600 a month by April 2028.",
        ("across our three service delivery areas",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Who and where\nThe project covers all of our tenancies, about 14,000, in the north, south and east.",
        ("all of our tenancies",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nBy summer 2028 all early learning and childcare settings in the authority, ours and the partner "
        "providers, will have 90% of two-year-olds' reviews done on time.",
        ("all early learning and childcare settings in the authority",),
    ),
    Turn(
        "scope-broad",
        2,
        "# Scope\nWe decided against a single site because it seemed unfair on the others, so the whole health board "
        "is taking part from day one.",
        ("the whole health board",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Scope\nThe health board has 31 wards; ours is the first, and only bays 1 and 2.",
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nAll staff in the Portree fire station can name the risk card by May 2028 (now 4 of 12).",
    ),
    Turn(
        "scope-broad",
        2,
        "# Scope\nMrs Ross's P4 and no other class. If it works the whole school will want it.",
    ),
    Turn(
        "scope-broad",
        1,
        "# Background\nThe inspectors looked at all nurseries in the council and found that records were late.\n\n# "
        "Aim\nBy May 2028 9 of 10 records at Thistle Nursery are signed off in the week.",
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nReduce repairs that need a second visit on the Muirton estate from 30% to 15% by June 2028. "
        "The estate "
        "is a fifth of all the houses that the council has.",
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nEvery patient who comes through the whole of the pathway at the Elgin knee clinic has one named "
        "contact by June 2028.",
    ),
    Turn(
        "scope-broad",
        3,
        "# Activity\nI was invited to speak to all head teachers in the authority about what Room 3 is doing.",
    ),
    Turn(
        "scope-broad",
        2,
        "# Scope\nAll newly referred families of one duty worker, Tuesdays only. The other five teams come later, if "
        "at all.",
    ),
    Turn(
        "scope-broad",
        1,
        "# Scope\nOur phase one is the Kelso team. Phase two, from 2029, is every team in the Borders.",
    ),
)
