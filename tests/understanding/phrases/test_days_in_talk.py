"""A day that is named keeps nobody from a report: talk with a day in it goes to the reader, and the mentor is told
of no difficulty. What says why, or asks for time, is the team's as ever."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

TALK = [
    ("practitioner", "feedback 1", "15th of November."),
    ("practitioner", "message", "That would be January."),
    ("practitioner", "feedback 1", "I'd like to test that next week."),
    ("practitioner", "feedback 1", "I'll try it after the holidays."),
    ("practitioner", "feedback 1", "Can I move to weekly data next month?"),
    ("practitioner", "message", "We had to cancel ours as I was on leave, rebooked for the 3rd."),
    ("practitioner", "feedback 1", "Works for me."),
    ("practitioner", "message", "Our data analyst is on leave until Monday so I can't get the baseline before then."),
    ("practitioner", "message", "Friday is no good I'm afraid, we have an inspection that day. Could you do Monday?"),
    ("practitioner", "feedback 1", "I can't do Thursday, there's an audit that day. How about Monday?"),
    ("manager", "feedback 1", "Janitor opens at 8, I've told him."),
    ("manager", "feedback 1", "School opens again on the 19th."),
    ("manager", "feedback 1", "I can release Jo on Wednesday afternoons for this."),
    ("manager", "feedback 1", "I can give Jo two hours on Fridays for this until Christmas."),
    ("manager", "message", "We can give her an hour a week for the project till Easter."),
    ("manager", "message", "The new teacher starts on the 2nd of November."),
    ("manager", "feedback 1", "We can release her for the visit on Monday."),
]
CAUSES = [
    ("practitioner", "feedback 1", "I'd like to send it next week instead."),
    ("practitioner", "feedback 1", "I'll try it after my operation."),
    ("practitioner", "feedback 1", "Could it be the 20th?"),
    ("practitioner", "feedback 1", "The hall is free on Monday but I'm in bed with flu."),
    ("practitioner", "message", "The school is closed until the 10th, so I can't."),
    ("practitioner", "missing 1", "15th of November."),
    ("practitioner", "message", "Our analyst is on leave until Monday so the report will be late."),
    ("practitioner", "message", "My colleague is off so I'm doing her job and I can't get the report done."),
    (
        "practitioner",
        "message",
        "I can't do Friday, we have an inspection. I won't get the report in. Could we do Monday?",
    ),
    ("manager", "feedback 1", "I can't release Jo before the 1st of December."),
    ("manager", "feedback 1", "I can give Jo time off until Christmas."),
    ("manager", "feedback 1", "I can release Jo on Fridays until she leaves."),
    ("manager", "feedback 1", "School is shut till the 19th, Jo can't get in."),
    ("manager", "feedback 1", "I can release Jo from the programme on the 3rd."),
    ("manager", "feedback 1", "Chemo starts on Monday."),
    ("manager", "message", "Jo's replacement starts on the 2nd of November."),
]


@pytest.mark.parametrize(("who", "letter", "text"), TALK)
def test_a_day_that_is_named_is_no_circumstances(who: str, letter: str, text: str) -> None:
    assert kind_of(who, letter, text) == "message"


@pytest.mark.parametrize(("who", "letter", "text"), CAUSES)
def test_what_keeps_somebody_from_a_report_stays_the_teams_whatever_the_day(who: str, letter: str, text: str) -> None:
    assert kind_of(who, letter, text) in ("circumstances", "leaving")


@pytest.mark.parametrize(
    "text",
    [
        "Our analyst is on leave until Monday, so can the report come on Wednesday instead?",
        "Friday is no good, we have an inspection and I'm at breaking point. Could you do Monday?",
        "Our data analyst is on leave so I can't get the baseline. I'm leaving too.",
    ],
)
def test_what_may_be_more_than_such_talk_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "message 1", text) == "ask"


def test_a_bare_day_is_no_talk_while_a_report_is_due() -> None:
    assert kind_of("practitioner", "feedback 1", "15th of November.", day="Wed 2026-11-11") != "message"
