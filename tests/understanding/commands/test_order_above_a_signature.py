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
        ("Give Jo to Bob.\n\nKaren Hill\n0131 496 0000", "Give Jo to Bob."),
        ("Give Jo to Bob.\n\nKaren Hill, Community Planning Officer\nTel: 0131 496 0000 ext 21", "Give Jo to Bob."),
        ("Give Jo to Bob.\n\nKaren Hill\nkaren.hill@council.example | Mob: 07700 900123", "Give Jo to Bob."),
    ],
)
def test_names_and_posts_in_a_last_paragraph_sign(text: str, above: str) -> None:
    assert above_signature(text) == above


@pytest.mark.parametrize(
    "text",
    [
        "Joy Keir",
        "Joy it is.\n\nBut ask her first",
        "To Joy please.\n\nif she can\nLesley",
        "Give Jo to Bob.\n\nBut only from 1 March.",
        "Give Jo to Bob.\n\nIf he agrees - I'm on 0131 496 0000",
        "Bob Ray please.\n\nNot before 1 March though, Ann wants to finish report 3.",
        "Bob Ray\n\nI'll ask him on the 5th and confirm.",
        "Give Jo to Bob.\n\nWait - Bob has 4 already.",
        "Give Jo to Bob.\n\nSorry, I meant Tricia (she has 0).",
        "Give Jo to Bob.\n\nMaybe",
        "Give Jo to Bob.\n\nFrom 1 March",
        "Give Jo to Bob.\n\nAfter Easter",
        "Give Jo to Bob.\n\nTricia Lennox\nIf Bob Declines",
        "Give Jo to Bob.\n\nKaren Hill\nNot Before March",
        "Give Jo to Bob.\n\n1 March",
    ],
)
def test_what_says_more_is_no_signature(text: str) -> None:
    assert above_signature(text) == text
