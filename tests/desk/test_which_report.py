"""A mentor of whom two reports wait is asked once, and the number sends the mail on."""

from __future__ import annotations

from tests.support.build import ANN, JO, at, message
from tests.support.desk_world import MORNING, SAM, Desk


def pending(world: Desk) -> bytes:
    """Both have sent report 1; Ann writes afresh."""
    world.gets(message(JO.address, "Report 1", "Mine", ("a.pdf",)), MORNING)
    world.gets(message("sam@school.example", "Report 1", "Mine", ("b.pdf",)))
    world.now = at("2026-10-13T09:00")
    world.gets(message(ANN.address, "Feedback", "What I liked: a clear aim. Even better if: types."))
    return world.letter("ask_which_report")


def test_a_mentor_is_asked_once_and_the_number_sends_the_mail_on_with_its_true_arrival_time(world: Desk) -> None:
    letter = pending(world)
    assert world.all("relay_feedback") == []
    assert world.all("report_quarantine") == [], "the team need not hear"
    world.now = at("2026-10-14T09:00")
    world.answers(ANN.address, letter, "2")
    report = world.store.load(SAM.unit).report(1)
    assert report is not None
    assert report.answered == at("2026-10-13T09:00")
    assert world.waiting() == {}
    world.answers(ANN.address, letter, "1")
    assert "settled already" in world.told()
    assert len(world.all("relay_feedback")) == 1
    assert len(world.all("ask_which_report")) == 1


def test_a_click_does_the_same_and_another_persons_reply_nothing(world: Desk) -> None:
    letter = pending(world)
    world.answers(JO.address, letter, "1")
    assert world.all("relay_feedback") == []
    world.clicks(ANN.address, letter, "1")
    assert len(world.all("relay_feedback")) == 1


def test_team_gives_the_mail_to_the_team_alone(world: Desk) -> None:
    world.answers(ANN.address, pending(world), "TEAM")
    assert len(world.all("report_quarantine")) == 1
    assert world.all("relay_feedback") == []


def test_a_reply_that_is_no_number_is_answered_with_what_would_have_worked(world: Desk) -> None:
    world.answers(ANN.address, pending(world), "It was my feedback.")
    assert "a number from 1 to 2, or TEAM" in world.told()
