"""A person is suggested as a stranger only where exactly one fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qibot.model.desk import Quarantined
from qibot.model.people import Person
from qibot.rules.strangers import likeliest
from tests.support.build import ENROLMENT, JO, at
from tests.support.desk_world import MORNING, SAM


@pytest.mark.parametrize(
    ("name", "sender", "person"),
    [("Jo Smith", "x@y.example", JO.address), ("", "sam.baird@home.example", "sam@school.example"),
     ("", "SAM@home.example", "sam@school.example"), ("R. Muir", "muir@home.example", ""), ("", "", "")],
)  # fmt: skip
def test_a_person_is_suggested_only_where_exactly_one_fits(name: str, sender: str, person: str) -> None:
    waits = Quarantined("k", "ff", at(MORNING), sender, "s", 1, "it is unknown", name=name)
    assert likeliest(waits, [ENROLMENT, SAM]) == person


def test_two_people_of_one_name_are_no_suggestion() -> None:
    other = replace(SAM, practitioner=Person("Jo Smith", ("other@school.example",)))
    waits = Quarantined("k", "ff", at(MORNING), "x@y.example", "s", 1, "it is unknown", name="Jo Smith")
    assert likeliest(waits, [ENROLMENT, other]) == ""
