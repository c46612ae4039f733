"""How many letters go to one address: the specification of pace.py, and of what is done beyond the bound."""

from __future__ import annotations

from datetime import timedelta

from qibot.config.limits import Limits
from qibot.letters.pace import Pace
from qibot.model.case import Case, Put, apply
from qibot.model.letters import Letter, LetterState
from tests.support.build import ANN, JO, at

NOW = at("2026-10-12T09:00")


def sent(number: int, minutes_ago: float, *, timed: bool = False, to: str = ANN.address) -> Letter:
    settled = NOW - timedelta(minutes=minutes_ago)
    return Letter(
        f"k{number}", "relay_message", (to,), (), settled, LetterState.SENT, settled=settled, timed=timed,
        outcomes={to: "250 OK"},
    )  # fmt: skip


def pace(*letters: Letter, unit: str = "2026-27/jo", made: Pace | None = None) -> Pace:
    made = made or Pace(Limits())
    made.note(apply(Case(unit), [Put(x) for x in letters]))
    return made


def test_ten_letters_in_ten_minutes_are_the_most() -> None:
    assert pace(*(sent(n, 1) for n in range(9))).held_until(ANN.address, NOW) is None
    ten = pace(*(sent(n, n / 2 + 0.5) for n in range(10)))
    assert ten.held_until(ANN.address, NOW) == NOW + timedelta(minutes=5)
    assert ten.held_until(ANN.address, NOW + timedelta(minutes=5)) is None


def test_thirty_letters_an_hour_are_the_most() -> None:
    thirty = pace(*(sent(n, 20 + n) for n in range(30)))
    assert thirty.held_until(ANN.address, NOW) == NOW + timedelta(minutes=11)


def test_letters_about_everybody_count_together_for_one_address_and_for_nobody_else() -> None:
    made = pace(*(sent(n, 1) for n in range(5)))
    pace(*(sent(n, 1) for n in range(5)), unit="2026-27/sam", made=made)
    assert made.held_until(ANN.address, NOW) is not None
    assert made.held_until(JO.address, NOW) is None


def test_letters_of_the_calendar_do_not_count() -> None:
    assert pace(*(sent(n, 1, timed=True) for n in range(20))).held_until(ANN.address, NOW) is None


def test_what_is_noted_again_counts_once() -> None:
    made = pace(*(sent(n, 1) for n in range(6)))
    pace(*(sent(n, 1) for n in range(6)), made=made)
    assert made.held_until(ANN.address, NOW) is None


def test_letters_that_went_under_a_clock_that_was_ahead_hold_nothing() -> None:
    assert pace(*(sent(n, -60) for n in range(40))).held_until(ANN.address, NOW) is None
