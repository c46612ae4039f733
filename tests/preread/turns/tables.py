"""Tables of figures among the measures, lists without dots, figures that show a gain: turns for the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_LISTED = (
    "Outcome: % of plans signed in a week\n\nProcess: % of plans drafted on day 1\n\nBalancing: overtime in hours\n\n"
)
_DONE = _AIM + "# PDSA\nTests 1 to 4 of the tray were done, with a prediction each.\n\n"

TURNS = (
    # What a table of figures holds beside measures that are listed is theirs, whichever way its months run.
    Turn(
        "measure-vague",
        5,
        f"# Measures and data\n{_LISTED}| Month | Signed | Tray in place |\n| May | 40 | 3 |\n| June | 48 | 7 |",
    ),
    Turn(
        "measure-vague",
        5,
        f"# Measures\n{_LISTED}| | May | June | July |\n| Signed | 40 | 48 | 55 |\n| Grumbles | 2 | 1 | 1 |",
    ),
    Turn(
        "measure-vague",
        5,
        f"# Measures and data\n{_LISTED}| Week 1 | 40 | 3 |\n| Week 2 | 48 | n/a |\n| Week 3 | 52 | 7 |",
    ),
    Turn(
        "measure-vague",
        5,
        "# Measures\n| Measure | Start | Now |\n| Calls returned | 12 | 30 |\n| Callers' mood, of five | 3.1 | 3.4 |",
    ),
    Turn(
        "measure-type-missing",
        5,
        f"# Measures and data\n{_LISTED}| | Q1 | Q2 | Q3 |\n| Signed in a week, % | 40 | 48 | 55 |",
    ),
    Turn(
        "measure-type-missing",
        5,
        f"# Measures and data\n{_LISTED}% of plans signed in a week, by month, with the median moved in May and four "
        f"tests marked",
    ),
    Turn(
        "measures-too-many",
        5,
        f"# Measures and data\n{_LISTED}| Month | Overtime | Sick days |\n| May | 4 | 5 |\n| June | 3 | 5 |",
    ),
    Turn(
        "measure-vague",
        5,
        f"# Measures\n{_LISTED}| Shift | Signed | Torn |\n| Early | 12 | 4 of 9 |\n| Late | 11 | - |",
    ),
    Turn(
        "measure-vague", 5, f"# Measures\n{_LISTED}| Autumn term | Spring term |\n| 71% (12 of 17) | 80% (16 of 20) |"
    ),
    Turn(
        "measure-vague", 5, f"# Measures\n{_LISTED}| Test | Predicted | Found |\n| 1 | 5 of 6 | 4 of 6 |\n| 2 | 6 | 6 |"
    ),
    Turn(
        "measure-vague",
        5,
        f"# Measures\n{_LISTED}| Who counts | When |\n| Jo | Mondays |\n| The relief clerk | Fridays |",
    ),
    Turn(
        "measure-vague",
        5,
        "# Measures\n| Measure | Type | Now |\n| Trays in place | Process | 40% |\n| Trust | Outcome | tbc |",
        ("Trust",),
    ),
    # A table whose rows alone name the measures, and one that has words in its cells, list them.
    Turn(
        "measure-type-missing",
        5,
        "# Measures\n| Measure | May | June |\n| Calls returned by noon, % | 40 | 48 |\n| Calls an hour | 6 | 6 |",
        ("Calls returned by noon, %",),
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n| Measure | How |\n| Trust in the office | survey |\n| Number of calls | log |",
        ("Trust in the office",),
    ),
    Turn("measure-vague", 2, f"# Measures\n{_LISTED}Outcome: peace of mind", ("peace of mind",)),
    Turn("measures-missing", 3, _AIM + "# Measures\n| Month | Signed |\n| May | 40 |\n| June | 48 |"),
    # Lines below a heading for measures are its items, though one looks like a heading; what follows them isn't.
    Turn(
        "measure-vague",
        2,
        "Aim\n\nBy June 2028 80% of plans in the Dee team are signed in a week.\n\nWhat we'll measure\n\n"
        "Share of plans signed in a week\n\nCarer satisfaction\n\nHours of overtime a month\n\nNext steps\n\nWe meet "
        "on Friday.",
        ("Carer satisfaction",),
    ),
    Turn(
        "measure-type-missing",
        2,
        "Measures\n\n% of vans out by eight\n\nMinutes at the gate\n\nNext steps\n\nI'll ask Jo to count.",
        ("% of vans out by eight",),
    ),
    Turn(
        "measure-vague",
        2,
        "Measures\n\nOutcome\n\n% of vans out by eight\n\nThe crews\n\nTwo of the crews are keen and the third would "
        "like to "
        "wait until the new vans are here.",
    ),
    Turn(
        "measure-vague",
        2,
        "Measures\n\nOutcome: % of vans out by eight\n\nOdds and ends\n\nJo is on leave until the tenth.",
    ),
    Turn(
        "measure-vague",
        2,
        "Measures\n\nThese will follow once we have met the crews.\n\nVan crews\n\nAll of them are keen.",
    ),
    # Figures over time in the rows of a PDF, and what rose or moved that is no figure.
    Turn(
        "stage-under",
        6,
        "Project stage: 2\n\n" + _DONE + "# Data\n| | Jan | Feb | Mar | Apr |\n| Signed, % | 42 | 58 | 70 | 77 |",
        ("Project stage: 2",),
    ),
    Turn(
        "stage-under", 6, "Project stage: 2\n\n" + _DONE + "# Data\nJan Feb Mar Apr\n\nSigned in a week, % 42 43 41 42"
    ),
    Turn(
        "stage-under",
        6,
        "Project stage: 2\n\n"
        + _DONE
        + "# Data\nJan Feb Mar Apr\n\nSigned in a week, % 42 58 70 77 Drafted on day 1 3 5 6 8",
        ("Project stage: 2",),
    ),
    Turn(
        "stage-over",
        5,
        "Project stage: 4\n\n"
        + _DONE
        + "When the desk was moved the tray fell off it.\n\n# Data\nNo change in the chart so far.",
        ("Project stage: 4",),
    ),
    Turn(
        "stage-over",
        5,
        "Project stage: 4\n\n" + _DONE + "Jo reached for the tray and dropped it.\n\n# Data\nThe chart is level.",
        ("Project stage: 4",),
    ),
    Turn(
        "stage-over",
        5,
        "Project stage: 3\n\n" + _DONE + "# Data\nThe line has moved and late plans fell for three months.",
    ),
    Turn(
        "stage-over",
        5,
        "Project stage: 3\n\n" + _DONE + "# Data\n| Jan | Feb | Mar | Apr |\n| 42 | 58 | 70 | 77 |\n| 1 | 2 | 3 | 4 |",
    ),
)
