"""A mentor who works for the programme signs with its department's name: that calls nobody."""

from __future__ import annotations

import pytest

from qibot.understanding.meaning import said_in
from tests.support.said import kind_of

SIGNED = [
    "Ann\n--\nAnn Lee, Cohort Lead, Community Planning",
    "Ann Lee | Cohort Lead | Community Planning Partnership",
    "Best wishes\nAnn Lee\nQI Programme Team",
    "Ann Lee\nProgramme Manager\nCommunity Planning Team, Ardlevan Council",
    "Regards,\nAnn Lee - Improvement Lead - Community Planning",
]
FEEDBACK = [
    "I liked the aim and the run chart. Even better if you would label the axis.",
    "Loved it. Five out of twelve is such a telling number, well done for going and asking people.",
    "Great handover page. What I like most is the sentence on page 2. Even better if Jim knew he's in it!",
]
FOR_THE_TEAM = [
    "I'm worried about Jo, can Community Planning ring her?",
    "Dear team, Jo is really struggling.",
    "For Community Planning: I don't think this is going anywhere.",
]


@pytest.mark.parametrize("signed", SIGNED)
@pytest.mark.parametrize("said", FEEDBACK)
def test_a_department_below_the_name_leaves_feedback_what_it_is(said: str, signed: str) -> None:
    assert kind_of("mentor", "report 1", f"{said}\n\n{signed}") == "feedback"


@pytest.mark.parametrize("signed", SIGNED)
@pytest.mark.parametrize("said", FOR_THE_TEAM)
def test_what_is_said_to_the_team_stays_with_it(said: str, signed: str) -> None:
    assert kind_of("mentor", "report 1", f"{said}\n\n{signed}").startswith("private")


@pytest.mark.parametrize(
    "below",
    ["Ann Lee, worried about Jo", "Ann Lee\nMentor notes: Jo is struggling", "Ann Lee\nProgramme concerns attached"],
)
def test_what_is_no_department_is_read(below: str) -> None:
    assert below.split("\n")[-1].split(", ")[-1] in said_in(
        f"Lovely.\n\n{below}", frozenset({"jo"}), frozenset({"ann", "lee"})
    )
