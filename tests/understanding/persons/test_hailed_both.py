"""A manager who calls practitioner and mentor side by side speaks to both (hailed_both.py)."""

from __future__ import annotations

import time

import pytest

from qibot.events import Arrival, Event, MessageReceived, WhichAsked
from qibot.model import Role
from qibot.understanding.classify import classify
from tests.support.build import mail
from tests.words.collection import Message
from tests.words.reading import scene

CAST = {
    "practitioner": "Callum Reid",
    "mentor": "Tam Docherty",
    "manager": "Lesley Boyd",
    "other practitioner": "Pat Orr",
}


def readers(text: str, answers: str = "feedback 1") -> Role | str | None:
    """For whom it is; None for both, and what it is where it isn't passed on."""
    event = heard(text, answers)
    return event.to if isinstance(event, MessageReceived) else type(event).__name__


def offered(text: str) -> set[Role | None]:
    """For whom the question about it offers that it is, apart from the team."""
    event = heard(text, "feedback 1")
    assert isinstance(event, WhichAsked)
    return {c.to for c in event.choices if c.kind == "message"}


def heard(text: str, answers: str) -> Event:
    """What a manager's words are taken for."""
    subject = "Crew" if answers == "fresh" else "Re: Report 1"
    fields = {"from": "manager", "in": answers, "today": "Fri 2026-10-16", "subject": subject, "what": ""}
    arrived, context, almanac, parts = scene(Message("", "", fields, CAST, text))
    return classify(Arrival(mail(**parts), arrived, "kept", arrived), context, almanac)


@pytest.mark.parametrize(
    "text",
    [
        "Tam, Callum, on the crew time: I can let you have the vehicle trackers. They give time at each stop.",
        "Callum, Tam, just to say that I'm very happy for Callum to take this to Roads.",
        "Callum & Tam - the depot is closed on Monday.",
        "Callum and Tam, the trackers are in.",
        "Dear Callum, dear Tam, the trackers are in.",
        "Tam, Callum,\ncould we meet on the 20th?",
        "Tam, Callum, 25 days is what I've told the board too so please hold on to that. I can free up the supervisor.",
        "Tam, Callum, you both have the data from Monday.",
        "Tam and Callum, not bad at all.",
    ],
)
def test_both_are_called(text: str) -> None:
    assert readers(text) is None


def test_a_fresh_mail_that_calls_both_reaches_both() -> None:
    assert readers("Tam, Callum, you can have the data on Monday, the trackers are in now.", "fresh") is None


@pytest.mark.parametrize(
    "text",
    [
        "Tam, Callum can be slow to ask, so do ring.",
        "Tam, Callum, as you'll have noticed, is finding the charts hard.",
        "Tam, Callum, I think, needs a push.",
        "Tam, Callum, I'm afraid, isn't up to it.",
        "Tam, Callum, who is new to this, has been finding it hard to get time.",
        "Tam, Callum told me that the last call went badly.",
    ],
)
def test_who_is_spoken_of_behind_a_name_gets_none_of_it(text: str) -> None:
    assert readers(text) is Role.MENTOR


@pytest.mark.parametrize("answers", ["message", "feedback 1"])
@pytest.mark.parametrize(
    "text",
    [
        "Tam, Callum, frankly, drinks.",
        "Tam, Callum, in truth, lacks ability.",
        "Tam, Callum, poor thing, struggles with numbers.",
        "Tam, Callum, you know, drinks.",
        "Tam, Callum: not sure they'll cope.",
        "Tam, Callum: off sick again.",
        "Tam, Callum, on the drinking: I can let you have the report.",
        "Hi Tam, Callum – any tips for dealing with that attitude? Driving us all mad here.",
        "Tam, Callum, how is the drinking?",
    ],
)
def test_what_isnt_plainly_to_both_is_the_first_ones_alone(text: str, answers: str) -> None:
    assert readers(text, answers) is Role.MENTOR


@pytest.mark.parametrize(
    "text", ["Callum, Tam: too soft on you, I think.", "Callum, Tam, in my view, rambles. Ignore most of it."]
)
def test_what_is_said_of_the_mentor_is_the_practitioners_alone(text: str) -> None:
    assert readers(text, "message") is Role.PRACTITIONER


def test_the_question_about_one_who_isnt_coping_doesnt_offer_both() -> None:
    assert offered("Tam, Callum - not coping at all, I'm afraid.") == {Role.MENTOR}


def test_many_lines_without_a_word_are_read_fast() -> None:
    begun = time.process_time()
    readers("Tam, thanks for all." + " .\n" * 4000)
    assert time.process_time() - begun < 4


@pytest.mark.parametrize("answers", ["feedback 1", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        "Tam and Callum, drinks like a fish.",
        "Tam and Callum: off sick again.",
        "Tam and Callum, struggling again.",
        "Tam & Callum, it has to be said, gives me grief.",
        "Tam and Callum, as ever, missed the huddle.",
    ],
)
def test_what_has_nobody_else_as_its_subject_is_asked_about(text: str, answers: str) -> None:
    assert readers(text, answers) == "WhichAsked"


@pytest.mark.parametrize(
    "text",
    [
        "Tam and Callum, looks good.",
        "Tam and Callum, does Monday suit?",
        "Tam and Callum, meetings are off.",
        "Tam and Callum: following our call on Monday, the crew time is agreed.",
        "Tam and Callum, was good to see you.",
    ],
)
def test_what_may_well_be_said_to_both_reaches_both(text: str) -> None:
    assert readers(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tam, Callum, just to say I'm happy for this to stop, the work is dreadful.",
        "Tam, Callum, just to say I'm happy for you to fail this one.",
        "Tam, Callum, just to say I'm happy with you, less so with my own member of staff.",
        "Tam, Callum, on the hours: I can give you proof that they were made up.",
    ],
)
def test_what_only_begins_as_if_it_were_to_both_is_the_first_ones_alone(text: str) -> None:
    assert readers(text) is Role.MENTOR


@pytest.mark.parametrize(
    "text",
    [
        "Tam, Callum: just to say I'm happy with the report.",
        "Tam, Callum, I'm happy for you to go ahead.",
        "Tam, Callum, could we meet about the charts on Monday at 10am, please?",
        "Tam, Callum, you can use the hall on Fridays.",
        "Tam, Callum, on the budget: I can send you the figures on Monday.",
    ],
)
def test_what_is_to_both_to_its_end_reaches_both(text: str) -> None:
    assert readers(text) is None


@pytest.mark.parametrize("answers", ["feedback 1", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        "Tam + Callum: Callum's divorce is through.",
        "Tam and Callum, I want Tam replaced before Christmas.",
        "Tam and Callum: they are on a final warning.",
        "Tam and Callum: the child protection case at home comes first, obviously.",
    ],
)
def test_who_names_one_of_two_who_are_joined_once_more_is_asked(text: str, answers: str) -> None:
    assert readers(text, answers) in ("WhichAsked", "ToldInConfidence", "MessageUnplaced")


@pytest.mark.parametrize("answers", ["feedback 1", "fresh"])
@pytest.mark.parametrize(
    "text",
    [
        "Tam, Callum: could we meet? I am worried about the drinking.",
        "Tam, Callum: could we meet? It's about the drinking.",
        "Tam, Callum, I'm worried about the drinking.",
    ],
)
def test_a_worry_that_would_reach_two_with_but_a_comma_between_them_is_asked_about(text: str, answers: str) -> None:
    assert readers(text, answers) in ("WhichAsked", "ToldInConfidence", "MessageUnplaced")


def test_a_worry_to_two_who_are_joined_is_not_the_practitioners_alone() -> None:
    assert readers("Tam and Callum, I am worried about the drinking.") == "WhichAsked"


@pytest.mark.parametrize(
    "text",
    [
        "Tam and Callum, thanks. Callum, your chart is great.",
        "Tam and Callum, could Callum bring the chart on Monday?",
        "Tam and Callum, sorry for the late reply.",
        "Hi Tam and Callum, I hear that Callum's chart is up on the wall.",
        "Dear Tam and Callum,\nThey've moved the meeting to Monday.",
        "Tam and Callum, the patients like it and they tell us so.",
        "Tam, Callum,\nthanks, and sorry I missed the call.",
        "Tam, Callum - thanks both. Sorry I missed the call.",
    ],
)
def test_who_greets_both_or_speaks_of_others_reaches_both(text: str) -> None:
    assert readers(text) is None
