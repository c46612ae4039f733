"""A wish with a full stop behind the name greets whom it names, and speaks of nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN
from tests.support.dialogue import Scene, scene

FEEDBACK = "What a good idea to test the letter on one class. Be careful with “staff were trained”: that's a task."


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


@pytest.mark.parametrize(
    "wish", ["Happy New Year Jo.", "Happy Easter Jo.", "A very happy New Year Jo.", "Good day Jo."]
)
def test_feedback_below_such_a_wish_goes_on(waiting: Scene, wish: str) -> None:
    assert waiting.answers("forward_report", f"{wish} {FEEDBACK}", ANN.address) == "feedback on report 1"


def test_such_a_wish_alone_is_for_whom_it_greets(waiting: Scene) -> None:
    assert waiting.answers("forward_report", "Happy New Year Jo.", ANN.address) == "message from the mentor"


def test_a_private_word_below_such_a_wish_stays_private(waiting: Scene) -> None:
    said = "Happy New Year Jo. Between ourselves, I'm worried about her, she sounds exhausted."
    waiting.answers("forward_report", said, ANN.address)
    assert not waiting.raws("relay_feedback") and not waiting.raws("relay_message")


def test_whose_name_stands_in_no_greeting_is_spoken_of(waiting: Scene) -> None:
    said = "Happy to help Jo. I'm worried that she isn't coping and her manager doesn't see it."
    waiting.answers("forward_report", said, ANN.address)
    assert not waiting.raws("relay_feedback") and not waiting.raws("relay_message")
