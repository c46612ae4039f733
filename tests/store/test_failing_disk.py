"""Whatever call of the disk fails, and wherever the power is cut, nothing is lost and nothing sent twice."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from qibot.store import imports
from tests.support.crash_disk import PowerCut
from tests.support.crash_rehearsal import Rehearsal


@pytest.mark.parametrize("call", ["replace", "unlink"])
def test_an_import_that_the_disk_refuses_keeps_no_mail_waiting_and_is_made_up_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: str
) -> None:
    one = Rehearsal(monkeypatch, tmp_path / "one")
    imports.lay_down(one.scene.data, one.scene.people())
    real = getattr(os, call)

    def refusing(path: Any, *more: Any, **named: Any) -> None:
        if Path(path).name.startswith("import."):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(path, *more, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, call, refusing)
        ((fault,),) = one.rounds(1)
        assert "The import is carried out later" in fault
    assert imports.waits(one.scene.data)
    one.check()
    assert not imports.waits(one.scene.data)
    one.bot.close()


def fsyncs_of_a_round(monkeypatch: pytest.MonkeyPatch, folder: Path) -> tuple[int, int]:
    """How many fsyncs, and how many points, the first round takes."""
    with monkeypatch.context() as patched:
        one = Rehearsal(patched, folder)
        before = one.disk.fsyncs, one.disk.points
        assert one.rounds(1) == [[]]
        counted = one.disk.fsyncs - before[0], one.disk.points - before[1]
        one.check()
        one.bot.close()
    return counted


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize("restarted", [False, True], ids=["same process", "restarted"])
def test_a_failing_fsync_loses_nothing_and_doubles_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lasting: bool, restarted: bool
) -> None:
    """Whichever fsync fails, once or from then on: the servers hear only of what is durable, and when the disk works
    again the next rounds finish everything."""
    count, _ = fsyncs_of_a_round(monkeypatch, tmp_path / "whole")
    assert count > 40
    for number in range(1, count + 1):
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(number))
            fatal = one.disk.fsyncs + number
            one.disk.fails = range(fatal, sys.maxsize if lasting else fatal + 1).__contains__
            try:
                said = one.rounds(3 if lasting else 1)
                assert all(said) or one.disk.fsyncs < fatal, "no round said that the disk failed"
                one.disk.fails = range(0).__contains__
                if restarted:
                    one.start_again()
                one.rounds(1)
                one.check()
            except AssertionError as e:
                raise AssertionError(f"fsync {number} of {count} failed") from e
            one.bot.close()


def test_a_power_cut_after_a_kill_and_a_restart_takes_nothing_away_that_a_server_was_told_of(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What a killed process left visible but not durable is made durable before the next one relies on it."""
    _, count = fsyncs_of_a_round(monkeypatch, tmp_path / "whole")
    cuts = 0
    for number in range(count):
        with monkeypatch.context() as patched:
            one = Rehearsal(patched, tmp_path / str(number))
            one.disk.cut = one.disk.points + number
            try:
                one.rounds(1)
            except PowerCut:
                cuts += 1
            else:  # names are hashes: where two files share a folder, a round has some points fewer
                assert one.disk.points <= one.disk.cut, "the power was to be cut, and wasn't"
            one.start_again()
            try:
                one.bot.round()
                one.scene.check_data(answered=False)
            except AssertionError as e:
                raise AssertionError(f"killed before point {number} of {count}") from e
            one.bot.close()
    assert cuts > count * 0.9
