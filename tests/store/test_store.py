"""What every store promises, for each engine; then what the files of the embedded one promise."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.errors import StoreFailed, StoreLocked
from qibot.model.case import Case, Change, Drop, Put, Record, apply
from qibot.model.desk import DESK, Quarantined, Told, Trouble
from qibot.model.letters import Letter, LetterState
from qibot.model.messages import Seen
from qibot.model.people import Enrolment
from qibot.model.records import to_plain, to_record
from qibot.model.reports import Document, Feedback, Report, Submission
from qibot.store.locks import holder
from qibot.store.memory import MemoryStore
from qibot.store.store import Store
from qibot.store.tinydb import TinyStore
from tests.support.build import ENROLMENT

NOW = datetime(2026, 10, 12, 8, 15, 30, 123456, tzinfo=UTC)
REPORT = Report(1, NOW, False, 1, date(2026, 10, 19))
DOCUMENT = Document("Bericht ü.docx", "application/x", 3, "ab", 10, 20, "base64", comments=2)
LETTER = Letter(
    "receipt/x/1/1", "receipt", ("jo@x",), ("meg@x",), NOW, LetterState.WAITING,
    outcomes={"jo@x": "250 ok"}, notice={"name": "receipt", "words": "“ä”"}, next_try=NOW,
)  # fmt: skip
RECORDS: list[Record] = [
    ENROLMENT,
    REPORT,
    Submission(1, 1, NOW, False, "jo@x", "Töpic", "id@x", "ff", (DOCUMENT,)),
    Feedback(1, 1, NOW, "ann@x", "id@x", "ff", 1.25, True, False, 2, (DOCUMENT,)),
    LETTER,
    Seen("k", "d", NOW, "report 1"),
    Quarantined("k", "ff", NOW, "x@y", "s", 10, "cause", "trace", told=True),
    Trouble("smtp", NOW, "down"),
    Told("letter", NOW),
]


@pytest.fixture(params=["memory", "tinydb"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = MemoryStore() if request.param == "memory" else TinyStore(tmp_path / "data")
    yield made
    made.close()


def test_a_unit_that_is_not_there_is_an_empty_case(store: Store) -> None:
    assert store.load("2026-27/nobody") == Case("2026-27/nobody")
    assert list(store.units()) == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.table)
def test_every_kind_of_record_comes_back_as_it_was(store: Store, record: Report) -> None:
    store.commit(ENROLMENT.unit, [Put(record)])
    assert store.load(ENROLMENT.unit).get(type(record), record.key) == record


def test_a_commit_returns_the_case_that_load_returns(store: Store) -> None:
    assert store.commit(ENROLMENT.unit, [Put(ENROLMENT), Put(REPORT)]) == store.load(ENROLMENT.unit)


def test_a_record_with_the_same_key_is_replaced_and_its_old_values_are_gone(store: Store) -> None:
    store.commit(ENROLMENT.unit, [Put(LETTER)])
    after = replace(LETTER, state=LetterState.SENT, outcomes={}, notice=None, next_try=None)
    store.commit(ENROLMENT.unit, [Put(after)])
    assert store.load(ENROLMENT.unit).letters == {LETTER.key: after}


def test_a_record_can_be_dropped_and_dropping_what_is_not_there_is_nothing(store: Store) -> None:
    store.commit(ENROLMENT.unit, [Put(REPORT), Put(LETTER)])
    store.commit(ENROLMENT.unit, [Drop("reports", "1"), Drop("reports", "7"), Drop("seen", "x")])
    assert store.load(ENROLMENT.unit).report(1) is None
    assert LETTER.key in store.load(ENROLMENT.unit).letters


def test_units_do_not_touch_each_other(store: Store) -> None:
    store.commit("2026-27/a", [Put(REPORT)])
    store.commit("2026-27/b", [Put(LETTER)])
    store.commit(DESK, [Put(Told("x", NOW))])
    assert sorted(store.units()) == ["2026-27/a", "2026-27/b", DESK]
    assert store.load("2026-27/a").letters == {}


changes = st.lists(
    st.one_of(
        st.builds(lambda n, v: Put(replace(REPORT, number=n, versions=v)), st.integers(1, 4), st.integers(1, 9)),
        st.builds(lambda k, f: Put(replace(LETTER, key=f"k{k}", fault=f)), st.integers(1, 4), st.text(max_size=30)),
        st.builds(lambda n: Drop("reports", str(n)), st.integers(1, 5)),
        st.builds(lambda k: Drop("letters", f"k{k}"), st.integers(1, 5)),
    ),
    max_size=12,
)


@given(commits=st.lists(changes, max_size=4))
def test_both_engines_tell_the_same_whatever_was_committed(
    commits: list[list[Change]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("store")
    stores: list[Store] = [MemoryStore(), TinyStore(folder)]
    expected = Case(ENROLMENT.unit)
    for changed in commits:
        expected = apply(expected, changed)
        for store in stores:
            store.commit(ENROLMENT.unit, changed)
    stores[1].close()
    for store in (stores[0], TinyStore(folder, read_only=True)):
        case = store.load(ENROLMENT.unit)
        assert dict(case.all(Report)) == dict(expected.all(Report))
        assert dict(case.letters) == dict(expected.letters)


# --- the files ---


def test_what_was_committed_is_there_in_the_next_process(tmp_path: Path) -> None:
    first = TinyStore(tmp_path)
    first.commit(ENROLMENT.unit, [Put(r) for r in RECORDS])
    first.close()
    assert TinyStore(tmp_path).load(ENROLMENT.unit) == apply(Case(ENROLMENT.unit), [Put(r) for r in RECORDS])


def test_each_unit_is_one_readable_json_file_for_its_owner_alone(tmp_path: Path) -> None:
    TinyStore(tmp_path).commit(ENROLMENT.unit, [Put(ENROLMENT)])
    path = tmp_path / "enrolments" / "2026-27" / "jo.smith.json"
    assert json.loads(path.read_text())["enrolment"]["enrolment"]["practitioner"]["name"] == "Jo Smith"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_second_process_on_the_same_folder_is_told_who_has_it(tmp_path: Path) -> None:
    first = TinyStore(tmp_path)
    with pytest.raises(StoreLocked, match=str(os.getpid())):
        TinyStore(tmp_path)
    assert holder(tmp_path) == os.getpid()
    first.close()
    assert holder(tmp_path) is None
    TinyStore(tmp_path).close()


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"reports": {}}', '{"about": {"file": {"version": 99}}}'])
def test_a_file_that_is_not_ours_is_named_and_left_as_it_is(tmp_path: Path, broken: str) -> None:
    store = TinyStore(tmp_path)
    store.commit(ENROLMENT.unit, [Put(REPORT)])
    path = tmp_path / "enrolments" / "2026-27" / "jo.smith.json"
    path.write_text(broken)
    store.close()
    again = TinyStore(tmp_path)
    with pytest.raises(StoreFailed, match=r"jo\.smith\.json"):
        again.commit(ENROLMENT.unit, [Put(LETTER)])
    assert path.read_text() == broken


@pytest.mark.parametrize("name", ["../x", "a/../b", "a/b/c", "/etc/passwd", "a/B", "", "a"])
def test_a_unit_that_is_no_unit_reaches_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreFailed):
        TinyStore(tmp_path).commit(name, [Put(REPORT)])


def test_a_plain_record_that_does_not_fit_is_an_error() -> None:
    plain = to_plain(REPORT)
    assert to_record("reports", plain) == REPORT
    with pytest.raises(ValueError, match="number"):
        to_record("reports", {**plain, "number": "many"})


def test_a_commit_writes_the_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = TinyStore(tmp_path)
    store.commit(ENROLMENT.unit, [Put(ENROLMENT)])
    written: list[Path] = []
    real = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        written.append(target)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    store.commit(ENROLMENT.unit, [Put(REPORT), Put(LETTER), Drop("seen", "x"), Put(RECORDS[5])])
    assert len(written) == 1


def test_an_enrolment_knows_its_unit() -> None:
    assert Enrolment("c", "s", ENROLMENT.practitioner, ENROLMENT.mentor).unit == "c/s"
