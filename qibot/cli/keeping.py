"""`qibot verify`, `backup` and `restore`: whether all is there, and how it comes back when it isn't."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from qibot.bot import system_clock
from qibot.cli.building import settings_of
from qibot.cli.output import FINE, WRONG, print_json
from qibot.config import Config
from qibot.errors import QibotError
from qibot.message import Threads
from qibot.store import (
    TinyStore,
    back_up,
    discard,
    holder,
    holds_data,
    locked_folder,
    put_in_place,
    read_file,
    unnamed,
    unpack,
    verify,
)

SHOWN = 50


def verify_all(options: argparse.Namespace) -> int:
    """Whether all that is kept belongs together."""
    settings = settings_of(options)
    if options.accept:
        return _accept(settings, options.accept)
    faults, store = faults_of(settings, settings.data), TinyStore(settings.data, read_only=True)
    found = {"units": sum(1 for _ in store.units()), "faults": faults, "unnamed": unnamed(store, settings.data)}
    if options.json:
        print_json(found)
        return WRONG if faults else FINE
    for fault in faults[:SHOWN]:
        print(f"WRONG  {fault}")
    if len(faults) > SHOWN:
        print(f"       and {len(faults) - SHOWN} more: see `qibot verify --json`")
    if found["unnamed"]:
        print(f"       {found['unnamed']} message(s) in mail/ that no record names (any more); that is no fault.")
    if not faults:
        print(
            f"OK     {found['units']} record(s): all can be read, each letter is accounted for, each message is there."
        )
    return WRONG if faults else FINE


def faults_of(settings: Config, folder: Path) -> list[str]:
    """A sentence for each thing that is wrong in this data folder."""
    secret = folder / "secret"
    key = read_file(secret).strip() if secret.exists() else b""
    threads = Threads(key, settings.mailbox.address, settings.mailbox.plus_addressing)
    store = TinyStore(folder, read_only=True)
    return verify(
        store,
        lambda: TinyStore(folder, read_only=True),
        folder,
        lambda message_id: not key or threads.is_signed(message_id),
    )


def _accept(settings: Config, unit: str) -> int:
    store = TinyStore(settings.data)
    try:
        store.accept(unit)
        store.load(unit)
    finally:
        store.close()
    print(f"The record of {unit} counts from now on as it is.", file=sys.stderr)
    return FINE


def backup(options: argparse.Namespace) -> int:
    """The whole data folder in one file."""
    settings = settings_of(options)
    made = back_up(settings.data, Path(options.file), system_clock(), replace=options.replace)
    if options.json:
        print_json({"file": options.file, "made": made.made.isoformat(), "files": made.files, "bytes": made.size})
    else:
        print(f"{options.file}: {made.files} files, {made.size / 1e6:.1f} MB. Keep it where only you can read it.")
    return FINE


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the data folder's place; what stood there is kept aside."""
    settings = settings_of(options)
    folder, now = settings.data, system_clock()
    if (running := holder(folder)) is not None:
        raise QibotError(f"qibot runs (process {running}): stop it first, then restore.")
    if holds_data(folder) and not options.replace:
        raise QibotError(
            f"{folder} holds data already; nothing was restored. To put the backup in their place, say --replace: what"
            " stands there now is kept aside."
        )
    with locked_folder(folder):
        made, place = unpack(Path(options.file), folder)
        if (faults := faults_of(settings, place)) and not options.anyway:
            discard(place)
            raise QibotError(
                "\n".join(
                    ["The backup isn't whole; nothing was restored (--anyway does it all the same):", *faults[:SHOWN]]
                )
            )
        before = put_in_place(place, folder, now)
    if options.json:
        print_json({"made": made.made.isoformat(), "files": made.files, "before": str(before) if before else None})
        return FINE
    print(f"Restored as of {made.made:%Y-%m-%d %H:%M} UTC: {made.files} files, {made.size / 1e6:.1f} MB.")
    if before:
        print(f"What stood there before lies in {before}; remove it when all is well.")
    print(
        f"Mail that came since then lies in {settings.imap.done}: move it back to the inbox, and qibot deals with it as"
        " of when it arrived. Letters that went out since may go out once more, with the same Message-ID."
    )
    return FINE
