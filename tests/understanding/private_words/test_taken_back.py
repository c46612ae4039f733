"""Whose word UNDO takes back, what is said to its confirmation, and what a crash leaves standing."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.support.build import ANN, TEAM
from tests.understanding.private_words.scene import BOB, LONG, SAM, SECRET, Scene, words


class Killed(BaseException):
    """The process ends here."""


def test_what_answers_the_confirmation_or_its_undoing_reaches_nobody_else(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, "NEEDS SUPPORT\nHelp, please.", answers=scene.last(ANN.address, "forward_report"))
    confirmed = scene.last(ANN.address, "confirm_command")
    scene.say(ANN.address, f"Also: {SECRET} {LONG}", answers=confirmed)
    scene.say(ANN.address, "UNDO", answers=confirmed)
    scene.say(TEAM, f"Ann, what about {SECRET}? {LONG}", answers=scene.last(TEAM, "tell_undone"))
    assert scene.reached() == scene.reached("support") == []


@pytest.mark.parametrize("word", ["NO CAPACITY", "AWAY 1 November TO 14 November"])
def test_no_mentor_takes_back_another_ones_word(tmp_path: Path, word: str) -> None:
    scene = Scene(tmp_path)
    scene.say(ANN.address, word)
    scene.say(BOB.address, "UNDO")
    assert "Nothing was changed" in words(scene.last(BOB.address, "confirm_command"))
    scene.say(ANN.address, "UNDO")
    assert "taken back" in words(scene.last(ANN.address, "confirm_command"))


@pytest.mark.parametrize("commits", [1, 2, 3])
def test_a_reassigning_that_is_killed_at_any_commit_is_finished_and_confirmed(tmp_path: Path, commits: int) -> None:
    scene = Scene(tmp_path, SAM)
    scene.say(ANN.address, "NO CAPACITY")
    done = itertools.count(1)

    def step(name: str) -> None:
        if name == "committed" and next(done) == commits:
            raise Killed

    scene.world.step = step
    with pytest.raises(Killed):
        scene.say(TEAM, f"REASSIGN TO {BOB.address}", answers=scene.last(TEAM, "report_no_capacity"))
    scene.world.step = lambda _name: None
    scene.world.bot = scene.world.started()
    scene.world.bot.round()
    assert [scene.world.store.load(unit).enrolment.mentor for unit in scene.world.units] == [BOB] * 3
    (confirmed,) = scene.letters(TEAM, "confirm_command")
    assert "Jo Smith and Sam Baird" in words(confirmed)
    assert ANN.address in words(confirmed), "who the former mentor was, for whoever wants it undone"
    assert len(scene.letters(ANN.address, "tell_new_mentor")) == 2


def test_who_has_that_mentor_already_is_not_said_to_have_been_told(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.say(TEAM, f"REASSIGN Jo Smith TO {ANN.address}")
    assert "is their mentor already" in words(scene.last(TEAM, "confirm_command"))
