"""A day that a mentor names for all their reports is the day of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qibot.model import Enrolment, Person, Put
from qibot.model.reports import Report
from tests.support.build import ANN, ENROLMENT, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

KIM = Person("Kim Boyle", ("kim@nursery.example",))
DUE, NAMED = date(2026, 11, 19), date(2026, 11, 27)


@pytest.fixture
def two(tmp_path: Path) -> Scene:
    """Jo's and Kim's reports wait for Ann."""
    s = scene(tmp_path)
    hers: Enrolment = replace(ENROLMENT, slug="kim.boyle", practitioner=KIM)
    s.store.commit(hers.unit, [Put(hers)])
    s.bot = s.started()
    s.sends("Report 1", "Report 1.pdf", sender=KIM.address)
    s.sends("Report 1", "Report 1.pdf")
    return s


def days(s: Scene) -> list[date]:
    """Those on which Jo's and Kim's feedback is due."""
    units = (ENROLMENT.unit, ENROLMENT.unit.replace("jo.smith", "kim.boyle"))
    return [s.store.load(unit).all(Report)["1"].feedback_due for unit in units]


OF_BOTH = [
    "I won't be able to do any of my reports until 27 November.",
    "I'm away all week so both will be the 27th, sorry",
    "Snowed under, will do Jo's and Kim's on the 27th.",
    "Same for the others: 27 November please.",
    "Jo's and Kim's by 27 November.",
    "Feedback for Jo and Kim by 27 November, sorry.",
]
OF_JO = [
    "I need until 27 November for this one. The other is on its way.",
    "I can't do it at all before 27 November.",
    "Kim's is done but Jo's will be 27 November.",
    "Kim's took me all day, so this one will be 27 November.",
    "I'll do it by 27 November, as Kim is off until then.",
]


@pytest.mark.parametrize("words", OF_BOTH)
def test_a_day_for_all_of_a_mentors_reports_moves_each(two: Scene, words: str) -> None:
    assert two.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert days(two) == [NAMED, NAMED]
    assert not two.raws("relay_feedback")


@pytest.mark.parametrize("words", OF_JO)
def test_a_day_for_one_report_leaves_the_others(two: Scene, words: str) -> None:
    two.answers("forward_report", words, sender=ANN.address)
    assert days(two) == [NAMED, DUE]


@pytest.mark.parametrize(
    "words",
    [
        "It'll be 27 November since I have Kim here all week.",
        "Feedback by 27 November, Kim is off until then.",
        "Kim: 27 November. She cries a lot.",
    ],
)
def test_what_is_asked_about_moves_nobody_elses_day(two: Scene, words: str) -> None:
    two.answers("forward_report", words, sender=ANN.address)
    assert days(two)[1] == DUE


def test_a_day_for_all_in_a_mail_that_answers_nothing_moves_each(two: Scene) -> None:
    words = "I won't be able to do any of my reports until 27 November."
    two.takes(message(sender=ANN.address, subject="Reports", text=words))
    assert days(two) == [NAMED, NAMED]


@pytest.mark.parametrize("confirmation", [0, 1])
def test_undo_takes_back_every_day_of_the_same_mail(two: Scene, confirmation: int) -> None:
    two.answers("forward_report", OF_BOTH[0], sender=ANN.address)
    two.answers("confirm_command", "UNDO", sender=ANN.address, place=confirmation)
    assert days(two) == [DUE, DUE]
    done = [text_of(raw) for raw in two.raws("confirm_command", ANN.address)[2:]]
    assert len(done) == 2
    assert all("taken back" in one for one in done)
    assert {to for who, _ in two.outbox.delivered for to in who} >= {KIM.address}


def test_undo_of_a_later_day_leaves_the_days_of_the_mail_before(two: Scene) -> None:
    two.answers("forward_report", OF_BOTH[0], sender=ANN.address)
    two.answers("forward_report", "EXPECT 1 December", sender=ANN.address)
    two.answers("confirm_command", "UNDO", sender=ANN.address)
    assert days(two) == [NAMED, NAMED]


def test_undo_says_which_of_the_days_has_moved_on(two: Scene) -> None:
    two.answers("forward_report", OF_BOTH[0], sender=ANN.address)
    two.answers("forward_report", "EXPECT 1 December", sender=ANN.address, place=0)  # Kim's
    two.answers("confirm_command", "UNDO", sender=ANN.address, place=0)  # Jo's
    assert days(two) == [DUE, date(2026, 12, 1)]
    answers = " ".join(text_of(raw) for raw in two.raws("confirm_command", ANN.address))
    assert "things have moved on" in answers
