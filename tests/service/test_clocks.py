"""When the mail server is asked what time it is, and what is made of its answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qibot.service.clocks import AGAIN, Clocks, disagreement
from tests.support.build import at

NOW = at("2026-10-12T09:00")
MOST = timedelta(hours=6)


def asks(clocks: Clocks, **later: float) -> bool:
    now = NOW + timedelta(**later)
    clocks.round_begins(now)
    return clocks.doubtful(now)


def test_at_the_very_first_round_the_server_is_asked() -> None:
    assert asks(Clocks(None, 6))


@pytest.mark.parametrize(
    ("later", "doubt"),
    [
        ({"minutes": 1}, False), ({"minutes": 59}, False), ({"minutes": -4}, False),
        ({"hours": 2}, True), ({"days": 31}, True), ({"minutes": -6}, True), ({"days": -1}, True),
    ],
)  # fmt: skip
def test_after_a_leap_since_the_last_round_it_is_asked(later: dict[str, float], doubt: bool) -> None:
    assert asks(Clocks(NOW, 6), **later) is doubt


def test_who_wants_no_comparison_gets_none() -> None:
    assert not asks(Clocks(NOW, 0), days=31)


def test_a_doubt_stays_while_the_server_is_out_of_reach() -> None:
    clocks = Clocks(NOW, 6)
    assert asks(clocks, days=31)
    assert asks(clocks, days=31, minutes=1)


def test_while_they_differ_it_is_asked_again_now_and_then_and_at_once_after_the_next_leap() -> None:
    clocks = Clocks(NOW, 6)
    ahead = NOW + timedelta(days=31)
    assert asks(clocks, days=31)
    clocks.compare(ahead, NOW)
    assert "31 days ahead of the mail server's" in clocks.wrong
    assert not asks(clocks, days=31, minutes=1)
    assert asks(clocks, days=31, minutes=2 + AGAIN / timedelta(minutes=1))
    clocks.compare(ahead, NOW)
    assert asks(clocks, minutes=15), "it was set right"
    clocks.compare(NOW + timedelta(minutes=15), NOW + timedelta(minutes=15, seconds=3))
    assert not clocks.wrong
    assert not asks(clocks, minutes=16)


def test_a_server_that_doesnt_say_changes_nothing() -> None:
    clocks = Clocks(NOW, 6, wrong="as before")
    clocks.compare(NOW, None)
    assert clocks.wrong == "as before"


@pytest.mark.parametrize(
    ("hours", "said"), [(7, "7 hours ahead of"), (-24, "24 hours behind"), (31 * 24, "31 days ahead")]
)
def test_it_is_said_by_how_much_and_in_which_direction(hours: int, said: str) -> None:
    assert said in disagreement(NOW + timedelta(hours=hours), NOW, MOST)
    assert disagreement(NOW + timedelta(hours=6), NOW, MOST) == ""
