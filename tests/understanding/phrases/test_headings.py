"""“Team:” between other headings of a report calls nobody; alone it may call the team."""

from __future__ import annotations

from qibot.understanding.phrases.headings import with_team_as_part
from tests.support.said import kind_of

THROUGH = (
    "Aim: fine.\nSystem: the fishbone is thorough.\nTeam: I'd add somebody from the office.\nNext steps: appropriate."
)


def test_a_heading_amid_others_is_a_part_of_the_report() -> None:
    assert "Your team: I'd add" in with_team_as_part(THROUGH)
    assert kind_of("mentor", "report 1", f"Dear Jo,\n{THROUGH}\nYours sincerely\nA. Lee") == "feedback"


def test_behind_the_last_heading_it_may_call_us() -> None:
    text = "Aim: fine. Measures: fine.\nTeam: she isn't coping and I'm worried about her."
    assert with_team_as_part(text) == text
    assert kind_of("mentor", "report 1", text) == "private"
