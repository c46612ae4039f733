"""A clock that is set wrong for a while: nothing is sent twice, and what it brought about wrongly is seen to be so."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.build import TEAM
from tests.support.trio import TRIO, report_comes
from tests.support.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path, *TRIO)


def copies(world: World) -> Counter[str]:
    return Counter(letter.message_id for _, letter in world.letters())


def off_by(world: World, **by: float) -> list[str]:
    """The clock is wrong for an hour; what is sent meanwhile."""
    before = len(world.outbox.delivered)
    world.now += timedelta(**by)
    for _ in range(60):
        world.now += timedelta(minutes=1)
        world.bot.round()
    world.now -= timedelta(**by)
    return [str(recipients) for recipients, _ in world.outbox.delivered[before:]]


def test_back_a_day_nothing_is_sent_again(world: World) -> None:
    report_comes(world, TRIO[0], "2026-10-12T09:30")
    world.goes_to("2026-10-14T12:00")
    before = len(world.outbox.delivered)
    assert before
    assert off_by(world, days=-1) == []
    world.goes_to("2026-10-14T23:00")
    assert all(n == 1 for n in copies(world).values())


def test_forward_a_month_each_gets_one_letter_at_most_and_the_team_one_for_all(world: World) -> None:
    """32 days, to a working day: as after downtime, nobody gets a burst. What was wrongly said stays said."""
    world.goes_to("2026-10-08T12:00")
    assert off_by(world, days=32) == [
        *(str((one.practitioner.address, one.mentor.address)) for one in TRIO),
        str((TEAM,)),
    ]
    following = world.goes_to("2026-10-30T12:00")
    assert following.count("2026-10-09 remind_deadline") == len(TRIO), "the true calendar goes on"
    assert following.count("2026-10-14 remind_deadline") == len(TRIO)
    assert all(n == 1 for n in copies(world).values())


def test_forward_a_month_mail_is_dealt_with_as_ever_and_its_arrival_counts(world: World) -> None:
    world.goes_to("2026-10-08T12:00")
    report_comes(world, TRIO[0], "2026-10-08T12:30")
    off_by(world, days=32)
    report = world.case.report(1)
    assert report is not None
    assert not report.late
