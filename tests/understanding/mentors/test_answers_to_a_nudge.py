"""What a mentor answers to the reminder of a talk: news of one, the promise of one, or a word for the team."""

from __future__ import annotations

import pytest

from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}


def said(text: str) -> str:
    fields = {"from": "mentor", "in": "nudge", "today": "Tuesday 2026-10-20", "subject": "Hello"}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We spoke on Monday, she's doing well", "spoke"),
        ("Met Jo on Tuesday, she's getting on fine", "spoke"),
        ("Will ring her this week", "nothing"),
        ("Sorry, will call her today", "nothing"),
        ("I'll give Jo a ring on Friday", "nothing"),
        ("I'll ring her, I'm worried about her", "private"),
        ("I'll call her but she never picks up", "private"),
        ("We spoke on Monday, she's doing well but her head gives her no time", "ask"),
    ],
)
def test_that_all_is_well_and_a_promise_are_courtesies(text: str, kind: str) -> None:
    assert said(text) == kind
