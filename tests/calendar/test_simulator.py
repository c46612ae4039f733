"""The bot's letters are those of a second, naive programme (support/simulator), whatever happens."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.support.drawn_histories import histories
from tests.support.histories import History, compare


@given(histories())
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
def test_the_bots_letters_are_the_simulators_letters(history: History) -> None:
    compare(history)


@pytest.mark.long
def test_the_bots_letters_are_the_simulators_letters_for_ten_thousand_random_months() -> None:
    months = 0

    @given(histories(longest=12))
    @settings(max_examples=500, database=None, suppress_health_check=list(HealthCheck))
    def some(history: History) -> None:
        nonlocal months
        months += compare(history)

    while months < 10_000:
        some()
    assert months >= 10_000
