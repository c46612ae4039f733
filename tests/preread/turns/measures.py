"""What is measured, and what it takes: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Outcome: parental trust\n- Process: % of forms sent by Friday\n- Balancing: staff morale\n",
        ("parental trust", "staff morale"),
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Falls per 1,000 bed days (outcome)\n- Bed occupancy (balancing)\n- Compliance with the "
        "bundle, in "
        "ten sets of notes a week (process)\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nOutcome: attendance in P5, as per cent of sessions. Process: texts sent by ten o'clock "
        "each day. "
        "Balancing: complaints from parents per month.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nOur outcome measure is the waiting list at month end. We count it from the system.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Outcome: tenants who feel safe, from a five-point question on the doorstep\n- Process: checks "
        "done by the warden out of those due\n- Balancing: minutes of overtime\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nThese are still being worked out with our analyst.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# How we'll know\n- Happier staff\n- Improved communication\n- Number of calls\n",
        ("Happier staff", "Improved communication"),
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\n| Measure | Type | How often |\n| Readmissions within 28 days | Outcome | Monthly |\n| "
        "Phone calls made "
        "on day two | Process | Weekly |\n| Quality of life | Outcome | Monthly |\n",
        ("Quality of life",),
    ),
    Turn(
        "measures-too-many",
        2,
        "# Measures\n- Outcome: number of falls\n- Outcome: number of falls with harm\n- Outcome: length of "
        "stay in days\n"
        "- Process: % with a mat\n",
        ("length of stay in days",),
    ),
    Turn(
        "measures-too-many",
        2,
        "# Measures\nOutcome: % of plans that are complete, counted as number of plans with all boxes filled, "
        "and number "
        "of plans in all, each week.\nProcess: number of calls; time to first draft.\n",
    ),
    Turn(
        "measures-too-many",
        2,
        "# Outcome measure\nNumber of late letters a week.\nNumber is taken from the log.\nWe look back over 12 "
        "weeks.\n\n"
        "# Process measures\n- % with a stamp\n- time to sign, in hours\n",
    ),
    Turn(
        "measures-too-many",
        3,
        "# Measures\nOutcome: % on time. In May it was 40%, in June 55%, in July 70%. Process: calls a day. "
        "Balancing: "
        "overtime in hours.\n",
    ),
    Turn(
        "measures-too-many",
        2,
        "# Process measures\n- % of notes with a score\n- number of huddles a week\n- minutes from bell to "
        "bed\n- % of staff "
        "shown how\n",
        ("% of staff shown how",),
    ),
    Turn(
        "measures-too-many",
        2,
        "# Measures\n- Outcome: days between incidents\n- Process: % of checks done. Collected daily by the "
        "nurse in charge, "
        "number of checks and number due, on a sheet\n- Balancing: minutes of overtime\n",
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nOutcome: % of carers who feel heard. To get this I have to ring each of 300 carers myself, "
        "which "
        "takes days.\n",
        ("To get this I have to ring",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Data\nThe system doesn't hold the time of arrival, so it means going through every paper file by hand.\n",
        ("The system doesn't hold",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# Measures\nOutcome: exam results. They only come out once a year, in August.\n",
        ("They only come out once a year",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# Data\nI've asked Information Services for the readmission figures, but they take about four months "
        "to reach us.\n",
        ("I've asked Information Services",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nBalancing: cost per visit in £. Finance say there is no way of splitting this by team.\n",
        ("Finance say there is no way",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nProcess: minutes from call to arrival. Nobody records this at present and we have no means "
        "of doing so.\n",
        ("Nobody records this",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nProcess: number of texts. The clerk jots it down at the end of the shift; it takes a minute.\n",
    ),
    Turn(
        "measure-impractical",
        3,
        "# Learning\nIt was hard to get doctors to come, and it takes time to win them over.\n",
    ),
)
