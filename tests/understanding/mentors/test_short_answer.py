"""A mentor's short answer to what the practitioner asked reaches them, and closes no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, at
from tests.support.dialogue import Scene, scene


@pytest.fixture
def asked(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf", text="Here is my report 1.")
    s.answers("receipt", "Hi Ann, may we measure it weekly or must it be daily?", JO.address)
    return s


@pytest.mark.parametrize("text", ["Yes", "Weekly's fine", "ok with me", "Yes that's fine", "Thanks Jo, weekly's best."])
def test_a_short_answer_reaches_who_asked_and_is_no_feedback(asked: Scene, text: str) -> None:
    assert asked.answers("relay_message", text, ANN.address) == "message from the mentor"


@pytest.mark.parametrize(
    "text",
    [
        "Ha, join the club! Nobody gets 10 data points by session 4. Put up what you have.",
        "Don't worry, we've all been there. Bring the data points that you have by session 4, Jo.",
    ],
)
def test_what_its_writer_makes_of_the_question_opens_an_answer(asked: Scene, text: str) -> None:
    assert asked.answers("relay_message", text, ANN.address) == "message from the mentor"


@pytest.mark.parametrize("text", ["Thanks Jo, noted.", "Will get back to you on that."])
def test_thanks_and_a_promise_are_no_answer(asked: Scene, text: str) -> None:
    assert asked.answers("relay_message", text, ANN.address) == "thanks or a promise"


def test_a_verdict_on_the_report_is_feedback_there_too(asked: Scene) -> None:
    text = "Lovely report Jo, clear aim, now test it with one class."
    assert asked.answers("relay_message", text, ANN.address) == "feedback on report 1"


def test_that_somebody_cant_go_on_is_no_answer(asked: Scene) -> None:
    asked.answers("relay_message", "I can't go on with this.", ANN.address)
    asked.bot.round()
    assert not any(b"go on with this" in raw for to, raw in asked.outbox.delivered if JO.address in to)
