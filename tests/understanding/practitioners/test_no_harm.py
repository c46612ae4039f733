"""A leave in time and the manager's own affairs hold no report, and no mentor hears of a difficulty (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

IN_TIME = [
    "Hi, I'm on leave for the week of 5 October but I'll have the report in by the 14th.",
    "Hi Ann, I'm off for three weeks from 19 October but I'll send October's report before. Can you see the poster?",
    "I'm on leave next week but my report will be in on time.",
    "On holiday from the 10th, will send the report before I go.",
]
NOT_IN_TIME = [
    "I'm on leave until the 20th but I'll have the report in by the 22nd.",
    "I'm on leave next week so my report won't be in on time.",
    "I'm off sick next week but I'll try to send the report before.",
    "I'm on leave and my mum is ill, but I'll send the report on time.",
]
OF_MANAGER = [
    "My manager Meg is off for a while by the way, so she may not answer anything.",
    (
        "Dear colleagues, I thought you should know that Meg Ross retires at the end of the month and that Una Fyfe"
        " will be my manager from 1 November."
    ),
    "Just to let you know that my manager is on maternity leave from Monday.",
]
OWN_BESIDE = [
    "My manager is off sick and I'm covering for her, so no time for the report.",
    "My manager is off and I'm struggling.",
]


@pytest.mark.parametrize("text", IN_TIME)
def test_a_leave_whose_report_comes_in_time_is_a_message(text: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject="Leave") == "message"


@pytest.mark.parametrize("text", NOT_IN_TIME)
def test_a_leave_whose_report_is_late_or_an_illness_beside_it_is_the_teams(text: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject="Leave") in ("circumstances", "ask")


@pytest.mark.parametrize("text", OF_MANAGER)
def test_the_managers_own_affairs_are_told_to_the_team_and_hold_nothing(text: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject="Manager") == "private"


@pytest.mark.parametrize("text", OWN_BESIDE)
def test_what_it_does_to_the_practitioner_is_theirs(text: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject="Manager") in ("circumstances", "leaving", "ask")
