"""A kind word after an absence, for a feast, of a loss or a worry is the practitioner's alone and no feedback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, JO
from tests.support.dialogue import scene
from tests.support.programme import text_of
from tests.support.said import kind_of

KIND = [
    "Good to have you back. Take it gently.",
    "Welcome back, and easy does it.",
    "Good to see you back at it.",
    "Good that you are better. Go slow.",
    "Don't overdo it.",
    "How lovely, a December bride!",
    "Glad you're back on your feet.",
    "Nice to have you with us again. Mind yourself.",
    "This doesn't read like you. What's going on at home?",
    "I read between the lines that you're not well. Coffee on Thursday?",
    "My dad went the same way. It does get lighter.",
    "I lost mine last year, it's rotten. Be kind to yourself.",
    "Hi Jo,\n\nSo sorry about your mum. Thinking of you.\n\nAnn",
    "Happy birthday Jo! Have a lovely day.",
    "This one reads as if you're at the end of your tether. Call me?",
    "Looked a bit peely-wally on the call Jo, hope you're looking after yourself.",
    "Looked a bit tired on the screen Jo, hope it's not the old trouble back.",
    "Glad to hear the tests came back clear Jo!",
    "Good to see you smiling again on Tuesday, Jo.",
    "So glad the scan was clear, Jo!",
]
FEEDBACK = [
    "Glad to see the tests came back with clear results, great data.",
    "Good to see the pupils smiling in the photos. Clear aim.",
    "Good to have you back. Liked the chart, even better with a median.",
    "Welcome back! The aim needs a date.",
    "Brilliant. Hope the op went well.",
    "Great to see you back at it, and with such a good report.",
    "Lovely report Jo. Take care.",
    "Congratulations Jo, that's a great result.",
    "Take it gently, one ward at a time.",
    "Good that you are testing. Go slow.",
    "Easy does it: one class first.",
    "It does get easier once the form is shorter.",
    "Keep going, don't give up.",
    "Start small. Don't overdo it.",
    "Good work. Enjoy the break.",
    "Well done, you've earned a rest.",
    "A wedding planner's checklist! Clever idea.",
]


@pytest.mark.parametrize("said", KIND)
def test_a_kind_word_alone_is_a_message(said: str) -> None:
    assert kind_of("mentor", "report 1", said) == "message"


@pytest.mark.parametrize("said", FEEDBACK)
def test_beside_a_word_of_the_report_it_is_feedback_as_ever(said: str) -> None:
    assert kind_of("mentor", "report 1", said) == "feedback"


def test_a_wish_beside_thanks_stays_thanks() -> None:
    assert kind_of("mentor", "report 1", "Thanks Jo, have a lovely Christmas!") == "nothing"


def test_the_report_stays_open_and_the_manager_hears_nothing(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", KIND[0], ANN.address) == "message from the mentor"
    s.bot.round()
    assert {a for to, raw in s.outbox.delivered for a in to if "gently" in text_of(raw)} == {JO.address}
    assert [r.number for r in s.case.pending()] == [1]


def test_its_documents_are_feedback(tmp_path: Path) -> None:
    assert kind_of("mentor", "report 1", KIND[0], files="Report 1 with comments.docx") == "feedback"


@pytest.mark.parametrize(
    "said",
    [
        "Good to have you back Jo. Don't say sorry. Take it easy.",
        "So sorry about your gran, Jo. Don't feel you have to tell anyone at work. Take care of yourself.",
    ],
)
def test_a_kind_word_that_forbids_something_is_asked_about_and_no_feedback(said: str) -> None:
    assert kind_of("mentor", "report 1", said) == "ask"
