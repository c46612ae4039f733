"""Killed at any point, the next start finishes everything exactly once, on a real Dovecot and Postfix."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.support.crash_play import Doubts, Maker, in_doubt

PARTS = 4
STEPS = {"archived", "decided", "spooled", "committed", "filed away", "sending", "accepted", "settled"}


def apart(points: list[str]) -> list[int]:
    """The points to be killed at: a step has no effect of its own, so before the next is the same as before it."""
    return [n for n in range(len(points)) if n == 0 or not points[n - 1].startswith("step ")]


@pytest.mark.parametrize("part", range(PARTS))
def test_killed_at_any_point_the_next_start_finishes_everything_exactly_once(play: Maker, part: int) -> None:
    """A letter between the server's 250 and its record, and no other, comes twice: the same bytes, the same id."""
    whole = play("whole")
    whole.arrive(*whole.scene.reports())
    first = whole.rounds()["points"]
    whole.arrive(whole.scene.answer(whole.letters()["ann"]))
    second = whole.rounds()["points"]
    whole.check(True, Counter())
    assert {point.removeprefix("step ") for point in first if point.startswith("step ")} == STEPS
    for number in apart(first)[part::PARTS]:
        one = play(str(number))
        one.arrive(*one.scene.reports())
        doubtful: Doubts = Counter()
        one.killed_and_started_again(number, False, doubtful)
        if number < len(second):
            one.arrive(one.scene.answer(one.letters()["ann"]))
            one.killed_and_started_again(number, True, doubtful)


@pytest.mark.parametrize("stride", [7, 16, 37])
def test_killed_again_and_again_a_little_later_each_time_it_still_finishes(play: Maker, stride: int) -> None:
    one = play("one")
    one.arrive(*one.scene.reports())
    doubtful: Doubts = Counter()
    told, fatal = {"killed": True}, 0
    while told["killed"]:
        fatal += stride
        told = one.rounds(fatal=fatal)
        if told["killed"]:
            doubtful.update(in_doubt(told))
    assert fatal > 2 * stride
    one.finish(False, doubtful)
