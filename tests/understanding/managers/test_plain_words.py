"""A manager's plain words: of their own leave that is over, to both of the two, that somebody goes (3a)."""

from __future__ import annotations

import pytest

from qibot.model import Role
from tests.support.said import kind_of, read_as, reader


@pytest.mark.parametrize(
    "text",
    [
        "Having been on leave myself for most of October I've only now read this. I'll raise the keys with Estates.",
        "I was away last week so I've only seen this now. I like the idea of the red bags.",
        "I was on leave, sorry. Happy to help with the keys.",
        "Having been on leave I've only just read this. Great report, Jo.",
        "I've been on leave. Jo, your chart is great.",
        "Having been on leave I've only just read this. Great report from Jo.",
        "Sorry, I was on leave. Well done Jo and thanks Ann.",
        "I was on leave. Jo's report is very clear.",
    ],
)
def test_their_own_leave_that_is_over_goes_with_their_words(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "message"


@pytest.mark.parametrize(
    "text",
    ["I've been on leave and Jo is off sick now.", "I've been away until now, and she has no cover till Christmas."],
)
def test_what_keeps_the_practitioner_beside_it_is_heard(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) in ("circumstances", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "Could Jo and Ann please make sure that the final report has a line on savings? The committee always asks.",
        "is it OK if I come along to the next call with Ann and Jo? I'd just listen",
        "Could Jo and Ann send me the figures by Friday?",
        "Can Ann and Jo both come to the board on the 20th?",
        "Would Jo and Ann have a look at the leaflet?",
    ],
)
def test_what_asks_the_two_of_them_goes_to_both(text: str) -> None:
    assert kind_of("manager", "fresh", text, subject="A question") == "message"


@pytest.mark.parametrize(
    "text",
    [
        "I'm worried about things with Jo and Ann, they don't get on.",
        "Could Jo and Ann be told that I'm leaving?",
        "Would Jo and Ann be better apart?",
        "Would Jo and Ann be better off with other partners?",
        "What is the problem with Jo and Ann?",
        "Do we carry on with Jo and Ann?",
        "Are you happy with Jo and Ann?",
        "Did you get anywhere with Jo and Ann?",
        "How long do you give it with Jo and Ann?",
        "Will Jo and Ann ever get anywhere with this?",
        "Will Jo and Ann be affected when the unit closes?",
        "Could Jo and Ann be kept out of the budget talks?",
        "Will Jo and Ann send the report in time?",
        "Can Jo and Ann agree on anything?",
        "Could Jo and Ann please be kept apart?",
    ],
)
def test_what_is_of_the_two_of_them_does_not(text: str) -> None:
    assert kind_of("manager", "fresh", text, subject="A question") != "message"


@pytest.mark.parametrize(
    ("answers", "text", "kinds"),
    [
        ("feedback 2", "I've been on holiday. Jo's contract stops in March.", {"leaving"}),
        ("feedback 2", "Sorry, I was on leave. Jo's post is going in the restructure.", {"leaving"}),
        ("feedback 2", "I've been away. Jo got the job in Perth.", {"leaving"}),
        ("feedback 2", "Having been on leave I have only just read this. Jo finishes on the 30th.", {"leaving"}),
        ("feedback 2", "Sorry, I've been away. Jo is on the last month of the contract.", {"leaving"}),
        ("feedback 2", "I was on leave and find that Jo has been moved to another ward.", {"circumstances", "leaving"}),
        ("feedback 2", "I have been on leave. Jo told my deputy about the pregnancy.", {"ask"}),
        ("feedback 2", "I was on holiday. Jo's on a final warning.", {"circumstances"}),
        ("message", "Hi, I was on leave. Jo is being investigated (by HR).", {"ask", "circumstances"}),
        ("feedback 2", "I was on leave, Jo has been crying at work.", {"circumstances"}),
        ("feedback 2", "I was away. Jo is at the end of the tether.", {"leaving"}),
        ("missing 2", "I've been on leave. Jo fell off a ladder.", {"circumstances"}),
        ("missing 2", "Sorry, I was away. Jo got moved to days at the other site and has no computer.", {"ask"}),
        ("missing 2", "I was on leave. Jo cannot be relied upon.", {"ask"}),
        ("missing 2", "I've been on leave. Jo has no time for this with the inspection.", {"circumstances"}),
        ("missing 2", "I was away. Jo has been running the ward.", {"circumstances"}),
        ("missing 2", "I was on leave and Jo had to fill in for me.", {"circumstances", "ask"}),
    ],
)
def test_what_is_said_of_the_practitioner_by_name_beside_it_is_heard(answers: str, text: str, kinds: set[str]) -> None:
    assert kind_of("manager", answers, text) in kinds


def test_who_has_given_notice_leaves_and_is_not_on_leave() -> None:
    said = "Hello, she handed in her notice a fortnight ago and is using up her leave until the 27th."
    assert kind_of("manager", "missing 1", said) == "leaving"


@pytest.mark.parametrize("text", ["Thanks, I see it.", "Thanks, I see it came in this morning"])
def test_who_sees_that_it_came_only_thanks(text: str) -> None:
    assert kind_of("manager", "missing 1", text) == "nothing"


@pytest.mark.parametrize("text", ["Thanks, I see it is late again.", "Thanks, I see that she is struggling."])
def test_who_sees_more_says_more(text: str) -> None:
    assert kind_of("manager", "missing 1", text) != "nothing"


def test_a_machine_that_deletes_what_is_sent_says_nothing_of_a_report() -> None:
    said = (
        "The person you are trying to reach, Meg Ross, is no longer an employee of Burnlee Leisure Trust."
        " Messages sent to this address are deleted unread."
    )
    assert read_as("manager", "missing 1", said) == "machine gone"


def test_an_illness_in_answer_to_a_reminder_is_never_passed_over() -> None:
    said = "Covid has gone right through the school. Jo, the depute and me. Bear with us."
    assert kind_of("manager", "missing 1", said) in ("ask", "circumstances")


@pytest.mark.parametrize(
    "text",
    [
        "I'll be honest, I don't follow half of the jargon but I like that somebody's counting.",
        "I'll be honest I don't follow the charts.",
        "Good report. I'll be honest, I didn't understand the PDSA bit.",
        "I'll be honest I don't know what a run chart is.",
        "I'll be honest I don't know what half of the terms mean. Could somebody explain?",
        "Hi both, I'll be honest, I haven't read it all yet.",
    ],
)
def test_who_is_honest_about_themselves_leaves_nobody_out(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "message"
    assert reader("feedback 1", text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ann, I'll be honest I don't see what the lass adds.",
        "Ann, I'll be honest I don't get why we keep this one on.",
        "Ann, I'll be honest I don't understand the attitude.",
        "Ann, I'll be honest I don't see what value there is in keeping this lad on.",
        "Ann, I'll be honest I don't get the fuss about one poor performer.",
        "Ann, I'll be honest I haven't read the report, the last one was rubbish.",
        "Dear Ann\nI'll be honest, I don't follow the charts.",
    ],
)
def test_who_is_honest_to_one_of_the_two_is_heard_by_that_one_alone(text: str) -> None:
    assert reader("feedback 2", text) is Role.MENTOR


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "I'll be honest, I don't know what she does all day."),
        ("feedback 2", "Good report. I'll be honest I don't understand the attitude to the ward round."),
        ("missing 2", "I'll be honest I don't get why it's late, shifts were kept free."),
        ("feedback 2", "I'll be honest I don't see what the lass adds."),
        ("feedback 2", "I'll be honest I don't follow the chart and the last one was rubbish."),
        ("feedback 2", "I'll be honest I don't follow the charts but I like the lad."),
    ],
)
def test_who_is_honest_about_more_is_asked_for_whom_it_is(answers: str, text: str) -> None:
    assert kind_of("manager", answers, text) in ("ask", "private")
