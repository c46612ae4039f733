"""What has been done, and what comes: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

TURNS = (
    Turn(
        "next-steps-missing",
        3,
        "# Activity\nIn March we will have been at it for half a year. The ward clerk said that she will not "
        "fill in a form. "
        "As planned, we tried a sticker.\n\n# Learning\nI hope this is clear.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        2,
        "# Aim\nBy June 2027, 8 of 10 letters go in two days.\n\n# Change ideas\n- A tray that will sit by the "
        "door\n\n"
        "# Activity\nWe drew a process map on Monday. The team planned to meet and did.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        3,
        "# PDSA\nPlan: on Tuesday Mary will try the card with one pupil. Prediction: he will stay in class. Do: "
        "she did. "
        "Study: he stayed. Act: adopted.\n\n# Learning\nStaff need to see it for themselves.\n",
        (MISSING,),
    ),
    Turn(
        "next-steps-missing",
        1,
        "Dear Ann, I have set up my team: two porters and a nurse. They were planning a leaving do, so it took "
        "a while. Our "
        "aim is for 9 of 10 beds to be clean in an hour by May. That is all for now. Regards, Tom",
        (MISSING,),
    ),
    Turn("next-steps-missing", 3, "# Activity\nA test of the card.\n\n# To do\nAsk Ward 6 to try it at night.\n"),
    Turn(
        "next-steps-missing", 2, "Hi Jo. Two tests so far. In May: bus stop number three, with the same sign. Bye, Al"
    ),
    Turn("next-steps-missing", 2, "# Activity\nWe met. I'm going to ring the six families on Friday.\n"),
    Turn(
        "next-steps-missing",
        3,
        "# Actions for December\n- Repeat with the night shift\n- Show the chart at the huddle\n",
    ),
    Turn(
        "data-missing",
        3,
        "# Activity\nWe tried the card with 2 of the 8 nurses on 12 May. It was 30 minutes long.\n\n# Data\nI "
        "have not "
        "begun to collect anything yet, it will come from 1 July.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        4,
        "# Data\nWe're waiting for the system to be set up so that a run chart can be made.\n\n# Tests\nTwo "
        "nurses tried the "
        "sheet and liked it.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        3,
        "# Measures\nOutcome: % on time, shown on a chart once we have the figures.\n\n# Activity\nThe meeting "
        "was at 2 and "
        "there were 6 of us.\n",
        (MISSING,),
    ),
    Turn(
        "data-missing",
        4,
        "Hi Lee, things feel better on the ward and folk are smiling. We tried the board.",
        (MISSING,),
    ),
    Turn("data-missing", 3, "# Activity\nLast week 14 calls were missed; the week before it was 22.\n"),
    Turn("data-missing", 3, "# Data\n| Week | Late |\n| 1 | 12 |\n| 2 | 9 |\n"),
    Turn("data-missing", 4, "# Results\nThe run chart is attached as a spreadsheet.\n"),
    Turn("data-missing", 5, "Dear Bea, seven of the nine letters went out on time this week, against three in May."),
    Turn(
        "improvement-learning-missing",
        3,
        "# Learning and reflection\nI learnt that pressure ulcers form in hours, and that heels are at most risk.\n",
        ("I learnt that pressure ulcers",),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Learning\nI have learned a lot about autism and the law on support plans.\n",
        ("I have learned a lot about autism",),
    ),
    Turn(
        "improvement-learning-missing",
        4,
        "# Learning\nI now know that small children need more iron. My reading on diet was useful.\n",
        ("I now know that small children",),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Activity\nWe tried the card with two pupils. I am thinking of a holiday.\n",
        (MISSING,),
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Learning\nI jump to answers. Asking the cleaners first gave us a better idea than mine.\n",
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# What I take from it\nTesting with one person felt silly and taught us most.\n",
    ),
    Turn(
        "improvement-learning-missing",
        4,
        "Dear Al, it dawned on me that our prediction was a wish. Writing it down helps.",
    ),
    Turn(
        "improvement-learning-missing",
        3,
        "# Reflection\nPeople change when it is their own idea, and I hold back more at meetings now.\n",
    ),
)
