"""A full disk loses nothing and doubles nothing, and room lets all go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from qibot.cli import building
from tests.support.crash_disk import Tmpfs, small_files
from tests.support.crash_play import Maker
from tests.support.crash_rehearsal import Rehearsal
from tests.support.crash_scene import mark


@pytest.mark.parametrize(("what", "most"), [("pages", 60), ("files", 45)])
def test_a_full_disk_loses_nothing_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmpfs: Callable[[], Tmpfs], what: str, most: int
) -> None:
    """Wherever the room ends: what can't be recorded isn't sent, leftovers don't pile up, and room lets all go on."""
    seen = set()
    for left in range(0, most, 1 if what == "pages" else 2):
        disk = tmpfs()
        fill_up = disk.leave_room if what == "pages" else disk.leave_files
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(left), disk.path / "data")
            try:
                for answered in (False, True):
                    fill_up(left)
                    seen.add(bool(while_full(one)))
                    disk.make_room()
                    one.rounds(1)
                    one.check(answered)
                    if not answered:
                        one.answer()
            except AssertionError as e:
                raise AssertionError(f"room for {left} {what}") from e
            one.bot.close()
    assert seen == {False, True}


def while_full(one: Rehearsal) -> list[str]:
    """Some rounds, in the same process and in a new one; the faults."""
    faults = [said for _ in range(4) for said in one.rounds(1)]
    waiting = [x.spooled for case in one.scene.cases().values() for x in case.letters.values() if x.state == "waiting"]
    litter = [path for path in one.scene.data.glob("outbox/*/*") if path.stem not in waiting]
    assert len(litter) <= 1, "each round leaves something behind"
    one.start_again()
    return [*faults, *one.rounds(1)][-1]


def test_a_file_that_may_not_grow_loses_nothing_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    faults = []
    for limit in (0, 1, 400, 700, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7000, 99_999, 1_000_000):
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(limit))
            with small_files(limit):
                faults.append(while_full(one))
            one.rounds(1)
            one.check()
            one.bot.close()
    assert [bool(x) for x in faults] == [True] * 13 + [False]


@pytest.mark.parametrize("pages", [0, 5, 10, 15, 26])
def test_a_full_disk_on_real_servers_keeps_the_mail_in_the_inbox_until_there_is_room(
    play: Maker, tmpfs: Callable[[], Tmpfs], pages: int
) -> None:
    disk = tmpfs()
    one = play("one", disk.path / "data")
    building.build_threads(one.scene.settings)
    one.arrive(*one.scene.reports())
    disk.leave_room(pages)
    for _ in range(2):
        assert all(said["faults"] for said in one.rounds(2)["said"])
        one.scene.cases()
        letters = Counter((who, *mark(raw)) for who, raws in one.letters().items() for raw in raws)
        assert set(letters.values()) <= {1}
    disk.make_room()
    one.finish(False, Counter())
