"""A manager's secret about the practitioner that is no reason for a report not due is the team's, and holds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qibot.model import Terms
from tests.support.build import MEG, message
from tests.support.dialogue import Scene, scene

ANN = "ann@health.example"
WARNING = "Just so you know Jo is on a final written warning so tread carefully."


@pytest.fixture
def s(tmp_path: Path) -> Iterator[Scene]:
    """Jo's first report is in, and its feedback, with Meg in copy."""
    s = scene(tmp_path, "2026-10-20T09:00")
    s.sends("October report", "r.pdf")
    s.answers("forward_report", "Jo, the aim is good. Even better with a date.", ANN)
    yield s


def held(s: Scene) -> list[Terms]:
    return [t for t in s.case.all(Terms).values() if t.held_since]


@pytest.mark.parametrize(
    "text",
    [
        WARNING,
        "FYI Jo is going through the capability process, go easy.",
        "For your information, Jo is under investigation at work.",
    ],
)
def test_the_team_alone_hears_of_it_and_nothing_is_held(s: Scene, text: str) -> None:
    assert s.answers("relay_feedback", text, MEG.address) == "a word for the team alone"
    assert not held(s)
    assert not s.raws("tell_difficulty")
    assert not s.raws("ask_exceptional")


@pytest.mark.parametrize(
    "text", ["Jo is off sick until the 30th.", "Jo is suspended until Monday.", "I can't spare Jo this month."]
)
def test_what_keeps_the_practitioner_from_the_report_is_circumstances_as_ever(s: Scene, text: str) -> None:
    assert s.answers("relay_feedback", text, MEG.address).startswith("exceptional circumstances")
    assert held(s)


def test_a_secret_reason_for_a_report_that_is_due_holds_it_and_the_mentor_hears_nothing(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-11-18T09:00")
    s.takes(message(sender=MEG.address, subject="Jo Smith", text="Is Jo's report in?"))
    text = "I'd leave Jo be, she's no well. Between the two of us it's the drink again."
    s.takes(message(sender=MEG.address, subject="Jo Smith", text=text))
    assert held(s)
    assert not s.raws("tell_difficulty")


def test_nor_does_the_mentor_hear_of_a_warning_that_is_told_when_the_report_is_due(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-11-18T09:00")
    s.takes(message(sender=MEG.address, subject="Jo Smith", text=WARNING))
    assert not s.raws("tell_difficulty")
