"""What sounds like leaving, a request for time or a practitioner's circumstances, and isn't (programme.md, 3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, MEG
from tests.support.dialogue import Scene, scene


@pytest.fixture(scope="module")
def one_owed(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The first report has its feedback, and the second is reminded of."""
    made = scene(tmp_path_factory.mktemp("one_owed"), "2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ANN.address)
    made.writes_until("2026-11-14T12:00")
    return made


@pytest.fixture
def s(one_owed: Scene, tmp_path: Path) -> Scene:
    return one_owed.copied(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Please ignore my last message, I've found the answer",
        "I'd like to keep going with the project",
        "Will look at this in January",
        "I explained this in my last mail",
        "Cancel my last message, sorted now",
        "Definitely not giving up!",
    ],
)
def test_who_goes_on_puts_off_or_takes_a_mail_back_does_not_leave(s: Scene, text: str) -> None:
    s.answers("relay_feedback", text)
    assert not s.raws("report_leaving")
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


@pytest.mark.parametrize(
    "text",
    ["I'm calling it a day", "I won't be carrying on with this", "I start a new job on Monday, so that's me finished"],
)
def test_who_leaves_is_heard_as_ever(s: Scene, text: str) -> None:
    s.answers("relay_feedback", text)
    assert s.raws("report_leaving")


@pytest.mark.parametrize(
    "text", ["Is the deadline still the 15th?", "Isn't it due on the 20th?", "When's the deadline again?"]
)
def test_a_question_about_the_day_asks_for_no_other(s: Scene, text: str) -> None:
    s.answers("remind_deadline", text)
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


def test_who_asks_for_another_day_is_heard_as_ever(s: Scene) -> None:
    s.answers("remind_deadline", "Could the deadline be moved to the 20th for me?")
    assert s.raws("ask_exceptional")


@pytest.mark.parametrize(
    "text",
    [
        "Happy Christmas all, back on the 5th",
        "I'm on leave till Monday",
        "I don't agree with this feedback. She has worked very hard",
    ],
)
def test_a_managers_own_leave_or_opinion_is_no_circumstance_of_the_practitioner(s: Scene, text: str) -> None:
    s.answers("relay_feedback", text, MEG.address)
    assert not s.raws("ask_exceptional")
    assert not s.raws("tell_difficulty")


def test_a_managers_word_that_the_practitioner_is_away_is_heard_as_ever(s: Scene) -> None:
    s.answers("relay_feedback", "Jo's been off sick since the 3rd", MEG.address)
    assert s.raws("ask_exceptional")
