"""A day is a promise of feedback only where it may be one: no day that is denied, has been, or is for a meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene

# The mail that answers comes on Thursday 12 November, or on Wednesday the 18th.
PROMISES = [
    "Sorry, Friday.",
    "I won't get to it until Friday.",
    "I can do it by the 28th.",
    "I'm afraid it'll be the 28th before I can look at this.",
    "It'll be the weekend before I can open it.",
    "I got it on Monday, and you'll have my comments on Friday.",
    "Wedding on Saturday, so don't speak to me till Monday!",
    "No later than Friday, I hope.",
    "I've blocked out Friday morning in the diary to go through this.",
]
NO_DAY = ["It won't be this week.", "Not by Friday, sorry.", "I'm going to need longer than a week for this, sorry."]
MEETINGS = ["Let's meet on Friday to go through it.", "Ring me on Thursday.", "Shall we talk on the 20th?"]
HAS_BEEN = ["I got it on Monday.", "I opened it on Tuesday."]


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


@pytest.fixture
def reminded(waiting: Scene) -> Scene:
    """Ann has been reminded of it."""
    waiting.writes_until("2026-11-18T12:00")
    return waiting


def is_told_a_day(s: Scene) -> bool:
    return bool(s.raws("expect_feedback_by", JO.address) or s.raws("expect_feedback_by", MEG.address))


@pytest.mark.parametrize("words", PROMISES)
def test_a_day_for_the_feedback_is_told(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert is_told_a_day(waiting)


@pytest.mark.parametrize("words", NO_DAY)
def test_a_day_that_is_denied_is_asked_for(reminded: Scene, words: str) -> None:
    reminded.answers("remind_feedback", words, sender=ANN.address)
    assert not is_told_a_day(reminded)
    assert "no day can be read" in reminded.last("confirm_command")


@pytest.mark.parametrize("words", MEETINGS)
def test_a_meeting_is_passed_on_and_no_promise(reminded: Scene, words: str) -> None:
    assert reminded.answers("remind_feedback", words, sender=ANN.address) == "message from the mentor"
    assert words in reminded.last("relay_message")
    assert not is_told_a_day(reminded)
    assert not reminded.raws("relay_message", MEG.address)


@pytest.mark.parametrize("words", HAS_BEEN)
def test_a_day_that_has_been_is_asked_about(reminded: Scene, words: str) -> None:
    reminded.answers("remind_feedback", words, sender=ANN.address)
    assert reminded.raws("ask_which_report", ANN.address)
    assert not is_told_a_day(reminded)
