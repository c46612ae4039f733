"""What answers the manager's own words is the manager's to read: the question offers them, and no difficulty is"
" told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, MEG
from tests.support.dialogue import Scene, scene

OFFER = "Jo, I gather you're doing this at night. Let's find you some time. Shall we sit down next Monday at 2?"
ABOUT_THE_OFFER = [
    "Thanks Meg, Monday at 2 is good. To be fair to you it's my own fault as much as anything.",
    "Thanks Meg. An afternoon more would be great, I'm drowning a bit.",
    "Thanks! Could I have the laptop at home on Thursdays?",
    "Thanks Meg. It's my own fault, I leave things till late. Monday's fine.",
]
OF_A_REPORT = [
    "Thanks Meg. I won't manage report 2 by the 15th though, my mum is in hospital.",
    "I'm off sick until the 20th, so Monday won't work.",
    "Thanks Meg, but I'll need more time for the next report whatever happens.",
]


def _answered(tmp_path: Path, text: str) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "QI report 1.docx", text="Hi, here is my report.")
    s.answers("forward_report", "What I liked: a clear aim. Even better if the chart had a median.", ANN.address)
    s.answers("relay_feedback", OFFER, MEG.address)
    assert s.raws("relay_message", JO.address)
    s.answers("relay_message", text)
    return s


@pytest.mark.parametrize("text", ABOUT_THE_OFFER)
def test_the_manager_gets_it_or_is_offered_before_the_mentor(tmp_path: Path, text: str) -> None:
    s = _answered(tmp_path, text)
    assert not s.raws("tell_difficulty")
    assert not s.raws("relay_message", ANN.address), "the offer was Jo's alone, and so is its answer Meg's"
    if not s.raws("relay_message", MEG.address):
        asked = s.last("ask_which_report")
        assert asked.index("a message to Meg Ross, and to nobody else") < asked.index("a message to my mentor, Ann Lee")
        s.answers("ask_which_report", "1")
        assert s.raws("relay_message", MEG.address)
        assert not s.raws("relay_message", ANN.address)


@pytest.mark.parametrize("text", OF_A_REPORT)
def test_what_keeps_a_report_is_the_teams_as_ever(tmp_path: Path, text: str) -> None:
    s = _answered(tmp_path, text)
    assert s.raws("ask_exceptional")
    assert not s.raws("relay_message", MEG.address)
