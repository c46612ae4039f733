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
        "It's Jo Smith", "jo@school.example", "Yes, jo@school.example", "This is Jo Smith.",
        "This is Jo Smith's report.", "Yes, that's Jo's report, please take it as her October one.",
        "That's Jo Smith's private address, please let it through.\n\nThanks\nHelen", "Yes, please pass it on.",
        "Yes, that's hers. Please count it as her first report.", "Yes, that's Jo Smith, she got married.",
        "That's Jo Smith's assistant writing for her. This once is fine.", "Aye that's our Jo.",
        "It's Jo's own address, please take it as hers this once.",
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
        "That's Jo Smith's assistant.", "Yes, that's Jo Smith's husband.",
        "No, we don't know her, delete it.", "Spam", "No", "Please ignore",
        "That's Sam's report.", "sam@school.example", "Yes, but not before Monday", "Yes and no", "Who is that?",
        "Not Jo.", "Yes, it's Jo's, but for Sam", "Please do", "Thanks, Jo", "Thank you Jo.",
        "Pass it on to her mentor Ann Lee", "Please", "Please let it through.",
        "That isn't Jo Smith's new address.", "That's Jo Smith's or Sam Baird's.", "Is this Jo Smith's?",
        "That's Jo Smith's old address, please don't let it through.", "Thanks\n\nSam Baird", "That's Smith's.",
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
    "said",
    [
        "That's Jo Smith's new address, please let it through.",
        "Yes, that is our Jo, married in December. Use the new address from now on.",
        "That's Jo Smith's own address, please take it as hers, from now on too.",
    ],
)
def test_a_new_address_is_known_from_then_on(s: Scene, said: str) -> None:
    s.answers("report_quarantine", said, TEAM)
    s.bot.round()
    assert s.numbers == [1]
    assert {a.person for a in s.store.load(DESK).all(Alias).values()} == {"jo@school.example"}


@pytest.mark.parametrize("said", ["This is Jo Smith.", "That's Jo Smith's new e-mail address, please let it through."])
def test_whom_the_team_names_in_full_is_meant_where_nobody_was_offered(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.takes(message("office@else.example", "Report 1", "Here it is.", ("r.pdf",)))
    s.answers("report_quarantine", said, TEAM)
    s.bot.round()
    assert s.numbers == [1]


@pytest.mark.parametrize("said", ["This is Jo.", "Yes", "That's her new address, please let it through."])
def test_where_nobody_was_offered_less_than_the_full_name_is_asked_back(tmp_path: Path, said: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.takes(message("office@else.example", "Report 1", "Here it is.", ("r.pdf",)))
    s.answers("report_quarantine", said, TEAM)
    s.bot.round()
    assert s.numbers == []
    assert "THIS IS and the person's address" in s.last("confirm_command").replace("\n", " ")


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
