"""The words under a chart beside a table of measures, and what such a table shows of the way to the aim."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_STAGE = "# Project stage\n2.5\n\n"
_AIM = "# Aim\nThe mean wait for a bus pass at the Annan desk will be 10 days by June 2028, down from 50 days.\n\n"
_HEAD = "| Measure | Type | Before | May |\n"
_TABLE = (
    "| Mean days to a pass | Outcome | 50 | {now} |\n"
    "| % of passes posted the same day | Process | 4% | 80% |\n"
    "| % of forms filled in right | Process | 31% | 77% |\n"
    "| Complaints a week | Balancing | 2 | 2 |\n\n"
)
_TESTS = (
    "# PDSA\nCycle 4 of the form. We predicted 8 of 10, and it was 9.\n\nCycle 5, on a Monday: predicted 7, got 8.\n"
)
_CLOSE, _FAR = _TABLE.format(now="13"), _TABLE.format(now="44")
_TARGETS = (
    "| Measure | Type | Before | Now | Target |\n"
    "| Mean days to a pass | Outcome | 50 | 46 | 10 |\n"
    "| % of passes posted the same day | Process | 4% | 9% | 90% |\n\n"
)

TURNS = (
    Turn(
        "measure-type-missing",
        6,
        _AIM + "# Measures\n" + _HEAD + _CLOSE + "[chart] Mean days to a pass by week, line chart, with median\n",
    ),
    Turn(
        "measure-type-missing", 6, _AIM + "# Measures\n" + _HEAD + _CLOSE + "[chart] Complaints a week, over the year\n"
    ),
    Turn("measures-too-many", 6, _AIM + "# Measures\n" + _HEAD + _CLOSE + "[chart] Mean days to a pass, per month\n"),
    Turn(
        "measure-type-missing",
        6,
        _AIM + "# Measures\n- Number of passes posted\n- Number of passes posted by hand",
        ("Number of passes posted",),
    ),
    Turn("stage-under", 6, _STAGE + _AIM + "# Measures\n" + _HEAD + _CLOSE + _TESTS, ("2.5",)),
    Turn("stage-under", 6, _STAGE + _AIM + "# Measures\n" + _HEAD + _FAR + _TESTS),
    Turn("stage-under", 6, _STAGE + _AIM + "# Measures\n" + _TARGETS + _TESTS),
    Turn("stage-under", 6, "# Project stage\n3.5\n\n" + _AIM + "# Measures\n" + _HEAD + _CLOSE + _TESTS),
)
