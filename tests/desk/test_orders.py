"""An order from the terminal is carried out once, at the next round, whatever crashes."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from qibot.store import orders
from tests.support.build import ENROLMENT, JO, config
from tests.support.desk_world import MORNING, SAM, Desk, strange


@pytest.fixture
def ordered(tmp_path: Path) -> Desk:
    """A world whose data folder takes orders."""
    return Desk(tmp_path, ENROLMENT, SAM, config=config(folders={"data": str(tmp_path)}))


def test_an_order_is_carried_out_at_the_next_round_and_once(ordered: Desk) -> None:
    ordered.gets(strange(), MORNING)
    (key,) = ordered.waiting()
    for _ in range(2):
        orders.lay_down(ordered.folder, {"kind": "release", "key": key, "as": JO.address})
    ordered.bot.round()
    assert len(ordered.case.submissions(1)) == 1
    assert ordered.waiting() == {}
    assert orders.waiting(ordered.folder) == []


def test_an_order_that_a_crash_interrupted_is_carried_out_again(ordered: Desk) -> None:
    ordered.gets(strange(), MORNING)
    (key,) = ordered.waiting()
    orders.lay_down(ordered.folder, {"kind": "discard", "keys": [key]})

    def dies(step: str) -> None:
        if step == "committed":
            raise KeyboardInterrupt

    ordered.step = dies
    with pytest.raises(KeyboardInterrupt):
        ordered.bot.round()
    assert len(orders.waiting(ordered.folder)) == 1
    ordered.step = lambda _name: None
    ordered.bot = ordered.started()
    ordered.bot.round()
    assert (ordered.waiting(), orders.waiting(ordered.folder)) == ({}, [])


def test_an_order_that_is_none_is_set_aside_and_stops_no_other(ordered: Desk) -> None:
    ordered.gets(strange(), MORNING)
    (key,) = ordered.waiting()
    (ordered.folder / "orders").mkdir()
    (ordered.folder / "orders/000001-x.json").write_text("{")
    orders.lay_down(ordered.folder, {"kind": "something", "key": 1})
    orders.lay_down(ordered.folder, {"kind": "discard", "keys": [key]})
    assert any("set aside" in fault for fault in ordered.bot.round().faults)
    ordered.bot.round()
    assert ordered.waiting() == {}


def test_what_a_killed_terminal_left_half_written_goes_at_the_next_start_unless_it_may_be_at_it_still(
    ordered: Desk,
) -> None:
    folder = ordered.folder / "orders"
    folder.mkdir()
    for name, minutes in (("old", 61), ("young", 59)):
        (folder / f"{name}.json.part").write_text("{")
        moment = (ordered.now - timedelta(minutes=minutes)).timestamp()
        os.utime(folder / f"{name}.json.part", (moment, moment))
    ordered.started()
    assert [path.name for path in folder.iterdir()] == ["young.json.part"]
