"""A reply that says little: a promise, thanks, nothing; and what says more than that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.events.agreements import DateNamed
from qibot.events.anyone import CommandUnclear
from qibot.events.reports import Acknowledged, FeedbackReceived, MessageReceived
from qibot.model.case import Put
from qibot.model.people import Role
from qibot.understanding.matter.context import Context, Part
from tests.support.build import ANN, JO, MEG, case
from tests.understanding.test_classify import PENDING, answering, context, event, letter


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, I’ll have a look at it this week.",
        "Thanks Jo, we will get back to you on Friday.",
        "Got it. I'm going to read it tomorrow",
        "I hope to send my comments by Monday\n\nSent from my iPhone",
        "Dear Jo,\n\nThanks for your report. We will get back to you on Monday.\n\nKind regards\nAnn Lee",
        "Thanks Jo. Will have a look this week.",
        "You can expect my feedback by Friday.",
        "Got it, feedback to follow by the weekend.",
        "Hi Jo, I'm on leave until Monday, will read it then.",
        "Danke, ich schaue es mir diese Woche an.",
        "Merci, je le lis demain.",
        "Thank you!",
        "Received, many thanks.\n\nAnn",
    ],
)
def test_a_mentor_who_only_promises_feedback_still_owes_it(text: str) -> None:
    found = event(context(Role.MENTOR, case(Put(PENDING)), thread=1), ANN, text=text, subject="Re: Report 1")
    assert isinstance(found, Acknowledged | DateNamed)


@pytest.mark.parametrize(
    "text",
    [
        "I liked the aim. I will look at the chart again next month.",
        "Great work, Jo! I will look forward to the next one.",
        "Great work, Jo!",
        "Well done Jo, clear aim. We will review it at session 2.",
        "Excellent report Jo, nothing to change. I will read the next one with pleasure.",
        "Hi Jo, I'll answer your questions in line below.",
        "I'll answer your questions.\n\nOn 12/10/2026 10:00, QI wrote:\n> Which?\nAll of them.\n> Why?\n" + "So. " * 40,
        "The comments coming from pupils are great.",
        "Pupils will respond to a bell.",
        "Ich sehe hier kein klares Ziel.",
        "Excellent report, thank you!",
        "This is very good, thank you.",
        "That's great, thank you Jo.",
        "Thank you Jo. I would expect some comments on cost.",
        "I'll read every one of these with pleasure if they are all so short and so clear as this",
    ],
)
def test_what_says_more_than_a_promise_is_feedback_however_short(text: str) -> None:
    found = event(context(Role.MENTOR, case(Put(PENDING)), thread=1), ANN, text=text, subject="Re: Report 1")
    assert isinstance(found, FeedbackReceived)


@pytest.mark.parametrize("role", [Role.MENTOR, Role.PRACTITIONER, Role.MANAGER])
@pytest.mark.parametrize("text", ["", "Sent from my iPhone", "\n-- \nGet Outlook for iOS<https://aka.ms/o0ukef>"])
def test_a_reply_that_says_nothing_is_passed_on_to_nobody_and_its_sender_hears_of_it(role: Role, text: str) -> None:
    sender = {Role.MENTOR: ANN, Role.PRACTITIONER: JO, Role.MANAGER: MEG}[role]
    parts = {"text": text, "subject": "Re: Report 1", "In_Reply_To": "<x@x.example>"}
    found = event(context(role, case(Put(PENDING)), thread=1), sender, **parts)
    assert isinstance(found, CommandUnclear)
    assert found.who == sender.name


def test_what_is_said_after_a_command_that_failed_is_feedback_however_short() -> None:
    there = case(Put(PENDING), Put(replace(letter("confirm_command"), reason="it has no words of its own")))
    where = Context([Part(Role.MENTOR, there)], there, 1)
    parts = {"text": "Good plan. Begin with one class.", "In_Reply_To": "<confirm_command@council.example>"}
    assert isinstance(event(where, ANN, **parts), FeedbackReceived)


def test_a_word_more_than_thanks_for_a_confirmation_is_passed_on_but_is_no_feedback() -> None:
    found = answering("confirm_command", Role.MENTOR, ANN, "Good. Shall we meet on Friday, Jo? When are you free?")
    assert isinstance(found, MessageReceived)
