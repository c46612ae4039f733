"""A newcomer gets from nothing to a first receipt with what `init` lays out and says."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from qibot import config
from qibot.people import roster
from tests.support.commands import Qibot, process
from tests.support.programme import COHORT, Programme

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_init_lays_out_a_folder_and_says_what_comes_next(qibot: Qibot, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "qi"
    said = qibot("init", folder)
    assert said.code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["config.toml", "password", "people.csv"]
    assert (folder / "password").stat().st_mode & 0o777 == 0o600
    assert (folder / "people.csv").read_text() == roster.EXAMPLE
    assert said.out.count("made ") == 3
    for step in (f"cd {folder}", "qibot people import people.csv", "qibot check", "qibot run"):
        assert step in said.out


def test_init_keeps_what_is_there(qibot: Qibot, tmp_path: Path) -> None:
    qibot("init", tmp_path)
    for name in ("config.toml", "people.csv", "password"):
        (tmp_path / name).write_text("mine")
    said = qibot("init", tmp_path)
    assert said.code == 0
    assert said.out.count("kept ") == 3
    assert {(tmp_path / name).read_text() for name in ("config.toml", "people.csv", "password")} == {"mine"}


def test_init_with_templates_puts_the_letters_where_the_configuration_looks_for_them(
    qibot: Qibot, tmp_path: Path
) -> None:
    assert qibot("init", tmp_path, "--templates").code == 0
    names = sorted(path.name for path in TEMPLATES.glob("*.md"))
    assert sorted(path.name for path in (tmp_path / "templates").glob("*.md")) == names
    assert config.load_config(tmp_path / "config.toml").template_folders()[0] == tmp_path / "templates"
    (tmp_path / "templates/receipt.md").write_text("Subject: mine\n\nmine\n")
    qibot("init", tmp_path, "--templates")
    assert (tmp_path / "templates/receipt.md").read_text() == "Subject: mine\n\nmine\n"


def test_init_where_a_file_is_in_the_way_says_so(qibot: Qibot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = qibot("init", tmp_path / "file")
    assert said.code == 1
    assert str(tmp_path / "file") in said.err


def test_from_init_to_a_receipt_by_filling_in_fewer_than_ten_lines(p: Programme, qibot: Qibot, tmp_path: Path) -> None:
    """A newcomer's way, step by step, with the very commands that init names."""
    folder = tmp_path / "fresh"
    qibot("init", folder)
    text = (folder / "config.toml").read_text()
    values = [line for line in text.splitlines() if "=" in line and not line.startswith("#")]
    assert len(values) < 10
    ours = p.sections()
    filled = {
        "address": p.address, "imap_host": "localhost", "smtp_host": "localhost", "team": [p.team.address],
        "manager": "manager@council.example", "first_month": ours[f'cohorts."{COHORT}"']["first_month"],
    }  # fmt: skip
    for line in values:
        name = line.split("=")[0].strip()
        text = text.replace(line, f"{name} = {json.dumps(filled[name])}") if name in filled else text
    for section in ("imap", "smtp"):  # the tests' servers have ports of their own
        values = [f"{name} = {json.dumps(value)}" for name, value in ours[section].items()]
        text = text.replace(f"# [{section}]\n", "\n".join([f"[{section}]", *values, ""]))
    (folder / "config.toml").write_text(text)
    (folder / "password").write_text(p.servers.password)
    sheet = (folder / "people.csv").read_text().replace("jo.smith@council.example; jo@home.example", p.jo.address)
    (folder / "people.csv").write_text(sheet.replace("ann.lee@health.example", p.ann.address))
    bare = {"QIBOT_CONFIG": ""}
    for arguments in (("people", "import", "people.csv", "--yes"), ("check",)):
        said = process(sys.executable, "-m", "qibot", *arguments, cwd=folder, **bare)
        assert said.code == 0, said.out + said.err
    p.reports(p.jo)
    said = process(sys.executable, "-m", "qibot", "once", cwd=folder, **bare)
    assert said.code == 0, said.err
    assert p.kinds(p.jo) == ["receipt"]
