"""A mentor is reminded of the feedback that is due, and on the day that they name themselves."""

from __future__ import annotations

from qibot.model.letters import Skipped
from tests.support.months import lives, told


def test_the_day_that_a_mentor_names_moves_every_later_letter_about_the_feedback() -> None:
    about = ("remind_feedback", "tell_feedback_delayed", "report_feedback_overdue")
    late = ("2027-03-16T15:00", "report", 1)
    assert told(lives(late), *about) == [
        "Fri 19 Mar remind_feedback 1",  # two days before is a Sunday
        "Wed 24 Mar remind_feedback 1",
        "Mon 29 Mar tell_feedback_delayed 1",  # the 26th is Good Friday
        "Mon 29 Mar report_feedback_overdue 1",
    ]
    assert told(lives(late, ("2027-03-18T15:00", "expect", 1, "2027-04-02")), *about) == [
        "Wed 31 Mar remind_feedback 1",
        "Mon 5 Apr remind_feedback 1",
        "Wed 7 Apr tell_feedback_delayed 1",
        "Wed 7 Apr report_feedback_overdue 1",
    ]


def test_a_mentor_who_names_a_day_two_days_ahead_is_reminded_that_day_and_for_one_nearer_not() -> None:
    sent = ("2027-03-10T15:00", "report", 1)
    friday = lives(sent, ("2027-03-15T11:30", "expect", 1, "2027-03-17"))
    assert told(friday, "remind_feedback")[0] == "Mon 15 Mar remind_feedback 1"
    monday = lives(sent, ("2027-03-15T11:30", "expect", 1, "2027-03-16"))
    assert told(monday, "remind_feedback") == ["Mon 15 Mar remind_feedback 1", "Wed 17 Mar remind_feedback 1"]
    assert [key for key in monday.case.all(Skipped) if "2027-03-16" in key]


def test_feedback_that_was_given_is_never_asked_for() -> None:
    given_at_once = [("2027-03-12T15:00", "report", 1), ("2027-03-17T08:00", "feedback", 1)]
    assert told(lives(*given_at_once), "remind_feedback") == []
