"""Feedback that touches on its practitioner's own life without a word that names it."""

from __future__ import annotations

import pytest

from qibot.model import Person
from qibot.understanding.persons.intimate import not_for_manager
from qibot.understanding.persons.touching import ABOUT, LIKELY, likelihood, told, touches_on_life
from tests.support.build import JO, MEG
from tests.words.touching import Touching, touching

HELD = list(touching("heldout"))
THEIRS = [one for one in HELD if one.theirs]
OF_THE_WORK = [one for one in HELD if not one.theirs]


def is_kept(one: Touching) -> bool:
    return bool(not_for_manager(one.text, MEG, one.practitioner))


def test_more_than_half_of_what_touches_on_their_life_is_kept_from_the_manager() -> None:
    assert len(THEIRS) == 80
    assert sum(map(is_kept, THEIRS)) > 0.55 * len(THEIRS)


def test_of_feedback_that_only_looks_near_to_it_the_manager_loses_little() -> None:
    assert len(OF_THE_WORK) == 80
    assert sum(map(is_kept, OF_THE_WORK)) < 0.08 * len(OF_THE_WORK)


@pytest.mark.parametrize(
    "said",
    [
        "I do hope things are a little calmer for you at home now.",
        "After the winter you've had I didn't expect a report at all.",
        "I was so glad to hear that he's back under your roof.",
    ],
)
def test_what_both_know_of_needs_no_name(said: str) -> None:
    assert not_for_manager(f"Hi Jo, the chart is clear and the aim has a date. {said} Add a median.", MEG, JO) == ABOUT


@pytest.mark.parametrize(
    "said",
    [
        "Even better if the aim said by when.",
        "I know how busy the ward is in January, so test it on one shift.",
        "The mum who waited eleven weeks says it all.",
        "Look after your team, they have counted for six weeks.",
        "I'm on leave until the 12th, up a hill if my knees allow it.",
    ],
)
def test_the_work_and_the_mentors_own_life_go_to_the_manager(said: str) -> None:
    assert not touches_on_life(f"Hi Jo, the chart is clear. {said}", JO)


def test_who_is_meant_is_told_by_the_name() -> None:
    named = told("Jo, take care of yourself.", JO)
    assert "JO" not in {word.upper() for words in named for word in words}
    assert 0 <= max(map(likelihood, named)) <= 1
    assert 0 < LIKELY < 1
    assert told("", None) == []
    assert not touches_on_life("", Person("Jo Smith", ()))
