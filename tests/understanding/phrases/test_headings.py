"""“Team:” between other headings of a report calls nobody; alone it may call the team."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "said",
    [
        "well chosen, add a patient.",
        "fine.",
        "a good mix.",
        "very clear, but I'd include somebody from Estates.",
        "as before.",
    ],
)
def test_what_is_said_of_the_reports_team_is_for_its_writer(said: str) -> None:
    text = f"Aim: fine.\nTeam: {said}\nData: add a median."
    assert "Your team: " in with_team_as_part(text)
    assert kind_of("mentor", "report 2", text) == "feedback"


@pytest.mark.parametrize(
    "text",
    [
        "Aim: clear.\nTeam: I doubt this one will finish.\nData: add a median.",
        "Aim: good.\nTeam: could one of you speak to the sponsor, this is going nowhere.\nMeasures: fine.",
        "Problem: clear. Team: is anyone checking on this placement? Data: needs a median.",
        "Aim: good.\nTeam: fine, though somebody should check on her.\nMeasures: fine.",
        "Aim: good.\nTeam: add her to your list of those at risk.\nMeasures: fine.",
        "Aim: good.\nTeam: nobody seems to be checking on this placement.\nMeasures: fine.",
        "Aim: good.\nTeam: good luck with this one.\nMeasures: fine.",
    ],
)
def test_anything_else_behind_such_a_heading_calls_us(text: str) -> None:
    assert with_team_as_part(text) == text
    assert kind_of("mentor", "report 2", text) in ("private", "ask")
