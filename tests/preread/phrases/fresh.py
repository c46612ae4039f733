"""Sentences at which rules speak, and near misses, for the rules that missed most in reports of a fresh hand."""

from __future__ import annotations

AIM = "# Aim\nBy June 2028 80% of plans in the Dee team are signed in a week, from 42%.\n\n"
TESTED = AIM + "# PDSA\nTest 1 was done with Jo. "

# The rule, the report's number, what stands before the sentence, where the rule speaks, and where it doesn't.
PAIRS: tuple[tuple[str, int, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "measure-impractical",
        3,
        "# Measures\nOutcome: number of late visits. ",
        (
            "Nobody has access to that report but the IT team, and they take six weeks.",
            "The figures are published with a six-month delay.",
            "I have had to give up on collecting this.",
            "Too time-consuming to keep up.",
            "The supplier quoted £2,400 for the report.",
        ),
        (
            "Ann counts them each Friday in five minutes.",
            "The system gives us this at the press of a button.",
            "The report comes on Mondays.",
            "We have given up the old form.",
            "Everyone has access to the report.",
        ),
    ),
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
        "implementation-early",
        4,
        AIM + "# Activity\n",
        (
            "It has become our standard practice.",
            "We have gone ahead and put the card in every ward.",
            "The tray is here to stay: the policy was signed off on Friday.",
            "We've bought trays for all the wards.",
            "All staff were trained in the new process and it is live.",
            "The old sheet is gone and the new one is in.",
            "It's now mandatory.",
            "The system was switched on for everyone in May.",
            "I've made it part of the induction and everyone uses it.",
        ),
        (
            "The board rolled out a new e-mail system, which took time.",
            "The old manager is gone and Jo is in.",
            "We have bought one tray for Jo.",
            "We put the question to every ward.",
            "It has become clear that we need a test.",
            "All staff were trained in fire safety.",
            "It isn't our standard practice.",
        ),
    ),
    (
        "data-missing",
        4,
        TESTED,
        ("We had three meetings in May.", "A flow chart was drawn.", "The data look good.", "Jo is up from the depot."),
        (
            "It took 4, 6 and 3 minutes.",
            "Late visits: 9 in April, 6 in May.",
            "Twelve plans were signed, up from eight.",
        ),
    ),
    (
        "measure-vague",
        2,
        "# Measures\n- Outcome: ",
        ("Fall prevention", "Complaint handling", "Learners at the centre"),
        ("Falls", "Complaints", "Pupils at their desk by nine", "Reading age"),
    ),
    (
        "next-steps-missing",
        3,
        AIM + "# Activity\n",
        ("It was high time.", "Test 1 was on Monday.", "We met on the 12th to talk about forms."),
        (
            "We're meeting again on the 12th to plan a second test.",
            "It's now time to test it.",
            "Test 2 is on Monday.",
        ),
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
)
