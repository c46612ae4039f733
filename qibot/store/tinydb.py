"""The embedded store: one small TinyDB file a unit, written atomically.

TinyDB by itself rewrites its file in place at each change: a crash leaves it cut, and a change to two tables is two
writes. So all tables are staged in memory and written once, beside the file, made durable and renamed (`durable`).
Small files keep the cost of a commit independent of how many enrolments there are.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import time
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import tinydb
from pydantic import ValidationError
from tinydb.table import Document as Row
from tinydb.table import Table

from qibot.errors import StoreFailed, StoreLocked
from qibot.model import DESK, RECORDS, Case, Change, Put, apply, to_plain, to_record
from qibot.store import durable
from qibot.store.register import Register

VERSION = 1
CACHED = 256
_ABOUT = "about"
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*/[a-z0-9][a-z0-9._-]*")


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
        self._register = Register(folder)
        if not read_only:
            durable.make_folder(self._enrolments)
            self._lock = _locked(folder / "lock")
            try:
                self._recover()
            except StoreFailed:
                self.close()
                raise
            with suppress(StoreFailed):  # on a full disk they are entered the next time
                self._register.enter(self.units())

    def missing(self) -> Iterator[str]:
        """See Store."""
        return iter(sorted(unit for unit in self._register.units if not self._path(unit).exists()))

    def _recover(self) -> None:
        """What a killed process left: unfinished files go, names that it hadn't made durable become so."""
        for left in (self._folder / f"desk.json{durable.TEMPORARY}", *self._enrolments.glob(f"*/*{durable.TEMPORARY}")):
            with suppress(OSError):
                left.unlink()
        for folder in (self._folder, self._enrolments, *(p for p in self._enrolments.iterdir() if p.is_dir())):
            durable.folder_durable(folder)

    def units(self) -> Iterator[str]:
        """See Store."""
        if (self._folder / "desk.json").exists():
            yield DESK
        for path in sorted(self._enrolments.glob("*/*.json")):
            if _UNIT.fullmatch(f"{path.parent.name}/{path.stem}"):
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
        staged = _Staged(self._tables(unit))
        with _Unit(storage=lambda: staged) as db:
            db.table(_ABOUT).upsert(Row({"version": VERSION, "unit": unit}, doc_id="file"))  # type: ignore[arg-type]
            for change in changes:
                if isinstance(change, Put):
                    row = Row(to_plain(change.record), doc_id=change.record.key)  # type: ignore[arg-type]
                    db.table(change.record.table).upsert(row)
                elif db.table(change.table).contains(doc_id=change.key):
                    db.table(change.table).remove(doc_ids=[change.key])
        data = json.dumps(staged.tables, ensure_ascii=False, indent=1).encode()
        self._cache.pop(unit, None)
        self._unsure.add(unit)
        durable.write(path, data)
        self._register.enter([unit])
        self._unsure.discard(unit)
        return self._remember(apply(case, changes))

    def close(self) -> None:
        """See Store."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _remember(self, case: Case) -> Case:
        self._cache[case.unit] = case
        self._cache.move_to_end(case.unit)
        if len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return case

    def _path(self, unit: str) -> Path:
        if unit == DESK:
            return self._folder / "desk.json"
        if not _UNIT.fullmatch(unit):
            raise StoreFailed(f"“{unit}” can't be a unit's name; nothing was written.")
        return self._enrolments / f"{unit}.json"

    def _tables(self, unit: str) -> dict[str, dict[str, Any]]:
        path = self._path(unit)
        if not path.exists():
            if unit in self._register.units:
                raise StoreFailed(
                    f"{path} was there before and is gone: put back the last good copy of it. If it was taken away on"
                    f" purpose, stop qibot and delete the line {unit} from {self._register.path}."
                )
            return {}
        try:
            tables = json.loads(durable.read(path))
            version, own = tables[_ABOUT]["file"]["version"], tables[_ABOUT]["file"]["unit"]
        except (ValueError, KeyError, TypeError) as e:
            raise StoreFailed(f"{path} isn't a file of qibot's ({e}): put back the last good copy of it.") from e
        if version != VERSION:
            raise StoreFailed(f"{path} was written by another version of qibot ({version}): run that version.")
        if own != unit:
            raise StoreFailed(f"{path} holds the records of {own}: it is a copy; move it out of the data folder.")
        return dict(tables)


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


def _locked(path: Path) -> int:
    """Take the folder's lock; it falls with the process, however that ends."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as e:
        raise StoreFailed(f"Can't use {path}: {e.strerror}. Give the data folder to the user that runs qibot.") from e
    if not _taken(descriptor):
        holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
        os.close(descriptor)
        raise StoreLocked(
            f"Another qibot (process {holder or 'unknown'}) works on {path.parent}."
            " Stop it first, or name another data folder."
        )
    with suppress(OSError):  # on a full disk others don't learn our number; the lock holds all the same
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
    return descriptor


def _taken(descriptor: int) -> bool:
    """Take the lock, patient for a moment: `holder` touches it, too."""
    for _ in range(10):
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.03)
    return False


def holder(folder: Path) -> int | None:
    """The process that has the folder's lock, or None."""
    try:
        descriptor = os.open(folder / "lock", os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        said = os.read(descriptor, 20).strip()
        return int(said) if said.isdigit() else None
    finally:
        os.close(descriptor)
    return None
