"""Another day for a talk is the mentor's to hear, who would sit and wait on the one that they had proposed."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, I can't manage Tuesday. Could we do Thursday instead?",
        "Sorry Ann, I can't manage Monday after all, is Wednesday OK?",
        "I'm afraid Tuesday won't work, could you manage Thursday?",
        "I can't do 2pm tomorrow but could manage 3pm.",
        "Sorry, I can't manage the 14th. Would the 16th suit?",
        "Afraid I can't do this week at all. Next Tuesday?",
        "I can't make 10 on Wednesday I'm afraid, would 11 do?",
        "Argh, double booked on Friday. Any chance of Monday?",
        "It clashes with training, could we swap to the 20th?",
    ],
)
def test_who_asks_for_another_day_writes_to_the_mentor(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Can't manage Tuesday, not slept since the break-in. Thursday?",
        "Sorry, I can't manage Tuesday, he's been charged. Could we do Thursday?",
        "I can't manage any more. Could we talk on Thursday?",
        "I can't manage, it's all too much. Is Wednesday OK?",
    ],
)
def test_what_else_may_be_why_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "ask"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("message", "I can't manage the report by Tuesday. Could I send it on Thursday?"),
        ("nudge", "Sorry, I can't manage Tuesday. Could we do Thursday instead?"),
    ],
)
def test_the_reports_day_and_what_answers_no_message_are_no_such_words(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "circumstances"
