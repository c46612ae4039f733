"""A name with an aside behind it and a verb of its bearer's is spoken of, and its writer is asked (in_aside.py)."""

from __future__ import annotations

import time

import pytest

from qibot.understanding.names.in_aside import is_spoken_of_in_aside
from tests.support.build import JO
from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("who", "answers", "text"),
    [
        ("mentor", "reminder", "Jo, as you know, isn't coping."),
        ("mentor", "nudge", "Jo, as you know, never answers."),
        ("mentor", "report 1", "Jo, as you know, is a worrier. Fine otherwise."),
        ("mentor", "report 1", "Jo, I think, needs a push. The aim is clear."),
        ("mentor", "report 1", "Jo, to be honest, hasn't understood the data."),
        ("mentor", "message", "Jo, as you know, has been drinking again."),
        ("practitioner", "receipt 1", "Ann, as you know, takes ages."),
        ("practitioner", "feedback 1", "Ann, as you know, can be short with people."),
        ("practitioner", "late 1", "Ann, as you know, is never on time."),
        ("practitioner", "nudge", "Ann, as you know, never rings."),
        ("practitioner", "nudge", "Ann, as ever, cancelled."),
        ("practitioner", "message", "Ann, I'm told, is leaving."),
        ("manager", "feedback 1", "Jo, I think, needs a push."),
        ("manager", "missing 1", "Jo, as ever, left it to the last minute."),
        ("manager", "feedback 1", "Jo, as you'll know, is a slow starter."),
        ("manager", "missing 1", "Jo, as usual, has forgotten."),
        ("manager", "feedback 1", "Jo, as you know, is struggling at home."),
        ("manager", "feedback 1", "Ann, I fear, doesn't understand our ward."),
    ],
)
def test_who_is_spoken_of_behind_an_aside_reads_nothing_before_its_writer_has_said_so(
    who: str, answers: str, text: str
) -> None:
    assert kind_of(who, answers, text) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Jo, as you know, I like short aims. Yours is clear.",
        "Jo, as ever, a lovely report.",
        "Jo, as you know, the next step is a run chart.",
        "Jo, I think, if I may, that the aim needs a number.",
        "Jo, as you say, is it the night shift that matters?",
        "Jo, as I said, has the aim changed?",
        "Jo, as you know, the board meets on Monday.",
        "Jo, as ever, thanks for this.",
        "Jo, as you know, measures need a median.",
        "Jo, as you know, answers are never easy.",
        "Ann, Jo, I think, finds it hard.",
    ],
)
def test_who_is_called_before_an_aside_reads_it(text: str) -> None:
    assert not is_spoken_of_in_aside(text, JO)


def test_a_long_text_is_looked_through_at_once() -> None:
    began = time.perf_counter()
    for text in ("Jo, as you " + "all " * 4000, "Jo, I " + "really " * 4000, "Jo, as you know, " * 1000):
        is_spoken_of_in_aside(text, JO)
    assert time.perf_counter() - began < 1
