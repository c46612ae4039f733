"""What answers the confirmation of a word in confidence stays with the team, circumstances too: no mentor hears that
there is a difficulty (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
from tests.support.build import JO, MEG
from tests.support.dialogue import Scene, scene


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-10-12T09:00")


@pytest.mark.parametrize("said", ["Her last day in work was the 8th.", "She is signed off until March."])
def test_a_manager_who_goes_on_behind_their_confidence_is_heard_by_the_team_alone(s: Scene, said: str) -> None:
    s.sends("Jo Smith", text="In confidence: I doubt that Jo will come back. Please keep this to yourselves.",
            sender=MEG.address)  # fmt: skip
    s.answers("confirm_command", said, MEG.address)
    assert s.heads("tell_difficulty") == []
    assert [t.apart for t in s.case.all(Terms).values() if t.held_since] in ([True], [])


def test_so_is_a_practitioner(s: Scene) -> None:
    s.sends("Ann", text="In confidence, I find it hard to work with Ann, she talks down to me.")
    s.answers("confirm_command", "I'm off sick now because of it.", JO.address)
    assert s.heads("tell_difficulty") == []


def test_behind_circumstances_the_mentor_has_heard_already(s: Scene) -> None:
    s.sends("Report 1", text="My father died on Saturday and I can't do the report this month.")
    told = len(s.heads("tell_difficulty"))
    s.answers("confirm_command", "The funeral is on the 28th so I'd hope to be back on the 1st.")
    assert len(s.heads("tell_difficulty")) == told
