"""What somebody is bent on, and figures that nobody aims at: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_AIMED = (
    (
        "Down to twenty minutes by June, from forty-four: that's what we're about at the Cowie "
        "depot.\n\n# Team\nMe, Al and Bo."
    ),
    (
        "# Promise\nEvery child who is late for nursery at Arden gets breakfast, starting in "
        "August.\n\n# Team\nThree of us."
    ),
    (
        "The number I'm chasing is 4. It was 19 drug rounds cut short on Ward 9 in March, and by "
        "the autumn I'd have it there."
    ),
    (
        "# Project\nLost hearing aids on the stroke unit: 14 last year. I mean to see it at 2 or "
        "less by next March.\n\n# Team\nMona and I."
    ),
    "# Summary\nWe're out to get repairs in Lochside done in ten days rather than twenty-six, before the frosts.",
    "My head teacher and I shook hands on this: 9 of the 11 readers in P3 will be on level by Easter.",
    "# Intro\nThe plan is that by May half of the walk-ins at Buckie are seen the same day.\n\n# Team\nLiz, Jo.",
    "# In a year's time\nTen of twelve crews leave the yard by eight; four do now.\n\n# Team\nMe.",
    (
        "It should never take more than a day for a wheelchair to be mended in Skye. It takes "
        "six. Give us until Christmas."
    ),
    "# Our dream\nNobody in bays 1 to 4 wakes because of a bin lid.\n\n# Team\nNights.",
    "# Outline\nI'd call it a success if 30 of the 40 families at Bo'ness had their letter within the week by July.",
    "# Project in one line\nFewer missed doses (from 12 a week to 3 by June) at the Elms.",
    "We're going for 95% of meters read on the first visit by the end of the year; at the moment it's 70%.",
    "# What matters\nTenants in the towers ought to have a lift that works 99 days in 100. By Easter.",
    "# Ward 4\nPain scored within the hour for 18 in 20 patients by June 2028 (now: 11).",
    "Better by half: that's the long and short of it. 60 complaints a month about bins in Leith will be 30 by May.",
    (
        "# What this is about\nToo many of our crews wait at the Raigmore doors. An hour is "
        "usual. I'd be happy with twenty minutes by the time the clocks change in March.\n\n# "
        "Team\nMags and two paramedics."
    ),
    (
        "# PDSA 3\nTried the timer with P3.\n\n# Data\nOur line to reach is 25 of 28 children in "
        "their seats by the second bell, and last week it was 19."
    ),
    (
        "Where we're heading: nobody in Thurso waits longer than a week for a book they have "
        "asked for, before next Christmas. Fifteen wait now.\n\nI've a team of four."
    ),
)
_AIMLESS = (
    "# Project\nSocks in the laundry.\n\n# Team\nBet and me.\n\n# Next\nA map.",
    (
        "Hi Jo. I went to the learning session by train. We start to count in May. 14 people "
        "came to the meeting and 9 stayed until the end."
    ),
    "# Data\nLate plans: 12 in May, 9 in June. We had 3 by the end of the week.\n\n# Team\nFour.",
    (
        "# Background\nThe government says that by 2030 every child will have a key worker. We "
        "have 40 children.\n\n# Team\nMe and Una."
    ),
    "# Activity\nBy June I will have spoken to all five wards, and by July the survey will be out.\n\n# Team\nUna.",
    "# Why\nEvery winter 200 people fall on our pavements.\n\n# Team\nGritters.\n\n# Next\nAsk the drivers.",
    "# PDSA 1\nWe said that 4 of 5 would come by Friday. 3 came.\n\n# Next\nThe same with 10.",
    (
        "# Stage\n1.5\n\n# Activity\nI have been asked to look at discharge. Two meetings so far. "
        "We'd be happy with any help."
    ),
    "# Learning\nI want to get better at listening, and by May I hope to be calmer.\n\n# Team\nUna.",
    "# Activity\nThe lift will be mended by June. Until then all patients go by the back door.\n\n# Team\nPorters.",
    "# Measures\n- Outcome: % of plans signed\n- Process: number of calls\n\n# Team\nUna.",
    "# Team\nFive of us, from all four wards, and we meet every Friday until Christmas.",
    "# Sponsor\nDr Orr. She set us a meeting for 3 May and gave us half a day each.",
    "# Next steps\nBy 1 May: 20 surveys back. By June: a chart.\n\n# Activity\nWe met.",
    "# About me\nI run a team of 12 in Perth, where 30 people wait for a flat. I'd like to learn more by June.",
    (
        "# About my project\nIt's about teeth. Children in Leven have the worst in Fife, and I've "
        "met the school nurse twice.\n\n# Team\nMe, Una and the nurse."
    ),
    (
        "Hello Rhona. We've had two wet weeks and the mowers are in for repair. Sandy and I "
        "counted the bins and will count again in May. Next I'll ring the depot."
    ),
    (
        "# Background\nThe national strategy wants waits down to 18 weeks. Our clinic sees 40 "
        "people a week.\n\n# Activity\nI read three papers."
    ),
)
TURNS = (
    *(Turn("aim-missing", 3, text) for text in _AIMED),
    *(Turn("aim-missing", 3, text, (MISSING,)) for text in _AIMLESS),
)
