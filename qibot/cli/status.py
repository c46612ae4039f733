"""How things stand, for the terminal: one row an enrolment, then what waits for a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from qibot.calendar import Almanac, short, standing
from qibot.config import Config
from qibot.desk import gone_without, stops
from qibot.model import DESK, Away, Bounced, Case, Letter, LetterState, Quarantined
from qibot.store import Store, Troubles, import_waits, readable

SHOWN = 20


def status(config: Config, store: Store, running: int | None, now: datetime) -> dict[str, Any]:
    """The whole state as plain values, for `--json` and for `lines`."""
    found, faults = readable(store)
    cases = [case for case in found if case.unit != DESK]
    desk = next((case for case in found if case.unit == DESK), Case(DESK))
    almanac = Almanac(config)
    letters = [(case.unit, x) for case in (*cases, desk) for x in case.letters.values()]
    return {
        "running": running,
        "unreadable": faults,
        "troubles": [
            {"since": t.since.isoformat(), "what": t.what, "told": t.told.isoformat() if t.told else None}
            for t in Troubles(config.data).load().troubles
            if t.over is None
        ],
        "import_waits": import_waits(config.data),
        "enrolments": [standing(case, almanac, now) for case in cases],
        "letters": {str(s): sum(1 for _, x in letters if x.state is s) for s in LetterState},
        "quarantine": [
            {"sender": q.sender, "subject": q.subject, "arrived": q.arrived.isoformat(), "cause": q.cause}
            for q in desk.all(Quarantined).values()
        ],
        "bounced": [_bounced(b, letters, config) for b in desk.all(Bounced).values()],
        "away": [
            {
                "address": a.address,
                "first": a.first.isoformat(),
                "last": a.last.isoformat() if a.last else None,
                "by": a.by,
            }
            for a in desk.all(Away).values()
        ],
    }


def _bounced(bounced: Bounced, letters: list[tuple[str, Letter]], config: Config) -> dict[str, Any]:
    """An address whose mail came back, and every letter that went without it."""
    return {
        "address": bounced.address,
        "since": bounced.since.isoformat(),
        "permanent": bounced.permanent,
        "stopped": stops(bounced, config),
        "said": bounced.said,
        "without": [{"about": m.unit, "name": m.name, "subject": m.subject} for m in gone_without(bounced, letters)],
    }


def lines(state: dict[str, Any]) -> list[str]:
    """The state as people read it in a terminal."""
    running = f"running (process {state['running']})" if state["running"] else "not running"
    rows = [("practitioner", "mentor", "reports in", "still owed", "feedback due")]
    for e in state["enrolments"]:
        due = ", ".join(f"{short(int(n))} by {day}" for n, day in e["feedback_due"].items())
        reports = " ".join(f"{short(n)}{'*' if n in e['late'] else ''}" for n in e["received"])
        name = e["practitioner"] + ("" if e["status"] == "active" else f" ({e['status']})")
        rows.append((name, e["mentor"], reports or "-", " ".join(map(str, e["owed"])) or "-", due or "-"))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    table = ["  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows]
    counts = state["letters"]
    waiting = [f"{q['arrived'][:16]}  {q['sender'] or 'unknown'}: {q['subject']}" for q in state["quarantine"]]
    return [
        f"qibot is {running}.",
        *(f"Trouble since {t['since'][:16].replace('T', ' ')} UTC: {t['what']}" for t in state.get("troubles", ())),
        "",
        *(table if state["enrolments"] else ["Nobody is enrolled yet: `qibot people import FILE`."]),
        *(["", "* late"] if any(e["late"] for e in state["enrolments"]) else []),
        "",
        "Letters: " + ", ".join(f"{counts[state]} {state}" for state in LetterState) + ".",
        *(["People: an import waits to be carried out by the next round."] if state["import_waits"] else []),
        f"Quarantine: {len(waiting) or 'empty'}.",
        *(f"  {line}" for line in waiting[:20]),
        *_troubled(state["bounced"]),
        *(f"Away: {a['address']} from {a['first']} {'to ' + a['last'] if a['last'] else 'on'}." for a in state["away"]),
    ]


def _troubled(bounced: list[dict[str, Any]]) -> Iterator[str]:
    for b in bounced:
        gets = "gets no mail until it is mended" if b["stopped"] else "mail came back, letters go on"
        yield f"Address {b['address']}: {gets} (since {b['since'][:10]}: {b['said']})."
        yield from (f"  went without: {m['subject'] or m['name']} ({m['about']})" for m in b["without"][-SHOWN:])
