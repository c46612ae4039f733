"""The versions of a unit's file: what each added, and how an older one is read. The old file is kept.

1: all tables of a unit in one file, its name and the version beside them. 2: a serial number, which tells an older
copy from the last one, and a checksum, which tells a damaged file that still reads as one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

VERSION = 2
ABOUT = "about"
Tables = dict[str, dict[str, Any]]

# From a version to the next one. 1 -> 2 changes no table: serial and checksum come with the next write.
MIGRATIONS: Mapping[int, Callable[[Tables], Tables]] = {1: lambda tables: tables}


def about(unit: str, serial: int, tables: Mapping[str, Any]) -> dict[str, Any]:
    """What a file of this version says about itself."""
    return {"version": VERSION, "unit": unit, "serial": serial, "sum": checksum(tables)}


def checksum(tables: Mapping[str, Any]) -> str:
    """A hash of all tables but the one about the file."""
    said = json.dumps({name: rows for name, rows in tables.items() if name != ABOUT}, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def read_now(tables: Tables, version: int) -> Tables:
    """The tables of a file of this version as the present one has them. KeyError where no way leads there."""
    while version < VERSION:
        tables = MIGRATIONS[version](tables)
        version += 1
    return tables
