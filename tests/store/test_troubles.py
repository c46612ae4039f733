"""Since when what fails is kept, in the spare place only as long as the data folder takes nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from qibot.errors import StoreFailed
from qibot.model.troubles import Ongoing
from qibot.store import durable
from qibot.store.troubles import Book, Troubles
from tests.support.build import at

BOOK = Book((Ongoing("disk", at("2026-10-12T09:00"), "The disk is full."),))


class Disk:
    """Refuses writes below some folders."""

    def __init__(self) -> None:
        self.refuses: list[Path] = []
        self._write = durable.write

    def write(self, path: Path, data: bytes) -> None:
        if any(path.is_relative_to(one) for one in self.refuses):
            raise StoreFailed("No space left on device.")
        self._write(path, data)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(durable, "write", made.write)
    return made


@pytest.fixture
def spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The system's temporary folder, in which nothing else lies."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    yield tmp_path / "tmp"


def test_where_the_data_folder_takes_it_the_spare_place_is_never_made(tmp_path: Path, spare: Path) -> None:
    Troubles(tmp_path / "data").keep(BOOK)
    assert Troubles(tmp_path / "data").load() == BOOK
    assert list(spare.iterdir()) == []


def test_the_spare_place_is_there_while_it_is_needed_and_gone_afterwards(
    tmp_path: Path, spare: Path, disk: Disk
) -> None:
    disk.refuses = [tmp_path / "data"]
    troubles = Troubles(tmp_path / "data")
    troubles.keep(BOOK)
    assert Troubles(tmp_path / "data").load() == BOOK
    assert len(list(spare.iterdir())) == 1
    disk.refuses = []
    troubles.keep(Book())
    assert Troubles(tmp_path / "data").load() == Book()
    assert list(spare.iterdir()) == []


def test_where_neither_place_takes_it_nothing_is_left(tmp_path: Path, spare: Path, disk: Disk) -> None:
    disk.refuses = [tmp_path]
    Troubles(tmp_path / "data").keep(BOOK)
    assert list(spare.iterdir()) == []
