"""A commit or an import that is killed is there wholly or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qibot.model.case import Case
from qibot.store import imports
from qibot.store.tinydb import TinyStore
from tests.support.crash_play import Runner
from tests.support.crash_scene import everybody


@pytest.mark.parametrize("change", ["grow", "shrink"])
@pytest.mark.parametrize("unit", ["desk", "now/somebody"])
def test_a_commit_that_is_killed_leaves_exactly_the_old_case_or_exactly_the_new(
    runner: Runner, tmp_path: Path, change: str, unit: str
) -> None:
    fill(runner, tmp_path / "whole", unit, "fill")
    old = read(tmp_path / "whole", unit)
    points = fill(runner, tmp_path / "whole", unit, change)
    new = read(tmp_path / "whole", unit)
    assert old != new
    found = []
    for number in range(len(points)):
        folder = tmp_path / str(number)
        fill(runner, folder, unit, "fill")
        reached = fill(runner, folder, unit, change, fatal=number)
        renamed = any(point.startswith("rename") for point in reached[:-1])
        found.append(read(folder, unit))
        assert found[-1] == (new if renamed else old), f"killed before {reached[-1]}"
        fill(runner, folder, unit, change)
        assert read(folder, unit) == new
        assert list(folder.rglob("*.part")) == []
    assert old in found
    assert new in found


def test_a_first_commit_that_is_killed_leaves_nothing_or_all(runner: Runner, tmp_path: Path) -> None:
    points = fill(runner, tmp_path / "whole", "now/somebody", "fill")
    new = read(tmp_path / "whole", "now/somebody")
    for number in range(len(points)):
        reached = fill(runner, tmp_path / str(number), "now/somebody", "fill", fatal=number)
        renamed = any(point.startswith("rename") for point in reached[:-1])
        assert read(tmp_path / str(number), "now/somebody") == (new if renamed else Case("now/somebody"))


def fill(runner: Runner, folder: Path, unit: str, *changes: str, fatal: int | None = None) -> list[str]:
    """Commit the changes, the last one with a kill; the points that it reached."""
    points: list[str] = []
    for change in changes:
        points = runner.run("commit", folder, str(folder), unit, change, fatal=fatal)["points"]
    return points


def read(folder: Path, unit: str) -> Case:
    """What the store says after a start."""
    for path in folder.rglob("*.json"):
        json.loads(path.read_bytes())
    return TinyStore(folder, read_only=True).load(unit)


def test_an_import_that_is_killed_is_carried_out_wholly_or_not_at_all_by_the_next_start(
    runner: Runner, tmp_path: Path
) -> None:
    """Three people get a new mentor and two are added; the next start's first act is what a round begins with."""
    points = imported(runner, tmp_path / "whole")["points"]
    outcomes = set()
    for number in range(len(points)):
        folder = tmp_path / str(number)
        told = imported(runner, folder, fatal=number)
        store = TinyStore(folder)
        imports.carry_out(folder, store)
        known = [store.load(unit).enrolment for unit in store.units()]
        store.close()
        laid_down = any(point == "rename /import.json" for point in told["points"][:-1])
        assert known == (everybody("New", 5) if laid_down else everybody("Old", 3)), f"killed at {told['points'][-1]}"
        assert not imports.waits(folder)
        outcomes.add(laid_down)
    assert outcomes == {False, True}


def imported(runner: Runner, folder: Path, fatal: int | None = None) -> dict[str, Any]:
    """Import three people, and then five, with a kill."""
    store = TinyStore(folder)
    imports.lay_down(folder, everybody("Old", 3))
    imports.carry_out(folder, store)
    store.close()
    return runner.run("take over", folder, str(folder), fatal=fatal)
