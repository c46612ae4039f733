"""A patient or a neighbour whom a mail names isn't the practitioner; who tells of the practitioner lets nothing out."""

from __future__ import annotations

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
        (
            "Jo, the bit that stood out was that on the days the speech therapist sat in the nursery, referrals were"
            " complete. Could she do it from a phone call? That's your next test."
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
        "A pal saw her in the pub", "The caretaker found her asleep", "I heard from the inspector that she's leaving",
        "Her therapist is worried", "thank Jo for me",
    ],
)  # fmt: skip
def test_nobody_is_put_in_the_place_of_who_tells(text: str) -> None:
    assert with_persons_known(text, frozenset({"jo"})) == text
