"""Each rule sees what it is to see in the turns in which people write, and nothing else."""

from __future__ import annotations

import pytest

from tests.preread.seeing import seen
from tests.preread.turns import TURNS, Turn


def _ids(turn: Turn) -> str:
    return f"{turn.rule}-{' '.join(turn.text.split()[:9])}"


@pytest.mark.parametrize("turn", TURNS, ids=_ids)
def test_a_rule_quotes_what_it_is_to_quote_and_else_is_silent(turn: Turn) -> None:
    found = seen(turn.rule, turn.text, turn.number, feedback=turn.feedback)
    assert len(found) == len(turn.said), found
    for said, words in zip(turn.said, found, strict=True):
        assert said in words or words in said
