"""That leave and workload don't count is said only where nothing graver is named (programme.md, 3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import JO, MEG, TEAM
from tests.support.dialogue import Scene, scene

KINDLY = "by the programme's guidance not exceptional circumstances"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """The first report hasn't come, and it has been reminded of twice."""
    made = scene(tmp_path, "2026-10-12T09:00")
    made.writes_until("2026-10-21T12:00")
    return made


def answer(s: Scene) -> str:
    return " ".join(s.last("confirm_command").split())


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (JO.address, "Too much on at work, two of the squad are off and I'm covering. I need another week."),
        (JO.address, "I'm on annual leave until the 30th so it will come after that."),
    ],
)
def test_workload_and_leave_alone_get_the_kind_word(s: Scene, who: str, said: str) -> None:
    s.answers("remind_missing_again", said, who)
    assert KINDLY in answer(s)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (JO.address, "I've been on long term sick since the summer and won't be back until March."),
        (JO.address, "I'm on leave, my father died."),
        (JO.address, "I'm on leave to look after my mum."),
        (MEG.address, "Jo is off until the end of the month, she lost her father."),
    ],
)
def test_an_illness_or_a_death_never_does(s: Scene, who: str, said: str) -> None:
    s.answers("remind_missing_again", said, who)
    assert "with the Community Planning team" in answer(s)
    assert KINDLY not in answer(s)


def test_nor_does_whose_circumstances_the_team_has_accepted_before(s: Scene) -> None:
    s.answers("remind_missing_again", "My father died on Saturday and I can't do it this month.")
    s.answers("ask_exceptional", "ACCEPT UNTIL 2 November", TEAM)
    s.answers("tell_extension", "Thanks but I don't think I'll manage by the 2nd either, I'm off until the 5th.")
    assert KINDLY not in answer(s)
