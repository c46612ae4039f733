"""A fresh mail of a mentor's is feedback only where that is plain, and a question about the file is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN
from tests.support.dialogue import Scene, scene

TO_THE_OFFICE = [
    "The session was too long",
    "I could take one more if it helps",
    "The feedback form is really good this year",
    "I like the new letters",
    "What's the scale again, 0.5 to 5?",
    "Too many reminders!",
    "See below",
]
FEEDBACK = [
    "Lovely chart, add a median",
    "Really clear aim. Try it with one more class and predict what you'll see.",
    "Good report, well done. I would drop two of the measures.",
    "3/5. Needs a date in the aim and data over time.",
]
ABOUT_THE_FILE = [
    "Which chart is the latest one?",
    "Does this one need feedback?",
    "Jo, what did Meg say about the Tuesdays?",
    "Which of the two files is the right one?",
    "Did you mean to attach the charter?",
    "Is page 3 meant to be blank?",
]
ABOUT_THE_PROJECT = [
    "What would tell you that it worked?",
    "Which of your measures matters most to the patients?",
    "What did the pupils think of it?",
    "What did you predict?",
    "Does the chart start before the change?",
]


@pytest.fixture
def waiting(tmp_path: Path) -> Scene:
    """Jo's report waits for Ann."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    return s


@pytest.mark.parametrize("words", TO_THE_OFFICE)
def test_a_fresh_word_that_is_not_plainly_feedback_is_asked_about(waiting: Scene, words: str) -> None:
    waiting.sends("Hello", text=words, sender=ANN.address)
    assert waiting.raws("ask_which_report", ANN.address)
    assert not waiting.raws("relay_feedback")


@pytest.mark.parametrize("words", FEEDBACK)
def test_fresh_feedback_needs_no_name(waiting: Scene, words: str) -> None:
    assert waiting.sends("Hello", text=words, sender=ANN.address) == "feedback on report 1"


@pytest.mark.parametrize("words", ABOUT_THE_FILE)
def test_a_lone_question_about_the_file_is_a_message(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "message from the mentor"


@pytest.mark.parametrize("words", ABOUT_THE_PROJECT)
def test_a_lone_question_about_the_project_is_feedback(waiting: Scene, words: str) -> None:
    assert waiting.answers("forward_report", words, sender=ANN.address) == "feedback on report 1"
