"""What newcomers get: the README's examples hold, and the wheel has all that the program needs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from qibot.cli import parser
from qibot.config.loading import load
from qibot.letters.samples import SAMPLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def test_the_readmes_configuration_is_complete(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "config.toml").write_text(block)
    assert load(tmp_path / "config.toml").cohorts["2026-27"].reports == 8


def test_the_readme_names_every_command() -> None:
    help_text = parser._parser().format_help()
    (listed,) = re.findall(r"COMMAND\n((?:    \S+ .*\n(?: {8,}.*\n)*)+)", help_text)
    commands = re.findall(r"^ {4}(\w+) ", listed, re.MULTILINE)
    assert "once" in commands
    assert all(f"`qibot {name}" in README for name in commands)


def test_the_readmes_make_commands_are_there() -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = re.findall(r"(?:^|`)make ([\w-]+)", README, re.MULTILINE)
    assert {"demo", "test"} <= set(named) <= set(targets)


def test_ci_calls_the_readmes_test_command_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith(("#", "set ", "cd "))] == ["exec make test"]


def test_the_wheel_holds_templates_and_example_and_runs_by_itself(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "site")
    assert {f"qibot/templates/{name}.md" for name in SAMPLES} <= set(names)
    assert "qibot/config.example.toml" in names
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "qibot", "init", str(tmp_path / "new"), "--templates"]
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=tmp_path)
    assert {p.stem for p in (tmp_path / "new" / "templates").glob("*.md")} == set(SAMPLES)
    assert (tmp_path / "new" / "templates" / "guidance" / "reports-1-2.md").exists()
    load(tmp_path / "new" / "config.toml")
