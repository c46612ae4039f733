"""How far the work is: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "stage-under",
        4,
        "Project stage: 1.5\n\n# Activity\nWe tried the card with one pupil, then with four, and last week with "
        "the whole "
        "class.\n\n# Data\nOutbursts went from 12 to 5 a week.\n",
        ("Project stage: 1.5",),
    ),
    Turn(
        "stage-under",
        5,
        "Project stage: 2\n\n# PDSA tests\nFour cycles done, all as predicted.\n\n# Data\nThe median has moved "
        "from 40% "
        "to 62%, a shift of eight points above the old median.\n",
        ("Project stage: 2",),
    ),
    Turn(
        "stage-under",
        7,
        "Project stage: 3\n\n# Aim\nBy June 2027, 90% of notes on Ward 4 have a plan, from 30%.\n\n# Data\nWe "
        "reached 91% in "
        "March and have held it for five months.\n\n# PDSA tests\nTests 1 to 6 were done.\n",
        ("Project stage: 3",),
    ),
    Turn(
        "stage-under",
        4,
        "Project stage: 0.5\n\n# Team\nFive of us meet weekly and our aim is agreed.\n\n# Aim\nBy June 2027 8 "
        "of 10 letters "
        "go in two days, from 3.\n\n# Understanding the system\nWe made a process map and a fishbone.\n",
        ("Project stage: 0.5",),
    ),
    Turn(
        "stage-under",
        3,
        "Project stage: 1\n\n# PDSA tests\nTest 1: a sticker on two files. We predicted that both would be "
        "signed; one was.\n"
        "Test 2: a red sticker. Both were signed.\n",
        ("Project stage: 1",),
    ),
    Turn(
        "stage-under",
        3,
        "Project stage: 2.5\n\n# PDSA tests\nTest 1 and test 2 were done.\n\n# Data\nNo change yet: 40% before "
        "and 41% now.\n",
    ),
    Turn(
        "stage-under",
        2,
        "Project stage: 1\n\n# Team\nI have asked two colleagues.\n\n# Aim\nStill drafting.\n",
    ),
    Turn(
        "stage-under",
        4,
        "Project stage: 3\n\n# PDSA tests\nThree tests were done.\n\n# Data\nUp from 40% to 48%.\n",
    ),
    Turn(
        "implementation-early",
        2,
        "# Activity\nThe new form went out to all staff on Monday and the old one has been withdrawn.\n",
        ("The new form went out to all staff",),
    ),
    Turn(
        "implementation-early",
        3,
        "# Next steps\nFrom 1 May the checklist will be used by every ward.\n\n# PDSA\nOne test was done and it "
        "went well.\n",
        ("From 1 May the checklist",),
    ),
    Turn(
        "implementation-early",
        2,
        "Dear Una, we have written the protocol and it starts for everybody next week. It's now how we do things here.",
        ("we have written the protocol",),
    ),
    Turn(
        "implementation-early",
        3,
        "# Next steps\nWe will now roll this out to the other five teams.\n\n# PDSA\nTest 1: two families got a "
        "text. "
        "Both came.\n",
        ("We will now roll this out",),
    ),
    Turn(
        "implementation-early",
        3,
        "# Changes\nThe triage desk is fully implemented and part of our standing orders.\n",
        ("The triage desk is fully implemented",),
    ),
    Turn(
        "implementation-early",
        3,
        "# PDSA tests\nTest 1: one nurse. Test 2: three nurses. Test 3: nights.\n\n# Next steps\nWe will roll "
        "it out to Ward 5.\n",
    ),
    Turn(
        "implementation-early",
        2,
        "# Background\nThe council rolled out a new phone system last year and calls were lost.\n",
    ),
    Turn(
        "implementation-early",
        3,
        "# Next steps\nIf the second and third test go as predicted, we'll think about rolling out. Not before.\n",
    ),
)
