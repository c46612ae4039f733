"""What is to get better, said and unsaid: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

TURNS = (
    Turn(
        "aim-missing",
        2,
        "# Project\nThis project concerns hydration on Ward 5. Dehydration is a known cause of "
        "confusion.\n\n# Activity\n"
        "I have met the dietitian.\n\n# Team\nMe and two HCAs.",
        (MISSING,),
    ),
    Turn(
        "aim-missing",
        3,
        "# Activity\nThe driver diagram is done and a second test is planned. We will have met five times by "
        "March.\n\n"
        "# Measures\nNumber of late visits.",
        (MISSING,),
    ),
    Turn(
        "aim-missing",
        3,
        "Hi Lorna, I aim to keep you posted more often. Stock control at the store is a mess, as you know, and we've "
        "mapped it out. I hope to have more to tell you by May. Cheers, Dod",
        (MISSING,),
    ),
    Turn(
        "aim-missing",
        4,
        "# Aim\nSee charter.\n\n# PDSA\nTest 4 was on a Friday.",
        (),
    ),
    Turn(
        "aim-missing",
        3,
        "# Learning\nI want to be a more patient leader by the end of the course and to use data every week.\n\n# "
        "Activity\nTwo home visits.",
        (MISSING,),
    ),
    Turn(
        "aim-missing",
        1,
        "# What we do now\nTwo in five of the bairns at the Alloa nursery have had no toothbrushing by "
        "lunch. The job is "
        "to get that to none by June.\n\n# Team\nThree of us.",
    ),
    Turn(
        "aim-missing",
        1,
        "# Charter summary\nDeliverable: 95% of the crew's risk visits entered on the day, up from 61%, by 31 March "
        "2028.\n\n# Team\nBlue watch.",
    ),
    Turn(
        "aim-missing",
        2,
        "Hello, all. What would good look like? Eight of ten callers at Dunbar get the right person first time, come "
        "September. It's five at present. Yours, Nan",
    ),
    Turn(
        "aim-missing",
        1,
        "# Desired outcome\nYoung carers at the Annan club are known to their school: 30 of 36 by October 2028, from "
        "11.\n\n# Team\nFour of us.",
    ),
    Turn(
        "aim-missing",
        3,
        "# Statement of intent\nDischarge letters from the short stay unit reach the surgery within a day for 95% of "
        "patients (60% now) by May 2028.\n\n# Tests\nThree.",
    ),
    Turn(
        "aim-missing",
        3,
        "# PDSA 2\nPlan: the receptionist offers a second slot. Do: 20 patients.\n\n# Reminder of where we "
        "are going\n"
        "DNAs at the Friday clinic down from 18 to 6 a month by July.",
    ),
    Turn(
        "aim-missing",
        1,
        "# The change we seek\nThat nobody in the supported flats at Balfron is without heating for more "
        "than a night, "
        "from this winter on.\n\n# Team\nWardens.",
    ),
)
