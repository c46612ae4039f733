"""What the team writes of its own accord in plain words: carried out where it is plain, else asked back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Status
from tests.support.build import ANN, ENROLMENT, MEG, TEAM, at
from tests.support.dialogue import Scene
from tests.understanding.team.test_teams_own_words import BOB, PAT, SAM


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Ann mentors Jo and Sam, Bob mentors Pat, and Jo's report has come."""
    others = (Enrolment("2026-27", "sam", SAM, ANN, MEG), Enrolment("2026-27", "pat", PAT, BOB, MEG))
    s = Scene(tmp_path_factory.mktemp("made"), ENROLMENT, *others)
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    return s


@pytest.fixture
def s(made: Scene, tmp_path: Path) -> Scene:
    return made.copied(tmp_path)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Please pause Jo Smith until further notice.", Status.PAUSED),
        ("Jo Smith has left, please take her off the programme.", Status.WITHDRAWN),
        ("Please withdraw Jo Smith.", Status.WITHDRAWN),
    ],
)
def test_a_plain_order_is_carried_out_once_it_is_confirmed(s: Scene, words: str, status: Status) -> None:
    assert s.sends("Jo Smith", text=words, sender=TEAM) == "a command to be confirmed"
    assert s.case.enrolment.status is Status.ACTIVE
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    assert s.case.enrolment.status is status


def test_so_is_another_mentor(s: Scene) -> None:
    s.sends("Jo", text="Give Jo Smith to Bob Ray please", sender=TEAM)
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    assert [c.enrolment.mentor for c in s.cases()[:2]] == [BOB, ANN]


@pytest.mark.parametrize(
    "words",
    [
        "Where are we with everybody's reports?", "Overview please", "Jo Smith has until the 30th.",
        "Sam's manager is now Lesley Bain (lesley@school.example). Please change that.", "Don't withdraw Jo Smith.",
        "If Jo Smith doesn't reply by Friday, withdraw her.", "Please take Ann off Jo Smith's letters",
        "Withdraw Jo Smith and Sam Baird.", "Shall we pause Jo Smith?", "Withdraw Jo Smith at Christmas.",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_asked_back_with_what_would_work(s: Scene, words: str) -> None:
    assert s.sends("A question", text=words, sender=TEAM) == "a command that can't be carried out"
    answer = s.last("confirm_command").replace("\n", " ")
    assert "What would have worked" in answer
    assert not s.raws("report_quarantine")
    assert s.case.enrolment.status is Status.ACTIVE


def test_what_it_passes_on_waits_for_a_decision(s: Scene) -> None:
    said = "FYI\n\nFrom: Jo Smith <jo@home.example>\nSubject: Report 2\n\nI am ill, sorry."
    assert s.sends("Fwd: Report 2", text=said, sender=TEAM) == "quarantine"


def test_an_order_at_the_desk_is_no_note(s: Scene) -> None:
    s.sends("STATUS", text="STATUS", sender=TEAM)
    for words in ("Can you take Jo off the list, she has left?", "Ann's new address is ann.lee@nhs.example."):
        assert s.answers("status", words, TEAM) == "a command that can't be carried out"
    assert s.answers("status", "Very useful, thank you", TEAM) == "the team's note"


@pytest.mark.parametrize("words", ["Take her off please.", "We'll take her off.", "Pause her for now."])
def test_where_the_manager_asks_to_be_left_in_peace_a_pronoun_is_not_the_practitioner(s: Scene, words: str) -> None:
    s.goes_to("2026-10-14T10:00")
    s.answers("forward_report", "What I liked: the aim. Even better if you tried one class first.", ANN.address)
    s.answers("relay_feedback", "STOP", MEG.address)
    s.answers("report_stop", words, TEAM)
    assert s.case.enrolment.status is Status.ACTIVE


def test_a_mail_of_empty_lines_is_looked_through_in_no_time(s: Scene) -> None:
    began = time.perf_counter()
    s.sends("Hello", text="Hello" + "\n" * 60_000 + "x", sender=TEAM)
    assert time.perf_counter() - began < 5
