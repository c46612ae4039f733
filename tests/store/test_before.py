"""A data folder that the version before the rooms were built has written (a year of the demo) opens as it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from qibot.model import DESK, RECORDS, to_plain
from qibot.store import TinyStore

BEFORE = Path(__file__).parent / "before"
UNITS = [DESK, *sorted(f"2026-27/{p.stem}" for p in (BEFORE / "enrolments/2026-27").glob("*.json"))]


@pytest.mark.parametrize("unit", UNITS)
def test_every_record_of_an_older_folder_is_read_as_it_was_written(unit: str, tmp_path: Path) -> None:
    shutil.copytree(BEFORE, tmp_path / "data")
    store = TinyStore(tmp_path / "data")
    case = store.load(unit)
    file = BEFORE / ("desk.json" if unit == DESK else f"enrolments/{unit}.json")
    written = {table: rows for table, rows in json.loads(file.read_text()).items() if rows and table != "about"}
    assert written
    assert set(written) <= set(RECORDS)
    for table, rows in written.items():
        read = [to_plain(x) for x in case.all(RECORDS[table]).values()]
        assert len(read) == len(rows)
        for row in rows.values():
            assert any(holds(record, row) for record in read), row
    store.close()


def holds(now: Any, before: Any) -> bool:
    """Whether all that was written is there as it was; what has been added since doesn't matter, at any depth."""
    if isinstance(before, dict):
        return isinstance(now, dict) and all(key in now and holds(now[key], value) for key, value in before.items())
    if isinstance(before, list):
        return isinstance(now, list) and len(now) == len(before) and all(map(holds, now, before))
    return bool(now == before)


def test_all_units_of_an_older_folder_are_found(tmp_path: Path) -> None:
    shutil.copytree(BEFORE, tmp_path / "data")
    store = TinyStore(tmp_path / "data")
    assert sorted(store.units()) == sorted(UNITS)
    assert len(UNITS) == 5
    store.close()
