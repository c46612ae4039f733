"""The embedded store: one small TinyDB file a unit, written atomically.

TinyDB by itself rewrites its file in place at each change: a crash leaves it cut, and a change to two tables is two
writes. So all tables are staged in memory and written once, beside the file, made durable and renamed (`durable`).
Small files keep the cost of a commit independent of how many enrolments there are.
"""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import tinydb
from pydantic import ValidationError
from tinydb.table import Document as Row
from tinydb.table import Table

from qibot.errors import StoreFailed
from qibot.model import DESK, RECORDS, Case, Change, Put, apply, to_plain, to_record
from qibot.store import durable
from qibot.store.locks import WRITING, alone, locked, opened
from qibot.store.register import UNIT, Register
from qibot.store.serials import Serials
from qibot.store.versions import ABOUT, VERSION, Tables, about, checksum, read_now

CACHED = 256
RESTORING = "restoring"


class _Staged(tinydb.Storage):
    """Holds what TinyDB writes until it is all there."""

    def __init__(self, tables: dict[str, dict[str, Any]]) -> None:
        self.tables: dict[str, dict[str, Any]] = tables

    def read(self) -> dict[str, dict[str, Any]]:
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.tables = data


class _ByKey(Table):
    document_id_class = str  # type: ignore[assignment]  # a record's own key, not a running number


class _Unit(tinydb.TinyDB):
    table_class = _ByKey


class TinyStore:
    """All units below one data folder, for one process at a time."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Raises StoreLocked when another process has the folder, StoreFailed when it can't be used."""
        self._folder = folder
        self._enrolments = folder / "enrolments"
        self._cache: OrderedDict[str, Case] = OrderedDict()
        self._unsure: set[str] = set()
        self._lock: int | None = None
        self._writing: int | None = None
        self._register, self._serials = Register(folder), Serials(folder)
        if not read_only:
            if durable.there(folder / RESTORING):
                raise StoreFailed(
                    f"A restore into {folder} was interrupted: run it once more (`qibot restore FILE --replace`)."
                )
            durable.make_folder(self._enrolments)
            self._lock = locked(folder / "lock")
            self._writing = opened(folder / WRITING)
            try:
                self._recover()
            except StoreFailed:
                self.close()
                raise
            self._serials.tidy()
            with suppress(StoreFailed):  # on a full disk they are entered the next time
                self._register.enter(self.units())

    def missing(self) -> Iterator[str]:
        """See Store. One in a folder that may not be looked into is missing, too: loading it says why."""
        return iter(sorted(unit for unit in self._register.units if not self._seen(unit)))

    def _seen(self, unit: str) -> bool:
        try:
            return durable.there(self._path(unit))
        except StoreFailed:
            return False

    def _recover(self) -> None:
        """What a killed process left: unfinished files go, names that it hadn't made durable become so."""
        for left in (self._folder / f"desk.json{durable.TEMPORARY}", *self._enrolments.glob(f"*/*{durable.TEMPORARY}")):
            with suppress(OSError):
                left.unlink()
        durable.folder_durable(self._folder)
        cohorts: list[Path] = []
        with suppress(PermissionError):
            cohorts = [path for path in self._enrolments.iterdir() if path.is_dir()]
        for folder in (self._enrolments, *cohorts):
            try:
                durable.folder_durable(folder)
            except StoreFailed as e:
                if not durable.denied(e):  # else loading what is in it says so, and everybody else's can be read
                    raise

    def units(self) -> Iterator[str]:
        """See Store."""
        if durable.there(self._folder / "desk.json"):
            yield DESK
        for path in sorted(self._enrolments.glob("*/*.json")):
            if UNIT.fullmatch(f"{path.parent.name}/{path.stem}"):
                yield f"{path.parent.name}/{path.stem}"

    def load(self, unit: str) -> Case:
        """See Store."""
        if unit in self._unsure:
            durable.folder_durable(self._path(unit).parent)
            self._unsure.discard(unit)
        if unit in self._cache:
            self._cache.move_to_end(unit)
            return self._cache[unit]
        return self._remember(_to_case(unit, self._path(unit), self._tables(unit)))

    def commit(self, unit: str, changes: Sequence[Change]) -> Case:
        """See Store."""
        case = self.load(unit)
        path = self._path(unit)
        durable.make_folder(path.parent)
        tables = self._tables(unit)
        written = int(tables.get(ABOUT, {}).get("file", {}).get("serial", 0))
        serial = max(written, self._serials.known.get(unit, 0)) + 1
        staged = _Staged(tables)
        with _Unit(storage=lambda: staged) as db:
            for change in changes:
                if isinstance(change, Put):
                    row = Row(to_plain(change.record), doc_id=change.record.key)  # type: ignore[arg-type]
                    db.table(change.record.table).upsert(row)
                elif db.table(change.table).contains(doc_id=change.key):
                    db.table(change.table).remove(doc_ids=[change.key])
        whole = {ABOUT: {"file": about(unit, serial, staged.tables)}} | {
            name: rows for name, rows in staged.tables.items() if name != ABOUT
        }
        data = json.dumps(whole, ensure_ascii=False, indent=1).encode()
        self._cache.pop(unit, None)
        self._unsure.add(unit)
        with alone(self._writing):
            _keep_older(path, tables)
            durable.write(path, data)
        self._serials.note(unit, serial)
        self._register.enter([unit])
        self._unsure.discard(unit)
        return self._remember(apply(case, changes))

    def close(self) -> None:
        """See Store."""
        for descriptor in (self._lock, self._writing):
            if descriptor is not None:
                os.close(descriptor)
        self._lock = self._writing = None

    def accept(self, unit: str) -> None:
        """Take the unit's file for the last one, though a later one was there. Raises StoreFailed."""
        self._serials.accept({unit: _about(self._path(unit), _read(self._path(unit)))["serial"]})

    def _remember(self, case: Case) -> Case:
        self._cache[case.unit] = case
        self._cache.move_to_end(case.unit)
        if len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return case

    def _path(self, unit: str) -> Path:
        if unit == DESK:
            return self._folder / "desk.json"
        if not UNIT.fullmatch(unit):
            raise StoreFailed(f"“{unit}” can't be a unit's name; nothing was written.")
        return self._enrolments / f"{unit}.json"

    def _tables(self, unit: str) -> Tables:
        path = self._path(unit)
        if not durable.there(path):
            if unit in self._register.units:
                raise StoreFailed(
                    f"{path} was there before and is gone: put back the last good copy of it. If it was taken away on"
                    f" purpose, stop qibot and delete the line {unit} from {self._register.path}."
                )
            return {}
        tables = _read(path)
        own = _about(path, tables)
        if own["version"] not in range(1, VERSION + 1):
            raise StoreFailed(f"{path} was written by another version of qibot ({own['version']}): run that version.")
        if own["unit"] != unit:
            raise StoreFailed(
                f"{path} holds the records of {own['unit']}: it is a copy; move it out of the data folder."
            )
        if own["version"] > 1 and own["sum"] != checksum(tables):
            raise StoreFailed(
                f"{path} is damaged: it can be read, but its checksum doesn't fit. Put back the last good copy of it."
            )
        if own["serial"] < (last := self._serials.known.get(unit, 0)):
            raise StoreFailed(
                f"{path} is an older copy (change {own['serial']} of {last}): what came since is missing from it, and"
                " letters about that would go out wrongly. Put back the last copy; if there is none, stop qibot, run"
                f" `qibot verify --accept {unit}`, and move what came since back from qibot/done to the inbox."
            )
        return read_now(tables, own["version"])


def _read(path: Path) -> Tables:
    try:
        return dict(json.loads(durable.read(path)))
    except (ValueError, TypeError) as e:
        raise StoreFailed(f"{path} isn't a file of qibot's ({e}): put back the last good copy of it.") from e


def _about(path: Path, tables: Mapping[str, Any]) -> dict[str, Any]:
    """What the file says about itself; the first version had no serial number."""
    try:
        own = dict(tables[ABOUT]["file"])
        return {"version": int(own["version"]), "unit": str(own["unit"]), "serial": int(own.get("serial", 0)),
                "sum": str(own.get("sum", ""))}  # fmt: skip
    except (ValueError, KeyError, TypeError) as e:
        raise StoreFailed(f"{path} isn't a file of qibot's ({e}): put back the last good copy of it.") from e


def _keep_older(path: Path, tables: Tables) -> None:
    """Before a file of an older version is written anew, it is kept beside as it is. Raises StoreFailed."""
    version = tables[ABOUT]["file"]["version"] if ABOUT in tables else VERSION
    kept = path.with_name(f"{path.name}.v{version}")
    if version < VERSION and not durable.there(kept):
        durable.write(kept, durable.read(path))


def _to_case(unit: str, path: Path, tables: Mapping[str, Mapping[str, Any]]) -> Case:
    try:
        return Case(
            unit,
            {
                name: {key: to_record(name, plain) for key, plain in rows.items()}
                for name, rows in tables.items()
                if name in RECORDS
            },
        )
    except ValidationError as e:
        raise StoreFailed(f"{path} holds what this version of qibot can't read: {e.errors()[0]['msg']}.") from e
