"""A private word that names nobody reaches the team alone."""

from __future__ import annotations

import pytest

from tests.rules.concerns.told import SAM, letters, says
from tests.support.build import ANN, BOT, JO, MEG, TEAM
from tests.support.programme import read, text_of
from tests.support.world import World

NAMELESS = "Between ourselves, I doubt that either of them will finish. Could somebody have a word with them both?"


def test_a_private_word_that_names_nobody_reaches_the_team_alone(world: World) -> None:
    assert says(world, ANN.address, NAMELESS, BOT, Subject="A worry") == ["NEEDS SUPPORT"]
    letter = next(raw for raw in letters(world, TEAM) if read(raw)["X-QI-Letter"] == "report_needs_support")
    assert "either of them will finish" in text_of(letter)
    assert "It names nobody; Ann Lee mentors Jo Smith, Sam Baird" in text_of(letter)
    told = letters(world, ANN.address)[-1]
    assert "nobody else has seen it" in text_of(told)
    for who in (JO.address, MEG.address, SAM.practitioner.address):
        assert not any("either of them" in text_of(raw) for raw in letters(world, who))


@pytest.mark.parametrize("answer", ["FEEDBACK", "MESSAGE", NAMELESS, "Thank you, that is right."])
def test_whatever_the_mentor_answers_to_that_reaches_no_practitioner(world: World, answer: str) -> None:
    says(world, ANN.address, NAMELESS, BOT, Subject="A worry")
    told = read(letters(world, ANN.address)[-1])
    before = len(letters(world, JO.address)) + len(letters(world, SAM.practitioner.address))
    says(world, ANN.address, answer, told["Reply-To"].addresses[0].addr_spec, Subject=f"Re: {told['Subject']}")
    assert len(letters(world, JO.address)) + len(letters(world, SAM.practitioner.address)) == before


def test_that_a_mentor_can_not_go_on_is_understood_without_a_name(world: World) -> None:
    words = "I've taken on a new post and I'm sorry, but I can't carry on as a mentor after Christmas."
    assert says(world, ANN.address, words, BOT, Subject="Mentoring") == ["NO CAPACITY"]
