"""What a member of the team answers to who confided something as if they read it: the member hears that nobody does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import TEAM
from tests.support.dialogue import Scene, scene


@pytest.fixture
def confided(tmp_path: Path) -> Scene:
    s = scene(tmp_path, "2026-10-01T09:00")
    s.sends("A word", text="In confidence: I'm pregnant. Please don't tell Meg or Ann.")
    return s


@pytest.mark.parametrize(
    "text",
    [
        "Congratulations! Nothing to worry about, we'd simply work round it. Nobody else will hear it from us. Lesley",
        "Thank you for telling us. You can finish whenever suits you, and nobody will know.",
        "No problem at all, it happens every year.",
        "Thanks for letting us know, and congratulations.",
        "That's lovely news! We'll keep it to ourselves.",
        "We won't say a word to anyone, don't worry.",
        "Thanks for being so open. Just let us know what suits you best.",
        "You did the right thing in telling us.",
        "Congratulations!",
    ],
)
def test_what_is_said_to_its_writer_is_told_to_have_been_seen_by_nobody(confided: Scene, text: str) -> None:
    confided.answers("report_in_confidence", text, TEAM)
    assert "nobody else has seen your reply" in confided.last("confirm_command")


@pytest.mark.parametrize(
    "text",
    [
        "Noted.",
        "Thanks.",
        "Noted, I'll ring her tomorrow.",
        "Oh dear. I'll have a quiet word with her on Friday.",
        "Lesley, can you take this one?",
        "Thanks, will keep an eye on it.",
        "Noted. Isla, could you ring her?",
    ],
)
def test_what_is_said_among_the_team_is_its_note(confided: Scene, text: str) -> None:
    assert confided.answers("report_in_confidence", text, TEAM).startswith("the team's note")
