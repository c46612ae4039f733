"""The commands, and the only place that builds the parts and puts them together."""

from __future__ import annotations

import argparse
import json
import logging
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from qibot import __version__, check, config, durable, imports, plan, roster, status
from qibot.almanac import Almanac
from qibot.archive import Archive
from qibot.bot import Bot, system_clock
from qibot.config import Config
from qibot.daemon import Daemon
from qibot.deadlines import end_of
from qibot.enrolling import RosterChange, begins, compare
from qibot.errors import QibotError
from qibot.inbox import Inbox
from qibot.model import DESK, Enrolment, Status, named
from qibot.outbox import Outbox
from qibot.records import to_plain
from qibot.store.tinydb import TinyStore, holder
from qibot.templates import Templates
from qibot.terminal import add_commands
from qibot.threads import Threads

FINE, WRONG = 0, 1
PLAN_DAYS = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The exit code: 0 all is well, 1 something is wrong, 2 not a command."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s", stream=sys.stderr)
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


# --- building ---


def build_inbox(settings: Config) -> Inbox:
    """The mailbox's reading side."""
    limits = settings.limits
    return Inbox(
        settings.mailbox,
        settings.imap,
        lambda: config.password(settings),
        limit_bytes=int(limits.message_mb * 1_000_000),
        header_bytes=limits.header_kb * 1024,
    )


def build_outbox(settings: Config) -> Outbox:
    """The mailbox's sending side."""
    return Outbox(settings.mailbox, settings.smtp, lambda: config.password(settings))


def build_templates(settings: Config) -> Templates:
    """The templates of the configured folders."""
    return Templates(settings.template_folders(), settings.programme.zone)


def build_threads(settings: Config) -> Threads:
    """The signer of this data folder; its secret is made at the first need and never changes. Raises StoreFailed."""
    path = settings.data / "secret"
    if not path.exists():
        durable.make_folder(settings.data)
        durable.write(path, secrets.token_hex(32).encode())
    return Threads(durable.read(path).strip(), settings.mailbox.address, settings.mailbox.plus_addressing)


def build_bot(settings: Config, **hooks: Any) -> Bot:
    """Everything put together, with the data folder's lock taken. Raises QibotError."""
    store = TinyStore(settings.data)
    cohorts = {unit.partition("/")[0] for unit in store.units() if unit != DESK}
    if unknown := sorted(cohorts - set(settings.cohorts)):
        raise QibotError(
            f"There are people in a cohort that isn't configured: {', '.join(unknown)}. Add it to cohorts."
        )
    return Bot(
        settings,
        store,
        Archive(settings.data),
        build_inbox(settings),
        build_outbox(settings),
        build_templates(settings),
        build_threads(settings),
        **hooks,
    )


def _settings(options: argparse.Namespace) -> Config:
    named = options.config or os.environ.get("QIBOT_CONFIG") or config.DEFAULT_PATH
    return config.load(Path(named))


# --- commands ---


def init(options: argparse.Namespace) -> int:
    """Lay out a folder to begin with; what is already there stays as it is."""
    folder = Path(options.folder)
    durable.make_folder(folder)
    here = Path(__file__).parent
    example = next(p for p in (here / "config.example.toml", here.parent / "config.example.toml") if p.exists())
    text = example.read_text(encoding="utf-8")
    if options.templates:
        text = text.replace("# [folders]\n", '[folders]\ntemplates = "templates"\n')
        _copy_templates(here, folder / "templates")
    made = [
        _new(folder / "config.toml", text),
        _new(folder / "people.csv", roster.EXAMPLE),
        _new(folder / "password", ""),
    ]
    for line in made:
        print(line)
    print(
        f"\nNow fill in the first lines of {folder / 'config.toml'}, write the mailbox's password into\n"
        f"{folder / 'password'}, put your people into {folder / 'people.csv'} in place of the example, and run:\n\n"
        f"  cd {folder}\n  qibot people import people.csv\n  qibot check\n  qibot run"
    )
    return FINE


def _new(path: Path, text: str) -> str:
    if path.exists():
        return f"kept   {path} (it was there)"
    durable.write(path, text.encode())
    return f"made   {path}"


def _copy_templates(package: Path, folder: Path) -> None:
    source = next(p for p in (package / "templates", package.parent / "templates") if p.is_dir())
    durable.make_folder(folder)
    for template in sorted(source.glob("*.md")):
        if not (folder / template.name).exists():
            shutil.copyfile(template, folder / template.name)
    print(f"made   {folder} (edit the letters there)")


def check_all(options: argparse.Namespace) -> int:
    """Print a line a matter."""
    settings = _settings(options)
    results = [check.Line("config", True, f"{len(settings.cohorts)} cohort(s): {', '.join(settings.cohorts)}")]
    store = TinyStore(settings.data, read_only=True)
    parts = (store, build_inbox(settings), build_outbox(settings), build_templates(settings))
    results += check.checks(settings, *parts, system_clock())
    if options.json:
        _print_json([{"what": r.what, "fine": r.fine, "said": r.said} for r in results])
    else:
        for r in results:
            print(f"{'OK   ' if r.fine else 'WRONG'}  {r.what:<10} {r.said}")
    return FINE if all(r.fine for r in results) else WRONG


def people(options: argparse.Namespace) -> int:
    """Show who is enrolled."""
    enrolments = list(_known(_settings(options)).values())
    if options.json:
        _print_json([to_plain(e) for e in enrolments])
        return FINE
    for e in enrolments:
        print(f"{e.unit:<32} {e.status:<10} {e.practitioner.name} <{e.practitioner.address}>, mentor {e.mentor.name}")
    if not enrolments:
        print("Nobody is enrolled yet: fill in the people sheet and run `qibot people import FILE`.")
    return FINE


def people_import(options: argparse.Namespace) -> int:
    """Show what the sheet would change, ask, and change it."""
    settings = _settings(options)
    _finish_import(settings)
    known = _known(settings)
    changes = compare(known, roster.read(Path(options.file), settings.cohorts, known.values()))
    today = system_clock().astimezone(settings.programme.zone).date()
    wanted = [replace(c.after, joined=today) if begins(c) else c.after for c in changes]
    return _change(options, settings, changes, wanted)


def people_reassign(options: argparse.Namespace) -> int:
    """Give a practitioner, or all of a mentor's, another mentor."""
    settings = _settings(options)
    _finish_import(settings)
    known = _known(settings)
    active = [e for e in known.values() if e.status is Status.ACTIVE]
    to = options.to.lower()
    mentor = next((e for e in active if to in e.mentor.addresses), None)
    if mentor is None:
        raise QibotError(
            f"Nobody with the address {to} mentors anybody here: add the mentor to the people sheet first."
        )
    who = (options.practitioner or "").casefold()
    meant = [
        e
        for e in active
        if (options.all_of and options.all_of.lower() in e.mentor.addresses)
        or (who and who in (e.unit.casefold(), e.slug, e.practitioner.name.casefold(), *e.practitioner.addresses))
    ]
    if not meant:
        raise QibotError(
            f"There is no active practitioner of “{options.practitioner or options.all_of}”: see `qibot people`."
        )
    if who and len(meant) > 1:
        raise QibotError(f"Several are called {options.practitioner}: name one of {', '.join(e.unit for e in meant)}.")
    wanted = {e.unit: replace(e, mentor=mentor.mentor, mentor_capacity=mentor.mentor_capacity) for e in meant}
    changes = [c for c in compare(known, [*{**known, **wanted}.values()]) if c.unit in wanted]
    done = _change(options, settings, changes, [c.after for c in changes])
    if changes and done == FINE:
        print("Change the people sheet, too, or its next import brings the former mentor back.", file=sys.stderr)
    return done


def _change(
    options: argparse.Namespace, settings: Config, changes: Sequence[RosterChange], wanted: Sequence[Enrolment]
) -> int:
    """Show what would change, ask, and lay it down for whoever has the data folder."""
    if options.json:
        _print_json([{"kind": c.kind, "unit": c.unit, "changes": c.lines()} for c in changes])
    else:
        _show(changes)
    if not changes:
        return FINE
    if not options.yes and not _asked("Carry this out? [y/N] "):
        print("Nothing was changed.", file=sys.stderr)
        return WRONG
    imports.lay_down(settings.data, wanted)
    if holder(settings.data) is None:
        _finish_import(settings)
        print("Done.", file=sys.stderr)
    else:
        print(f"Done: the running qibot takes it over within {settings.imap.poll_seconds} seconds.", file=sys.stderr)
    return FINE


def _finish_import(settings: Config) -> None:
    """Carry out what was laid down; one that a running qibot still has to take over isn't overwritten."""
    if not imports.waits(settings.data):
        return
    if holder(settings.data) is not None:
        raise QibotError(
            "An earlier import waits for the running qibot, which takes it over within"
            f" {settings.imap.poll_seconds} seconds. Import this sheet then."
        )
    bot = build_bot(settings)
    try:
        bot.take_over_people()
    finally:
        bot.close()


def _show(changes: Sequence[RosterChange]) -> None:
    for kind in ("addition", "change", "removal"):
        several = [c for c in changes if c.kind == kind]
        if several:
            print(f"{len(several)} {kind}{'s' if len(several) > 1 else ''}:")
        for change in several:
            print(f"  {change.unit}  {change.after.practitioner.name}")
            for line in change.lines():
                print(f"      {line}")
    if not changes:
        print("The sheet says what is already known; there is nothing to change.")


def _asked(question: str) -> bool:
    try:
        print(question, end="", file=sys.stderr, flush=True)
        return input().strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _known(settings: Config) -> dict[str, Enrolment]:
    store = TinyStore(settings.data, read_only=True)
    return {unit: store.load(unit).enrolment for unit in store.units() if unit != DESK}


def once(options: argparse.Namespace) -> int:
    """One full round."""
    bot = build_bot(_settings(options))
    done = bot.round()
    bot.close()
    if options.json:
        _print_json({"taken_in": done.taken_in, "letters": done.letters, "faults": done.faults})
    else:
        for entry in done.taken_in:
            print(f"took in   {entry['taken_for']} ({entry['about']})")
        for letter in done.letters:
            readers = ", ".join((*letter["to"], *letter["copy"]))
            print(f"{letter['state']:<9} {letter['notice']} to {readers}: {letter['subject']}")
        if not (done.taken_in or done.letters or done.faults):
            print("Nothing had come in and nothing was due.")
        for fault in done.faults:
            print(f"qibot: {fault}", file=sys.stderr)
    return WRONG if done.faults else FINE


def run(options: argparse.Namespace) -> int:
    """The daemon."""
    settings = _settings(options)
    Daemon(settings.imap.poll_seconds).run(build_bot(settings))
    return FINE


def show_plan(options: argparse.Namespace) -> int:
    """What is to come."""
    settings = _settings(options)
    store, now = TinyStore(settings.data, read_only=True), system_clock()
    almanac = Almanac(settings)
    last = options.until or almanac.day(now) + timedelta(days=PLAN_DAYS)
    until = end_of(last, almanac.zone)
    cases = [store.load(DESK), *(store.load(unit) for unit in store.units() if unit != DESK)]
    planned = plan.plan(cases, almanac, now, until)
    if options.json:
        _print_json([{**asdict(p), "at": p.at.astimezone(almanac.zone).isoformat()} for p in planned])
        return FINE
    for p in planned:
        copy = f" (copy to {', '.join(p.copy)})" if p.copy else ""
        about = f"{p.unit}, {named(p.number)}" if p.number else "nobody in particular" if p.unit == DESK else p.unit
        print(f"{p.at.astimezone(almanac.zone):%a %d %b %Y %H:%M}  {p.notice} to {', '.join(p.to)}{copy}")
        print(f"{'':22}about {about}: {p.rule}; {p.reason}")
    if not planned:
        print(f"Nothing will go out by itself until {last:%d %B %Y}.")
    return FINE


def show_status(options: argparse.Namespace) -> int:
    """How things stand."""
    settings = _settings(options)
    store = TinyStore(settings.data, read_only=True)
    state = status.status(settings, store, holder(settings.data), system_clock())
    if options.json:
        _print_json(state)
    else:
        print("\n".join(status.lines(state)))
    return FINE


def demo(options: argparse.Namespace) -> int:
    """The main job, before your eyes."""
    from qibot.demo.story import tell  # its mail servers are an extra

    return tell(as_json=options.json, folder=Path(options.letters) if options.letters else None)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


# --- the words of the command line ---


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="qibot",
        description="Runs a Quality Improvement programme's monthly reports and feedback from an ordinary mailbox.",
        epilog="Begin with: qibot init DIR",
    )
    parser.add_argument("--version", action="version", version=f"qibot {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    added = _command(commands, "init", init, "make a folder with a configuration and a people sheet to fill in", False)
    added.add_argument("folder", metavar="DIR")
    added.add_argument("--templates", action="store_true", help="also put the letters' templates there, to edit")
    _command(commands, "check", check_all, "see whether everything is ready, and how to mend what isn't")
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
    _command(commands, "once", once, "do one full round: take in, decide, deliver")
    _command(commands, "run", run, "do it all the time, until stopped (the daemon)")
    _command(commands, "status", show_status, "show how things stand")
    ahead = _command(commands, "plan", show_plan, "show every letter that will go out if nothing more arrives")
    ahead.add_argument("--until", type=_day, metavar="DATE", help=f"like 2027-03-31 (default: {PLAN_DAYS} days ahead)")
    shown = _command(commands, "demo", demo, "watch a year of the programme on mail servers of its own", False)
    shown.add_argument("--json", action="store_true", help="print every letter that was delivered, as JSON")
    shown.add_argument("--letters", metavar="DIR", help="where to put the letters (default: a new folder)")
    add_commands(commands, _command, _settings)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” isn't a date like 2027-03-31") from None


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
            help=f"the configuration file (default: QIBOT_CONFIG, else {config.DEFAULT_PATH} here)",
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
