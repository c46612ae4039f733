"""One process at a time has the data folder, and a killed one has it no more."""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from qibot.cli import main
from qibot.errors import StoreFailed, StoreLocked
from qibot.store import durable
from qibot.store.locks import holder
from qibot.store.tinydb import TinyStore
from tests.support.crash_scene import Scene
from tests.support.mailservers import PATIENCE, MailServers


def test_a_second_process_is_told_who_has_the_data_folder_and_a_killed_one_has_it_no_more(
    servers: MailServers, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    scene = Scene.lay_out(tmp_path / "one", uuid.uuid4().hex[:12], servers.imap_port, servers.smtp_port)
    command = ["--config", str(scene.folder / "config.toml")]
    first = subprocess.Popen([sys.executable, "-m", "qibot", "run", *command], stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE
        while holder(scene.data) != first.pid:
            assert time.monotonic() < end
            assert first.poll() is None
            time.sleep(0.01)
        assert main(["once", *command]) == 1
        assert str(first.pid) in capfd.readouterr().err
        with pytest.raises(StoreLocked, match=rf"\b{first.pid}\b"):
            TinyStore(scene.data)
    finally:
        first.kill()
        first.wait()
    assert holder(scene.data) is None
    assert main(["once", *command]) == 0


def test_a_store_that_the_disk_keeps_from_opening_lets_go_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    TinyStore(tmp_path).close()
    with monkeypatch.context() as disk:

        def refuses(folder: Path) -> None:
            raise StoreFailed(f"Can't write {folder}: no.")

        disk.setattr(durable, "folder_durable", refuses)
        with pytest.raises(StoreFailed, match="no"):
            TinyStore(tmp_path)
    assert holder(tmp_path) is None
    TinyStore(tmp_path).close()
