"""What the team answers in its own words about a mentor who can't go on, or to the very person who wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.desk import DESK
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
        "Move her to bob@fire.example please.",
        "Give Jo to Bob and leave Sam with Ann for now.",
        "I'll ask Bob to take them.",
        "Not Bob",
        "Bob's full",
        "Bob can take Jo from January.",
        "Could Bob take them?",
        "Fiona can take both.",
        "Bob Roy can take both.",
        "Bob can take both, bob@home.example",
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


@pytest.mark.parametrize(
    "words",
    [
        "Please move Jo and Sam to Bob.", "Bob can take both.", "Give them to Bob Ray", "Bob Ray, please",
        "Reassign to Bob", "bob@fire.example please", "Let's go with Bob", "Bob will take over, thanks",
    ],
)  # fmt: skip
def test_a_mentor_is_known_by_name_where_one_alone_is_called_so(ill: Scene, words: str) -> None:
    assert ill.answers("report_no_capacity", words, sender=TEAM) == "REASSIGN"
    assert {c.enrolment.mentor for c in ill.cases() if c.unit != DESK} == {BOB}


@pytest.mark.parametrize(
    "words",
    [
        "Give Jo to Bob please", "Bob's happy to take Jo", "Reassign Jo to Bob",
        "Ann has left. Please give Jo to Bob Ray",
        "Ann is off sick, so please give Jo to Bob.",
    ],
)  # fmt: skip
def test_one_of_a_mentors_people_may_be_given_to_another(ill: Scene, words: str) -> None:
    assert ill.answers("report_no_capacity", words, sender=TEAM) == "REASSIGN"
    assert ill.case.enrolment.mentor == BOB
    assert [c.enrolment.mentor for c in ill.cases() if c.unit == "2026-27/sam"] == [ANN]


@pytest.mark.parametrize("words", ["Thanks", "We'll look into it.", "Thank you, I'll ring her."])
def test_thanks_and_a_promise_to_see_are_a_note(ill: Scene, words: str) -> None:
    assert ill.answers("report_no_capacity", words, sender=TEAM) == "the team's note"


@pytest.mark.parametrize(
    "words",
    [
        "Oh dear, sorry to hear that Jo. We will have a quiet word with Ann.",
        "Jo, thanks for telling us.",
        "We will speak to your mentor next week.",
        "She is, Jo, every month since April.",
        "All fine with her, Jo",
    ],
)
def test_words_to_the_writer_are_said_to_have_reached_nobody(hurt: Scene, words: str) -> None:
    hurt.answers("report_in_confidence", words, sender=TEAM)
    assert "nobody else has seen your reply" in hurt.last("confirm_command")
    assert not hurt.raws("relay_message", JO.address)


@pytest.mark.parametrize(
    "words", ["This wasn't private, please send it to Ann", "OK to send to Ann", "Pass it on to Ann, it's harmless"]
)
def test_what_is_to_be_passed_on_is_asked_back_with_how(hurt: Scene, words: str) -> None:
    hurt.answers("report_in_confidence", words, sender=TEAM)
    assert "ask their writer to send them again" in hurt.last("confirm_command")
    assert not hurt.raws("relay_message", ANN.address)


@pytest.mark.parametrize("words", ["Thanks.", "Leave it with me.", "Poor Jo. I'll ring her on Monday."])
def test_a_note_among_the_team_stays_one(hurt: Scene, words: str) -> None:
    assert hurt.answers("report_in_confidence", words, sender=TEAM) == "the team's note"
