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
    "Hi, I'm going to be off for some months for health reasons, so Grant will be looking after Jo until I'm back.",
]
THEIRS = [
    "Jo is on holiday for two weeks.",
    "I'm on leave and Jo is covering for me, so she has no time.",
    "I'm on leave and Jo is off sick.",
    "I'm away on holiday next week so you should know that Jo is ill.",
    "I'm off on leave from today so briefly: Jo broke a leg on Sunday.",
    "I'll be off on leave so quickly before I go: Jo has shingles.",
    "I'm on leave from Friday so Jo is on nights until I come back.",
    "I'm away on leave until the 30th so Jo will be looking after everything here",
    "I'll be on leave in November so Jo will be covering my wards as well",
    "I'm off for some months for health reasons, so Grant Petrie will be looking after Jo, who is ill, too.",
    "Hi, I'm going to be off for some months for health reasons, so Grant and Jo will be looking after the wards.",
]


@pytest.mark.parametrize("text", OWN)
def test_their_own_leave_is_told_to_the_team(text: str) -> None:
    assert kind_of("manager", "fresh", text, subject="Jo Smith") == "private"


@pytest.mark.parametrize("text", THEIRS)
def test_the_practitioners_leave_is_circumstances_as_ever(text: str) -> None:
    assert kind_of("manager", "fresh", text, subject="Jo Smith") in ("circumstances", "ask")
