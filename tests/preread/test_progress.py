"""The rules about what a report should show by now."""

from __future__ import annotations

import pytest

from tests.preread.seeing import seen

AIM = "# Aim\nBy June 2027 80% of plans in the Eastfield service will be complete within ten days.\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "We drew a process map.",
        "A fishbone hangs on the wall.",
        "I will use the forcefield analysis.",
        "We asked the five whys.",
        "A Pareto chart shows that parts come first.",
        "I observed four lunches.",
        "We mapped the journey.",
        "A cause and effect diagram comes next.",
    ],
)
def test_a_tool_used_or_intended_is_noticed(said: str) -> None:
    assert seen("system-tools-missing", AIM + said) == []


def test_no_tool_is_told() -> None:
    assert seen("system-tools-missing", AIM + "I have been thinking about it a lot.") == ["(missing)"]


@pytest.mark.parametrize(
    "said",
    ["The project team is Ann and Bob.", "Jean has joined me.", "# Who\nJean, Tariq and I.", "I am gathering a group."],
)
def test_a_team_or_one_in_the_making_is_noticed(said: str) -> None:
    assert seen("team-missing", AIM + said) == []


def test_nobody_but_the_writer_is_told() -> None:
    assert seen("team-missing", AIM + "I read the handbook and looked at the numbers.") == ["(missing)"]


@pytest.mark.parametrize(
    "said",
    [
        "# Next steps\nMeet Jean.",
        "Next month I want to draw a map.",
        "I will write the charter.",
        "The action plan is on the drive.",
        "I'm going to ask the nurses.",
    ],
)
def test_what_comes_next_is_noticed(said: str) -> None:
    assert seen("next-steps-missing", AIM + said) == []


def test_a_report_that_only_looks_back_is_told() -> None:
    assert seen("next-steps-missing", AIM + "We drew a map, and it was good.") == ["(missing)"]


def test_report_2_should_have_a_test_in_sight() -> None:
    assert seen("pdsa-plan-missing", AIM + "# Next steps\nFinish the charter.", 2) == ["(missing)"]
    assert seen("pdsa-plan-missing", AIM + "# Next steps\nPlan the first PDSA.", 2) == []
    assert seen("pdsa-plan-missing", AIM + "# Next steps\nTry the sticker on one shift.", 2) == []


@pytest.mark.parametrize(
    "said",
    [
        "Two nurses were worried.",
        "Some colleagues resist.",
        "# Human side\nCrews asked to come along.",
        "He felt blamed.",
        "Buy-in is growing.",
        "The janitor is our champion.",
    ],
)
def test_people_and_what_moves_them_are_noticed(said: str) -> None:
    assert seen("human-side-missing", AIM + said) == []


def test_a_report_without_people_is_told() -> None:
    assert seen("human-side-missing", AIM + "The form has four pages. The map has eleven steps.") == ["(missing)"]


DONE = [
    "PDSA 1: the sticker on one shift. We predicted 8 of 10, and it was 6. We learned to use a brighter colour.",
    "We tested the sticker with one nurse on Monday. I expected that she would use it; she did not.",
    "# PDSA\nCycle 1: sticker, one shift. Predicted five, got four.",
    "The first test was carried out in the bay by the window.",
    "Our second PDSA is under way.",
    "We tried the call with three mothers, and all three answered.",
]
AHEAD = [
    "I will begin testing after the holidays.",
    "The first PDSA is planned for January.",
    "No PDSA has been done yet.",
    "# Next steps\nStart a PDSA before Learning Session 4.",
    "We are ready to test the sticker next week.",
    "I haven't started testing.",
]


@pytest.mark.parametrize("said", DONE)
def test_a_test_that_was_done_or_is_under_way_is_noticed(said: str) -> None:
    assert seen("pdsa-missing", AIM + said, 3) == []


@pytest.mark.parametrize("said", AHEAD)
def test_a_test_that_lies_ahead_is_none(said: str) -> None:
    assert seen("pdsa-missing", AIM + said, 3) == ["(missing)"]


@pytest.mark.parametrize(("said", "found"), [(DONE[0], []), (DONE[1], []), (DONE[3], ["(missing)"]), (AHEAD[0], [])])
def test_a_prediction_is_looked_for_where_there_was_a_test(said: str, found: list[str]) -> None:
    assert seen("prediction-missing", AIM + said, 3) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (DONE[0], []),
        (DONE[5], []),
        (DONE[3], ["(missing)"]),
        ("PDSA 1 with the kits was done. PDSA 2 began on Monday.", ["(missing)"]),
        (AHEAD[1], []),
    ],
)
def test_what_a_test_showed_is_looked_for(said: str, found: list[str]) -> None:
    assert seen("test-learning-missing", AIM + said, 3) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("So far we have done one PDSA, with three patients. It worked.", ["(missing)"]),
        ("PDSA 1: sticker. It worked. PDSA 2: bigger sticker. It worked.", []),
        ("Cycles 3 and 4 were done in January.", []),
        ("We have run several tests of the sticker.", []),
        ("The first PDSA will be in March.", []),
    ],
)
def test_by_report_4_one_test_is_slow(said: str, found: list[str]) -> None:
    assert seen("testing-slow", AIM + said, 4) == found


@pytest.mark.parametrize(
    "said",
    [
        "The run chart is attached.",
        "[chart] Falls by week",
        "In week 3 62% were on time.",
        "| Week | Falls |\n| 1 | 12 |\n| 2 | 9 |",
        "It was kept in 5 of 10 rounds.",
    ],
)
def test_figures_or_a_chart_are_data(said: str) -> None:
    assert seen("data-missing", f"# Data\n{said}", 3) == []


def test_the_figures_of_the_aim_are_no_data() -> None:
    assert seen("data-missing", AIM + "# Next steps\nGo on for 3 weeks.", 3) == ["(missing)"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("In March 30%, in April 35%, in May 49% were on time.", ["(missing)"]),
        ("It went up from 30% in March to 49% in May.", ["(missing)"]),
        ("In March 30%, in April 35%; the chart is attached.", []),
        ("In March 30%, in April 35%.\n[chart] by month", []),
        ("Four of the ten families came.", []),
    ],
)
def test_figures_over_time_want_a_chart(said: str, found: list[str]) -> None:
    assert seen("chart-missing", f"# Data\n{said}", 3) == found


@pytest.mark.parametrize(
    "said",
    [
        "We have now rolled this out to all eleven rounds.",
        "The form goes live across the force on 1 December.",
        "I have implemented the checklist in every clinic.",
        "It became standard for all wards.",
    ],
)
def test_what_is_made_lasting_without_a_test_is_told(said: str) -> None:
    assert seen("implementation-early", f"{AIM}# Activity\n{said}", 3) == [said]
    tested = "PDSA 1: one round, worked. PDSA 2: two rounds, worked. PDSA 3: a wet day, worked."
    assert seen("implementation-early", f"{AIM}# PDSA\n{tested}\n\n# Activity\n{said}", 3) == []


@pytest.mark.parametrize(
    "said",
    [
        "We won't roll it out until we have tested it.",
        "My manager wants it rolled out by Easter.",
        "I used to rush to implementation.",
        "The old form was rolled out in 2019 by others.",
    ],
)
def test_what_others_want_or_what_is_put_off_is_not(said: str) -> None:
    assert seen("implementation-early", f"{AIM}# Activity\n{said}", 3) == []


def test_tests_that_went_well_again_and_again_ask_for_a_plan_to_make_it_last() -> None:
    tested = "PDSA 1, 2, 3 and 4: each time it did what we predicted."
    assert seen("implementation-plan-missing", f"{AIM}# PDSA\n{tested}\nPDSA 4: rain. It held.", 4) == ["(missing)"]
    lasting = "# Implementation\nWe write it into the induction."
    assert seen("implementation-plan-missing", f"{AIM}# PDSA\n{tested}\n\n{lasting}", 4) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "Research says that homework has little effect in primary school.",
            ["Research says that homework has little effect in primary school."],
        ),
        ("Minor injuries peak after football.", ["Minor injuries peak after football."]),
        ("I am learning to make tests smaller.", []),
        ("My thinking has changed: data over time beat before and after.", []),
        ("I listen more to the team than I used to.", []),
    ],
)
def test_learning_about_the_subject_alone_is_told(said: str, found: list[str]) -> None:
    assert seen("improvement-learning-missing", f"{AIM}# Learning\n{said}", 3) == found
