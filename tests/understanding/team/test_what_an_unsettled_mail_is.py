"""The team's plain words to a mail whose writer didn't say what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK, Quarantined
from tests.support.build import ANN, JO, MEG, TEAM
from tests.support.dialogue import Scene, scene

HELD = "Same as last month, no? Nothing has changed."


@pytest.fixture
def held(tmp_path: Path) -> Scene:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", HELD, ANN.address) == "quarantine"
    return s


@pytest.mark.parametrize(
    "said",
    [
        "Send it to Jo", "Yes please pass it on", "Send it on please", "It's for Jo", "It was meant for Jo",
        "Yes, let Jo have it", "OK to send it to Jo", "That's fine to go to Jo", "Forward it to her please",
    ],
)  # fmt: skip
def test_to_pass_it_on_is_the_message_and_the_report_stays_open(held: Scene, said: str) -> None:
    held.answers("ask_which_report", said, TEAM)
    held.bot.round()
    assert held.raws("relay_message", JO.address)
    assert not held.raws("relay_message", MEG.address)
    assert [r.number for r in held.case.pending()] == [1]


@pytest.mark.parametrize("said", ["It's feedback", "Yes it's feedback, pass it on", "That is her feedback"])
def test_feedback_is_passed_on_as_that(held: Scene, said: str) -> None:
    held.answers("ask_which_report", said, TEAM)
    held.bot.round()
    assert held.raws("relay_feedback", JO.address)


@pytest.mark.parametrize(
    "said",
    [
        "Bin it", "It's private", "Keep it", "Don't send it", "No", "No, leave it", "Don't pass that on",
        "Keep that between us", "Nobody needs to see that", "Not for Jo",
    ],
)  # fmt: skip
def test_to_keep_it_keeps_it(held: Scene, said: str) -> None:
    held.answers("ask_which_report", said, TEAM)
    held.bot.round()
    assert not held.raws("relay_message")
    assert not held.raws("relay_feedback")
    assert not [q for q in held.store.load(DESK).all(Quarantined).values() if not q.told]


@pytest.mark.parametrize(
    "said",
    [
        "Send it to Meg", "Tell Ann to get in touch", "Ask Ann what she meant", "Send it, but not to Jo",
        "Hmm, could be either", "Don't keep it", "Send it to Jo and keep it from Meg", "Should we send it to Jo?",
    ],
)  # fmt: skip
def test_what_is_not_plain_goes_to_nobody_and_is_asked_back(held: Scene, said: str) -> None:
    held.answers("ask_which_report", said, TEAM)
    held.bot.round()
    assert not held.raws("relay_message")
    assert not held.raws("relay_feedback")
    assert "nobody else has seen your reply" in held.last("confirm_command")
