"""Words of leave and of time say nothing else, but where something ends, is complained of, or is somebody else's."""

from __future__ import annotations

import pytest

from qibot.understanding.mentors.leave_words import goes_with_leave

NAMES = frozenset({"jo", "smith", "meg", "ross"})


@pytest.mark.parametrize(
    "clause",
    [
        "I'm off till the 2nd",
        "walking in Skye with my sister",
        "no access to e-mail",
        "won't get to it before Monday",
        "Jo's feedback by Friday",
        "many thanks",
    ],
)
def test_a_clause_made_of_them_goes_with_a_leave(clause: str) -> None:
    assert goes_with_leave(clause, NAMES)


@pytest.mark.parametrize(
    "clause",
    [
        "I'm afraid of her",
        "I should leave",
        "let her go",
        "I might go",
        "I have to leave",
        "her report is late",
        "waiting for Jo",
        "not available",
        "no word from Jo",
        "nothing from the office",
        "going to Meg with this",
        "getting little back",
        "at a loss with this pairing",
    ],
)
def test_what_ends_complains_or_is_of_somebody_else_does_not(clause: str) -> None:
    assert not goes_with_leave(clause, NAMES)
