"""The rules about the project stage, and about the mentor's earlier feedback."""

from __future__ import annotations

import pytest

from qibot.preread.advice import points_in
from tests.preread.seeing import seen

PLANNED = (
    "\n\n# Aim\nBy June 2027 80% of plans in the Eastfield service are complete.\n\nThe team "
    "drew a process map and a driver diagram. A run chart shows 26 weeks."
)
TESTED = "\n\n# PDSA\nPDSA 1: sticker, it worked. PDSA 2: two nurses, it worked."


@pytest.mark.parametrize(
    "how",
    [
        "Project stage: {}",
        "# Project stage\n{}",
        "# Project stage: {}",
        "| Project stage | {} |",
        "My project stage is {} at present.",
    ],
)
def test_the_stage_is_read_in_the_ways_that_people_write_it(how: str) -> None:
    assert len(seen("stage-over", how.format("3.5") + PLANNED)) == 1
    assert seen("stage-over", how.format("1.5") + PLANNED) == []


def test_a_stage_of_improvement_without_a_test_is_over() -> None:
    assert seen("stage-over", "Project stage: 3" + PLANNED) == ["Project stage: 3"] or seen(
        "stage-over", "Project stage: 3" + PLANNED
    ) == ["3"]


def test_tests_without_any_gain_leave_the_benefit_of_the_doubt() -> None:
    assert seen("stage-over", "Project stage: 3" + PLANNED + TESTED, 3) == []
    assert len(seen("stage-over", "Project stage: 4.5" + PLANNED + TESTED, 3)) == 1


def test_a_stage_below_what_was_done_is_under() -> None:
    assert len(seen("stage-under", "Project stage: 0.5" + PLANNED)) == 1
    assert len(seen("stage-under", "Project stage: 1.5" + PLANNED + TESTED, 3)) == 1
    assert seen("stage-under", "Project stage: 1" + PLANNED) == []
    assert seen("stage-under", "Project stage: 2.5" + PLANNED + TESTED, 3) == []


def test_nothing_is_said_where_no_stage_is_given() -> None:
    assert seen("stage-over", PLANNED) == seen("stage-under", PLANNED) == []


FEEDBACK = """What I liked
The clear aim, and how you speak of the porters.

Even better if
Have you thought of asking patients what they notice?
Please say who checks the fridge temperature at weekends.
"""


def test_advice_that_the_report_does_not_touch_is_told_with_the_mentors_words() -> None:
    text = (
        "# Aim\nBy June 2027 80% of plans are complete.\n\nThe night porter checks the fridge and "
        "writes its temperature down at weekends."
    )
    assert seen("feedback-untouched", text, 2, feedback=FEEDBACK) == [
        "Have you thought of asking patients what they notice?"
    ]


def test_advice_that_was_followed_or_answered_is_not() -> None:
    text = "Patients told us what they notice. The fridge temperature is checked at weekends by the porter."
    assert seen("feedback-untouched", text, 2, feedback=FEEDBACK) == []


@pytest.mark.parametrize(
    ("said", "points"),
    [
        (
            "What I liked: the aim. Even better if: you drew a map of the night shift.",
            ["you drew a map of the night shift."],
        ),
        (
            "I liked the aim. I would add a balancing measure. Thank you for sending it early.",
            ["I would add a balancing measure."],
        ),
        ("Lovely report, well done.", []),
        ("", []),
    ],
)
def test_advice_is_told_from_praise(said: str, points: list[str]) -> None:
    assert [point.words for point in points_in(said)] == points
