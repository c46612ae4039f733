"""What answers a report and says nothing of it is no feedback: leave, cover, a first glance, what kept its writer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from qibot.model.reports import Report
from tests.support.build import ANN, JO, MEG, TEAM
from tests.support.dialogue import Scene, scene


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann, until 19 October."""
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    return s


def is_open(s: Scene) -> bool:
    return all(r.answered is None for r in s.case.all(Report).values()) and not s.raws("relay_feedback")


def test_leave_over_the_due_day_is_noted_and_the_first_working_day_behind_it_is_told(waiting: Scene) -> None:
    words = "I'm on leave 17-31 October. Will look at this when I'm back."
    assert waiting.answers("forward_report", words, sender=ANN.address) == "EXPECT for report 1"
    assert "2 November" in waiting.last("expect_feedback_by")
    assert "you are away from 17 October 2026 to 31 October 2026 is noted, too" in waiting.last("confirm_command")
    noted = next(c for c in waiting.cases() if c.unit == DESK).all(Away)[ANN.address]
    assert (noted.first, noted.last) == (date(2026, 10, 17), date(2026, 10, 31))
    assert not waiting.raws("report_mentor_away")  # the feedback falls due when they are back
    assert is_open(waiting)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I'm on annual leave until Monday", "26 October"),
        ("On leave till 2 November", "2 November"),
        ("I'm on annual leave from 26 October to 30 October.", "2 November"),
    ],
)
def test_what_is_overdue_is_expected_on_the_first_working_day_behind_the_leave(
    waiting: Scene, words: str, day: str
) -> None:
    waiting.writes_until("2026-10-20T12:00")
    assert waiting.answers("remind_feedback", words, sender=ANN.address) == "EXPECT for report 1"
    assert day in waiting.last("expect_feedback_by")
    assert is_open(waiting)


@pytest.mark.parametrize(
    "words",
    [
        "Lovely aim Jo, add a median. I'm away from Friday until the 4th.",
        "Lovely report Jo, well done. Nothing to add. I'm away till 2 November.",
    ],
)
def test_advice_and_praise_beside_leave_are_feedback_and_the_absence_is_noted(waiting: Scene, words: str) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert "Lovely" in waiting.last("relay_feedback")
    assert next(c for c in waiting.cases() if c.unit == DESK).all(Away)[ANN.address]


@pytest.mark.parametrize(
    "words",
    [
        "Off till 2 November, Jo has cancer",
        "I'm off until 2 November. Jo won't manage this",
        "Jo is sick. I'm off until 2 November",
        "No feedback needed on the final one I assume",
    ],
)
def test_a_word_of_somebody_beside_leave_and_what_is_only_supposed_are_asked_about(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "quarantine"
    assert is_open(waiting)


@pytest.mark.parametrize("words", ["The charts need a proper look.", "Two charts to read, then it's with Jo"])
def test_what_only_names_the_project_beside_leave_is_no_feedback(waiting: Scene, words: str) -> None:
    said = f"I'm on leave until the 4th. {words}"
    assert waiting.answers("forward_report", said, sender=ANN.address) == "EXPECT for report 1"
    assert is_open(waiting)


def test_that_it_is_looked_at_next_week_is_no_new_day(waiting: Scene) -> None:
    words = "Will read it properly next week"
    assert waiting.answers("forward_report", words, sender=ANN.address) == "thanks or a promise"
    assert not waiting.raws("expect_feedback_by")


def test_leave_without_an_end_is_asked_about(waiting: Scene) -> None:
    waiting.answers("forward_report", "On annual leave", sender=ANN.address)
    assert "no day can be read" in waiting.last("confirm_command")
    assert is_open(waiting)


def test_who_covers_is_told_to_the_team_alone_in_the_mentors_words(waiting: Scene) -> None:
    waiting.answers("forward_report", "Bob will be covering for me while I'm on leave", sender=ANN.address)
    assert "Bob will be covering" in waiting.last("report_needs_support")
    assert not waiting.raws("relay_message") and is_open(waiting)


def test_a_first_glance_leaves_the_report_open_and_is_passed_on_to_nobody(waiting: Scene) -> None:
    words = "Thanks Jo, this looks great. I'll read it properly and get back to you"
    assert waiting.answers("forward_report", words, sender=ANN.address) == "thanks or a promise"
    assert not waiting.raws("relay_message") and is_open(waiting)


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        ("Sorry - my mum died on the 12th so I'm behind", "report_needs_support"),
        ("Sorry, been without a laptop since the 9th", "confirm_command"),
    ],
)
def test_illness_and_death_are_the_teams_and_for_what_else_a_day_is_asked(
    waiting: Scene, words: str, letter: str
) -> None:
    waiting.answers("forward_report", words, sender=ANN.address)
    assert waiting.raws(letter, TEAM if letter != "confirm_command" else ANN.address)
    assert not any(waiting.raws("expect_feedback_by", who.address) for who in (JO, MEG))
    assert is_open(waiting)


def test_a_mentor_who_is_away_is_not_reminded_before_they_are_back(waiting: Scene) -> None:
    waiting.writes_until("2026-10-18T12:00")
    away = "AWAY 19 October TO 20 October"
    waiting.answers("forward_report", away, sender=ANN.address)
    assert waiting.raws("report_mentor_away", TEAM)
    before = len(waiting.raws("remind_feedback"))
    waiting.writes_until("2026-10-20T16:00")
    assert len(waiting.raws("remind_feedback")) == before
    waiting.writes_until("2026-10-21T12:00")
    assert len(waiting.raws("remind_feedback")) == before + 1
