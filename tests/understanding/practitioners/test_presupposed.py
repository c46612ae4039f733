"""A question tells what it takes for granted: that its writer leaves, or what befell them is for the team (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("missing 1", "How do I withdraw?"),
        ("fresh", "Who do I speak to about withdrawing from the programme?"),
        ("check_in", "Is it too late to drop out?"),
        ("check_in", "Can I still defer to next year?"),
        ("missing 1", "Am I still on this? I changed jobs in the summer."),
        ("missing 1", "Why are you chasing me when I've left?"),
    ],
)
def test_who_asks_how_to_leave_leaves(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "leaving"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("fresh", "Laptop got stolen with all my data on it. What do I do about the report?"),
        ("fresh", "I'm stuck in hospital, is there someone I should tell?"),
        ("fresh", "The shared drive has gone down and my report's on it. Anyone know what to do?"),
        ("check_in", "Still off sick. Should I be doing something?"),
        ("missing 1", "Has nobody told you I'm off sick?"),
        ("missing 1", "Do I still need to send one if I'm signed off?"),
    ],
)
def test_who_asks_what_to_do_now_tells_what_befell_them(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "circumstances"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("fresh", "How do I withdraw a change idea that didn't work?"),
        ("fresh", "Is it too late to drop out of the Thursday session?"),
        ("feedback 1", "Should I pause the PDSA over Christmas?"),
        ("fresh", "Patients drop out before week six. Who do I tell?"),
        ("fresh", "Two of my pupils have been off sick all month. What do I do about the data?"),
        ("fresh", "The tablets for the survey got stolen. What do I do about the missing data?"),
        ("fresh", "We lost two weeks of data when the ward system crashed. How should I plot that?"),
        ("feedback 1", "The youth club got broken into and we've lost three weeks of numbers. Any ideas?"),
        ("message 1", "Am I still on the right track with this?"),
        ("fresh", "How do I withdraw my report and send another?"),
    ],
)
def test_a_question_of_the_project_stays_the_mentors(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize("answers", ["message 1", "feedback 1", "missing 1", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        "I've been arrested, who do I tell?",
        "My house flooded, who should I speak to?",
        "Hi Ann, we've been evicted.",
        "My roof came off in the storm, do I need to tell anybody?",
        "Friday is no good, I'm having surgery that day.",
        "I'm being sued. Could we do Monday instead?",
    ],
)
def test_what_only_a_life_knows_is_the_teams_whatever_is_asked_beside_it(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "circumstances"


def test_who_is_in_court_is_asked_why() -> None:
    assert kind_of("practitioner", "message 1", "Friday is no good, I'm in court that day.") == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Our ward flooded, so the test has moved to ward 5. Do I need to tell anybody?",
        "I'm in court with one of our families on Friday, could you do Monday?",
        "One of the parents was arrested, so that family isn't in the sample now. How do I show that?",
        "We were robbed of two weeks by the move. Shall I mark it on the chart?",
        "I've been asked to test on a second ward. Who do I tell?",
        "I'm having surgery staff fill in the form. Is that a change idea?",
    ],
)
def test_what_befell_the_project_stays_the_mentors(text: str) -> None:
    assert kind_of("practitioner", "message 1", text) == "message"
