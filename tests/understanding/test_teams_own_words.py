"""What the team answers in its own words about a mentor who can't go on, or to the very person who wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, at
from tests.support.dialogue import Scene

SAM = Person("Sam Baird", ("sam@school.example",))
PAT = Person("Pat Gray", ("pat@health.example",))
BOB = Person("Bob Ray", ("bob@fire.example",))
ILL = "My husband is very ill and I can't take on any more reports just now. Sorry."
HURT = "Can I be honest? Ann's comments always make me feel stupid and I dread opening them."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Ann mentors Jo and Sam, Bob mentors Pat, and Jo's report has come."""
    others = (Enrolment("2026-27", "sam", SAM, ANN, MEG), Enrolment("2026-27", "pat", PAT, BOB, MEG))
    found = Scene(tmp_path, ENROLMENT, *others)
    found.now = at("2026-10-12T09:00")
    found.sends("Report 1", "Report 1.pdf")
    return found


@pytest.fixture
def ill(s: Scene) -> Scene:
    assert s.answers("forward_report", ILL, sender=ANN.address) == "NO CAPACITY"
    return s


@pytest.fixture
def hurt(s: Scene) -> Scene:
    s.answers("receipt", HURT)
    assert s.raws("report_in_confidence", TEAM)
    return s


@pytest.mark.parametrize(
    "words",
    [
        "Please move Jo and Sam to Bob.",
        "Move her to bob@fire.example please.",
        "Bob can take both.",
        "Give Jo to Bob and leave Sam with Ann for now.",
        "I'll ask Bob to take them.",
    ],
)
def test_what_is_to_become_of_a_mentors_people_is_asked_back_where_it_is_not_plain(ill: Scene, words: str) -> None:
    ill.answers("report_no_capacity", words, sender=TEAM)
    answer = ill.last("confirm_command")
    assert "nobody else has seen your reply" in answer
    assert "REASSIGN TO" in answer
    assert not ill.raws("tell_new_mentor")


def test_a_plain_move_of_all_is_carried_out(ill: Scene) -> None:
    assert ill.answers("report_no_capacity", "Please move them both to bob@fire.example.", sender=TEAM) == "REASSIGN"
    assert ill.raws("tell_new_mentor", BOB.address)


@pytest.mark.parametrize("words", ["Thanks", "We'll look into it.", "Thank you, I'll ring her."])
def test_thanks_and_a_promise_to_see_are_a_note(ill: Scene, words: str) -> None:
    assert ill.answers("report_no_capacity", words, sender=TEAM) == "the team's note"


@pytest.mark.parametrize(
    "words", ["Oh dear, sorry to hear that Jo. We will have a quiet word with Ann.", "Jo, thanks for telling us."]
)
def test_words_to_the_writer_are_said_to_have_reached_nobody(hurt: Scene, words: str) -> None:
    hurt.answers("report_in_confidence", words, sender=TEAM)
    assert "nobody else has seen your reply" in hurt.last("confirm_command")
    assert not hurt.raws("relay_message", JO.address)


@pytest.mark.parametrize("words", ["Thanks.", "Leave it with me.", "Poor Jo. I'll ring her on Monday."])
def test_a_note_among_the_team_stays_one(hurt: Scene, words: str) -> None:
    assert hurt.answers("report_in_confidence", words, sender=TEAM) == "the team's note"
