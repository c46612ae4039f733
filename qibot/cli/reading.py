"""`qibot explain` and `qibot learned`: how a message is read and why, and how often a reading was right."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from qibot.bot import system_clock
from qibot.calendar import Almanac
from qibot.cli.building import settings_of
from qibot.cli.output import FINE, print_json
from qibot.cli.quarantine import tame
from qibot.errors import QibotError
from qibot.expression import expression
from qibot.message import Threads
from qibot.model import DESK, Case, Learned, Seen
from qibot.people import Directory
from qibot.rules import taken_for
from qibot.store import Archive, TinyStore, read_file
from qibot.understanding import Intake

SHOWN = 4  # kinds
_NUMBERS = expression(r"\b(report|charter) \d+\b")


def explain(options: argparse.Namespace) -> int:
    """How a message in a file would be read if it came in now. Nothing is kept or sent."""
    settings = settings_of(options)
    try:
        raw = Path(options.file).read_bytes()
    except OSError as e:
        raise QibotError(f"{options.file} can't be read: {e.strerror}. Save the message as a file (.eml) first.") from e
    store, secret = TinyStore(settings.data, read_only=True), settings.data / "secret"
    key = read_file(secret).strip() if secret.exists() else b"none"
    threads = Threads(key, settings.mailbox.address, settings.mailbox.plus_addressing)
    directory = Directory(threads.ref, Almanac(settings).day)
    for unit in store.units():
        directory.note(store.load(unit))
    intake = Intake(settings, directory, threads, store.load, Archive(settings.data).read)
    event, read = intake.explain(raw, system_clock())
    found: dict[str, Any] = {"taken_for": taken_for(event), "cause": getattr(event, "cause", "")}
    if read is not None:
        role, meaning = read
        likely = sorted(meaning.likely.items(), key=lambda kind: -kind[1])[:SHOWN]
        found |= {
            "as": str(role),
            "mark": meaning.mark,
            "marked": meaning.marked,
            "kinds": {kind: round(value, 3) for kind, value in likely},
            "sentences": [
                {"text": told.text, "does": told.does, "likely": round(told.sure, 3)} for told in meaning.told
            ],
        }
    if options.json:
        print_json(found)
    else:
        print("\n".join(_lines(found)))
    return FINE


def _lines(found: dict[str, Any]) -> list[str]:
    lines = [f"It would be taken for: {found['taken_for']}."]
    lines += [f"Because {found['cause']}."] if found["cause"] else []
    if "as" not in found:
        return lines
    lines.append(f"Read as the words of the {found['as']}:")
    lines += [f"  {s['likely']:>4.0%} {s['does']:<12} {tame(s['text'])[:90]}" for s in found["sentences"]]
    if found["mark"]:
        lines.append(f"A mark of privacy decides: {found['mark']} (“{tame(found['marked'])[:90]}”).")
    lines.append("Together: " + ", ".join(f"{kind} {value:.0%}" for kind, value in found["kinds"].items()) + ".")
    return lines


def learned(options: argparse.Namespace) -> int:
    """By kind, how many messages were read by their words, and how many of these readings were corrected."""
    settings = settings_of(options)
    store = TinyStore(settings.data, read_only=True)
    cases = [store.load(DESK), *(store.load(unit) for unit in store.units() if unit != DESK)]
    rows = tally(cases)
    if options.json:
        print_json(rows)
        return FINE
    for row in rows:
        right = row["read"] - row["corrected"]
        print(f"{row['kind']:<40} {row['read']:>5} read, {right:>5} left as they were ({right / row['read']:.0%})")
        for now, count in row["instead"].items():
            print(f"{'':40} {count:>5} were {now}")
    if not rows:
        print("Nothing has been read by its words yet.")
    return FINE


def tally(cases: list[Case]) -> list[dict[str, Any]]:
    """The rows: a kind, how many were read so, how many of them corrected, and into what."""
    seen = [s for case in cases for s in case.all(Seen).values() if s.because]
    read = Counter(_kind(s.taken_for) for s in seen)
    corrections = [x for case in cases for x in case.all(Learned).values()]
    rows = []
    for kind in sorted({*read, *(_kind(x.was) for x in corrections)}):
        own = [x for x in corrections if _kind(x.was) == kind]
        instead = Counter(_kind(x.now) for x in own)
        total = max(read[kind], len(own))
        rows.append({"kind": kind, "read": total, "corrected": len(own), "instead": dict(instead)})
    return rows


def _kind(taken: str) -> str:
    return _NUMBERS.sub(lambda found: f"a {found[1]}", taken)
