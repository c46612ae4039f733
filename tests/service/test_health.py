"""The beat of each round, and what `qibot health` says of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qibot.model.troubles import Ongoing
from qibot.service.beat import Beat, beat, last_beat, unwell
from tests.support.build import at
from tests.support.world import World

NOW = at("2026-10-12T09:00")


def test_each_round_beats(tmp_path: Path) -> None:
    world = World(tmp_path)
    assert last_beat(tmp_path) is None
    world.inbox.down = True
    world.bot.round()
    last = last_beat(tmp_path)
    assert last is not None
    assert (last.at, last.faults) == (world.now, 1)


def test_a_beat_that_cant_be_written_or_read_stops_nothing(tmp_path: Path) -> None:
    beat(tmp_path / "nowhere", NOW, 0)
    (tmp_path / "beat.json").write_text("{")
    assert last_beat(tmp_path) is None


@pytest.mark.parametrize(
    ("last", "trouble", "running", "said"),
    [
        (0, None, 1, ""), (0, None, None, ""), (14, None, None, ""),
        (16, None, 7, "the last round ended 16 minutes ago and process 7 runs but hangs"),
        (60 * 30, None, None, "the last round ended 30 hours ago and nothing runs"),
        (None, None, None, "no round has ended here yet: start `qibot run`"),
        (0, 45, 1, "for 45 minutes: The mailbox is down."),
    ],
)  # fmt: skip
def test_health_says_what_is_wrong_in_a_line(
    last: int | None, trouble: int | None, running: int | None, said: str
) -> None:
    ago: Callable[[int], datetime] = lambda minutes: NOW - timedelta(minutes=minutes)  # noqa: E731
    troubles = [Ongoing("mailbox", ago(trouble), "The mailbox\n is down.")] if trouble is not None else []
    beaten = Beat(ago(last), 1, 0) if last is not None else None
    assert unwell(beaten, troubles, running, NOW, timedelta(minutes=15)) == said
