"""That a mentor can't go on, or finds no aim, is told only of words that say so; else they are a concern like any."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, CONFIG, ENROLMENT
from tests.support.dialogue import Scene


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    return made


@pytest.mark.parametrize(
    "said",
    ["Great aim Jo. Much clearer than Sam's.", "Her aim is clear, her measures are good. Add a median.",
     "Just for the team: her aim is lovely, the clearest of the lot.", "What's she like?",
     "Please don't worry about the aim, it's fine. It's her I worry about.",
     "Happy Christmas Jo, lovely report, see you in the New Year", "Happy to mentor again next year",
     "I've changed jobs but happy to keep mentoring Jo", "Can't do this one, I'm at a funeral",
     "Jo can't go on like this, her head gives her no time.", "I'm not getting any reports, am I on the right list?",
     "I wonder if Jo would be better with a mentor from education?",
     "Perhaps a different mentor would suit Jo better?"],
)  # fmt: skip
def test_a_faint_reading_names_no_nature(s: Scene, said: str) -> None:
    assert s.answers("forward_report", said, ANN.address) not in ("NO CLEAR AIM", "NO CAPACITY")


@pytest.mark.parametrize(
    "said",
    ["Her aim is far too vague and I've told her so.", "I don't think Jo knows what she's trying to achieve.",
     "For the team only: aim missing again.", "I'm struggling to see what Jo's aim is."],
)  # fmt: skip
def test_an_aim_that_is_doubted_is_told_as_such(s: Scene, said: str) -> None:
    assert s.answers("forward_report", said, ANN.address) == "NO CLEAR AIM"


@pytest.mark.parametrize(
    "said",
    ["I'm retiring in March so you'll need another mentor for Jo.", "I am resigning as a mentor.",
     "This is my last month, Bob's taking over from January.",
     "Too much on my plate now, I need to step back from mentoring.", "Could somebody take over from me? I'm drowning.",
     "I'm going on maternity leave in February and won't be able to carry on with Jo."],
)  # fmt: skip
def test_so_is_a_mentor_who_cannot_go_on(s: Scene, said: str) -> None:
    assert s.answers("forward_report", said, ANN.address) == "NO CAPACITY"


@pytest.mark.parametrize(
    "said",
    ["Please find another mentor for her.", "Could you find Jo another mentor? We don't click.",
     "She needs another mentor, I can't get through to her.",
     "I can't mentor Jo any more. Please find someone else for her.",
     "Please find another mentor for her, I can't go on with Jo.",
     "Jo and I don't click. Could somebody else take her?"],
)  # fmt: skip
@pytest.mark.parametrize("letter", ["forward_report", "remind_feedback"])
def test_another_mentor_for_one_practitioner_ends_nobodys_mentoring(s: Scene, letter: str, said: str) -> None:
    if letter == "remind_feedback":
        s.writes_until("2026-11-18T12:00")
    assert s.answers(letter, said, ANN.address) == "NEEDS SUPPORT"
    assert not s.raws("report_no_capacity")


@pytest.mark.parametrize(
    "said",
    ["I can't go on. Please find another mentor for her.", "I'm drowning. Please find another mentor for her.",
     "I can't go on mentoring, my own job has doubled. Please find another mentor for Jo.",
     "I can't go on as a mentor. Please find someone else for all of mine."],
)  # fmt: skip
def test_who_asks_for_one_because_they_stop_says_so(s: Scene, said: str) -> None:
    assert s.answers("forward_report", said, ANN.address) == "NO CAPACITY"
