"""`qibot plan` and `qibot status`: what is to come, and how things stand."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from datetime import timedelta

from qibot.bot import system_clock
from qibot.calendar import Almanac, end_of, plan
from qibot.cli import status
from qibot.cli.building import settings_of
from qibot.cli.output import FINE, WRONG, print_json
from qibot.model import DESK, named
from qibot.store import TinyStore, holder, readable

PLAN_DAYS = 30


def show_plan(options: argparse.Namespace) -> int:
    """What is to come."""
    settings = settings_of(options)
    store, now = TinyStore(settings.data, read_only=True), system_clock()
    almanac = Almanac(settings)
    last = options.until or almanac.day(now) + timedelta(days=PLAN_DAYS)
    until = end_of(last, almanac.zone)
    cases, faults = readable(store)
    for fault in faults:
        print(f"qibot: {fault}", file=sys.stderr)
    planned = plan(cases, almanac, now, until)
    if options.json:
        print_json([{**asdict(p), "at": p.at.astimezone(almanac.zone).isoformat()} for p in planned])
        return WRONG if faults else FINE
    for p in planned:
        copy = f" (copy to {', '.join(p.copy)})" if p.copy else ""
        about = f"{p.unit}, {named(p.number)}" if p.number else "nobody in particular" if p.unit == DESK else p.unit
        print(f"{p.at.astimezone(almanac.zone):%a %d %b %Y %H:%M}  {p.notice} to {', '.join(p.to)}{copy}")
        print(f"{'':22}about {about}: {p.rule}; {p.reason}")
    if not planned:
        print(f"Nothing will go out by itself until {last:%d %B %Y}.")
    return WRONG if faults else FINE


def show_status(options: argparse.Namespace) -> int:
    """How things stand."""
    settings = settings_of(options)
    store = TinyStore(settings.data, read_only=True)
    state = status.status(settings, store, holder(settings.data), system_clock())
    for fault in state["unreadable"]:
        print(f"qibot: {fault}", file=sys.stderr)
    wrong = bool(state["unreadable"] or state["troubles"])
    if options.json:
        print_json(state)
    else:
        print("\n".join(status.lines(state)))
    return WRONG if wrong else FINE
