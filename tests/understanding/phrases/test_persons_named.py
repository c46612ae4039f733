"""A patient or a neighbour whom a mail names isn't the practitioner; who tells of the practitioner lets nothing out."""

from __future__ import annotations

import time

import pytest

from qibot.understanding.phrases.persons_named import with_persons_known
from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        (
            "Mrs D in bay 2 has plainly had enough of being asked whether she needs the toilet, and I don't blame her."
            " I'd strip it back to two checks and see whether the falls go up."
        ),
        "Mrs M got herself to the loo. That's your headline.",
        (
            "Jo, the bit that stood out was that on the days the speech therapist sat in the nursery, referrals were"
            " complete. Could it be done from a phone call? That's your next test."
        ),
    ],
)
def test_who_is_told_of_in_the_report_doesnt_keep_feedback_back(text: str) -> None:
    assert kind_of("mentor", "report 1", text) == "feedback"


@pytest.mark.parametrize(
    "text",
    [
        "My niece told me she's off sick again and drinking.",
        "A neighbour of mine works beside Jo. She says she's in the toilets crying every day.",
        "Mrs R tells me she has stopped turning up.",
        "Her therapist says she isn't coping and should stop.",
    ],
)
def test_who_tells_of_the_practitioner_doesnt_let_it_out(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("private", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "The inspector is worried at how little she knows.",
        "The administrator covers up for how little she does.",
        "Administrator will cover up for how little she does.",
        "The cleaner and the joiner can't bear how rude she is.",
        "Mrs D in bay 2 was upset by how she was spoken to.",
        "The technician did all the work. She only put the name on it.",
        "The statistician is unhappy. She was rude and late.",
        "The statistician did the chart and the plumber could have done the rest. She has done nothing.",
        "The secretary is leaving because of how she treats people.",
        "I asked the cleaner how rude she is.",
        "I asked the cleaner what she thought. She is rude and late.",
    ],
)
def test_where_she_may_be_the_practitioner_nothing_is_let_out(text: str) -> None:
    assert kind_of("mentor", "report 1", text) in ("private", "ask")


def test_long_words_and_many_persons_are_read_fast() -> None:
    begun = time.process_time()
    with_persons_known("You could ask the administrator " + "-" * 4000, frozenset())
    with_persons_known("the administrator a-a-a-" * 1000 + "she", frozenset())
    with_persons_known("the administrator a-a-a-" * 1000, frozenset())
    with_persons_known("being asked if she needs a drink " * 500, frozenset())
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("I asked my flatmate what she thought of it.", "I asked my sister what she thought of it."),
        ("The electrician has the numbers.", "The officer has the numbers."),
    ],
)
def test_somebody_known_is_put_in_their_place(text: str, known: str) -> None:
    assert with_persons_known(text, frozenset({"jo"})) == known


@pytest.mark.parametrize(
    "text",
    [
        "A pal saw her in the pub", "The caretaker found her asleep", "I heard from the inspector that she's leaving",
        "Her therapist is worried", "thank Jo for me",
    ],
)  # fmt: skip
def test_nobody_is_put_in_the_place_of_who_tells(text: str) -> None:
    assert with_persons_known(text, frozenset({"jo"})) == text
