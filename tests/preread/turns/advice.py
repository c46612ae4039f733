"""What the mentor advised, taken up in other words or left: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_REPORT = (
    "# Aim\nBy June 2028, 80% of plans in the Eastfield team are signed in a week, from 42%.\n\n# "
    "Activity\nWe met twice "
    "and drew a process map. Two duty workers tried a red folder on a Thursday.\n\n# Next steps\nTry the folder on a "
    "Monday.\n"
)

TURNS = (
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        ("Who from finance could help you to cost the overtime?",),
        "I liked the map. Who from finance could help you to cost the overtime?",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        ("A run chart would let you see whether the folder makes a difference",),
        "Strengths: a clear aim.\nTo develop: A run chart would let you see whether the folder makes a difference.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        ("You haven't said what the parents make of it; I'd find out",),
        "Great progress. You haven't said what the parents make of it; I'd find out before you go further.",
    ),
    Turn(
        "feedback-untouched",
        2,
        _REPORT,
        ("It might be an idea to talk to your sponsor about cover",),
        "Hello Mo, thanks for this. It might be an idea to talk to your sponsor about cover for leave.",
    ),
    Turn(
        "feedback-untouched",
        4,
        _REPORT,
        ("I wonder whether a balancing measure is missing",),
        "Your tests are well described. I wonder whether a balancing measure is missing.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        ("Write a prediction down before each test",),
        "WWW: your team is keen.\nEBI: Write a prediction down before each test.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        ("there's room to say more about how people feel",),
        "A good read. I think there's room to say more about how people feel about the new way.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        ("The next thing I'd look at is night-time cover",),
        "Good work with the map. The next thing I'd look at is night-time cover, which seems to be where "
        "letters stick.",
    ),
    Turn(
        "feedback-untouched",
        2,
        _REPORT,
        (),
        "Lovely report. A process map would help you to see where plans wait. Enjoy the break!",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        (),
        "Liked: how you brought the team along.\nEven better if: you begin with one or two colleagues rather than "
        "everybody.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        (),
        "You've a strong aim. It was good that the duty workers spoke up. I remember how hard it was on my own ward. "
        "Sorry that I was late with this.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        (),
        "Could you say by when you want to be at 80%? And where are you starting from?",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT,
        (),
        "Even better if: test this on a small scale first. Do you have time for a coffee next week?",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT + "\n# Data\n[chart] Plans signed in a week\n",
        (),
        "Strengths: aim. Next step: display your figures over time so that you can see the variation.",
    ),
    Turn(
        "feedback-untouched",
        3,
        _REPORT + "\n# Reflection\nI hear what you say about costs, and I'm leaving that for now.\n",
        (),
        "Perhaps look at what the overtime costs.",
    ),
)
