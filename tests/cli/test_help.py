"""Every command explains itself, and what isn't a command is told how to be one."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from tests.support.commands import Qibot, process

COMMANDS = ("init", "check", "people", "once", "run", "plan", "status", "quarantine", "mend", "demo", "verify",
            "backup", "restore", "health")  # fmt: skip


@pytest.mark.parametrize("command", [*COMMANDS, "people import", "people reassign", "quarantine release"])
def test_each_command_explains_itself(qibot: Qibot, command: str) -> None:
    said = qibot(*command.split(), "--help")
    assert said.code == 0
    assert f"usage: qibot {command}" in said.words
    assert ("--config" in said.out) is (command not in ("init", "demo"))
    assert ("QIBOT_CONFIG" in said.out) is (command not in ("init", "demo"))
    assert ("--json" in said.out) is (command not in ("init", "run"))


def test_the_help_names_every_command_and_where_to_begin(qibot: Qibot) -> None:
    said = qibot("--help")
    assert said.code == 0
    listed = {line.split()[0] for line in said.out.splitlines() if line.startswith("    ") and line[4:5].strip()}
    assert set(COMMANDS) <= listed
    assert "qibot init DIR" in said.out


@pytest.mark.parametrize("arguments", [(), ("chekc",), ("init",), ("people", "import"), ("once", "--yes")])
def test_what_isnt_a_command_ends_with_code_2_and_the_usage(qibot: Qibot, arguments: Sequence[str]) -> None:
    said = qibot(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "usage: qibot" in said.err


def test_the_version_is_told() -> None:
    said = process(sys.executable, "-m", "qibot", "--version")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("qibot 0.")
