"""Pairs who have had no contact in a month are nudged in its last week."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.months import Said, lives, told


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


@pytest.mark.parametrize(
    "said",
    [
        [("2027-03-11T10:00", "circumstances", 1), ("2027-03-12T10:00", "excuse", 1)],
        [("2027-03-17T10:00", "excuse", 1)],
        [("2027-03-10T10:00", "accept", 1, "2027-03-18")],
        [("2027-03-10T10:00", "accept", 1, "2027-04-08")],
        [("2027-03-11T10:00", "circumstances", 1)],  # on which nobody has decided
        [("2027-03-29T10:00", "circumstances", 1), ("2027-03-31T10:00", "decline", 1)],
    ],
)
def test_nobody_is_nudged_in_a_month_of_which_it_is_known_why_nothing_passed(said: list[Said]) -> None:
    lived = lives(*said, reports=2)
    nudges = told(lived, "nudge_contact")
    assert nudges == (["Thu 25 Mar nudge_contact"] if "29" in said[0][0] else []) + ["Mon 26 Apr nudge_contact"]


def test_whose_circumstances_are_declined_is_nudged_like_anybody() -> None:
    said: list[Said] = [("2027-03-11T10:00", "circumstances", 1), ("2027-03-12T10:00", "decline", 1)]
    assert told(lives(*said), "nudge_contact") == ["Thu 25 Mar nudge_contact"]


def test_an_extension_into_the_next_month_lets_its_nudge_go_when_it_is_over() -> None:
    said: list[Said] = [("2027-03-10T10:00", "accept", 1, "2027-04-27")]
    lived = lives(*said, reports=2, moved={2: date(2027, 4, 30)})  # else the ladders of both leave it no day
    assert told(lived, "nudge_contact") == ["Fri 30 Apr nudge_contact"]


def test_a_report_of_later_months_that_is_let_off_spares_nobody_now() -> None:
    lived = lives(("2027-03-10T10:00", "excuse", 4), reports=4)
    assert told(lived, "nudge_contact")[:2] == ["Thu 25 Mar nudge_contact", "Mon 26 Apr nudge_contact"]


def test_while_it_is_asked_whether_a_mail_says_why_the_nudge_waits() -> None:
    lived = lives(("2027-03-18T10:00", "asked", 1), reports=2)
    assert told(lived, "nudge_contact")[0] == "Wed 31 Mar nudge_contact"  # behind the ladder's
