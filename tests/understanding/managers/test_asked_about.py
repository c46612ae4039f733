"""What a manager who calls nobody asks or tells of the practitioner is asked about before she reads it
(asked_about.py); what calls one alone behind “Hi” is that one's."""

from __future__ import annotations

import time

import pytest

from qibot.model import Role
from qibot.understanding.managers.asked_about import asks_about_them, gives_time_and_more
from tests.support.said import kind_of, reader


@pytest.mark.parametrize(
    "text",
    [
        "Did she mention the disciplinary?",
        "Has she told you about the baby?",
        "Was she sober when she wrote that?",
        "Does she tell you how things are at home?",
        "How do you find her?",
        "How do you find Jo?",
        "What do you make of her?",
        "Does she listen to you at all?",
        "Does she ever answer you?",
        "Has she talked to you about me?",
        "Does she seem all right to you?",
        "Did she write this herself?",
        "Did Jo write this herself?",
        "Is that her own work?",
        "Are her numbers real?",
        "Have you checked her numbers?",
        "Will she pass?",
        "Who wrote this?",
        "Thanks, very helpful. How do you find her?",
    ],
)
def test_a_question_about_them_is_asked_about(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "ask"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("missing 1", "I'll put some time aside for Jo, after what happened with the pupil."),
        ("missing 1", "I'll find her some time now that the investigation is over."),
        ("missing 1", "I've freed up her Tuesdays so that she can see the counsellor as well."),
        ("feedback 1", "I've set aside Fridays for her, as the union asked."),
        ("feedback 1", "I'll see she gets the time, she was in a state about it."),
        ("missing 1", "I'll find her time, but she will only waste it."),
        ("missing 1", "I'll give Jo an afternoon. God knows she needs it."),
        ("missing 1", "I'll make sure she gets the time. She is too proud to ask."),
        ("feedback 1", "A third nurse is keen to help. Her marriage has broken down so she needs it."),
        ("feedback 1", "One more teacher would like to help: she has been crying a lot."),
        ("missing 1", "One more teacher would like to help, as she has lost a lot of weight."),
        ("feedback 1", "Another nurse could help, she has been very low since the summer."),
        ("feedback 1", "Another teacher would like to try it, she says Jo is hopeless with the data."),
        ("feedback 1", "Another nurse is keen to try this. Jo and I have had words."),
    ],
)
def test_what_stands_beside_time_or_one_who_would_join_is_asked_about(answers: str, text: str) -> None:
    assert kind_of("manager", answers, text) == "ask"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Another nurse would like to join, she starts on Monday."),
        ("feedback 1", "Two more wards would like to join after Christmas."),
        ("feedback 1", "When does she need the figures?"),
        ("feedback 1", "What should she measure next?"),
        ("feedback 1", "Does she need cover for the count?"),
        ("missing 1", "Has she sent it since?"),
        ("missing 1", "I'll make sure she has Friday afternoon to finish it."),
        ("feedback 1", "I'll find her time for the data, she has worked so hard."),
        ("missing 1", "I'll give Jo an afternoon on Thursday so that she can write it."),
        ("feedback 1", "How many patients does she count in a week?"),
    ],
)
def test_questions_of_the_work_and_time_for_it_are_for_both_as_ever(answers: str, text: str) -> None:
    assert kind_of("manager", answers, text) == "message"
    assert reader(answers, text) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hi Ann, how is Jo getting on?", Role.MENTOR),
        ("Hi Ann, what is Jo like?", Role.MENTOR),
        ("Hi Jo, is Ann any good?", Role.PRACTITIONER),
        ("Hi Jo, Ann likes her red pen!", Role.PRACTITIONER),
        ("Ann, great to see Jo off the drink.", Role.MENTOR),
        ("Hi Jo, hi Ann, lovely report.", None),
    ],
)
def test_a_sentence_behind_hi_is_no_greeting_of_both(text: str, who: Role | None) -> None:
    assert reader("feedback 1", text) is who


def test_a_long_text_is_looked_through_at_once() -> None:
    began = time.perf_counter()
    for text in ("I'll give " * 1000, "is she " * 1000 + "?", "did PRAC write it " * 500 + "?"):
        asks_about_them([text])
        gives_time_and_more([text])
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "text",
    [
        "Should I let her go?",
        "Can one trust a word she writes?",
        "Can I trust her with the budget?",
        "Do you think she's lying?",
        "Do you think she made it up?",
        "Has she cried in front of you?",
        "Would you take her on?",
    ],
)
def test_whether_one_may_trust_or_keep_her_is_asked_for_whom_it_is(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) in ("ask", "private")


@pytest.mark.parametrize(
    "text", ["Good chart. Could you show her how to add a median?", "Can I share her chart with the board?"]
)
def test_what_is_to_be_done_with_her_chart_is_for_both(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "message"
