"""Comments that are belittled, to nobody in particular, are not for the mentor who wrote them (belittled.py)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of, read_as

LETTERS = ["receipt 1", "feedback 1", "message", "deadline 2", "missing 2", "fresh"]


@pytest.mark.parametrize("answers", LETTERS)
@pytest.mark.parametrize(
    "text",
    [
        "Get well soon. Frankly the last comments were useless.",
        "To be honest the comments were no help at all.",
        "Honestly the comments last month weren't much use.",
        "Thanks. Last month's feedback was rubbish mind you.",
        "The baby's fine, thanks for asking. The last lot of remarks made no sense and were a bit rude.",
    ],
)
def test_they_reach_the_mentor_only_once_their_writer_says_so(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("ask", "private")


@pytest.mark.parametrize("answers", LETTERS)
def test_beside_a_report_they_stay_with_the_team(answers: str) -> None:
    text = "Report attached. Frankly the last comments were useless."
    assert read_as("practitioner", answers, text, files="Report 2.docx") == "report + private"


@pytest.mark.parametrize("answers", ["receipt 1", "feedback 1", "message"])
@pytest.mark.parametrize(
    "text",
    [
        "The patients' comments were useless, they wrote rude things on the cards.",
        "The comments box was a waste of money.",
        "Feedback from staff was harsh but fair.",
        "The feedback was great, no complaints.",
        "Ann, the last comments were useless to me as the data had changed.",
        "The remarks on page 3 I don't quite understand, what is a run chart?",
    ],
)
def test_what_others_commented_and_what_is_said_to_the_mentor_passes(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"
