"""What is an aim, and how much it says: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

TURNS = (
    Turn(
        "aim-missing",
        1,
        "Dear Moira,\n\nI'm leading on the discharge lounge. By June every patient who is ready before noon should "
        "be sitting there with their tablets by two o'clock. At the moment that is about one in three.\n\n"
        "Best wishes, Anil",
    ),
    Turn(
        "aim-missing",
        2,
        "# What better looks like\nNine out of ten families hear from a named worker within five days of referral, "
        "by the end of March 2027. Last year it was four out of ten.\n\n# Team\nMe, two duty workers and a mum.",
    ),
    Turn(
        "aim-missing",
        1,
        "Hi Joan, a quick report. Our pupils turn up late to period one, 45 of them on a bad day. I'd love to "
        "see that "
        "down to 15 by Easter. I've got the janitor and two guidance teachers on board.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Our ambition\nNo tenant in Kirkmuir waits more than ten working days for a repair by October 2027.\n\n"
        "# This month\nWe ran a first test.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Purpose\nTo get statements from victims of housebreaking taken within 48 hours in 9 of 10 cases by "
        "September 2027 (now 5 of 10).\n\n# Activity\nTwo officers tried a booking slot.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Overview\nThe project sets out to reduce missed meals on Ward 12 from 30 to 10 a week by May 2027.\n\n"
        "# Activity\nFirst test done.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Activity\nAs you know, we are trying to get the share of new volunteers who are still with us after three "
        "months up from 50% to 75% by December. I spoke to six who left.\n\n# Next\nA test in August.",
    ),
    Turn(
        "aim-missing",
        4,
        "# Target\n85% of food parcels delivered on the day that was promised, by 31 August 2027.\n\n# "
        "Tests\nOne done.",
    ),
    Turn(
        "aim-missing",
        1,
        "# Improvement question\nCan we halve the time that a young carer in Leith waits for an assessment, "
        "from 60 to "
        "30 days, by summer?\n\n# Team\nFive of us.",
    ),
    Turn(
        "aim-missing",
        2,
        "# My project\nI work in the registrars' office. We want people to be able to register a death within two "
        "working days so that families can hold the funeral when they wish.\n\n# Team\nThree registrars.",
    ),
    Turn(
        "aim-missing",
        2,
        "# Project title\nFewer no-shows at the smear clinic, from 22% to 10% by May\n\n# Team\nTwo nurses.",
    ),
    Turn(
        "aim-missing",
        1,
        "# Project\nMy project is about attendance at our secondary school. It matters a great deal to the head.\n\n"
        "# Team\nTwo teachers.",
        (MISSING,),
    ),
    Turn(
        "aim-missing",
        3,
        "# Activity\nWe met twice and talked about wound care. The team is keen. I read two papers.\n\n# Next steps\n"
        "I will book a room.",
        (MISSING,),
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nTo improve the experience of visitors to the prison by June 2027.\n\n# Team\nMe.",
        ("To improve the experience",),
    ),
    Turn(
        "aim-no-amount",
        3,
        "Hello Ken. We want fewer children in Room 5 to be sent out of class before the summer. It is going well.",
        ("We want fewer children",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Goal\nPatients at the Tweed practice get their results sooner, by the end of 2027.\n",
        ("Patients at the Tweed",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nBy May 2027 tenants in Block 4 will feel safer on the stairs.\n\n# Why\nIn 2026, 14 of 40 told us "
        "that they are afraid.",
        ("By May 2027 tenants",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# What we want to achieve\nBetter handover between day and night staff at Rowan Lodge by September.\n",
        ("Better handover",),
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nAll callers to the contact centre are answered within three minutes by July 2027.\n",
    ),
    Turn(
        "aim-no-amount",
        1,
        "# Aim\nWe will increase uptake of free school meals at St Ann's by June 2027. At present 52% eat; we would "
        "like 75%.\n",
    ),
    Turn(
        "aim-no-amount",
        3,
        "# Aim\nOur aim is to speed up the one-stop shop's decisions on blue badges for people over 65 by next "
        "spring.\n",
        ("Our aim is to speed up",),
    ),
)
