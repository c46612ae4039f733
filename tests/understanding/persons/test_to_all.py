"""What is said to all who read it greets, thanks or addresses them; “both” and “everybody” alone don't (to_all.py)."""

from __future__ import annotations

import time

import pytest

from qibot.model import Role
from qibot.understanding.persons.to_all import speaks_to_all
from tests.support.said import kind_of, reader


@pytest.mark.parametrize(
    "text",
    [
        "Hi both, is she up to it? Only joking, well done Jo.",
        "Dear all, I've read both reports and they are excellent.",
        "Morning all, can we meet on the 20th?",
        "Hello everyone\nthe hall is free on Monday",
        "Thanks both. Lovely report.",
        "Thank you so much both for the update",
        "Well done, both of you.",
        "Jo, great work, thank you both.",
        "Great report. Congratulations to you both!",
        "I'd like you both at the board on Monday.",
        "Both,\nthe room is booked.",
        "Could all of you come at two?",
        "Lovely to read, all!",
        "See you all next week.",
        "Good news, folks: the money is there.",
    ],
)
def test_a_greeting_thanks_or_an_address_is_to_all(text: str) -> None:
    assert speaks_to_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann, both her reports are a mess. Is she coping?",
        "She argues with everyone here.",
        "Is Jo any good at this? Everyone else's is better.",
        "Both were late.",
        "Jo, both of us know you've been drinking.",
        "Everyone asks after you since the funeral.",
        "Your sick line covers both weeks.",
        "Everybody here thinks you did well.",
        "Not too bad. Both reports came in on time.",
        "Slower than I'd like, but everyone is at this stage.",
        "Everybody else on the cohort gets an hour a week.",
        "Fine so far. Shall we both have a word at the Learning Session?",
        "All clear, thanks for asking. Everybody has been kind.",
        "Could we both sit down on Tuesday?",
        "Jo, are you all right?",
        "Thanks to everyone on the ward.",
    ],
)
def test_both_and_everybody_alone_are_not(text: str) -> None:
    assert not speaks_to_all(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann, both her reports are a mess. Is she coping?", Role.MENTOR),
        ("Ann, can you be firm with Jo? She argues with everyone here.", Role.MENTOR),
        ("Ann, I've read both reports and Jo isn't up to it.", Role.MENTOR),
        ("Jo, both of us know you've been drinking. Come and see me.", Role.PRACTITIONER),
        ("Jo, your sick line covers both weeks. How was the scan?", Role.PRACTITIONER),
        ("Jo, Ann was harsh. Everybody here thinks you did well.", Role.PRACTITIONER),
        ("Jo, ignore Ann, she's like that with everybody.", Role.PRACTITIONER),
        ("Thanks both. Lovely report.", None),
        ("Thank you both, very helpful. Jo, you can have the Friday afternoon.", None),
        ("Jo, lovely. Everyone on the ward loves the new chart.", None),
    ],
)
def test_a_manager_who_calls_one_is_read_by_that_one_whatever_they_say_of_everybody(
    text: str, who: Role | None
) -> None:
    assert reader("feedback 1", text) is who


@pytest.mark.parametrize(
    "text",
    [
        "Is Jo any good at this? Everyone else's is better.",
        "Is she always this slow? Both were late.",
        "Jo, congratulations to you both on the baby!",
    ],
)
def test_what_calls_nobody_or_may_mean_others_is_asked_about(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "ask"


def test_a_long_text_is_looked_through_at_once() -> None:
    began = time.perf_counter()
    for text in ("thanks so very much " * 2000, "hi, " * 8000, "\n" * 30_000, "you all " * 4000):
        speaks_to_all(text)
    assert time.perf_counter() - began < 1
