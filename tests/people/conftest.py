"""A people sheet that is read, and its faults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from qibot.errors import RosterError
from qibot.model.people import Enrolment
from qibot.people.roster import read
from tests.support.sheets import COHORTS, Parse, Table, as_csv


@pytest.fixture
def parse(tmp_path: Path) -> Parse:
    """Read a sheet given as bytes, as text or as rows."""

    def parse(sheet: bytes | str | Table, known: Sequence[Enrolment] = (), name: str = "people.csv") -> list[Enrolment]:
        if not isinstance(sheet, bytes | str):
            sheet = as_csv(sheet)
        path = tmp_path / name
        path.write_bytes(sheet.encode() if isinstance(sheet, str) else sheet)
        return read(path, COHORTS, known)

    return parse


@pytest.fixture
def faults(parse: Parse) -> Callable[..., list[str]]:
    """The faults of a sheet that has some."""

    def faults(*sheet: object, **options: object) -> list[str]:
        with pytest.raises(RosterError) as caught:
            parse(*sheet, **options)
        return caught.value.faults

    return faults
