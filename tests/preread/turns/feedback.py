"""What the mentor advised, and what became of it: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "feedback-untouched",
        2,
        "# Activity\nWe met and drew a process map.\n",
        ("Could you bring a patient or relative into the group?",),
        "Lovely start, Jean. Could you bring a patient or relative into the group? Have a good Easter!",
    ),
    Turn(
        "feedback-untouched",
        2,
        "# Team\nA service user, Mr Hay, has joined us.\n",
        (),
        "Could you bring a patient or relative into the group?",
    ),
    Turn(
        "feedback-untouched",
        2,
        "# Measures\n- Outcome: % of calls taken\n- Balancing: minutes of overtime\n",
        (),
        "Even better if you say what might get worse elsewhere.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Aim\nBy June 2027 8 of 10 plans in the Moray team are signed.\n",
        (),
        "Please give your aim a deadline. How are you?",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Data\n[chart] Late letters by week\n",
        (),
        "It would help to show your figures in a run chart.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Activity\nWe did as you said about the desk.\n",
        ("You may wish to speak with the union early.",),
        "You may wish to speak with the union early.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# PDSA\nTest 2: one nurse on nights. We predicted 3 of 4; it was 4.\n",
        (),
        "Do write down what you expect before each test.",
    ),
    Turn(
        "feedback-untouched",
        3,
        "# Scope\nWe now start in one class, P4.\n",
        (),
        "I'd suggest that you begin on a much smaller scale. Would you let me know your holiday dates? See you "
        "on Tuesday, "
        "and please send the report by the 5th.",
    ),
)
