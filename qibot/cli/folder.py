"""`qibot init` and `qibot check`: a folder to begin with, and whether all is ready."""

from __future__ import annotations

import argparse
import itertools
import shutil
from pathlib import Path

from qibot.bot import system_clock
from qibot.cli import check
from qibot.cli.building import build_inbox, build_outbox, build_sign_in, build_templates, settings_of
from qibot.cli.lines import Line
from qibot.cli.output import FINE, WRONG, print_json
from qibot.cli.roundtrip import round_trip
from qibot.people import EXAMPLE_SHEET
from qibot.store import TinyStore, make_folder, write_file


def init(options: argparse.Namespace) -> int:
    """Lay out a folder to begin with; what is already there stays as it is."""
    folder = Path(options.folder)
    make_folder(folder)
    here = Path(__file__).parents[1]
    example = next(p for p in (here / "config.example.toml", here.parent / "config.example.toml") if p.exists())
    text = example.read_text(encoding="utf-8")
    if options.templates:
        text = text.replace("# [folders]\n", '[folders]\ntemplates = "templates"\n')
        _copy_templates(here, folder / "templates")
    made = [
        _new(folder / "config.toml", text),
        _new(folder / "people.csv", EXAMPLE_SHEET),
        _new(folder / "password", ""),
    ]
    for line in made:
        print(line)
    print(
        f"\nNow fill in the first lines of {folder / 'config.toml'}, write the mailbox's password into\n"
        f"{folder / 'password'} (at Microsoft 365 or Google Workspace run `qibot signin` instead),\n"
        f"put your people into {folder / 'people.csv'} in place of the example, and run:\n\n"
        f"  cd {folder}\n  qibot people import people.csv\n  qibot check\n  qibot run"
    )
    return FINE


def _new(path: Path, text: str) -> str:
    if path.exists():
        return f"kept   {path} (it was there)"
    write_file(path, text.encode())
    return f"made   {path}"


def _copy_templates(package: Path, folder: Path) -> None:
    source = next(p for p in (package / "templates", package.parent / "templates") if p.is_dir())
    make_folder(folder)
    make_folder(folder / "guidance")
    for template in sorted([*source.glob("*.md"), *source.glob("guidance/*.md")]):
        copy = folder / template.relative_to(source)
        if not copy.exists():
            shutil.copyfile(template, copy)
    print(f"made   {folder} (edit the letters there)")


def check_all(options: argparse.Namespace) -> int:
    """Print a line a matter."""
    settings = settings_of(options)
    results = [Line("config", True, f"{len(settings.cohorts)} cohort(s): {', '.join(settings.cohorts)}")]
    if not options.json:
        print(results[0])
    store = TinyStore(settings.data, read_only=True)
    sign_in = build_sign_in(settings)
    mailbox = build_inbox(settings, sign_in), build_outbox(settings, sign_in)
    lines = check.checks(settings, store, sign_in, *mailbox, build_templates(settings), system_clock())
    if options.send:
        lines = itertools.chain(lines, round_trip(settings, *mailbox, system_clock))
    for line in lines:
        results.append(line)
        if not options.json:
            print(line)
    if options.json:
        print_json([{"what": r.what, "fine": r.fine, "said": r.said} for r in results])
    return FINE if all(r.fine for r in results) else WRONG
