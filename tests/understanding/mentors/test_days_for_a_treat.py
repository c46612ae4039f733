"""A day for lunch, a coffee or a treat is none of the feedback, and the invitation reaches the practitioner."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of, read_as


@pytest.mark.parametrize(
    "text",
    [
        "What about Thursday the 5th of November at the Strathmore, lunch on me?",
        "Shall we do the 5th of November, my treat?",
        "I'm at the Town House on the 29th of October if you fancy a cuppa.",
        "Fancy a coffee on the 22nd of October?",
        "Let's have lunch on Friday the 16th.",
        "How about cake at mine on the 20th of October?",
        "Would the 21st suit for a bite to eat?",
        "I could do breakfast on the 19th of October.",
        "Coffee on Tuesday the 20th? I'm in your building.",
        "Fancy coming to our learning event on the 29th of October?",
    ],
)
def test_an_invitation_is_a_message(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "message"


def test_several_days_of_an_invitation_promise_nothing() -> None:
    text = (
        "How lovely, I can guess :) What about Thursday 15th... no, I'm skiing. Thursday the 22nd of October at the "
        "Strathmore, lunch on me?"
    )
    assert kind_of("mentor", "report 1", text) in ("ask", "message")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'll have your feedback done by the 22nd of October, lunch permitting.", "2026-10-22"),
        ("What about the 22nd of October for my comments?", "2026-10-22"),
        ("I'll read it over lunch on the 22nd of October.", "2026-10-22"),
        ("I'm at a conference lunch on Thursday so it will be the 22nd of October.", "2026-10-22"),
        ("Will get to it on the 20th with a coffee in hand.", "2026-10-20"),
        ("I fancy a quiet day with it on the 20th of October, you'll have my comments that night.", "2026-10-20"),
        ("Would the 21st be ok? I'm snowed under.", "2026-10-21"),
    ],
)
def test_what_is_said_of_the_feedback_stays_its_day(text: str, day: str) -> None:
    assert read_as("mentor", "report 1", text) == f"delay {day}"
