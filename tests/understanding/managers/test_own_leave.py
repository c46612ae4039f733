"""A manager's own leave in a mail of its own is told to the team, and holds nobody's report (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

OWN = [
    "Hello, I'm on holiday for the first three weeks of July. Jo knows where to find me.",
    (
        "Hi, I'm going to be off for some months for health reasons, so Grant Petrie will be looking after Jo in the"
        " meantime."
    ),
]
THEIRS = [
    "Jo is on holiday for two weeks.",
    "I'm on leave and Jo is covering for me, so she has no time.",
    "I'm on leave and Jo is off sick.",
]


@pytest.mark.parametrize("text", OWN)
def test_their_own_leave_is_told_to_the_team(text: str) -> None:
    assert kind_of("manager", "fresh", text, subject="Jo Smith") == "private"


@pytest.mark.parametrize("text", THEIRS)
def test_the_practitioners_leave_is_circumstances_as_ever(text: str) -> None:
    assert kind_of("manager", "fresh", text, subject="Jo Smith") in ("circumstances", "ask")
