"""An order of the team's in plain words is carried out whatever signs below it."""

from __future__ import annotations

import pytest

from qibot.understanding.commands.new_mentor import above_signature


@pytest.mark.parametrize(
    ("text", "above"),
    [
        (
            "Give both of them to Joy Keir please.\n\nLesley Grant\nCommunity Planning",
            "Give both of them to Joy Keir please.",
        ),
        ("Joy Keir can take both.\n\nAmir Shah\nCommunity Planning Team", "Joy Keir can take both."),
        ("Both to Joy.\n\nLesley Grant | 0141 496 0000", "Both to Joy."),
    ],
)
def test_names_and_posts_in_a_last_paragraph_sign(text: str, above: str) -> None:
    assert above_signature(text) == above


@pytest.mark.parametrize(
    "text", ["Joy Keir", "Joy it is.\n\nBut ask her first", "To Joy please.\n\nif she can\nLesley"]
)
def test_what_says_more_is_no_signature(text: str) -> None:
    assert above_signature(text) == text
