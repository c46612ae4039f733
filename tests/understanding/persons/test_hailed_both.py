"""A manager who calls practitioner and mentor side by side speaks to both (hailed_both.py)."""

from __future__ import annotations

import pytest

from qibot.events import Arrival, MessageReceived
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
    subject = "Crew" if answers == "fresh" else "Re: Report 1"
    fields = {"from": "manager", "in": answers, "today": "Fri 2026-10-16", "subject": subject, "what": ""}
    arrived, context, almanac, parts = scene(Message("", "", fields, CAST, text))
    event = classify(Arrival(mail(**parts), arrived, "kept", arrived), context, almanac)
    return event.to if isinstance(event, MessageReceived) else type(event).__name__


@pytest.mark.parametrize(
    "text",
    [
        "Tam, Callum, on the crew time: I can let you have the vehicle trackers. They give time at each stop.",
        "Callum, Tam, just to say that I'm very happy for Callum to take this to Roads.",
        "Callum & Tam - the depot is closed on Monday.",
        "Callum and Tam, the trackers are in.",
        "Dear Callum, dear Tam, the trackers are in.",
        "Tam, Callum,\ncould we meet on the 20th?",
    ],
)
def test_both_are_called(text: str) -> None:
    assert readers(text) is None


def test_a_fresh_mail_that_calls_both_reaches_both() -> None:
    assert readers("Tam, Callum, the trackers are in now, you can have the data on Monday.", "fresh") is None


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
