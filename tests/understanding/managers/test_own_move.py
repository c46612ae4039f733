"""A manager's own move is no leaving of the practitioner's, nor are others who would join; “can she drop out?” is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.build import MEG, message
from tests.support.dialogue import Scene, scene


@pytest.fixture
def s(tmp_path: Path) -> Iterator[Scene]:
    """Jo's first report is in, and its feedback, with Meg in copy."""
    s = scene(tmp_path)
    s.sends("October report", "r.pdf")
    s.answers("forward_report", "Jo, the aim is good. Even better with a date.", "ann@health.example")
    yield s


def written_by_meg(s: Scene, text: str) -> str:
    return s.takes(message(sender=MEG.address, subject="Jo Smith", text=text))


@pytest.mark.parametrize(
    "text",
    [
        "I've taken over another service. From 1 July Jo's manager will be Lorna Webb (lorna.webb@council.example).",
        "I'm moving to another service, so from 1 July Lorna Webb will be Jo's manager.",
        "I'm retiring at the end of the month. Lorna Webb takes over from me as Jo's manager.",
        "I've moved to a new post. Jo will report to Lorna Webb.",
    ],
)
def test_a_managers_own_move_is_news_for_the_team_and_holds_nothing(s: Scene, text: str) -> None:
    assert written_by_meg(s, text) == "quarantine"
    assert not s.raws("report_leaving")
    assert not s.raws("tell_difficulty")


def test_an_illness_beside_the_move_is_heard(s: Scene) -> None:
    text = "I've taken over another service, Lorna Webb will be Jo's manager. She is on long-term sick leave."
    assert written_by_meg(s, text).startswith("exceptional circumstances")


@pytest.mark.parametrize(
    "text",
    [
        "I'm moving to another service and Jo is leaving with me.", "Jo is leaving us, and I'm retiring too.",
        "I've taken over another service and Jo is moving on as well, she won't be continuing.",
        "We can't release Jo any more, we're three down. Can she drop out?",
        "With the cuts I can't give Jo the time any longer, may she withdraw?",
    ],
)  # fmt: skip
def test_that_the_practitioner_goes_too_or_is_to_drop_out_is_a_leaving(s: Scene, text: str) -> None:
    assert written_by_meg(s, text).startswith("exceptional circumstances")
    assert s.raws("report_leaving")


@pytest.mark.parametrize(
    "text",
    [
        "We can't release Jo this month, we're three down.",
        "Jo is off sick, I've taken over another service so Lorna is covering.",
    ],
)  # fmt: skip
def test_what_keeps_the_practitioner_for_a_time_is_no_leaving(s: Scene, text: str) -> None:
    assert written_by_meg(s, text).startswith("exceptional circumstances")
    assert s.raws("ask_exceptional")


@pytest.mark.parametrize(
    "text",
    [
        "We have another classroom that could join in January.",
        "Another nursery of ours is keen to join after Easter.",
        "We've two more teachers who could take part next term.",
    ],
)  # fmt: skip
def test_others_who_would_join_are_talk(s: Scene, text: str) -> None:
    assert s.answers("relay_feedback", text, MEG.address) == "message from the manager"
