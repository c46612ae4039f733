"""“Team, …” at a mail's beginning greets; it is the command TEAM where it stands alone, or names somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, MEG, TEAM
from tests.support.dialogue import Scene
from tests.support.programme import text_of
from tests.support.said import kind_of

OF_SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@school.example",)), ANN, MEG)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Ann mentors Jo and Sam, whose manager is Meg."""
    return Scene(tmp_path, ENROLMENT, OF_SAM)


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Team, between you and me I wonder if Jo's manager makes her do this. Please don't quote me.", "wonder if"),
        ("Team: Jo is struggling and I don't know how to help her.", "is struggling"),
        ("Team - when is the next mentors' meeting?", "mentors' meeting"),
        ("Team, I am not sure either of mine will finish.", "either of mine"),
        ("Team,\n\nJo is in trouble at work. Please don't quote me.", "trouble at work"),
        ("TEAM\n\nI liked the last mentors' meeting.", "mentors' meeting"),
        ("Team!\n\nThe chart of Jo's last report is lovely. Even better with a median.", "report is lovely"),
    ],
)
def test_what_a_mentor_of_several_tells_the_team_reaches_it_alone(s: Scene, text: str, words: str) -> None:
    s.sends("A word", text=text, sender=ANN.address)
    assert readers(s, words) == {TEAM}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Team, between us Jo has had a warning this week. Please keep it to yourselves.", "had a warning"),
        ("Team: Jo has been off sick since Monday.", "off sick"),
    ],
)
def test_what_a_manager_of_several_tells_the_team_reaches_it_alone(s: Scene, text: str, words: str) -> None:
    s.sends("A word", text=text, sender=MEG.address)
    assert readers(s, words) == {TEAM}


@pytest.mark.parametrize("text", ["TEAM", "Team Jo", "TEAM: Sam", "TEAM she is in trouble at work"])
def test_the_word_itself_that_cannot_be_carried_out_is_answered(s: Scene, text: str) -> None:
    s.sends("A word", text=text, sender=ANN.address)
    assert s.raws("confirm_command", ANN.address)
    assert readers(s, "trouble at work") == set()


def test_a_managers_word_above_words_is_passed_on_to_nobody(s: Scene) -> None:
    s.sends("A word", text="TEAM\n\nJo, could you and Ann meet me on Friday?", sender=MEG.address)
    assert readers(s, "meet me on Friday") == set()


@pytest.mark.parametrize(
    "text",
    [
        "TEAM: is it normal to wait five weeks for comments on a report?",
        "TEAM, how do I change the person who reads my report each month?",
        "TEAM - what happens if I don't agree with the comments on the chart?",
    ],
)
def test_in_capitals_before_a_mark_it_is_the_command_and_passes_nothing_on(text: str) -> None:
    assert kind_of("practitioner", "receipt 1", text) == "ask"


def test_a_word_in_capitals_that_only_begins_so_goes_on() -> None:
    assert kind_of("practitioner", "receipt 1", "TEAM WORK is going well, our chart is up.") == "message"
