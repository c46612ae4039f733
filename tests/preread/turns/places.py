"""Things said where one doesn't look for them, and what only seems to answer: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"

TURNS = (
    Turn(
        "measure-impractical",
        3,
        _AIM
        + "# Challenges\nThe date of signature lives in three different systems and I have no way of pulling it out.\n",
        ("I have no way of pulling it out",),
    ),
    Turn(
        "measure-impractical",
        3,
        _AIM + "# Learning\nI have learned that the figure I wanted, "
        "the days from draft to signature, isn't held anywhere.\n",
        ("isn't held anywhere",),
    ),
    Turn(
        "measure-impractical",
        3,
        _AIM
        + "# Next steps\nFind out whether anybody can help with the data. At present it takes Una a day and a half to "
        "get one month's numbers.\n",
        ("a day and a half to get one month's numbers",),
    ),
    Turn(
        "measure-impractical",
        2,
        _AIM
        + "# Measures\n- Outcome: % signed within a week (would mean phoning all 60 families afterwards)\n- Process: "
        "number of calls\n",
        ("would mean phoning all 60 families",),
    ),
    Turn(
        "measure-impractical",
        3,
        _AIM + "# Learning\nI have learned that it is hard to get people to say what they think, and that data help.\n",
    ),
    Turn(
        "measure-impractical",
        3,
        _AIM
        + "# Next steps\nFinding a way to hold the meeting is difficult, as the rooms are recorded in three different "
        "diaries.\n",
    ),
    Turn(
        "scope-broad",
        2,
        _AIM + "# Next steps\nFrom January we'll be working with all 14 health centres at the same time.\n",
        ("all 14 health centres",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nBy June 2028 every school in Angus has attendance above 92%.\n\n# Activity\nOne of the team "
        "has drawn a "
        "map. One day I hope to understand it.\n",
        ("every school in Angus",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nBy June 2028 sickness absence in Roads is under 4%, from 7%.\n\n# Who is in it\nEverybody in the "
        "directorate, about 600 people, from the start.\n",
        ("Everybody in the directorate",),
    ),
    Turn(
        "scope-broad",
        1,
        "# Aim\nBy June 2028 every school in Angus has attendance above 92%.\n\n# Activity\nWe are testing "
        "the call home "
        "with one guidance teacher at Webster's.\n",
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nTo improve how soon tenants in Kirk Court hear about their repair, by June 2028. At present 38% hear "
        "within a week.\n",
        ("To improve how soon tenants",),
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nImprove attendance in S2 at Lorne Academy, currently 84%, by June 2028.\n",
        ("Improve attendance in S2",),
    ),
    Turn(
        "aim-no-amount",
        2,
        "# Aim\nFewer cancelled clinics in Moray by June 2028. Last year there were 61; we will halve that.\n",
    ),
    Turn(
        "aim-only-percent",
        2,
        "# Aim\nIncrease by 20% the patients on Ward 5 who have tablets within 2 hours of admission, by June 2028.\n",
        ("Increase by 20%",),
    ),
    Turn(
        "aim-only-percent",
        2,
        "# Aim\nBy June 2028, increase visits by the Ayr team by 15% and reduce missed visits by 10%.\n",
        ("increase visits by the Ayr team by 15%",),
    ),
    Turn(
        "aim-only-percent",
        2,
        "# Aim\nReduce waits at the Ayr clinic by 20%, to under 12 weeks, by June 2028.\n",
    ),
    Turn(
        "change-broad",
        2,
        "Dear Ros, our change ideas are better communication with the ward, staff training, and a sticker on "
        "the chart. "
        "Best, Al",
        ("better communication with the ward", "staff training"),
    ),
    Turn(
        "change-broad",
        2,
        _AIM + "# Activity\nThe change ideas that came out of the workshop were: a card at the door, improving staff "
        "morale, and a call on day two.\n",
        ("improving staff morale",),
    ),
    Turn(
        "change-broad",
        2,
        _AIM + "# Change ideas\n- Improve communication between the hospital, the community nurses and the families at "
        "home\n",
        ("Improve communication between the hospital",),
    ),
    Turn(
        "change-broad",
        2,
        "Dear Ros, our change ideas came from the nurses and are in the attached driver diagram. Best, Al",
    ),
    Turn(
        "data-missing",
        3,
        _AIM
        + "# Team\n| Name | Role |\n| Jo | clerk |\n\n# Activity\nEight of the ten workers came to the workshop, and "
        "15 of 20 returned the questionnaire. We had a first test with two plans.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        3,
        "| Project stage | 2.5 |\n| Aim | By June 2028 80% of plans in the Dee team are signed in a week, "
        "from 42% |\n| "
        "Activity | A first test with two plans |\n| Next steps | Test 2 |\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        3,
        _AIM + "# Activity\nA first test.\n\n| Week | Signed |\n| 1 | 4 |\n| 2 | 7 |\n",
    ),
    Turn(
        "implementation-early",
        2,
        _AIM + "# Next steps\nWe want to roll out the folder to the other five teams in February.\n",
        ("We want to roll out the folder",),
    ),
    Turn(
        "implementation-early",
        3,
        _AIM + "# Activity\nThe test with Jim went well. I plan to introduce it across the service next month.\n",
        ("I plan to introduce it across the service",),
    ),
    Turn(
        "implementation-early",
        3,
        _AIM
        + "# Activity\nThe test with Jim went well. My manager wants to roll it out but we'll test on nights first.\n",
    ),
    Turn(
        "stage-over",
        3,
        "Project stage: 4\n\n" + _AIM + "# PDSA\nPDSA 1 to 3 done. Each time we learned something.\n\n# "
        "Data\nIt is too "
        "soon to see anything in the data.\n",
        ("Project stage: 4",),
    ),
    Turn(
        "rationale-missing",
        1,
        "# Aim\nBy May 2028 80% of bins on Route 6 are out by seven, from 60%.\n\n# Activity\nWe met on "
        "Monday. I need to "
        "find a date for the next meeting, as Bob is away.\n",
        (MISSING,),
    ),
    Turn(
        "testing-slow",
        5,
        _AIM
        + "# PDSA\nSo far we have run one cycle, with Jim's plans. We predicted two and got three. Because of leave we "
        "haven't managed a second.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        3,
        _AIM
        + "# Learning\nI'll remember to ask before I tell. People will follow if they see the point.\n\n# Activity\n"
        "Two tests done.\n",
        (MISSING,),
    ),
    Turn(
        "team-ideas-missing",
        3,
        _AIM
        + "# Change ideas\n- Red folder\n- Text on Friday\n\n# Activity\nThe team met twice. They have been developing "
        "their knowledge of data.\n",
        (MISSING,),
    ),
    Turn(
        "prediction-missing",
        3,
        _AIM + "# PDSA\nCycle 1: two plans in red folders. Staff expected me to be late and I was. Both were signed.\n",
        (MISSING,),
    ),
)
