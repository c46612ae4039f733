"""A record that is damaged, an older copy, or of an older version is never taken for the last one."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from qibot.errors import StoreFailed
from qibot.model.case import Put
from qibot.store import durable, versions
from qibot.store.serials import SPARE_LINES, Serials
from qibot.store.tinydb import TinyStore
from tests.support.build import ENROLMENT, JO

UNIT = ENROLMENT.unit
BEFORE = Path(__file__).parent / "before"


def path_in(folder: Path) -> Path:
    return folder / f"enrolments/{UNIT}.json"


def written(folder: Path, times: int = 1) -> TinyStore:
    store = TinyStore(folder)
    for number in range(times):
        store.commit(UNIT, [Put(replace(ENROLMENT, project=f"Project {number}"))])
    return store


def test_a_flipped_letter_that_still_reads_as_a_record_is_noticed(tmp_path: Path) -> None:
    written(tmp_path).close()
    path = path_in(tmp_path)
    path.write_text(path.read_text().replace(JO.address, "ko@school.example"))
    with pytest.raises(StoreFailed, match="checksum"):
        TinyStore(tmp_path, read_only=True).load(UNIT)


def test_an_older_copy_is_noticed_and_a_persons_word_takes_it_for_the_last(tmp_path: Path) -> None:
    written(tmp_path).close()
    older = path_in(tmp_path).read_bytes()
    store = TinyStore(tmp_path)
    store.commit(UNIT, [Put(replace(ENROLMENT, project="Later"))])
    store.close()
    path_in(tmp_path).write_bytes(older)
    store = TinyStore(tmp_path)
    with pytest.raises(StoreFailed, match="older copy"):
        store.load(UNIT)
    with pytest.raises(StoreFailed, match="older copy"):
        store.commit(UNIT, [Put(ENROLMENT)])
    store.accept(UNIT)
    assert store.load(UNIT).enrolment.project == "Project 0"
    store.commit(UNIT, [Put(replace(ENROLMENT, project="Later still"))])
    store.close()
    assert TinyStore(tmp_path, read_only=True).load(UNIT).enrolment.project == "Later still"


def test_a_record_that_was_let_go_of_on_purpose_can_begin_anew(tmp_path: Path) -> None:
    written(tmp_path, times=3).close()
    path_in(tmp_path).unlink()
    (tmp_path / "register").write_text("")
    written(tmp_path).close()
    assert TinyStore(tmp_path, read_only=True).load(UNIT).enrolment.project == "Project 0"


def test_a_file_of_the_first_version_opens_and_is_kept_beside_when_it_is_written_anew(tmp_path: Path) -> None:
    shutil.copytree(BEFORE, tmp_path / "data")
    path = path_in(tmp_path / "data")
    old = path.read_bytes()
    assert json.loads(old)["about"]["file"]["version"] == 1
    store = TinyStore(tmp_path / "data")
    before = store.load(UNIT)
    assert path.read_bytes() == old, "reading changes nothing"
    after = store.commit(UNIT, [Put(replace(before.enrolment, project="Later"))])
    store.commit(UNIT, [Put(replace(before.enrolment, project="Later still"))])
    store.close()
    assert path.with_name(f"{path.name}.v1").read_bytes() == old
    assert json.loads(path.read_bytes())["about"]["file"] | {"sum": ""} == {
        "version": versions.VERSION, "unit": UNIT, "serial": 2, "sum": "",
    }  # fmt: skip
    again = TinyStore(tmp_path / "data", read_only=True)
    assert {t: dict(r) for t, r in again.load(UNIT).tables.items() if t != "enrolment"} == {
        t: dict(r) for t, r in after.tables.items() if t != "enrolment"
    }
    assert UNIT in set(again.units())


def test_each_version_leads_to_the_next_one() -> None:
    assert set(versions.MIGRATIONS) == set(range(1, versions.VERSION))


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    written(tmp_path).close()
    path = path_in(tmp_path)
    path.write_text(path.read_text().replace(f'"version": {versions.VERSION}', '"version": 99'))
    kept = path.read_bytes()
    store = TinyStore(tmp_path)
    with pytest.raises(StoreFailed, match="another version"):
        store.commit(UNIT, [Put(ENROLMENT)])
    assert path.read_bytes() == kept


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\n", b"2026-27/jo.smith 999\n", b"2026-27/jo.smith 999 00000000\n"])
def test_a_line_of_the_serials_that_doesnt_fit_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    written(tmp_path, times=2).close()
    with (tmp_path / "serials").open("ab") as file:
        file.write(damage)
    assert TinyStore(tmp_path).load(UNIT).enrolment.project == "Project 1"


def test_serials_that_the_disk_took_half_are_told_from_the_next_ones(tmp_path: Path) -> None:
    serials = Serials(tmp_path)
    serials.note("a/b", 1)
    (tmp_path / "serials").write_bytes((tmp_path / "serials").read_bytes() + b"a/b 2 0")
    serials._torn = True
    serials.note("a/b", 3)
    assert Serials(tmp_path).known == {"a/b": 3}


def test_the_serials_stay_a_small_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serials = Serials(tmp_path)
    for number in range(SPARE_LINES + 10):
        serials.note("a/b", number)
    Serials(tmp_path).tidy()
    assert len((tmp_path / "serials").read_bytes().splitlines()) == 1
    assert Serials(tmp_path).known == {"a/b": SPARE_LINES + 9}
    monkeypatch.setattr(durable, "write", lambda *_: pytest.fail("there is nothing to tidy"))
    Serials(tmp_path).tidy()
