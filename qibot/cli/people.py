"""`qibot people …`: who is enrolled, and the changes that a person has looked at and agreed to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qibot.bot import system_clock
from qibot.cli.building import build_bot, settings_of
from qibot.cli.output import FINE, WRONG, print_json
from qibot.config import Config
from qibot.errors import QibotError
from qibot.model import DESK, Enrolment, Status, to_plain
from qibot.people import RosterChange, begins, compare, read_roster
from qibot.store import TinyStore, holder, import_waits, lay_down_import, readable


def people(options: argparse.Namespace) -> int:
    """Show who is enrolled."""
    cases, faults = readable(TinyStore(settings_of(options).data, read_only=True))
    enrolments = [case.enrolment for case in cases if case.unit != DESK]
    for fault in faults:
        print(f"qibot: {fault}", file=sys.stderr)
    if options.json:
        print_json([to_plain(e) for e in enrolments])
        return WRONG if faults else FINE
    for e in enrolments:
        print(f"{e.unit:<32} {e.status:<10} {e.practitioner.name} <{e.practitioner.address}>, mentor {e.mentor.name}")
    if not (enrolments or faults):
        print("Nobody is enrolled yet: fill in the people sheet and run `qibot people import FILE`.")
    return WRONG if faults else FINE


def people_import(options: argparse.Namespace) -> int:
    """Show what the sheet would change, ask, and change it."""
    settings = settings_of(options)
    _finish_import(settings)
    known = _known(settings)
    changes = compare(known, read_roster(Path(options.file), settings.cohorts, known.values()))
    today = system_clock().astimezone(settings.programme.zone).date()
    wanted = [replace(c.after, joined=today) if begins(c) else c.after for c in changes]
    return _change(options, settings, changes, wanted)


def reload_people(settings: Config) -> None:
    """Take over the configured sheet without asking, if all of it is right and it withdraws hardly anybody: a sheet
    that was cut short is no reason to let people go. Raises QibotError; then nothing is changed."""
    if import_waits(settings.data):
        raise QibotError("An earlier import waits to be carried out: reload once more when it is done.")
    known = _known(settings)
    changes = compare(known, read_roster(settings.path(settings.service.people), settings.cohorts, known.values()))
    gone, most = sum(1 for c in changes if c.kind == "removal"), settings.service.withdrawn_by_reload
    if gone > most:
        raise QibotError(
            f"The people sheet would withdraw {gone} people, more than service.withdrawn_by_reload ({most}); nothing"
            " was changed. If it is right, run `qibot people import`."
        )
    today = system_clock().astimezone(settings.programme.zone).date()
    if changes:
        lay_down_import(settings.data, [replace(c.after, joined=today) if begins(c) else c.after for c in changes])


def people_reassign(options: argparse.Namespace) -> int:
    """Give a practitioner, or all of a mentor's, another mentor."""
    settings = settings_of(options)
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
        print_json([{"kind": c.kind, "unit": c.unit, "changes": c.lines()} for c in changes])
    else:
        _show(changes)
    if not changes:
        return FINE
    if not options.yes and not _asked("Carry this out? [y/N] "):
        print("Nothing was changed.", file=sys.stderr)
        return WRONG
    lay_down_import(settings.data, wanted)
    if holder(settings.data) is None:
        _finish_import(settings)
        print("Done.", file=sys.stderr)
    else:
        print(f"Done: the running qibot takes it over within {settings.imap.poll_seconds} seconds.", file=sys.stderr)
    return FINE


def _finish_import(settings: Config) -> None:
    """Carry out what was laid down; one that a running qibot still has to take over isn't overwritten."""
    if not import_waits(settings.data):
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
