"""That the mentor doesn't meet or answer is for the team alone, where the question is whether they have spoken (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dialogue import Scene, scene
from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "We've not spoken, she cancelled both our meetings. I'm a bit fed up to be honest.",
        "We've not met, she keeps cancelling.",
        "I have emailed Ann three times this month and heard nothing back.",
        "Ann didn't show up for our call. Not the first time either.",
        "My mentor has cancelled every meeting so far",
        "No, she never answers.",
    ],
)
def test_that_the_mentor_never_comes_is_for_the_team_alone(text: str) -> None:
    assert kind_of("practitioner", "nudge", text) == "private"


@pytest.mark.parametrize(
    "text",
    [
        "No, but she cancelled as she was ill and we've rearranged for Tuesday.",
        "Not yet, I keep cancelling on her!",
        "No, I've heard nothing back from the school about the data so there was nothing to discuss.",
        "Ann, you cancelled twice so I wondered about Friday?",
        "Yes, she replied the same day.",
        "Two of the parents never replied to the survey so I've nothing to show her yet.",
    ],
)
def test_what_has_a_reason_or_is_of_others_is_no_word_in_confidence(text: str) -> None:
    assert kind_of("practitioner", "nudge", text) not in ("private", "circumstances")


@pytest.fixture
def nudged(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.writes_until("2026-11-30T12:00")
    return s


def test_who_is_asked_about_a_word_on_the_mentor_is_offered_the_team_first(nudged: Scene) -> None:
    nudged.answers("nudge_contact", "I tried, she didn't reply.")
    said = nudged.last("ask_which_report")
    assert said.index("Community Planning team alone") < said.index("a message to my mentor")
