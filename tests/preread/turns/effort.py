"""What makes figures hard to have, and what merely sounds so: turns for the tests of the rules."""

from __future__ import annotations

from tests.preread.turns.turn import Turn

_AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
_HARD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        (
            "# Measures\n- Outcome: minutes to the first bite\n\nHenry's the only one with the password "
            "and he's off till the autumn."
        ),
        ("Henry's the only one with the",),
    ),
    (
        "# Data\nThe tallies are on the backs of envelopes in nine glove boxes. Collating them swallowed my Sunday.",
        ("Collating them swallowed my Sunday.",),
    ),
    (
        (
            "# Measures\n- Process: share of dogs walked by ten\n\nNobody fills in the kennel sheet, so "
            "I'm going on what the lads remember."
        ),
        ("Nobody fills in the kennel sheet,",),
    ),
    (
        "# Data\nI typed up every temperature from the kitchen book: 340 lines. I won't manage that twice.",
        (
            "I typed up every temperature from",
            "I won't manage that twice.",
        ),
    ),
    (
        "# Measures\n- Outcome: how safe folk feel on the stair\n\nWe'd need to chap on sixty doors to find out.",
        ("We'd need to chap on sixty",),
    ),
    (
        "# Activity\nI put in for the figures in May and again in July. The contractor says they're commercial.",
        (
            "I put in for the figures",
            "The contractor says they're commercial.",
        ),
    ),
    (
        "# Data\nCounting who leaves before the end means a steward at each of six exits, and I've two stewards.",
        ("Counting who leaves before the end",),
    ),
    (
        (
            "# Measures\n- Balancing: number of bank shifts\n\nPayroll run that report at the year end "
            "and at no other time."
        ),
        ("Payroll run that report at the",),
    ),
    (
        "# Data\nThe clicker broke in week two and there's no money for another, so the counts stop there.",
        ("The clicker broke in week two",),
    ),
    (
        (
            "# Measures\n- Outcome: readmissions within 30 days\n\nThese are coded three months after "
            "the patient goes home."
        ),
        ("These are coded three months after",),
    ),
    (
        (
            "Dear Ina, my stumbling block is the data. The two halves of the service write things "
            "down differently and I end up ringing round each Friday to square them."
        ),
        ("The two halves of the service",),
    ),
    (
        (
            "# Measures\n- Process: % of visits in which the plan was opened\n\nThe laptop doesn't keep "
            "a trace of who opens what."
        ),
        ("The laptop doesn't keep a trace",),
    ),
    (
        "# Measures\n- Outcome: hours of sleep\n\nThe diaries come back with half the nights blank.",
        ("The diaries come back with half",),
    ),
    (
        "# Data\nIt hinges on whoever is on the desk noticing the time, which on a Saturday is not going to happen.",
        ("It hinges on whoever is on",),
    ),
    (
        (
            "# Measures\n- Outcome: % seen in a week\n\nI get the list as a scanned page and have to "
            "key it in by myself, line for line."
        ),
        ("I get the list as a",),
    ),
    (
        (
            "# Measures\nOutcome: minutes from call to wheels rolling.\n\n# Activity\nThe times sit in "
            "the control room's recorder, and the only person who can pull them off it works "
            "Tuesdays."
        ),
        ("The times sit",),
    ),
    (
        (
            "# Measures\n- Outcome: share of men on B wing who borrow a book in a month\n- Balancing: "
            "minutes of officer time\n\nFor the balancing one I'd have to stand there with a stopwatch "
            "all day, and I can't see myself doing that."
        ),
        ("stand there with a stopwatch",),
    ),
    (
        (
            "# Data\nTo get the weights we go through ninety paper charts by hand, and it ate two "
            "whole evenings last month."
        ),
        ("ninety paper charts",),
    ),
)
_EASY = (
    "# Measures\n- Outcome: minutes to the first bite\n\nHenry sends me these on a Monday without being asked.",
    "# Data\nThe tallies hang by the door and I take them down on Friday. It's the work of a moment.",
    "# Activity\nThe vans took two hours to load, so we moved the rack.",
    "# Data\nThe wait came down to two days in May. Nobody had thought it would.",
    "# Measures\n- Outcome: number of tenants who can't get through\n- Process: hours the line is staffed",
    "# Activity\nIt takes a whole morning to walk the round with the trolley. I went with Bet.",
    "# Data\nWe count by hand, from the sheet on the door: three lines a day.",
    (
        "# Measures\n- Outcome: days lost\n\nBy luck the finance clerk keeps these already, and "
        "she's glad that somebody looks at them."
    ),
    "# Data\n6 of 8 forms came back on the day.",
    (
        "# System\nNobody records why a visit is missed; that is where our trouble begins, and "
        "the new slip is to mend it."
    ),
    "# Activity\nThe director couldn't find an hour to see us until May.",
    "# Data\nI was warned that the extract would take weeks; it came the same afternoon.",
    "# Measures\n- Balancing: overtime hours\n\nThe rota shows them.",
    "# Data\nEach dot on the chart is one morning, and I put it there myself before I take my coat off.",
    "# PDSA 1\nThe nurse couldn't find the card, since it was kept in the drawer. We moved it.",
    "# Activity\nParents have to fill in four forms to get a bus pass, and most give up.",
    "# Data\nWe tick the sheet at the gate; it takes the janitor no more than a minute.",
    "# Rationale\nIt takes tenants up to four months to get a repair, and many give up.",
    "# Learning\nI thought the crew sheets would be a nightmare to collect, but Moira has them on my desk by nine.",
)
TURNS = (
    *(Turn("measure-impractical", 3, _AIM + text, said) for text, said in _HARD),
    *(Turn("measure-impractical", 3, _AIM + text) for text in _EASY),
)
