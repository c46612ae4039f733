"""A question that is to be settled before the feedback leaves the report open; a question amid feedback doesn't."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "It's landed with me twice, Jo, and they aren't the same length. Which of them should I be reading?",
        "is it the pilot ward or all 3 in ur graph jo? tell me n then ill do ur feedback",
        "Jo can you tell me who signs this off, is it Meg or somebody above her? My comments will be different.",
        'Not arrived in full. Ends "and then the locum".',
        "How many beds are there? My feedback would depend on that.",
    ],
)
def test_what_is_asked_before_the_feedback_is_a_message(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Which of them would you drop first? I'd lose the third measure.",
        "Before I start on the chart: the aim is clear and I liked the story. Who counts?",
        "Jo, eight points above the median and you don't say why. What happened in week 6?",
    ],
)
def test_what_is_asked_amid_feedback_is_feedback(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize("text", ["Hi Jo, I think that", "The chart is good but"])
def test_what_breaks_off_is_asked_about(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "ask"
