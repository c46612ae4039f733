"""What the team says of a practitioner, in a thread that others read, isn't relayed to those of whom it speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO, TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    made = scene(tmp_path_factory.mktemp("reported"), "2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf")
    return made


@pytest.fixture
def s(reported: Scene, tmp_path: Path) -> Scene:
    return reported.copied(tmp_path)


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    "said",
    [
        "Is this the one with the drink problem? Can't remember.",
        "Ann says she's out of her depth. Shall we move her?",
        "I don't think Jo will finish this year.",
        "Do you know whether she is still off sick?",
        "Try Tom, he has time now that he is off sick.",
        "I gather there's been a complaint about how the school treats staff.",
    ],
)
def test_talk_of_a_practitioner_that_calls_nobody_is_asked_back(s: Scene, said: str) -> None:
    s.answers("forward_report", said, TEAM)
    assert readers(s, said[:25]) == set()
    assert "talk among the team" in s.last("confirm_command")


@pytest.mark.parametrize(
    "said",
    [
        "Dear Ann, she may need some help with run charts, could you cover them?",
        "Thank you both, that is a lovely example.",
        "Thanks Jo, we have noted the new date.",
        "The workshop moves to Room 4 on Thursday.",
        "Please use the new template for report 2, it is on the website.",
    ],
)
def test_a_note_to_those_in_the_thread_is_relayed(s: Scene, said: str) -> None:
    s.answers("forward_report", said, TEAM)
    assert readers(s, said[:25]) >= {JO.address, ANN.address}
