"""Pairs who have had no contact in a month are nudged in its last week."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.months import lives, told


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (date(2027, 8, 1), "Wed 25 Aug"),
        (date(2027, 6, 1), "Thu 24 Jun"),
        (date(2027, 2, 1), "Mon 22 Feb"),
        (date(2027, 7, 1), "Mon 26 Jul"),  # the 25th is a Sunday
    ],
)
def test_pairs_without_contact_are_nudged_in_the_last_week_of_the_month(month: date, day: str) -> None:
    assert told(lives(first_month=month), "nudge_contact") == [f"{day} nudge_contact"]


def test_nobody_is_nudged_who_has_spoken_in_that_month() -> None:
    assert told(lives(("2027-03-09T12:00", "mentor", 1)), "nudge_contact") == []
    told_later = ("2027-03-24T12:00", "spoke by mentor", 1, "2027-03-02")
    assert told(lives(told_later), "nudge_contact") == []
    assert told(lives(("2027-03-02T12:00", "spoke by mentor", 1, "2027-02-27")), "nudge_contact") != []


def test_a_nudge_waits_for_the_day_behind_another_letter_to_the_mentor() -> None:
    expected = ("2027-04-01T10:00", "expect", 1, "2027-04-28")
    lived = lives(("2027-03-10T10:00", "message", 1), ("2027-03-30T10:00", "report", 1), expected, reports=2)
    assert told(lived, "remind_feedback", "nudge_contact")[1:3] == [
        "Mon 26 Apr remind_feedback 1",
        "Tue 27 Apr nudge_contact",
    ]
