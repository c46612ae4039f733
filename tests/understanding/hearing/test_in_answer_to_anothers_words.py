"""What answers a former mentor's or a manager's words: who reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene
from tests.support.programme import head_of
from tests.understanding.hearing.test_what_stays_with_the_team import BOB, FEEDBACK, PAT, readers


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's report has its feedback."""
    made = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", FEEDBACK, ANN.address)
    return made


def moved(s: Scene) -> None:
    s.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    assert s.case.enrolment.mentor == BOB


def test_what_answers_a_former_mentor_is_asked_about(s: Scene) -> None:
    moved(s)
    s.answers("relay_feedback", "Ann, could I ring you on your mobile about my marriage?")
    assert readers(s, "about my marriage") <= {TEAM}


def test_what_answers_a_former_mentor_and_calls_the_new_one_goes_to_them(s: Scene) -> None:
    moved(s)
    s.answers("relay_feedback", "Hi Bob, shall I draw the median as it says below?")
    assert readers(s, "draw the median") == {BOB.address}


@pytest.mark.parametrize(
    ("sender", "text"),
    [(JO.address, "Thank goodness. Ann never read a word I wrote."), (MEG.address, "About time. Ann was no use.")],
)
def test_what_is_said_to_the_news_of_another_mentor_is_passed_on_to_neither(s: Scene, sender: str, text: str) -> None:
    moved(s)
    places = [i for i, (to, _) in enumerate(_told(s)) if JO.address in to]
    s.answers("tell_new_mentor", text, sender, place=places[0])
    assert readers(s, text) <= {TEAM}


def _told(s: Scene) -> list[tuple[tuple[str, ...], bytes]]:
    return [x for x in s.outbox.delivered if head_of(x[1])["X-QI-Letter"] == "tell_new_mentor"]


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (JO.address, "Hi Meg, thank you. Ann is asking for an awful lot, isn't she?"),
        (JO.address, "Thank you, that is kind. I was getting desperate."),
        (ANN.address, "Thank you Meg. Two hours won't be enough, though."),
    ],
)
def test_what_answers_a_managers_word_doesnt_go_to_the_third_one(s: Scene, sender: str, text: str) -> None:
    s.answers("relay_feedback", "Well done both. I can free Jo on Tuesday afternoons from now on.", MEG.address)
    s.answers("relay_message", text, sender)
    assert readers(s, text[:24]) <= {TEAM, MEG.address}


def test_what_answers_a_managers_word_and_calls_the_mentor_goes_to_the_mentor(s: Scene) -> None:
    s.answers("relay_feedback", "Well done both. I can free Jo on Tuesday afternoons from now on.", MEG.address)
    s.answers("relay_message", "Hi Ann, shall I use the Tuesdays for the data?")
    assert readers(s, "use the Tuesdays") == {ANN.address}
