"""That a mentor can't get at what was sent is a word to the practitioner, and no feedback (programme.md, 3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.words.collection import messages
from tests.words.reading import taken_for

SHUT = [
    "Couldn't read it as I've no account with them. Ann",
    "Only people inside your organisation can see it, apparently.",
    "Hi Jo, the report is set to council only.",
    "404 on the link, sorry",
    "You need access – it says to request it, which I did.",
    "It opens somebody's holiday photos, wrong link I think!",
    "Wrong document, this is a shopping list!",
    "Our firewall blocks OneDrive, could you attach the document?",
]
FEEDBACK = [
    "I couldn't see the link between the aim and the measure",
    "Couldn't see how the second test follows from the first",
    "I like it. Share it with your team next month!",
    "There's a wrong link between your aim and the measure. The chart is good.",
    "You need access to the theatre list for the denominator, ask the clerk",
    "Only staff in the council were asked, what about the public?",
]


def taken(folder: Path, text: str) -> str:
    (folder / "lines-mentor-x.txt").write_text(f"feedback | report 2 |  | {text}\n", encoding="utf-8")
    (one,) = messages(folder)
    return taken_for(one).kind


@pytest.mark.parametrize("text", SHUT)
def test_what_cant_be_opened_is_a_message(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, text) == "message"


@pytest.mark.parametrize("text", FEEDBACK)
def test_the_same_verbs_in_feedback_are_feedback(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, text) == "feedback"
