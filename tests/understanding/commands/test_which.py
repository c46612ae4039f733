"""The answer to the question what a mail is: plain words of one's own decide, and what isn't plain is the team's."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, at
from tests.support.dialogue import Scene

SAM = Person("Sam Baird", ("sam@school.example",))
OF_SAM = Enrolment("2026-27", "sam.baird", SAM, ANN, MEG)
WORDS = "Good chart. Even better with a median line on it."


@pytest.fixture
def asked(tmp_path: Path) -> Scene:
    """Ann mentors Jo and Sam, both reports wait, and she is asked whose her feedback is."""
    s = Scene(tmp_path, ENROLMENT, OF_SAM)
    s.now = at("2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.sends("Report 1", "Report 1 of Sam.pdf", sender=SAM.address)
    s.sends("Feedback", text=WORDS, sender=ANN.address)
    assert s.raws("ask_which_report", ANN.address)
    return s


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("1", JO),
        ("the first one", JO),
        ("The second one please", SAM),
        ("Yes please send it to Jo", JO),
        ("It's feedback for Sam", SAM),
        ("For Jo please, thanks", JO),
        ("Sorry, yes, please send it to Jo as my feedback.", JO),
        ("Please pass it on to Sam, it's my feedback", SAM),
        ("It was meant as my comments for Sam", SAM),
    ],
)
def test_a_plain_choice_in_own_words_is_made(asked: Scene, said: str, whose: Person) -> None:
    asked.answers("ask_which_report", said, sender=ANN.address)
    asked.bot.round()
    assert asked.raws("relay_feedback", whose.address)
    assert not asked.raws("relay_feedback", ({JO, SAM} - {whose}).pop().address)


@pytest.mark.parametrize(
    "said", ["For the team please", "TEAM", "just for the team", "just for you", "between ourselves"]
)
def test_what_is_for_the_team_reaches_nobody_else(asked: Scene, said: str) -> None:
    asked.answers("ask_which_report", said, sender=ANN.address)
    asked.bot.round()
    assert not asked.raws("relay_feedback")
    assert "says that it is for you" in asked.last("report_quarantine")


@pytest.mark.parametrize(
    "said", ["As feedback please", "It's feedback", "yes please", "just a message", "send it to Jo as Sam's feedback"]
)
def test_what_fits_several_choices_is_asked_once_more(asked: Scene, said: str) -> None:
    asked.answers("ask_which_report", said, sender=ANN.address)
    assert not asked.raws("relay_feedback")
    assert not asked.raws("ask_which_report", TEAM)
    assert "a number from 1 to 2" in asked.last("confirm_command")


def test_words_of_their_own_leave_the_choice_to_the_team(asked: Scene) -> None:
    asked.answers("ask_which_report", "Feedback. And tell her I'm sorry it's short.", sender=ANN.address)
    asked.bot.round()
    assert not asked.raws("relay_feedback")
    letter = asked.last("ask_which_report")
    assert WORDS in letter
    assert "the answer, which waits for you too, has words of its own" in letter
    assert "says that it is for you" not in asked.last("report_quarantine")
    asked.answers("ask_which_report", "1", sender=TEAM)
    asked.bot.round()
    assert asked.raws("relay_feedback", JO.address)
    assert "sorry" not in asked.last("relay_feedback")


def test_the_team_hears_whom_such_words_are_about_where_they_say_so(asked: Scene) -> None:
    asked.answers("ask_which_report", "For Sam. Tell him I'm sorry.", sender=ANN.address)
    asked.bot.round()
    assert not asked.raws("relay_feedback")
    assert "about Sam Baird" in str(asked.heads("report_in_confidence")[-1]["Subject"])


@pytest.mark.parametrize("said", ["Sam's", "Sam Baird, report 1", "It's feedback for Sam, thanks. Ann", "For Sam. Ann"])
def test_a_name_chooses_with_a_courtesy_beside_it(asked: Scene, said: str) -> None:
    asked.answers("ask_which_report", said, sender=ANN.address)
    asked.bot.round()
    assert asked.raws("relay_feedback", SAM.address)
    assert not asked.raws("relay_feedback", JO.address)


@pytest.mark.parametrize(
    "text",
    [
        "Feedback for Sam: good progress, Sam. The aim is clear now. Even better with the chart on the wall.",
        "Feedback for Sam\n\nGood progress, the aim is clear now. Even better with the chart on the wall.",
        "Feedback on Sam's report - good progress. The aim is clear now. Even better with the chart on the wall.",
    ],
)
def test_a_line_that_opens_with_feedback_for_somebody_is_feedback_for_them(asked: Scene, text: str) -> None:
    assert asked.sends("Sam Baird", text=text, sender=ANN.address) == "feedback on report 1"
    assert asked.raws("relay_feedback", SAM.address)
    assert not asked.raws("relay_feedback", JO.address)


@pytest.mark.parametrize(
    "text",
    [
        "FEEDBACK",
        "Feedback for Sam",
        "Feedback for them both: good progress. Even better with the chart on the wall.",
        "Feedback on Sam: between ourselves, he isn't up to it and should stop.",
        "Feedback for Sam's manager: he never gives him the time.",
    ],
)
def test_what_else_opens_so_reaches_nobody_unasked(asked: Scene, text: str) -> None:
    asked.sends("A word", text=text, sender=ANN.address)
    asked.bot.round()
    assert not asked.raws("relay_feedback")
    assert not asked.raws("relay_message")


@pytest.mark.parametrize("said", ["First?", "1?", "feedback on report 1 of Jo Smith?", "Jo?", "For Sam?"])
def test_a_question_chooses_nothing(asked: Scene, said: str) -> None:
    asked.answers("ask_which_report", said, sender=ANN.address)
    asked.bot.round()
    assert not asked.raws("relay_feedback")
