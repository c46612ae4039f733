"""Published improvement reports, charters and PDSA forms, their words and ways in sentences of our own.

Twenty-two texts: where a rule speaks it is right, and what such a text holds is never called missing.
"""

from __future__ import annotations

import pytest

from qibot.preread import pre_read
from tests.preread.seeing import CHARTER, report

# The number, the text, and the rules that are to quote words of it.
TEXTS: dict[str, tuple[int, str, tuple[str, ...]]] = {
    "a charter with version control and strategic alignment": (
        CHARTER,
        (
            "# Project charter, version 0.3\n\n| Project name | Heat on day one |\n| Sponsor | Head of Housing "
            "|\n| Strategic alignment | Tackling child poverty |\n| Project background | Families have moved "
            "into flats without heating; eleven complained last winter |\n| Aim statement | By 31 March 2028, "
            "95% of families who move into a flat on the Muirton estate have heating on the day, from 58% |\n| "
            "In scope | New lets on the estate |\n| Out of scope | Transfers |\n| Team members | Lettings "
            "officer, gas engineer, a tenant |\n| Conditions of operation | One hour a week per team member |"
        ),
        (),
    ),
    "a charter whose aim is a share of the number of falls": (
        CHARTER,
        (
            "# Background\nResidents of care homes fall three times as often as people of their age at "
            "home.\n\n# Aim\nTo reduce the number of falls at Larch House by 20% by 30 April 2028.\n\n# "
            "Team\nManager, two carers, physiotherapist."
        ),
        ("aim-only-percent",),
    ),
    "measures with current and target performance": (
        CHARTER,
        (
            "# Aim\nBy May 2028 half of the night calls at Elm House are answered in five minutes, from one in "
            "five.\n\n# Rationale\nResidents told us that the nights are long.\n\n# Team\nNight staff and a "
            "daughter.\n\n# Measures\n| Description | Measure | Current | Target |\n| Outcome measure | % of "
            "calls answered in 5 minutes | 20% | 50% |\n| Process measure | number of rounds made on the hour | "
            "3 | 8 |\n| Process measure | minutes from bell to pager | 4 | 1 |\n| Balancing measure | hours of "
            "overtime per week | 2 | 2 |"
        ),
        (),
    ),
    "a PDSA worksheet with yes and no boxes": (
        4,
        (
            "# PDSA worksheet\nDate of test: 4 May. Objective of the test: to learn whether relatives read the "
            "card.\nWhat do you predict will happen? Six of eight will read it.\nWas the cycle carried out as "
            "planned? Yes\nRecord data and observations: five read it; two had no glasses.\nDid the results "
            "match your predictions? No.\nAct: adapt, larger print, and re-test. This was cycle 3."
        ),
        (),
    ),
    "abandon, modify or increase the scale": (
        4,
        (
            "# Test of change log\n| Cycle | What we did | Prediction | What happened | Decision |\n| 1 | Card "
            "for one family | reads it | did not | Modify and retest |\n| 2 | Card in large print for one family "
            "| reads it | did | Increase scale |\n| 3 | Card for five families | four read it | five did | Adopt "
            "|"
        ),
        (),
    ),
    "per thousand occupied bed days": (
        4,
        (
            "# Results\nThe falls rate went from 8.1 to 5.2 per 1,000 occupied bed days over ten weeks, with a "
            "shift of seven points. [Run chart attached.]\n\n# PDSA\nIn ramp 2 we tested teach-back in three "
            "cycles. We predicted 8 of 10 and saw 9 of 10."
        ),
        (),
    ),
    "all or nothing compliance with a bundle": (
        4,
        (
            "# Family of measures\nOutcome: catheter infections per 1,000 catheter days. Process: % "
            "all-or-nothing compliance with the bundle in ten notes; number of catheters removed by day 3. "
            "Balancing: % re-catheterised.\n\n# PDSA\nCycles 1 to 4. We expected 60%, we saw 72%."
        ),
        (),
    ),
    "a test of change in a cluster of schools": (
        3,
        (
            "# Test of change\nTwo of the teachers at Hill Primary tried a call home on the first morning of "
            "absence in two cycles. We thought that half the parents would pick up: they all did.\n\n# "
            "Data\n[chart] Attendance by week"
        ),
        (),
    ),
    "a lending library": (
        3,
        (
            "# What is next?\nLet's try it with the Oak room.\n\n# Did it work?\nTest 2: eleven of fourteen "
            "books came home with a comment. We had predicted six. A week was too long, parents said, so test 3 "
            "is a weekend."
        ),
        (),
    ),
    "think big, test small": (
        3,
        (
            "# Learning\nThink big, test small. I used to want it right first time and now I look for what I can "
            "find out by Friday.\n\n# PDSA\nTest 1 with one mum on a Tuesday, as predicted. Test 2 with three."
        ),
        (),
    ),
    "a special cause and a median that was extended": (
        5,
        (
            "# Data\nThe median was frozen at 46% and extended; nine points lie above it. The flood of week 12 "
            "is a special cause.\n\n# PDSA\nCycles 5 to 8, nights and weekends, each time as predicted. We're "
            "writing it into the induction."
        ),
        (),
    ),
    "a force field and a fishbone": (
        1,
        (
            "# Understanding our system\nThe force field showed two things that hold us back, and the fishbone "
            "has 'forms' as its fattest bone. We walked the route of a letter.\n\n# People\nThe typists are worn "
            "out and wary.\n\n# Change theory\nA driver diagram is begun.\n\n# Next steps\nI'll sit with a "
            "typist."
        ),
        (),
    ),
    "a Pareto chart and the five whys": (
        2,
        (
            "# Diagnosis\nOur Pareto chart says that two streets give 61% of the complaints. Asking why five "
            "times took us to the order of the rounds.\n\n# Staff\nCrews were sceptical and have come "
            "round.\n\n# Drivers\nOrder of rounds; signs.\n\n# What's next\nA first test of a sign on Monday."
        ),
        (),
    ),
    "sustainability and who owns it": (
        6,
        (
            "# Sustainability\nThe charge nurse owns the board; it is in the induction and on the audit "
            "calendar.\n\n# PDSA\nCycles 8 to 12. Predictions held in all.\n\n# Data\n92% for five months."
        ),
        (),
    ),
    "a problem statement in five parts": (
        CHARTER,
        (
            "# Opportunity, issue or problem statement\nAt the Govan depot 140 of 900 bins a week were missed "
            "between January and March. Each costs £18 to go back for, and crews are shouted at.\n\n# "
            "Improvement goal\nBring the missed bins at the Govan depot down to 40 a week by September "
            "2028.\n\n# Who is on the team?\nTwo drivers, a loader, a clerk."
        ),
        (),
    ),
    "what are we trying to accomplish, without an amount": (
        CHARTER,
        (
            "# What are we trying to accomplish?\nTo improve the quality of handover on Ward 12 by June "
            "2028.\n\n# Why?\nTwo incidents in May.\n\n# Team\nWard sister, two nurses."
        ),
        ("aim-no-amount",),
    ),
    "a solution dressed as an aim": (
        CHARTER,
        (
            "# Aim\nBy June 2028 to implement a safety huddle on Ward 12 so that all patients at risk are "
            "known.\n\n# Why?\nTwo incidents in May.\n\n# Team\nWard sister, two nurses."
        ),
        ("aim-solution",),
    ),
    "change concepts and change ideas side by side": (
        3,
        (
            "# Change ideas\n| Primary driver | Change concept | Change idea |\n| Flow | Smooth the flow | Two "
            "slots kept free at four o'clock |\n| Information | Standardise | The same three questions at each "
            "call |\n\nThe receptionists came up with both.\n\n# PDSA\nTwo cycles of the slots. We expected one "
            "to be used and both were."
        ),
        (),
    ),
    "staff education as a change": (
        3,
        (
            "# Change ideas\n- Staff education\n- Fluid chart folded so that the totals are on the "
            "front\n\nNurses suggested both.\n\n# PDSA\nTwo cycles of the folded chart. We expected 5 of 10 and "
            "saw 7."
        ),
        ("change-broad",),
    ),
    "a patient story before the figures": (
        4,
        (
            "# Mrs M's story\nMrs M lay on a trolley for nine hours. Her daughter sits on our team.\n\n# "
            "PDSA\nIn three cycles a porter rang ahead. We guessed that it'd save half an hour, and it saved an "
            "hour.\n\n# Data\n[chart] Minutes from call to bed, median 95 to 60"
        ),
        (),
    ),
    "balancing measure named by what it worries about": (
        3,
        (
            "# Measures\nOutcome: % of referrals seen in 10 days. Process: number triaged on the day; minutes "
            "per triage. Balancing: are routine cases waiting longer? (median days)\n\n# PDSA\nTwo cycles of "
            "triage at nine. We predicted 15 and did 18."
        ),
        (),
    ),
    "an A3 with a countermeasure": (
        3,
        (
            "# Countermeasures tried\nTest 1, a shadow board for tools, one shift. Expectation: no lost "
            "spanners; two were lost. Test 2, with numbers on the hooks: none.\n\n# Confirmed state\n[chart] "
            "Minutes spent searching"
        ),
        (),
    ),
}
TOLD_OF_TESTS = {name: row for name, row in TEXTS.items() if "cycle" in row[1].lower() or "test " in row[1].lower()}
NOT_MISSING = {"pdsa-missing", "prediction-missing", "test-learning-missing", "testing-slow", "change-ideas-missing"}


@pytest.mark.parametrize(("number", "text", "spoken"), TEXTS.values(), ids=TEXTS)
def test_where_a_rule_quotes_a_published_way_of_writing_it_is_right(
    number: int, text: str, spoken: tuple[str, ...]
) -> None:
    assert sorted({o.rule for o in pre_read(report(text, number)) if o.words}) == sorted(spoken)


@pytest.mark.parametrize("text", [t for n, t, _ in TEXTS.values() if n == CHARTER])
def test_nothing_is_called_missing_from_a_charter_that_has_it(text: str) -> None:
    assert [o.rule for o in pre_read(report(text, CHARTER)) if not o.words] == []


@pytest.mark.parametrize(("number", "text", "_"), TOLD_OF_TESTS.values(), ids=TOLD_OF_TESTS)
def test_a_test_of_change_told_in_a_published_way_is_not_called_missing(number: int, text: str, _: object) -> None:
    missing = {o.rule for o in pre_read(report(text, number)) if not o.words}
    assert number < 3 or not missing & NOT_MISSING
