"""What feedback says of its practitioner's own life, or of their manager, isn't the manager's to read."""

from __future__ import annotations

import pytest

from qibot.model import Person
from qibot.understanding import not_for_manager
from tests.support.build import MEG
from tests.understanding.persons.lives import OF_THE_PROJECT, OF_THEIR_OWN
from tests.words.collection import FOLDER, messages

MOST = 0.02  # of true feedback


@pytest.mark.parametrize("words", OF_THEIR_OWN)
def test_what_is_said_of_their_own_life_or_manager_is_theirs_alone(words: str) -> None:
    assert not_for_manager(words, MEG)


@pytest.mark.parametrize("words", OF_THE_PROJECT)
def test_what_is_the_projects_or_the_writers_own_goes_to_the_manager_as_well(words: str) -> None:
    assert not not_for_manager(words, MEG)


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Sorry the chemo is so rough.", "their health"),
        ("I hope the baby is sleeping.", "their family or home"),
        ("Good luck with the interview!", "their job or leaving it"),
        ("Don't let Meg get you down.", "their manager"),
    ],
)
def test_the_family_is_told(words: str, about: str) -> None:
    assert not_for_manager(f"Good report. {words} Add a median.", MEG) == about


def test_a_managers_name_that_is_a_word_is_told_by_its_capital() -> None:
    will = Person("Will Hope", ("will@school.example",))
    assert not not_for_manager("It will not be giving you much, I hope.", will)
    assert not_for_manager("Will is not giving you the time.", will) == "their manager"


@pytest.mark.parametrize("opening", ["Hi Meg and Jo,\n\n", "Dear Jo, dear Meg,\n\n", "Meg, Jo,\n\n"])
def test_what_greets_the_manager_is_written_to_them_too(opening: str) -> None:
    assert not not_for_manager(f"{opening}Good report. I hope the op went well, Jo.", MEG)


def test_the_manager_loses_the_copy_of_little_true_feedback() -> None:
    true = [m for m in messages(FOLDER / "train") if m.fields["from"] == "mentor" and m.what == "feedback"][::9]
    manager = Person("Mary Reid", ("mary@council.example",))
    whose = [(m.text, Person(m.cast["practitioner"].partition(" (")[0], ("they@council.example",))) for m in true]
    kept = [text for text, practitioner in whose if not_for_manager(text, manager, practitioner)]
    assert len(kept) < MOST * len(true)


def test_who_dictates_sets_no_full_stops() -> None:
    said = (
        "I liked the aim and the chart and "
        + "the way you went about it and " * 20
        + "sorry to hear that your mum died"
    )
    assert not_for_manager(said, MEG)
