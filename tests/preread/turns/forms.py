"""Measures with all that people add to them, and aims without the word: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_REST = "# Activity\nTwo tests with Jim.\n"
_MANY = (
    (
        "# Measures\n- Outcome: number of falls a week, total for the ward\n- Process: % of handovers with "
        "the sheet, time of "
        "day noted\n- Process: minutes from bell to answer\n- Balancing: hours of overtime, per month\n"
    ),
    (
        "# Measures\nOutcome measure: % of tenants who rate the visit 4 or 5, average of the month. Process "
        "measures: number of "
        "visits made; number of cards left. Balancing measure: number of complaints.\n"
    ),
    (
        "# Measures\n| Measure | Type | Definition | Frequency |\n| % of plans signed in a week | Outcome | "
        "number signed / number "
        "due | weekly |\n| Calls made on day two | Process | count from the diary, total | weekly |\n| Red "
        "folders in use | "
        "Process | count at noon | daily |\n| Overtime | Balancing | hours per week | monthly |\n"
    ),
    (
        "# Measures\nOutcome\n- % of pupils in by nine\n  Target: 95%, baseline: 80%\nProcess\n- number of "
        "calls home\n- time of "
        "the first call\nBalancing\n- minutes of teaching lost\n"
    ),
    (
        "# Measures\nOutcome measures:\n1. Percentage of letters sent in 2 days. Numerator: number sent in 2 "
        "days. Denominator: "
        "number of letters.\nProcess measures:\n1. Number of letters dictated on the day\n2. Time to "
        "type\nBalancing measures:\n"
        "1. Number of errors\n"
    ),
    (
        "# Family of measures\nOutcome: days between falls. Process: % of patients with a red frame; number "
        "of checks. Balancing: "
        "time that nurses spend on checks, rate of bed moves.\n"
    ),
)
_AIMS = (
    "# What this is about\nI am trying to help the wee ones in the Oak room settle at nap time: all "
    "twelve asleep by one "
    "o'clock, four days in five, by Easter.\n\n" + _REST,
    (
        "Hi Bea. Update from the fire station. We're still after 100% of hydrants on the Wick list checked "
        "each quarter, by "
        "September 2028. Two tests done."
    ),
    "# Background and aim\nOne in three plans is late. By June 2028 it should be one in ten in the Dee team.\n\n"
    + _REST,
    "# Title: halving missed visits in Ayr by June 2028, from 40 to 20 a month\n\n" + _REST,
    "# Progress\nThe goalposts haven't moved: fewer than five complaints a month about bins in Govan by August.\n\n"
    + _REST,
    "# Charter\nWe believe that 9 in 10 residents of Elm House could be up and dressed by their own "
    "chosen time by May 2028. "
    "At present it's five.\n\n" + _REST,
    "# Overall\nReduction of repeat referrals to the Leith hub from 22% to 12% by June 2028\n\n" + _REST,
)
_TASKS = (
    (
        "# Change ideas\n- Meeting families at the gate\n- Data on the board by the sink, changed by the "
        "carers\n- Agree with each "
        "family how they want to be called\n- Interview chair moved beside the patient\n- Plan on a page\n- "
        "Discuss the day's list "
        "at the bedside\n"
    ),
)

TURNS = (
    *(Turn("measures-too-many", 3, text) for text in _MANY),
    *(Turn("measure-vague", 3, text) for text in _MANY),
    *(Turn("measure-type-missing", 3, text) for text in _MANY),
    *(Turn("measures-missing", 3, text) for text in _MANY),
    *(Turn("aim-missing", 3, text) for text in _AIMS),
    *(Turn("change-task", 3, text) for text in _TASKS),
    *(Turn("change-broad", 3, text) for text in _TASKS),
)
