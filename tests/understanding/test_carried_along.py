"""What stands beside a harmless word is no part of it: each of these once went along with one."""

from __future__ import annotations

import pytest

from qibot.model import Role
from tests.support.said import kind_of
from tests.understanding.persons.test_hailed_both import readers


@pytest.mark.parametrize(
    ("who", "answers", "text"),
    [
        ("practitioner", "receipt 1", "Wrong file! Please delete it, it's a complaint to HR. New one shortly."),
        ("practitioner", "missing 1", "Is it ok to hand it in on Monday please?"),
        ("practitioner", "missing 1", "Is it ok to hand it in on the Monday after the holiday?"),
        ("practitioner", "feedback 1", "I was off on leave, so we haven't tested it yet."),
        ("mentor", "report 1", "No need to tell Jo. Take care."),
        ("mentor", "reminder 1", "Shh, not yet."),
        ("mentor", "reminder 1", "I won't tell."),
    ],
)
def test_it_is_asked_about_or_the_teams(who: str, answers: str, text: str) -> None:
    assert kind_of(who, answers, text) in ("ask", "private", "circumstances")


@pytest.mark.parametrize(
    "text",
    [
        "Callum, I've seen Tam's feedback. Thanks for being honest about the move.",
        "Callum, I read Tam's comments. Pleased about the pay rise.",
        "Callum, from Tam's comments I see you need more time.",
    ],
)
def test_a_managers_word_for_the_practitioner_is_theirs_alone(text: str) -> None:
    assert readers(text) is Role.PRACTITIONER
