"""Sentences of aim, scope and people at which rules speak, and near misses, from reports of a fresh hand."""

from __future__ import annotations

AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"

# The rule, the report's number, what stands before the sentence, where the rule speaks, and where it doesn't.
PAIRS: tuple[tuple[str, int, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "aim-only-percent",
        2,
        "# Aim\n",
        (
            "To halve the number of late visits in the Dee team by May 2028.",
            "By June 2028 late visits in the Dee team will be down 30%.",
        ),
        (
            "To halve the number of late visits in the Dee team by May 2028, from 40 to 20.",
            "By June 2028 nine of ten visits by the Dee team are on time.",
        ),
    ),
    (
        "scope-broad",
        2,
        "# Scope\n",
        ("The whole of Angus.", "The entire S1 to S6 roll.", "No school will be left out."),
        ("The whole of P4b.", "No pupil in P4b will be left out.", "The whole of Ward 2."),
    ),
    (
        "scale-pressure",
        3,
        "# Activity\n",
        (
            "My line manager thinks that it should be in every team by now.",
            "The directors are impatient for results.",
            "There's a push to have it done by Easter.",
            "The head keeps asking when the other classes can start.",
            "They'd like to see it everywhere.",
            "Our sponsor can't see why we only do one ward.",
            "The committee was disappointed that it is so small.",
        ),
        (
            "Our sponsor is glad that we start small.",
            "The head came to see it.",
            "There's pressure on beds this winter.",
            "The head keeps asking how Jo is.",
            "My manager thinks that it should be fun.",
            "There's a push button at the door.",
            "The patients are impatient.",
            "The board was disappointed with the bus service.",
        ),
    ),
    (
        "area-unclear",
        1,
        "# Activity\n",
        (
            "I am still looking for something to work on.",
            "I can't decide between falls and meals.",
            "I am not sure that I'm allowed to change this.",
            "It's not within my gift.",
            "My manager has yet to approve the topic.",
            "The topic isn't agreed.",
        ),
        (
            "We have decided on falls.",
            "Not sure which day to meet.",
            "We are still looking for a room to meet in.",
            "My manager has yet to approve my leave.",
            "The topic isn't easy.",
        ),
    ),
    (
        "human-side-missing",
        3,
        AIM + "# Activity\n",
        ("We met twice. The folder was ordered.", "Three nurses came to the meeting.", "The lamp works."),
        (
            "Some staff see it as extra work.",
            "The night shift doesn't like it.",
            "They said no at first.",
            "Jo said that it wouldn't work, and I heard her out.",
        ),
    ),
    (
        "team-ideas-missing",
        3,
        AIM + "# Change ideas\n- Red folder\n- Text on Friday\n\n# Activity\n",
        ("Both worked in Fife, so I'd like to try them here.", "My own ideas, from years in the job."),
        (
            "Jo came up with the folder.",
            "A family told us that they'd like a text.",
            "We chose them by sticky dots.",
            "The idea is Jo's.",
        ),
    ),
    (
        "aim-solution",
        2,
        "# Aim\n",
        (
            "By May 2028 every nurse on Ward 3 will be trained in sepsis.",
            "90% of Dee visits on time by May 2028 by ringing families the day before.",
        ),
        ("By May 2028 trained nurses on Ward 3 see nine of ten patients in an hour.",),
    ),
    (
        "aim-no-amount",
        2,
        "# Aim\n",
        ("To reduce waits for the 12 clinics of the Dee team by May 2028.",),
        ("To reduce waits for the 12 clinics of the Dee team to ten days by May 2028.",),
    ),
    (
        "scope-broad",
        2,
        "",
        (
            "# Activity\nWe have launched in all 19 libraries at once.",
            "# Where\nAll of the homes in the group, from April.",
            "# Plan\nThe head of service and I agreed to start with the entire directorate.",
            "Our project begins with all forty care homes in the area.",
        ),
        (
            "# Where\nTwo of twelve homes, to start.",
            "# Scope\nAll patients of Dr Orr.",
            "Our project begins with one of the forty care homes in the area.",
        ),
    ),
    (
        "area-unclear",
        2,
        "# Project\n",
        (
            "Still undecided, sorry.",
            "I've two or three things in mind and keep changing my mind.",
            "My manager wants one thing and I want another, so nothing is fixed.",
            "The waiting list is run by the board, so there's little I can do about it.",
        ),
        ("It's decided: meals at noon.", "I've two or three tests in mind."),
    ),
)
