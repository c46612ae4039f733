"""What keeps somebody from a meeting that the mentor proposes is told to the mentor, and holds no report (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

OF_MEETING = [
    "I'm off sick today but Thursday should be fine.",
    "I'm on leave that week. The 26th?",
    "I'm at a funeral on Tuesday, but Thursday works.",
    "My wee one is off sick so I'm at home, but I can do Teams on Tuesday at 3.",
    "I've a hospital appointment on Tuesday so Thursday please.",
    "Sorry, I've got covid. Could we make it the week after?",
    "Hi Ann, sorry for the delay. I've had a rotten cold. Thursday at 3 would be great.",
    "I'm on annual leave next week. Could we do the week after?",
]
GRAVER = [
    "Yes Tuesday. I'm off sick and don't think I'll manage the next report.",
    "I'm signed off with stress for four weeks so no meetings I'm afraid.",
    "I'm going into hospital on Monday for an operation and will be off for six weeks.",
    "I'm having chemo on Tuesday. Could we make it Thursday?",
    "I'm in hospital, Thursday should be fine.",
    "I'm off sick, can we meet next week? I've also not been able to sleep.",
    "I've an appointment at the hospital on Thursday about my results so Friday please.",
    "I'm off sick today. Is the report still due on Thursday?",
    "On leave till Monday, will do the report then.",
    "I'm on leave from tomorrow for a month.",
    "Yes please! My mum died on Monday but I'd like that.",
    "I've got a chemo hospital appointment on Monday. Could we do Thursday?",
    "I have a psychiatric hospital appointment on Tuesday, Thursday would be fine.",
    "I'm off sick, Meg's doing. Thursday would be fine.",
    "I'm off sick, Meg's doing, Thursday would be fine.",
    "I'm off sick thanks to Meg. Thursday would be fine.",
    "I'm off sick with nerves. Thursday would be fine.",
    "My son is off school again, excluded. Could we do Thursday?",
]

LASTING = [
    "I've been off sick since the 3rd of October. Could we do Thursday?",
    "I'm off sick since the 12th of June. Could we talk on Monday?",
    "I'm off sick till the 20th of December. Could we speak then instead?",
    "I'm off sick until the 20 January. Can we do the 21st?",
    "I'm on leave until the 30th of June, could we talk then?",
    "I'm ill all this week. Next week would be better.",
]
PASSING = [
    "I've been off sick since Tuesday. Could we do Thursday?",
    "I'm off sick until the 9th. Could we do the 12th?",
    "I'm on leave until the 12th of October, could we talk then?",
    "I'm ill today. Next week would be better.",
]


@pytest.mark.parametrize("text", OF_MEETING)
def test_a_passing_illness_or_a_leave_beside_a_day_for_the_meeting_goes_to_the_mentor(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"


@pytest.mark.parametrize("text", GRAVER)
def test_what_lasts_or_keeps_from_the_report_is_the_teams_in_that_answer_too(text: str) -> None:
    assert kind_of("practitioner", "message", text) in ("circumstances", "ask", "private")


def test_days_that_a_leave_rules_out_are_a_message_while_no_report_is_due() -> None:
    text = "Neither I'm afraid, I'm on holiday till the 25th."
    assert kind_of("practitioner", "message", text, "Mon 2026-10-19") == "message"
    assert kind_of("practitioner", "message", text, "Wed 2026-10-14") == "circumstances"


def test_a_leave_that_answers_no_message_is_read_as_ever() -> None:
    assert kind_of("practitioner", "deadline 1", "I'm off sick today but Thursday should be fine.") == "circumstances"


@pytest.mark.parametrize("text", LASTING)
def test_an_illness_of_more_than_a_few_days_or_a_leave_beyond_the_deadline_may_keep_from_a_report(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "circumstances"


@pytest.mark.parametrize("text", PASSING)
def test_an_illness_of_days_and_a_leave_that_is_soon_over_keep_from_the_meeting_alone(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"


@pytest.mark.parametrize("day", ["Tue 2026-10-13", "Wed 2026-10-14"])
def test_an_illness_while_a_report_is_due_may_be_why_that_is_late(day: str) -> None:
    assert kind_of("practitioner", "message", "I'm ill all this week. Next week would be better.", day) != "message"
    assert kind_of("practitioner", "message", "I'm off sick today but Thursday should be fine.", day) != "message"


@pytest.mark.parametrize(
    "text",
    [
        "I'm off sick today. Could it be somebody else on Thursday?",
        "I'm on leave till Monday. I'm seeing the lawyer that day.",
        "I'm on leave next week. I'm being interviewed that day.",
        "I have a cold. Could I see you about Meg on Thursday?",
        "I'm on leave. I'm in court that week.",
        "I'm off sick today. Could we do it without Meg knowing on Thursday?",
    ],
)
def test_a_word_of_anything_else_amid_the_days_is_heard(text: str) -> None:
    assert kind_of("practitioner", "message", text) in ("circumstances", "ask", "private")


@pytest.mark.parametrize(
    "text",
    [
        "I'm off today, could we do Thursday instead?",
        "I've a dentist appointment then. Could you manage Friday?",
        "My wee one's off sick today, could it be tomorrow?",
        "I'm on leave that week. Could we make it the week after?",
    ],
)
def test_days_alone_are_a_message(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"
