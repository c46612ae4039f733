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
ANOTHER_LEAVE = [
    "I'm on stress leave next week, I'll have the report in on time.",
    "I'm on leave, going to rehab. I'll send the report before then",
    "I'm on leave while I sort out my drinking; the report will be in on time.",
    "I'm on leave from Monday, for the abortion. I'll send the report before then.",
    "I'm on leave as of Monday because of Meg, I'll send the report before then.",
    "I'm on carer's leave from Monday, I'll send the report before then.",
    "I'll be on leave for the trial from Monday, I'll send the report before then.",
    "I'm off for three weeks from 19 October but I'll send October's report before. Can you see the bruises?",
]
YEARLY = [
    "I'm on annual leave from Monday, the report will be in on time.",
    "Hi Ann, I'm on holiday from the 17th to the 24th. I'll send the report before I go. Thanks, Jo",
]
LATE_AFTER_ALL = [  # what it answers, the words
    ("deadline 2", "I'm on leave this week, I'll send the report early next week."),
    ("check_in", "I'm on leave this week, I'll send the report early next week."),
    ("fresh", "I'm on leave this week, I'll send the report early next week."),
    ("missing 2", "I'm on leave this week, I'll send the report early next week."),
    ("missing 2", "On annual leave until Monday. I'll send it early next week."),
    ("deadline 2", "I'm on holiday, will send my report early in November."),
    ("deadline 2", "On leave till Monday, I'll have the report in early next month"),
    ("missing 2", "I'm on leave until the 30th. I'll send it as usual."),
    ("missing 2", "I'm on leave until the 30th, will send the report beforehand."),
    ("missing 2", "I'm away on leave from Monday. I'll send it before I go."),
    ("deadline 2", "I'm away on leave from the 28th. I'll send the report before I go."),
    ("fresh", "I'm off for two months from Monday, my report will be in before that."),
    ("fresh", "I'll be away for the next six months, report 2 will be in on time."),
    ("fresh", "I'm away for ten weeks from Monday. I'll send the report early."),
    ("fresh", "I'm on leave from Monday until the 20th of December. I'll send the report on time."),
]
WHY_NOTHING_CAME = [
    ("missing 2", "My manager is off sick, so nothing was sent."),
    ("missing 2", "My manager was signed off with stress, hence nothing sent."),
    ("missing 2", "My manager was on leave, hence no sign-off."),
    ("missing 2", "The manager has been off sick. Double shifts all month."),
    ("missing 2", "My manager left. Doing two jobs at present."),
    ("deadline 2", "My manager is off with covid and the whole place is falling apart."),
    ("missing 2", "My manager is off sick, everybody is doing doubles."),
    ("fresh", "My manager is off sick, everybody is doing doubles."),
    ("fresh", "My manager's off sick, the whole team is stretched to the limit."),
    ("fresh", "My manager is off and the head fell down the stairs, school is upside down."),
    ("fresh", "The manager is off sick, the rota is in bits, all hands on deck."),
    ("fresh", "My manager is off sick and I am too."),
    ("fresh", "My manager wants the budget papers first and she outranks you."),
]
OF_MANAGER = [
    "My manager Meg is off for a while by the way, so she may not answer anything.",
    (
        "Dear colleagues, I thought you should know that Meg Ross retires at the end of the month and that Una Fyfe"
        " will be my manager from 1 November."
    ),
    "Just to let you know that my manager is on maternity leave from Monday.",
    "My manager is off sick with covid until Monday. Thanks, Jo",
    "My manager Meg Ross is on secondment from 1 December, and Colin Hay is my manager from then.",
    "FYI my manager has left. Una Fyfe is now my line manager.",
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


@pytest.mark.parametrize("text", ANOTHER_LEAVE)
def test_a_leave_of_another_kind_or_its_reason_is_no_mentors_to_hear(text: str) -> None:
    assert kind_of("practitioner", "deadline 1", text) == "circumstances"


@pytest.mark.parametrize("text", YEARLY)
def test_a_yearly_leave_is_told_to_the_mentor_in_answer_to_a_reminder_too(text: str) -> None:
    assert kind_of("practitioner", "deadline 1", text) == "message"


@pytest.mark.parametrize("text", OF_MANAGER)
def test_the_managers_own_affairs_are_told_to_the_team_and_hold_nothing(text: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject="Manager") == "private"


@pytest.mark.parametrize("text", OWN_BESIDE)
def test_what_it_does_to_the_practitioner_is_theirs(text: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject="Manager") in ("circumstances", "leaving", "ask")


@pytest.mark.parametrize(("letter", "text"), LATE_AFTER_ALL)
def test_a_report_that_comes_behind_its_deadline_or_a_leave_of_months_is_the_teams(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "circumstances"


@pytest.mark.parametrize("text", ["I'm on leave next week, I'll send the report early.", *YEARLY])
def test_what_comes_before_a_leave_that_begins_by_the_deadline_is_a_message(text: str) -> None:
    assert kind_of("practitioner", "fresh", text, subject="Leave") == "message"


@pytest.mark.parametrize(("letter", "text"), WHY_NOTHING_CAME)
def test_what_stands_beside_the_managers_leave_or_answers_a_reminder_is_why_nothing_comes(
    letter: str, text: str
) -> None:
    assert kind_of("practitioner", letter, text) == "circumstances"
