"""`qibot quarantine …` and `qibot mend`: what waits, shown safely, and the orders that settle it."""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections.abc import Callable
from typing import Any

from qibot.bot import system_clock
from qibot.calendar import Almanac
from qibot.config import Config
from qibot.desk import changes_of, checked, named
from qibot.errors import MailUnreadable
from qibot.message import parse
from qibot.model import DESK, Case, Quarantined
from qibot.people import Directory
from qibot.store import Archive, Order, TinyStore, carry_out_orders, holder, lay_down_order

FINE = 0
Settings = Callable[[argparse.Namespace], Config]


def add_commands(commands: Any, command: Callable[..., argparse.ArgumentParser], settings: Settings) -> None:
    """Put these commands beside the others."""

    def bound(do: Callable[[argparse.Namespace, Config], int]) -> Callable[[argparse.Namespace], int]:
        return lambda options: do(options, settings(options))

    listed = command(commands, "quarantine", bound(show_list), "show the messages that wait for a person's word")
    actions = listed.add_subparsers(dest="action", metavar="list|show|release|discard")
    inner = {"inner": True}
    command(actions, "list", bound(show_list), "show them, each with its number", **inner)
    shown = command(actions, "show", bound(show), "show one: its words and the list of its documents", **inner)
    shown.add_argument("key", metavar="KEY", help="its number or its key in the list")
    freed = command(actions, "release", bound(release), "have one dealt with as if it had just come", **inner)
    freed.add_argument("key", metavar="KEY")
    freed.add_argument("--as", dest="as_whom", metavar="ADDRESS", required=True, help="the person's address, or record")
    dropped = command(actions, "discard", bound(discard), "let go of some", **inner)
    dropped.add_argument("keys", metavar="KEY", nargs="+")
    again = command(commands, "mend", bound(mend), "send letters to an address again from which mail came back")
    again.add_argument("address", metavar="ADDRESS")


def show_list(options: argparse.Namespace, settings: Config) -> int:
    """A line a message."""
    items = list(_desk(settings).all(Quarantined).values())
    if options.json:
        rows = [
            {"number": n, "key": q.key, "arrived": q.arrived.isoformat(), "sender": q.sender, "subject": q.subject,
             "cause": q.cause, "size": q.size, "decided": q.decided, "asked": q.asked}
            for n, q in enumerate(items, 1)
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return FINE
    for n, q in enumerate(items, 1):
        arrived = q.arrived.astimezone(settings.programme.zone)
        print(f"{n:>3}  {q.key[:12]}  {arrived:%d %b %Y %H:%M}  {tame(q.sender or 'an unknown sender')}")
        print(f"     {tame(q.subject or '(no subject)')}: {tame(q.cause)}")
    if not items:
        print("No message waits for a person's word.")
    return FINE


def show(options: argparse.Namespace, settings: Config) -> int:
    """The whole text of a message and the list of its documents."""
    item = named(_desk(settings), options.key)
    raw, limits = Archive(settings.data).read(item.archived), settings.limits
    try:
        mail = parse(raw, header_limit=limits.header_kb * 1024, parts_limit=limits.parts)
        text, files = mail.text, [(d.name, d.size) for d in mail.documents]
    except MailUnreadable as e:
        text, files = f"(its text can't be read: {e})", []
    if options.json:
        found = {"key": item.key, "sender": item.sender, "subject": item.subject, "text": text,
                 "documents": [{"name": n, "size": s} for n, s in files]}  # fmt: skip
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return FINE
    print(f"From:    {tame(item.name)} <{tame(item.sender)}>\nSubject: {tame(item.subject)}")
    print(f"Here because {tame(item.cause)}\n\n{tame(text, lines=True)}")
    for name, size in files:
        print(f"Document: {tame(name)} ({size} bytes)")
    return FINE


def release(options: argparse.Namespace, settings: Config) -> int:
    """THIS IS, from the terminal."""
    desk, people = _desk(settings), _people(settings)
    item, as_whom = named(desk, options.key), options.as_whom.lower()
    checked(item, as_whom, people)
    return _order(settings, {"kind": "release", "key": item.key, "as": as_whom}, people)


def discard(options: argparse.Namespace, settings: Config) -> int:
    """DISCARD, from the terminal."""
    desk = _desk(settings)
    return _order(settings, {"kind": "discard", "keys": [named(desk, key).key for key in options.keys]})


def mend(options: argparse.Namespace, settings: Config) -> int:
    """MENDED, from the terminal."""
    return _order(settings, {"kind": "mend", "address": options.address.lower()})


def tame(text: str, *, lines: bool = False) -> str:
    """The text with nothing in it that a terminal would obey: no control or direction characters."""
    kept = ("\n", "\t") if lines else ()
    return "".join(c for c in text if c in kept or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))


def _order(settings: Config, order: dict[str, Any], people: Directory | None = None) -> int:
    """Lay the order down for the running qibot, or carry it out at once."""
    lay_down_order(settings.data, order)
    if holder(settings.data) is not None:
        seconds = settings.imap.poll_seconds
        print(f"Done: the running qibot takes it over within {seconds} seconds.", file=sys.stderr)
        return FINE
    people = people or _people(settings)
    store = TinyStore(settings.data)
    try:

        def obey(one: Order) -> None:
            if changes := changes_of(one, store.load(DESK), people, system_clock()):
                store.commit(DESK, changes)

        carry_out_orders(settings.data, obey)
    finally:
        store.close()
    print("Done.", file=sys.stderr)
    return FINE


def _desk(settings: Config) -> Case:
    return TinyStore(settings.data, read_only=True).load(DESK)


def _people(settings: Config) -> Directory:
    store, almanac = TinyStore(settings.data, read_only=True), Almanac(settings)
    people = Directory(lambda unit: unit, almanac.day)
    for unit in (DESK, *(u for u in store.units() if u != DESK)):
        people.note(store.load(unit))
    return people
