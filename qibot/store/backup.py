"""The whole data folder in one file, taken while qibot runs, and back again.

Files are replaced by renames, never changed in place; so links to all of them, made while no record is written, are the
folder as it was at one moment: what a kill at that moment would have left, which the next start goes on from.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

from qibot.errors import StoreFailed
from qibot.store import durable
from qibot.store.locks import WRITING, held_still
from qibot.store.serials import NAME as SERIALS
from qibot.store.tinydb import RESTORING

MANIFEST, FORMAT = "qibot-backup.json", 1
MANIFEST_LIMIT = 500_000_000
_SNAPSHOT, _ARRIVING, _BEFORE = ".backup", ".restoring", "before-restore"
_LEFT_OUT = ("lock", WRITING, "check", "troubles.json", "beat.json", RESTORING)


@dataclass(frozen=True, slots=True)
class Backup:
    """When a backup was made, and how many files and bytes it holds."""

    made: datetime
    files: int
    size: int


def back_up(folder: Path, target: Path, now: datetime, *, replace: bool = False) -> Backup:
    """Put the whole data folder into a file, readable by its owner alone. Raises StoreFailed, and then leaves no file;
    one that is there is kept unless it is to be replaced."""
    if not (folder / "enrolments").is_dir():
        raise StoreFailed(f"There is no data folder at {folder}: nothing to back up.")
    if folder.resolve() in target.resolve().parents:
        raise StoreFailed(f"{target} lies in the data folder itself: name a place outside, better on another disk.")
    if target.exists() and not replace:
        raise StoreFailed(f"{target} is there already: name another file, or say --replace.")
    part = target.with_name(target.name + durable.TEMPORARY)
    try:
        with _snapshot(folder) as still:
            made = _pack(still, part, now)
        part.replace(target)
    except OSError as e:
        raise StoreFailed(f"The backup {target} can't be written: {e.strerror or e}.") from e
    finally:
        with suppress(OSError):
            part.unlink()
    durable.folder_durable(target.parent)
    return made


@contextmanager
def _snapshot(folder: Path) -> Iterator[Path]:
    still = folder / _SNAPSHOT
    shutil.rmtree(still, ignore_errors=True)
    try:
        with held_still(folder):
            for path in _ours(folder):
                linked = still / path.relative_to(folder)
                linked.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with suppress(FileNotFoundError):  # a letter that has just been delivered
                    _link(path, linked)
        yield still
    finally:
        shutil.rmtree(still, ignore_errors=True)


def _ours(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        top = path.relative_to(folder).parts[0]
        left_out = top in _LEFT_OUT or top.startswith((_SNAPSHOT, _ARRIVING, _BEFORE))
        if path.is_file() and not path.is_symlink() and not left_out and path.suffix != durable.TEMPORARY:
            yield path


def _link(path: Path, linked: Path) -> None:
    if path.name == SERIALS:  # it is added to in place, and would go on growing in the snapshot
        shutil.copy2(path, linked)
        return
    try:
        os.link(path, linked)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without links
        shutil.copy2(path, linked)


def _pack(still: Path, part: Path, now: datetime) -> Backup:
    files = sorted(p for p in still.rglob("*") if p.is_file())
    sums = {path.relative_to(still).as_posix(): _sum(path) for path in files}
    said = json.dumps({"format": FORMAT, "made": now.isoformat(), "files": sums}, indent=0).encode()
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as packed:
            head = tarfile.TarInfo(MANIFEST)
            head.size = len(said)
            packed.addfile(head, io.BytesIO(said))
            for name in sums:
                packed.add(still / name, name, recursive=False)
        file.flush()
        os.fsync(file.fileno())
    return Backup(now, len(files), sum(p.stat().st_size for p in files))


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- back again ---


def unpack(source: Path, folder: Path) -> tuple[Backup, Path]:
    """Lay the backup's files out beside the data, checked against their sums, and name the place. Raises StoreFailed:
    then nothing is left of it."""
    place = folder / _ARRIVING
    shutil.rmtree(place, ignore_errors=True)
    durable.make_folder(place)
    try:
        with tarfile.open(source, "r:gz") as packed:
            made = _unpack(packed, place)
    except (OSError, tarfile.TarError, ValueError, KeyError, TypeError, EOFError) as e:
        shutil.rmtree(place, ignore_errors=True)
        raise StoreFailed(f"{source} is no whole backup of qibot's ({e}): nothing was restored.") from e
    return made, place


def _unpack(packed: tarfile.TarFile, place: Path) -> Backup:
    head = packed.next()
    if head is None or head.name != MANIFEST or head.size > MANIFEST_LIMIT:
        raise ValueError("it has no list of its files")
    said = json.loads(_bytes_of(packed, head).read())
    if said["format"] != FORMAT:
        raise ValueError(f"it is of another format, {said['format']}")
    wanted: dict[str, str] = said["files"]
    count, size = len(wanted), 0
    while (member := packed.next()) is not None:
        name = PurePosixPath(member.name)
        if not member.isreg() or name.is_absolute() or ".." in name.parts or member.name not in wanted:
            raise ValueError(f"it holds what isn't in its list: {member.name[:100]}")
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            shutil.copyfileobj(_bytes_of(packed, member), file)
            file.flush()
            os.fsync(file.fileno())
        if _sum(target) != wanted.pop(member.name):
            raise ValueError(f"{member.name} is damaged in it")
        size += member.size
    if wanted:
        raise ValueError(f"{len(wanted)} of its files are missing")
    for inner in (place, *(p for p in place.rglob("*") if p.is_dir())):
        durable.folder_durable(inner)
    return Backup(datetime.fromisoformat(said["made"]), count, size)


def _bytes_of(packed: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    found = packed.extractfile(member)
    if found is None:
        raise ValueError(f"{member.name[:100]} can't be read")
    return found


def discard(place: Path) -> None:
    """Let go of what was unpacked."""
    shutil.rmtree(place, ignore_errors=True)


def holds_data(folder: Path) -> bool:
    """Whether there are records, or what was left of an interrupted restore."""
    there = ("desk.json", "secret", "register", RESTORING)
    return any((folder / name).exists() for name in there) or any((folder / "enrolments").glob("*/*.json"))


def put_in_place(place: Path, folder: Path, now: datetime) -> Path | None:
    """Move what was unpacked to where the data belong, and what stood there aside; returns where that is. Until all is
    moved, a mark keeps qibot from starting. Raises StoreFailed; then it can be done once more."""
    durable.write(folder / RESTORING, now.isoformat().encode())
    stood = [p for p in folder.iterdir() if not p.name.startswith((_SNAPSHOT, _ARRIVING, _BEFORE))]
    stood = [p for p in stood if p.name not in (RESTORING, "lock")]
    # After an interrupted one part of what stands here is the backup's: it never takes an earlier place aside.
    names = (folder / f"{_BEFORE}-{now:%Y%m%d-%H%M%S}.{number}" for number in itertools.count(1))
    before = next(name for name in names if not name.exists())
    try:
        if stood:
            before.mkdir(mode=0o700)
            for path in stood:
                path.rename(before / path.name)
            durable.folder_durable(before)
        for path in list(place.iterdir()):
            path.rename(folder / path.name)
        place.rmdir()
        durable.folder_durable(folder)
        (folder / RESTORING).unlink()
        durable.folder_durable(folder)
    except OSError as e:
        raise StoreFailed(f"The restore into {folder} was interrupted ({e.strerror or e}): run it once more.") from e
    return before if stood else None
