"""A report in the mail itself may greet its mentor and end with a question (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN
from tests.support.dialogue import Scene, scene

pytestmark = pytest.mark.slow

TYPED = (
    "Hi Ann, monthly update for you:\n\nWe started with the aim of getting 90% of discharge letters out within 24 hours"
    " by May. I've got the data for the last eight weeks and the median is 62%. The first test of change will be a"
    " template by the PCs on ward 4; I predict 70% in the test week. Measures are the percentage of letters out in 24h,"
    " the number of locums given the guide, and complaints.\n\nWhat do you think?\nJo"
)
TALK = (
    "Hi Ann, the team and I have been talking about our aim, whether it should be about every pupil or only those who"
    " arrive late. Meg thinks that the late ones are where the gain is, and I tend to agree, but the class teachers"
    " would rather have it for everybody. We'd test it next week either way, with one class. Which would you go with?"
)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-10-12T09:00")


def test_it_counts(s: Scene) -> None:
    assert s.sends("Monthly update", text=TYPED) == "report 1"


def test_a_question_about_the_project_does_not(s: Scene) -> None:
    assert s.sends("Our project", text=TALK) == "message from the practitioner"


def test_such_words_in_answer_to_feedback_weeks_before_the_next_deadline_are_a_message(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "What I liked: the aim says by when. Even better if it had a median.", ANN.address)
    s.goes_to("2026-10-20T10:00")
    assert s.answers("relay_feedback", TYPED.replace("monthly update for you", "to answer you")) != "report 2"
