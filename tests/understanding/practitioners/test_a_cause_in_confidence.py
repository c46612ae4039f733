"""What keeps somebody from a report is decided on by the team, also where it is told in confidence; nobody is chased
meanwhile, and the mentor hears nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, MEG, message
from tests.support.dialogue import Scene, scene


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "I'm in hospital and can't do report 1. Please don't tell Ann.",
        "Please don't tell Ann, but I can't finish report 1 in time.",
        "I've been signed off with depression and can't do report 1. Keep this under your hats please.",
    ],
)
def test_a_cause_that_is_told_in_confidence_holds_the_report_and_the_mentor_hears_nothing(s: Scene, text: str) -> None:
    assert "exceptional circumstances" in s.sends("My report", text=text)
    s.bot.round()
    assert "hasn't been told" in s.last("ask_exceptional")
    assert not [raw for to, raw in s.outbox.delivered if ANN.address in to and b"difficulty" in raw]
    assert not s.raws("tell_difficulty")


def test_so_does_a_managers(s: Scene) -> None:
    text = "Jo has been signed off with stress, and she can't do report 1. Please don't tell Ann, her mentor."
    assert "exceptional circumstances" in s.takes(message(sender=MEG.address, subject="Jo", text=text))
    assert not s.raws("tell_difficulty")


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("", "Ann shouts at me. Please keep this between us."),
        (MEG.address, "Jo's mother says she is ill and won't finish report 1. Please don't tell Jo that I told you."),
    ],
)
def test_what_names_no_cause_or_is_kept_from_the_practitioner_stays_a_word_in_confidence(
    s: Scene, sender: str, text: str
) -> None:
    raw = message(sender=sender, subject="Jo", text=text) if sender else message(subject="My report", text=text)
    assert s.takes(raw) == "a word for the team alone"
