"""Aims behind the words that announce them, and what is to be agreed sooner, which is no open aim."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_NEXT = "\n\nNext I will meet the janitor."
_OPEN_NEXT = "\n\n# Next steps\nDraw the chart."

TURNS = (
    # What announces the aim may say when it was agreed, and that it hasn't changed.
    Turn(
        "aim-missing",
        3,
        "Hello Jan.\n\nThe goal, as I sent it in after our call: 9 of 10 kerb repairs in Ladywell will be done "
        "within a "
        "week by 30 June 2028." + _NEXT,
    ),
    Turn(
        "aim-missing",
        1,
        "Our aim has stayed put since the last learning session: no more than 2 lost library cards a week at "
        "Denholm by "
        "Easter 2028." + _NEXT,
    ),
    Turn(
        "aim-missing",
        1,
        "What we're after: 18 of 20 boilers in Croft Court are serviced on the first visit, by 31 March 2028." + _NEXT,
    ),
    Turn("aim-missing", 2, "Where we want to be: 40 of 50 letters typed on the day by June 2028." + _NEXT),
    Turn("aim-missing", 2, "Aim unchanged – by June 2028 the Tay team will answer 9 of 10 letters in a week." + _NEXT),
    Turn(
        "aim-missing",
        3,
        "We haven't touched our aim: by 31 May 2028, 7 of 10 carers in the Aven area will have had a break within "
        "four weeks." + _NEXT,
    ),
    Turn(
        "aim-missing", 1, "What better looks like: every new swimmer at Pitlour has had a lesson by May 2028." + _NEXT
    ),
    Turn(
        "aim-missing",
        1,
        "# Background\nThe nursery is small.\n\n| Project | Snack time |\n| Aim | 20 of 24 children at Lomond pour "
        "their own "
        "milk by 1 June 2028 |" + _OPEN_NEXT,
    ),
    Turn(
        "aim-missing",
        1,
        "# What we are aiming for\n- 20 of 24 children pour their own milk by 1 June 2028" + _OPEN_NEXT,
    ),
    Turn("aim-missing", 1, "The aim is that 20 of 24 children at Lomond pour their own milk by 1 June 2028." + _NEXT),
    # What is asked of an aim, measured for it or done for it is none.
    Turn("aim-missing", 3, "You asked me to look at the aim: I took 3 days over it in May." + _NEXT, (MISSING,)),
    Turn("aim-missing", 3, "Measures for the aim: number of lost cards a week, from June." + _NEXT, (MISSING,)),
    Turn("aim-missing", 3, "Two tests towards our aim: 5 cards printed by 3 May." + _NEXT, (MISSING,)),
    # What is to be agreed, reviewed or decided sooner is what the work is about.
    Turn(
        "aim-no-amount",
        3,
        "# Aim\nWe would like school crossing requests to be agreed sooner." + _OPEN_NEXT,
        ("We would like school crossing requests",),
    ),
    Turn("aim-unsettled", 3, "# Aim\nWe would like school crossing requests to be agreed sooner." + _OPEN_NEXT),
    Turn("aim-unsettled", 3, "# Aim\nMore care plans on the Isla ward will be reviewed on time." + _OPEN_NEXT),
    Turn("aim-missing", 3, "# Aim\n90% of repeat forms at Ness Surgery to be reviewed within a day." + _OPEN_NEXT),
    Turn("aim-unsettled", 3, "# Aim\n90% of repeat forms at Ness Surgery to be reviewed within a day." + _OPEN_NEXT),
    Turn(
        "aim-unsettled",
        4,
        "# Aim\nWe want grants at the Ure office to be decided faster. The figure has yet to be agreed." + _OPEN_NEXT,
        ("The figure has yet to be agreed",),
    ),
    Turn(
        "aim-unsettled",
        4,
        "# Aim\nBy June 2028 8 of 10 Ure grants are decided in a week. We need the wording to be agreed soon."
        + _OPEN_NEXT,
        ("We need the wording",),
    ),
)
