"""Advice in other voices, left and taken up: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_REPORT = """# Aim
By May 2028, 45 of the 50 people on the Oban meals round get their dinner while it's hot, from 28.

# Where we are
I went out with Kirsty in the van for three mornings and we drew the round on a map.

The flats at Soroba come last. Mrs Lamont and her neighbour told us that they'd take it an hour earlier.

The council say no new van before April.

# Change ideas
- Soroba first
- Boxes with a hot brick

# Measures
Outcome: number of dinners above 63 degrees
Process: number of boxes with a brick
Balancing: minutes of overtime

# PDSA 1
One day, Soroba first. We guessed that 5 of 8 would be hot. It was 7. The cook grumbled, as she had to plate up sooner.

# Next steps
Two days of the same. Then the bricks.
"""
_LEFT = (
    "Have the volunteers who ring the doorbells been asked?",
    "Your measures deserve an exact definition: where on the plate is the thermometer put?",
    "It made me wonder who packs the van when Kirsty is away.",
    "Bring the dietitian in early.",
    "Draw the driver diagram, however rough.",
    "I'd be keen to hear what you're learning about leading others.",
    "What puzzled me is the dip in March.",
    "Find out how Lochgilphead keeps its soup hot.",
    "Perhaps your sponsor could open the door to the kitchen's manager.",
    "There might be something to learn from the school run.",
    "A line chart would tell you sooner.",
    "Leave the Wednesday club out for now.",
    "My main worry is what becomes of it when the funding ends.",
)
_TAKEN_UP = (
    "Go out with the van and see for yourself.",
    "Have the people on the round themselves been asked?",
    "A balancing measure would make the picture complete.",
    "Write your guess down before each test.",
    "It'd be good to know how the cook takes it.",
    "Could you get to the bottom of why the flats are last?",
    "Tell me what you plan to do next.",
    "Put a number to your aim.",
    "Great that Kirsty is with you.",
    "Sketch the way that a dinner takes.",
    "Your aim needs a date.",
    "I wondered if an earlier dinner would suit them.",
    "Is a second van out of the question?",
    "Lovely to read of Mrs Lamont.",
)
TURNS = (
    *(Turn("feedback-untouched", 3, _REPORT, (said,), f"Thank you for this. {said}") for said in _LEFT),
    *(Turn("feedback-untouched", 3, _REPORT, (), f"Thank you for this. {said}") for said in _TAKEN_UP),
    Turn(
        "feedback-untouched",
        2,
        _AIM + "# Activity\nWe drew a process map of the breakfast round with two cooks.\n\n# Next steps\n"
        "Ask three residents what they'd like.",
        ("who at the weekend",),
        "Well done on getting the cooks round a table. Have you thought about who at the weekend might object?",
    ),
    Turn(
        "feedback-untouched",
        3,
        _AIM + "# Data\n[chart] Late departures by week\n\nLate departures went 12, 9, 8, 7.",
        ("A line for the median",),
        "Your chart is a pleasure to read. A line for the median would show you more.",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# PDSA 2\nWe moved the clock to the door. Five of six teachers started on time.",
        ("whether the pupils themselves",),
        "I wondered whether the pupils themselves have been asked. Keep going!",
    ),
    Turn(
        "feedback-untouched",
        2,
        _AIM + "# Activity\nWe met twice and drew a fishbone.",
        (),
        "Thank you for a good read, I've learnt a lot about dosette boxes. See you in Perth.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _AIM + "# PDSA\nTest 1: the Boyle family had the form on Monday. They filled in half of it.",
        (),
        "Perhaps try the form with a single family before you print fifty.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _AIM + "# Activity\nYou asked about Saturdays. Nobody covers them, so the samples wait till Monday.",
        (),
        "What would happen at the weekend, when Ahmed isn't there?",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# PDSA\nTest 3: Bo fancied that two of six would ring back. It was one.",
        (),
        "Write a guess down beforehand.",
    ),
    Turn(
        "feedback-untouched",
        4,
        _AIM + "# PDSA\nTest 3: Bo gave the card to six. One rang back.",
        ("Write a guess down",),
        "Write a guess down beforehand.",
    ),
)
