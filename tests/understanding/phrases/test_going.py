"""Who says plainly that they leave, leaves, whatever they say of why (programme.md, 3a)."""

from __future__ import annotations

import pytest

from qibot.understanding.phrases.going import says_leaving
from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("missing 1", "Right. I'm pulling out. I can't do this and the job and be a dad. Thanks for the patience."),
        ("check_in", "I'm gonnae have to chuck it, I can't see the point when they're shutting the centre."),
        ("nudge", "They shut the nursery, we were all paid off on the 12th. You can score me off."),
        ("missing 1", "I'm withdrawing, sorry."),
        ("nudge", "I'll have to jack it in, we've had two leave and I'm drowning."),
        ("message 1", "I don't see myself going on after Christmas, no. How do I come off it properly?"),
    ],
)
def test_who_says_so_leaves(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "leaving"


@pytest.mark.parametrize(
    "text",
    [
        "I'm pulling out the data for the chart tomorrow.",
        "The trolley was broken so we'll chuck it.",
        "I nearly had to chuck it in but the charge nurse talked me round.",
        "I'm packing it in boxes of ten so the ward can count it.",
        "I'm backing out the change, the old sheet was better.",
        "I'm not pulling out, don't worry!",
        "If the ward shuts, I'm pulling out.",
        "Please take me off the rota.",
        "I'm withdrawing the second change idea.",
        "I don't see myself going on with this measure.",
    ],
)
def test_what_only_sounds_like_it_says_nothing_of_the_kind(text: str) -> None:
    assert not says_leaving(text)
