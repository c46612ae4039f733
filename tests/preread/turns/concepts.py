"""Measures that are counted, and measures that are only named: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "measure-vague",
        2,
        "# Measures\nOutcome:\n- Improved attainment in writing\nProcess:\n- Use of the jotter\n- % of "
        "lessons with a "
        "plenary\nBalancing:\n- Workload\n",
        ("Improved attainment in writing", "Use of the jotter", "Workload"),
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nOutcome measure: patient safety. Process measure: compliance. Balancing measure: impact "
        "on other "
        "services.\n",
        ("patient safety", "compliance", "impact on other services"),
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\n| Outcome | Tenant satisfaction |\n| Process | Number of visits in week one |\n| "
        "Balancing | Effect "
        "on the duty rota |\n",
        ("Tenant satisfaction", "Effect on the duty rota"),
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Outcome: quality of the handover\n- Process: staff awareness of the new form\n- "
        "Balancing: extra "
        "work for the clerks\n",
        ("quality of the handover", "staff awareness of the new form", "extra work for the clerks"),
    ),
    Turn(
        "measure-vague",
        2,
        "# How we will know\n- Feedback from young people\n- Professional judgement of the class teacher\n- "
        "Exclusions "
        "per term\n",
        ("Feedback from young people", "Professional judgement of the class teacher"),
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\nOutcome: home fires in Leith per quarter (count). Process: smoke alarms fitted as a fraction of "
        "those requested. Balancing: crew hours.\n",
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\n- Outcome: HbA1c under 58\n- Process: foot checks completed / foot checks due\n- "
        "Balancing: hypos "
        "reported in the month\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nOutcome: stress on the 1 to 10 thermometer at 3 pm. Process: did the huddle happen, yes or no. "
        "Balancing: cancelled visits.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Outcome: missed medicines\n- Process: charts reviewed by the pharmacist\n- Balancing: delayed "
        "discharges\n",
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\nOur outcome measure is falls and we've had a good month. Staff morale is a worry, which "
        "I'll come "
        "back to.\n",
    ),
    Turn(
        "measure-vague",
        3,
        "# Measures\n- Outcome: Warwick-Edinburgh wellbeing scale, class median\n- Process: circle times "
        "held, ticks on "
        "the wall chart\n- Balancing: sickness absence in days\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\nOperational definition\nA plan counts as complete when all six boxes hold something.\nFrequency "
        "and sample\nTen plans a week.\n",
    ),
    Turn(
        "measure-vague",
        2,
        "# Measures\n- Outcome: stranger danger calls, weekly count\n- Process: response within the hour\n- "
        "Balancing: "
        "calls that other stations take for us\n",
    ),
)
