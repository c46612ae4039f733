"""A damaged data folder, by recipe, and the bytes that put it right again."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from pathlib import Path

NOBODY = 65534
Undo = Callable[[], None]
Recipe = Callable[[Path, Path, random.Random], None]  # the record, another one's, and where to draw from


def cut(record: Path, _other: Path, rng: random.Random) -> None:
    """Some of its end is missing."""
    os.truncate(record, rng.randrange(1, record.stat().st_size))


def emptied(record: Path, _other: Path, _rng: random.Random) -> None:
    """Nothing is in it, as after a crash of some file systems."""
    os.truncate(record, 0)


def zeroed(record: Path, _other: Path, _rng: random.Random) -> None:
    """As long as before, all zeros, as after a crash of others."""
    record.write_bytes(bytes(record.stat().st_size))


def gone(record: Path, _other: Path, _rng: random.Random) -> None:
    """It isn't there."""
    record.unlink()


def swapped(record: Path, other: Path, _rng: random.Random) -> None:
    """Each of two people's records lies where the other's belongs."""
    aside = record.with_name("aside")
    record.rename(aside)
    other.rename(record)
    aside.rename(other)


def copied_over(record: Path, other: Path, _rng: random.Random) -> None:
    """Another's record lies there, too."""
    record.write_bytes(other.read_bytes())


def a_folder(record: Path, _other: Path, _rng: random.Random) -> None:
    """A folder lies where it was."""
    record.unlink()
    record.mkdir()


def noise(record: Path, _other: Path, rng: random.Random) -> None:
    """A block of it is somebody else's block."""
    data = bytearray(record.read_bytes())
    start = rng.randrange(len(data))
    data[start : start + 512] = rng.randbytes(len(data[start : start + 512]))
    record.write_bytes(bytes(data))


RECIPES: Mapping[str, Recipe] = {
    one.__name__: one for one in (cut, emptied, zeroed, gone, swapped, copied_over, a_folder, noise)
}


def damage(recipe: Recipe, record: Path, other: Path, rng: random.Random) -> Undo:
    """Carry it out; what is returned puts whatever it changed back as it was, byte by byte."""
    good = {path: path.read_bytes() for path in (record, other)}
    recipe(record, other, rng)
    changed = {path: data for path, data in good.items() if not path.is_file() or path.read_bytes() != data}

    def undo() -> None:
        for path, data in changed.items():
            if path.is_dir():
                path.rmdir()
            path.write_bytes(data)

    return undo
