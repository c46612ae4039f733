"""The words of the command line, and what comes of an error."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from qibot import __version__
from qibot.cli.building import path_of, settings_of
from qibot.cli.folder import check_all, init
from qibot.cli.keeping import backup, restore, verify_all
from qibot.cli.output import WRONG
from qibot.cli.people import people, people_import, people_reassign
from qibot.cli.preread import read
from qibot.cli.quarantine import add_commands
from qibot.cli.reading import explain, learned
from qibot.cli.running import demo, health, once, run
from qibot.cli.showing import PLAN_DAYS, show_plan, show_status
from qibot.cli.signin import add_commands as add_signin
from qibot.config import DEFAULT_PATH
from qibot.errors import QibotError
from qibot.preread import LAST
from qibot.service import set_up


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The exit code: 0 all is well, 1 something is wrong, 2 not a command."""
    options = _parser().parse_args(arguments)
    set_up("console")
    logging.getLogger().setLevel(logging.WARNING)
    logging.getLogger("qibot").setLevel(logging.INFO if options.command == "run" else logging.ERROR)
    for library in ("mailparser", "flufl.bounce"):  # they would log addresses
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        return int(options.do(options))
    except QibotError as e:
        print(f"qibot: {e}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return WRONG
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="qibot",
        description="Runs a Quality Improvement programme's monthly reports and feedback from an ordinary mailbox.",
        epilog="Begin with: qibot init DIR",
    )
    parser.add_argument("--version", action="version", version=f"qibot {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_setting_up(commands)
    _add_people(commands)
    _add_rounds(commands)
    _add_looks(commands)
    _add_keeping(commands)
    add_commands(commands, _command, settings_of)
    return parser


def _add_setting_up(commands: Any) -> None:
    added = _command(commands, "init", init, "make a folder with a configuration and a people sheet to fill in", False)
    added.add_argument("folder", metavar="DIR")
    added.add_argument("--templates", action="store_true", help="also put the letters' templates there, to edit")
    checked = _command(commands, "check", check_all, "see whether everything is ready, and how to mend what isn't")
    checked.add_argument("--send", action="store_true", help="also send a letter to the mailbox itself and wait for it")
    add_signin(commands, _command, path_of)


def _add_people(commands: Any) -> None:
    sheet = _command(
        commands,
        "people",
        people,
        "show who is enrolled; `people import FILE` takes over a sheet, `people reassign` changes a mentor",
    )
    actions = sheet.add_subparsers(dest="action", metavar="import FILE | reassign PRACTITIONER")
    imported = _command(actions, "import", people_import, "take over a people sheet (CSV or XLSX)")
    imported.add_argument("file", metavar="FILE")
    imported.add_argument("--yes", action="store_true", help="don't ask")
    other = _command(actions, "reassign", people_reassign, "give a practitioner, or all of a mentor's, another mentor")
    whom = other.add_mutually_exclusive_group(required=True)
    whom.add_argument("practitioner", nargs="?", metavar="PRACTITIONER", help="name, address or record")
    whom.add_argument("--all-of", metavar="ADDRESS", help="every practitioner of the mentor with this address")
    other.add_argument("--to", required=True, metavar="ADDRESS", help="the new mentor's address")
    other.add_argument("--yes", action="store_true", help="don't ask")


def _add_rounds(commands: Any) -> None:
    _command(commands, "once", once, "do one full round: take in, decide, deliver")
    _command(commands, "run", run, "do it all the time, until stopped (the daemon)")
    _command(commands, "health", health, "say in a line whether qibot works, for programs that watch it")


def _add_looks(commands: Any) -> None:
    _command(commands, "status", show_status, "show how things stand")
    ahead = _command(commands, "plan", show_plan, "show every letter that will go out if nothing more arrives")
    ahead.add_argument("--until", type=_day, metavar="DATE", help=f"like 2027-03-31 (default: {PLAN_DAYS} days ahead)")
    explained = _command(
        commands, "explain", explain, "show how a message in a file would be read, and why; keep nothing"
    )
    explained.add_argument("file", metavar="FILE.eml", help="the message, as your mail program saves it")
    looked = _command(commands, "read", read, "show what the pre-read for mentors says of a document")
    looked.add_argument("file", metavar="FILE", help="a report or charter: .docx, .odt, .rtf, .pdf, .xlsx or .txt")
    looked.add_argument(
        "--report", type=_report, default=1, metavar="NUMBER", help="which report it is, from 1 to 60 (default: 1)"
    )
    looked.add_argument("--charter", action="store_true", help="it is the project charter")
    looked.add_argument("--previous", metavar="FILE", help="the report before, to see whether the aim has changed")
    _command(commands, "learned", learned, "show how often messages were read rightly, by kind")
    shown = _command(commands, "demo", demo, "watch a year of the programme on mail servers of its own", False)
    shown.add_argument("--json", action="store_true", help="print every letter that was delivered, as JSON")
    shown.add_argument("--letters", metavar="DIR", help="where to put the letters (default: a new folder)")


def _add_keeping(commands: Any) -> None:
    checked = _command(commands, "verify", verify_all, "see whether all records, letters and mail are there and whole")
    checked.add_argument("--accept", metavar="RECORD", help="take an older copy of a record for the last one")
    kept = _command(commands, "backup", backup, "put the whole data folder into a file, also while qibot runs")
    kept.add_argument("file", metavar="FILE")
    kept.add_argument("--replace", action="store_true", help="write over a FILE that is there")
    back = _command(commands, "restore", restore, "put a backup in the data folder's place")
    back.add_argument("file", metavar="FILE")
    back.add_argument("--replace", action="store_true", help="although there are data; they are kept aside")
    back.add_argument("--anyway", action="store_true", help="although `verify` finds faults in the backup")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” isn't a date like 2027-03-31") from None


def _report(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= LAST):
        raise argparse.ArgumentTypeError(f"“{text}” isn't the number of a report, from 1 to {LAST}")
    return int(text)


def _command(
    commands: Any,
    name: str,
    do: Callable[[argparse.Namespace], int],
    words: str,
    configured: bool = True,
    inner: bool = False,
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=words[:1].upper() + words[1:] + "."
    )
    parser.set_defaults(do=do)
    if configured:
        parser.add_argument(
            "--config",
            default=argparse.SUPPRESS if name in ("import", "reassign") or inner else None,
            help=f"the configuration file (default: QIBOT_CONFIG, else {DEFAULT_PATH} here)",
        )
        if name != "run":
            parser.add_argument(
                "--json",
                action="store_true",
                default=argparse.SUPPRESS if name in ("import", "reassign") or inner else False,
                help="print JSON",
            )
    return parser


if __name__ == "__main__":
    sys.exit(main())
