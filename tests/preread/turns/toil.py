"""What it takes to get figures, and what merely took trouble: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

TURNS = (
    Turn(
        "measure-impractical",
        2,
        "# Measurement plan\nOutcome: % of falls with a review within 24 hours. To work this out the falls "
        "coordinator "
        "would be reading 140 sets of case notes every month on top of her day job.",
        ("would be reading 140 sets of case notes",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# Measures\nProcess: time from call to key in the door.\nThe repairs system closes a job when the "
        "invoice is "
        "paid, so it can't show us when the tenant was actually seen.",
        ("it can't show us when the tenant",),
    ),
    Turn(
        "measure-impractical",
        4,
        "# Data\nI have only two points on my chart. Attendance in minutes isn't something SEEMiS gives you, and the "
        "office have been totting it up from the signing-in sheets, which nobody can keep up.",
        ("isn't something SEEMiS gives you",),
    ),
    Turn(
        "measure-impractical",
        3,
        "Dear Fiona, short report. We still have no outcome figures: Public Health Scotland release them eighteen "
        "months in arrears and there is no local source. Regards, Ali",
        ("eighteen months in arrears",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nBalancing: staff stress, on the 40-item questionnaire. It will need all 300 staff on "
        "the site to "
        "fill it in each week, and last time 11 came back.",
        ("all 300 staff on the site",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# How will we know?\nOutcome: share of home fire safety visits that lead to a change. We would have to go "
        "back to every house after six months to find out, and we don't have the crews for it.",
        ("go back to every house",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\n- Outcome: number of victims updated within 7 days\n\nThe updates are free text in the "
        "crime file, "
        "so I'd be opening them one at a time.",
        ("opening them one at a time",),
    ),
    Turn(
        "measure-impractical",
        5,
        "# Data\nThe balancing measure has lapsed. Each month's figure was costing the clerk two full days and her "
        "manager has put a stop to it.",
        ("costing the clerk two full days",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# Measures\nProcess: minutes from buzzer to answer. There's nothing that times it and we can't have someone "
        "with a stopwatch on every shift.",
        ("There's nothing that times it",),
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measurement\nOutcome: families' sense of being heard. We've no baseline and I cannot see where one would "
        "come from.",
        ("I cannot see where one would come from",),
    ),
    Turn(
        "measure-impractical",
        3,
        "# Data\nIt took me a fortnight to see why the figures jumped in week 9: the clerk had been on "
        "leave. The count "
        "itself is a tick on the board.",
    ),
    Turn(
        "measure-impractical",
        3,
        "# Measures\nOutcome: % of plans on time, from the system, at the push of a button.\n\n# Activity\nGetting "
        "everybody round the table was a nightmare.",
    ),
    Turn(
        "measure-impractical",
        2,
        "# Rationale\nSenior charge nurses spend half a day each week collecting figures for eight audits by "
        "hand. We "
        "want that time back on the ward.",
    ),
    Turn(
        "measure-impractical",
        3,
        "# Measures\nProcess: % of calls answered within 3 minutes. The phone system sends it every Monday. "
        "Balancing: number of calls that are abandoned, from the same report.",
    ),
    Turn(
        "measure-impractical",
        4,
        "# Data\nAt first I was going to read all 90 files. Now I look at the first five of each week, ten minutes' "
        "work.",
    ),
    Turn(
        "measure-impractical",
        2,
        "# Activity\nTenants find it hard to get through on the phone, and they have to ring three different "
        "offices. "
        "Nobody keeps a note of what they said.",
    ),
    Turn(
        "measure-impractical",
        3,
        "# Data\nWe have to be careful with small numbers: with six pupils a month one child moves it by 17%.",
    ),
    Turn(
        "measure-impractical",
        3,
        "# PDSA\nStudy: it was difficult to find the form, which is kept in a different folder. Three of five were "
        "filled in.",
    ),
    Turn(
        "measure-impractical",
        2,
        "# Measures\nOutcome: days from referral to first visit. Two new columns on the spreadsheet and the team "
        "leader fills them in at allocation.",
    ),
)
