"""What is said of the office's letters and ways, sentence by sentence (of_our_letters.py)."""

from __future__ import annotations

import time

import pytest

from qibot.understanding.persons.of_our_letters import asks_what_is_normal, is_of_our_letters


@pytest.mark.parametrize(
    "text",
    [
        "Who is copied in on this?",
        "Am I expected to reply to these?",
        "Please remove me from this list.",
        "Please forward these to our team lead.",
        "Could my colleague be copied in too?",
        "Who decides on the mentors?",
        "Please stop copying me.",
        "Use Lesley instead.",
        "Please use Lesley Kerr from now on, she manages the squad.",
        "Contact my deputy instead for these.",
    ],
)
def test_who_gets_them_and_what_is_to_be_done_is_the_offices(text: str) -> None:
    assert is_of_our_letters(text, reminded=False)


@pytest.mark.parametrize(
    "text",
    [
        "Who gets these leaflets?",
        "Take me through the chart on Friday.",
        "Who reads the survey?",
        "Is it normal that the count falls in July?",
        "Remove the last column from the table.",
        "What is this line on the chart?",
        "Send the poster to my deputy.",
        "Try Bob instead, he has the data.",
        "Use Bob instead, he has the baseline.",
        "Contact Bob Reid instead, he keeps the tally sheets.",
    ],
)
def test_a_word_of_the_project_is_not(text: str) -> None:
    assert not is_of_our_letters(text, reminded=True)


def test_only_a_reminder_makes_a_question_after_an_answer_the_offices() -> None:
    assert is_of_our_letters("Did you get my mail?", reminded=True)
    assert not is_of_our_letters("Did you get my mail?", reminded=False)


def test_whether_it_is_normal_may_be_asked_of_anybody() -> None:
    assert asks_what_is_normal("Is this normal?")
    assert not asks_what_is_normal("Is this normal for a ward of 30 beds?")


def test_a_long_sentence_is_looked_through_in_no_time() -> None:
    began = time.perf_counter()
    is_of_our_letters("do I have to do anything with this " * 500, reminded=True)
    is_of_our_letters("who else gets all of these " * 500, reminded=True)
    assert time.perf_counter() - began < 1
