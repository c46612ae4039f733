"""What a mentor answers to the reminder of a talk: news of one, the promise of one, or a word for the team."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of
from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}


def said(text: str) -> str:
    fields = {"from": "mentor", "in": "nudge", "today": "Tuesday 2026-10-20", "subject": "Hello"}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We spoke on Monday, she's doing well", "spoke"),
        ("Met Jo on Tuesday, she's getting on fine", "spoke"),
        ("Will ring her this week", "nothing"),
        ("Sorry, will call her today", "nothing"),
        ("I'll give Jo a ring on Friday", "nothing"),
        ("I'll ring her, I'm worried about her", "private"),
        ("I'll call her but she never picks up", "private"),
        ("We spoke on Monday, she's doing well but her head gives her no time", "ask"),
    ],
)
def test_that_all_is_well_and_a_promise_are_courtesies(text: str, kind: str) -> None:
    assert said(text) == kind


@pytest.mark.parametrize(
    "said",
    [
        "It's like getting blood out of a stone.",
        "Yes, and I'd rather not have to do it again.",
        "Monday. Not a happy camper.",
        "Calls don't seem to help.",
        "We have, for what good it did.",
        "Is once a month really needed with this one?",
        "Yes, for an hour and a half, my ear was sore.",
        "What is the point?",
        "Why do you need to know?",
        "Twice, and twice it was me who rang.",
        "Pleasant enough but it goes nowhere.",
        "I would rather do this by e-mail.",
        "Meh. Not much to say.",
        "How often is enough?",
        "Sometimes I wonder.",
    ],
)
def test_a_mentors_answer_that_may_be_said_of_the_practitioner_is_asked_about(said: str) -> None:
    assert kind_of("mentor", "nudge", said) == "ask"


@pytest.mark.parametrize(
    "said",
    [
        "Jo, shall we talk on Thursday?",
        "Are you free on Friday at 10?",
        "Sorry I've been quiet. How are you getting on?",
        "Could we have a call next week?",
        "Friday at 10 suits me.",
        "Hi Jo, it's been a while! Let me know when suits.",
        "Happy to chat any time next week.",
        "Hope all is well with you.",
        "Morning! Coffee on Tuesday if you're in?",
        "Thursday 2pm is free for a chat.",
        "How's the new puppy? Any shoes left?",
        "Still on for Friday?",
    ],
)
def test_one_that_is_said_to_them_goes_on(said: str) -> None:
    assert kind_of("mentor", "nudge", said) == "message"


@pytest.mark.parametrize(
    "said", ["Saw her in A&E on Friday.", "Saw her at AA on Monday.", "We spoke on Tuesday about her marriage."]
)
def test_a_talk_of_what_is_not_the_work_is_asked_about(said: str) -> None:
    assert kind_of("mentor", "report 1", said) == "ask"


@pytest.mark.parametrize("said", ["We met on Tuesday about her chart.", "Saw her at the learning session on Friday."])
def test_one_of_the_work_is_contact(said: str) -> None:
    assert kind_of("mentor", "nudge", said) == "spoke"


@pytest.mark.parametrize(
    "said",
    [
        "Can we talk? I'm done with this.",
        "Can we have a call about whether I'm the right person?",
        "Are you free for a chat about our friend?",
        "Can we speak on Friday about my future as a mentor?",
        "Can we talk on Thursday about who else could do this?",
        "Can we talk on Friday, my cancer's back.",
        "Happy to talk on Friday, though I've had a rotten diagnosis.",
        "Can we meet without Jo first?",
        "Could do a call on Friday about the complaint.",
    ],
)
def test_a_talk_about_what_isnt_of_the_work_is_never_the_practitioners(said: str) -> None:
    assert kind_of("mentor", "nudge", said) in ("ask", "private")


@pytest.mark.parametrize(
    "said",
    [
        "Can we talk about your chart on Friday?",
        "Are you free for a chat about the project next week?",
        "Shall we meet on Tuesday to talk about where you are with the measures?",
        "Let's have a call about next steps. Friday at 2?",
        "Shall we carry on with the fishbone on Friday?",
        "Shall we meet to check the match between aim and measures?",
        "Shall we talk on Tuesday about stepping back to look at the aim?",
        "How did the meeting with them go? Shall we speak on Friday?",
    ],
)
def test_a_talk_about_the_work_is_arranged_with_them(said: str) -> None:
    assert kind_of("mentor", "nudge", said) == "message"
