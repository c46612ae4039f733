"""The team's plain answer to the letter about quarantine is carried out where it says but yes, else asked back."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Alias
from tests.support.build import TEAM, message
from tests.support.dialogue import Scene, scene

pytestmark = pytest.mark.slow


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """A stranger's report waits, with Jo offered."""
    made = scene(tmp_path, "2026-10-12T09:00")
    made.takes(message("Jo McDonald <jo.mcdonald@school.example>", "Report 1", "Here it is. Jo", ("r.pdf",)))
    return made


@pytest.mark.parametrize(
    "said",
    [
        "Yes", "Yes please", "Yes, thanks.", "That's right.", "That's hers.", "Yes, that's Jo.", "That's Jo's report.",
        "It's Jo Smith", "jo@school.example", "Yes, jo@school.example",
    ],
)  # fmt: skip
def test_a_plain_yes_is_carried_out_once(s: Scene, said: str) -> None:
    s.answers("report_quarantine", said, TEAM)
    s.bot.round()
    assert s.numbers == [1]
    assert not s.store.load(DESK).all(Alias)


@pytest.mark.parametrize(
    "said",
    [
        "Yes, that's Jo Smith, she got married.", "No, we don't know her, delete it.", "Spam", "No", "Please ignore",
        "That's Sam's report.", "sam@school.example", "Yes, but not before Monday", "Yes and no", "Who is that?",
        "Not Jo.", "Yes, it's Jo's, but for Sam", "Please do", "Please",
    ],
)  # fmt: skip
def test_anything_else_is_asked_back_and_nothing_is_done(s: Scene, said: str) -> None:
    s.answers("report_quarantine", said, TEAM)
    s.bot.round()
    assert s.numbers == []
    asked = s.last("confirm_command").replace("\n", " ")
    assert "THIS IS jo@school.example ONCE" in asked
    assert "DISCARD" in asked


@pytest.mark.parametrize(
    "said", ["Thanks", "Thank you, noted.", "OK", "Thanks, I'll find out who it is.", "OK, thanks"]
)
def test_thanks_are_answered_by_nothing(s: Scene, said: str) -> None:
    s.answers("report_quarantine", said, TEAM)
    s.bot.round()
    assert s.numbers == []
    assert not s.raws("confirm_command")


def test_of_several_messages_a_yes_is_asked_back(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T08:00")
    for n, name in enumerate(("jo.mcdonald", "jo.macdonald")):
        s.takes(message(f"Jo <{name}@school.example>", f"Report {n}", "Here it is. Jo", ("r.pdf",)), hours=0.1)
    s.goes_to("2026-10-12T10:00")
    s.answers("report_quarantine", "Yes", TEAM)
    s.bot.round()
    assert s.numbers == []
    assert "number" in s.last("confirm_command")
