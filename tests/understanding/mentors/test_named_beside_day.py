"""What a mentor says behind the practitioner's name beside a day: to them, or of them to whoever reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO
from tests.support.dialogue import Scene
from tests.support.programme import head_of
from tests.support.said import kind_of

DAYS = ["Comments by the 30th.", "You'll have it by Friday."]
OF_THEM = [
    "Jo, I fear, has lost interest.",
    "Jo, according to Meg, is leaving.",
    "Jo, by the way, is off sick.",
    "Jo, poor soul, can't write for toffee.",
    "Jo, as you know, has been struggling.",
    "Jo, unlike you, would rather not count.",
    "Jo, you should know, cried on the phone.",
    "Jo, you'll recall, had a breakdown.",
    "Jo, if you ask me, won't finish.",
    "Jo, thank God, is on her way out.",
    "Jo, good effort but hardly awake this month.",
    "Jo, I'm thinking of giving this up.",
    "Jo, my wife has cancer so bear with me.",
    "Jo: nice lass, no clue.",
    "Jo: still no sign of life.",
    "Jo - no charts, no clue.",
    "Jo: you were right, hopeless.",
]
TO_THEM = [
    "Jo, good luck on Thursday!",
    "Jo, I loved your talk yesterday.",
    "Jo, I hope you had a good holiday.",
    "Jo, don't worry about the median.",
    "Jo, enjoy the conference, and send photos!",
    "Jo: please bring the data.",
]


@pytest.mark.parametrize("answers", ["report 1", "reminder 1"])
@pytest.mark.parametrize("said", OF_THEM)
def test_what_may_be_said_of_them_beside_a_day_never_reaches_them(said: str, answers: str) -> None:
    assert {kind_of("mentor", answers, f"{day} {said}") for day in DAYS} <= {"ask", "private"}


@pytest.mark.parametrize("said", TO_THEM)
def test_what_is_said_to_them_beside_a_day_reaches_them(said: str, tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.sends("Report 1", "report.pdf")
    scene.answers("forward_report", f"{DAYS[0]} {said}", ANN.address)
    assert "relay_message" in _letters_to_jo(scene)


def test_in_a_mail_of_its_own_an_aside_behind_their_name_is_asked_about() -> None:
    for said in ("Jo, honestly, is hard work.", "Jo, as you know, has been struggling."):
        assert kind_of("mentor", "fresh", f"By Friday. {said}") == "ask", said


def _letters_to_jo(scene: Scene) -> list[str]:
    return [str(head_of(raw)["X-QI-Letter"]) for to, raw in scene.outbox.delivered if JO.address in to]
