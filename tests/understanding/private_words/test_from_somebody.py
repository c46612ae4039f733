"""What is said of somebody by a short name, or must not be told to the mentor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qibot.model.case import Put
from qibot.model.people import Person
from tests.support.build import ANN, ENROLMENT, JO
from tests.understanding.private_words.scene import MENTORS_LETTERS, SECRET, Scene, words


@pytest.mark.parametrize(
    ("name", "short"), [("Katherine Baird", "Kate"), ("Elizabeth Moir", "Liz"), ("Liz Moir", "Elizabeth")]
)
def test_a_short_name_means_the_one_on_record(tmp_path: Path, name: str, short: str) -> None:
    scene = Scene(tmp_path)
    scene.world.store.commit(ENROLMENT.unit, [Put(replace(ENROLMENT, practitioner=Person(name, JO.addresses)))])
    scene.world.bot = scene.world.started()
    report = scene.letters(ANN.address, "forward_report")[-1]
    scene.say(ANN.address, f"I liked the chart. {short} told me that she cries most nights, {SECRET}.", answers=report)
    assert not scene.reached()


@pytest.mark.parametrize(
    "said",
    [
        "Please don't tell Ann, but",
        "I'd rather Ann didn't know that",
        "Not for Ann:",
        "Ann mustn't hear of it, but",
        "Karen, could this not go to my mentor:",
        "This is without Ann knowing, and",
    ],
)
def test_what_the_mentor_must_not_be_told_reaches_no_mentor(tmp_path: Path, said: str) -> None:
    scene = Scene(tmp_path)
    scene.say(JO.address, f"Please find my second report attached.\n\n{said} {SECRET}.", "Report 2", files=("s.pdf",))
    assert len(scene.letters(ANN.address, "forward_report")) == 2
    assert not [x for name in MENTORS_LETTERS for x in scene.letters(ANN.address, name) if SECRET in words(x)]
    scene.say(JO.address, f"Is there anything more on run charts? {said} {SECRET}.")
    assert not scene.letters(ANN.address, "relay_message")
