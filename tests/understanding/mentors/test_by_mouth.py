"""Feedback that was given by word of mouth and is told to us is asked about: it is no worry (by_mouth.py)."""

from __future__ import annotations

import pytest

from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}


def said(text: str) -> str:
    fields = {"from": "mentor", "in": "reminder 2", "today": "Tuesday 2026-10-20", "subject": "Hello"}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(
    "text",
    [
        "I gave her feedback over the phone: happy with the aim, chart needs a median.",
        "Done verbally on Friday. I said the scope was too wide and that she should choose one class.",
        "Already discussed with Jo. I told her it was a good report and to get on with testing.",
        "We met yesterday. I told her the aim's good, and she needs types on her measures, and to test with one class.",
        "Rang him last night. I suggested plotting it weekly.",
        "I told her on the phone - excellent aim, needs a chart. That ok?",
    ],
)
def test_what_was_said_of_the_report_in_a_talk_is_asked_about(text: str) -> None:
    assert said(text) in ("ask", "feedback")


@pytest.mark.parametrize(
    "text",
    [
        "I told her on the phone that the aim's too wide and she hung up.",
        "We met. I said the report was thin and he was close to tears.",
        "I told her the chart needs a median, but she never does what I suggest.",
        "Spoke to her about the report. Her manager won't give her the time.",
        "I told her about the aim on Monday and I doubt she'll last.",
        "I told her on the phone she is hopeless with data. That ok?",
    ],
)
def test_what_is_told_of_the_practitioner_in_the_same_breath_is_the_teams(text: str) -> None:
    assert said(text) == "private"
