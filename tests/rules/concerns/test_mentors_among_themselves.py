"""What a mentor asks the other mentors, and to whom their answer goes."""

from __future__ import annotations

import pytest

from tests.rules.concerns.told import BOB, letters, names, says
from tests.support.build import ANN, JO, MEG
from tests.support.programme import read, text_of
from tests.support.world import World


def test_a_mentors_words_reach_the_other_mentors_and_the_answer_comes_back_to_the_one_who_asked(world: World) -> None:
    assert says(world, ANN.address, "MENTORS\n\nHow do you teach driver diagrams?") == ["MENTORS"]
    (letter,) = letters(world, BOB.address)
    assert "driver diagrams" in text_of(letter)
    assert read(letter)["From"].startswith("Ann Lee via")
    assert ANN.address not in letter.decode().lower()
    assert says(world, BOB.address, "With sticky notes.", to=read(letter)["Reply-To"].addresses[0].addr_spec) == [
        "MENTORS"
    ]
    assert "sticky notes" in text_of(letters(world, ANN.address)[-1])
    assert names(world, JO.address) == ["receipt"]


def test_mentors_without_words_is_asked_about(world: World) -> None:
    says(world, ANN.address, "MENTORS")
    assert names(world, BOB.address) == []
    assert "no words" in text_of(letters(world, ANN.address)[-1])


@pytest.mark.parametrize("sender", [JO.address, MEG.address])
def test_nobody_else_writes_to_the_mentors(world: World, sender: str) -> None:
    says(world, sender, "MENTORS\n\nHello all.")
    assert names(world, BOB.address) == []
