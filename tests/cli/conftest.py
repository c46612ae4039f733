"""A command line that is run in this process, and a programme whose configuration it finds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from qibot.cli import main
from tests.support.commands import Qibot, Said
from tests.support.mailservers import MailServers
from tests.support.programme import Programme


@pytest.fixture
def qibot(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Qibot:
    """Runs a command in this process; `typed` is what the user types."""

    def run(*arguments: object, typed: str = "") -> Said:
        capsys.readouterr()
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = main([str(a) for a in arguments])
        except SystemExit as e:  # argparse's
            code = int(e.code or 0)
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def p(servers: MailServers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Programme]:
    """A programme in which nobody is enrolled yet; QIBOT_CONFIG names its configuration."""
    made = Programme(servers, tmp_path / "qibot")
    monkeypatch.setenv("QIBOT_CONFIG", str(made.path))
    monkeypatch.delenv("QIBOT_PASSWORD", raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    yield made
    made.close()
