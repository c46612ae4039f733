"""What the team is to hear now, gathered: quarantine, letters that didn't arrive, the bot's own trouble. Pure.

Each thing is told once: what was told stands in the same commit as the letter that tells it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from qibot.config import Config
from qibot.model import DESK, Case, Change, Drop, Letter, Person, Put, Quarantined, Seen, Told, Trouble
from qibot.notices import Decision, Notice

LISTED = 50


def gather(
    desk: Case, refused: Sequence[tuple[str, Letter]], troubles: Mapping[str, str], config: Config, now: datetime
) -> Decision:
    """All that is to be told now. `refused` are letters that didn't reach everybody, by unit; `troubles` are the bot's
    own present ones, by key, in a person's words."""
    decisions = [
        _quarantine(desk, config, now),
        _undeliverable(desk, refused, config, now),
        _troubles(desk, troubles, config, now),
        _forget(desk, config, now),
    ]
    return Decision(
        tuple(c for d in decisions for c in d.changes),
        tuple(n for d in decisions for n in d.notices),
    )


def _quarantine(desk: Case, config: Config, now: datetime) -> Decision:
    untold = [q for q in desk.all(Quarantined).values() if not q.told]
    last = max((x.made for x in desk.letters.values() if x.name == "report_quarantine"), default=None)
    pause = timedelta(minutes=config.programme.quarantine_letter_minutes)
    if not untold or (last is not None and last <= now < last + pause):
        return Decision()
    entries = [
        {"sender": q.sender, "subject": q.subject, "arrived": q.arrived.isoformat(), "cause": q.cause}
        for q in untold[:LISTED]
    ]
    facts = {"total": len(untold), "entries": entries, "folder": config.imap.quarantine}
    key = f"quarantine/{_digest(q.key for q in untold)}"
    return Decision(
        tuple(Put(replace(q, told=True)) for q in untold), (_to_team("report_quarantine", key, facts, config),)
    )


def _undeliverable(desk: Case, refused: Sequence[tuple[str, Letter]], config: Config, now: datetime) -> Decision:
    untold = [(unit, letter) for unit, letter in refused if letter.key not in desk.all(Told)]
    if not untold:
        return Decision()
    told = tuple(Put(Told(letter.key, now)) for _, letter in untold)
    listed = [(unit, letter) for unit, letter in untold if letter.name != "report_undeliverable"]
    if not listed:  # a report about a report would fail the same way, for ever
        return Decision(told)
    entries = [
        {"subject": letter.subject, "name": letter.name, "about": unit, "recipient": recipient, "said": said}
        for unit, letter in listed
        for recipient, said in letter.refused.items()
    ]
    facts = {"total": len(entries), "entries": entries[:LISTED]}
    key = f"undeliverable/{_digest(letter.key for _, letter in untold)}"
    return Decision(told, (_to_team("report_undeliverable", key, facts, config),))


def _troubles(desk: Case, troubles: Mapping[str, str], config: Config, now: datetime) -> Decision:
    known = desk.all(Trouble)
    changes: list[Change] = []
    notices: list[Notice] = []
    for key, what in troubles.items():
        if key not in known:
            changes.append(Put(Trouble(key, now, what)))
            facts: dict[str, Any] = {"since": now.isoformat()}
            letter = _to_team("report_trouble", f"trouble/{key}/{now.isoformat()}", facts, config)
            notices.append(replace(letter, words=what))
    for key, trouble in known.items():
        if key not in troubles:
            changes.append(Drop(Trouble.table, key))
            facts = {"since": trouble.since.isoformat(), "over": now.isoformat()}
            letter = _to_team("report_recovered", f"recovered/{key}/{trouble.since.isoformat()}", facts, config)
            notices.append(replace(letter, words=trouble.what))
    return Decision(tuple(changes), tuple(notices))


def _forget(desk: Case, config: Config, now: datetime) -> Decision:
    """Let go of what the desk no longer needs, so that its file stays small over the years."""
    edge = now - timedelta(days=config.limits.remember_days)
    kept = desk.all(Quarantined)
    seen = [Drop(Seen.table, s.key) for s in desk.all(Seen).values() if s.arrived < edge and s.key not in kept]
    old = [q.key for q in kept.values() if q.told and q.arrived < edge]
    seen += [Drop(table, key) for key in old for table in (Quarantined.table, Seen.table)]
    letters = [Drop(Letter.table, x.key) for x in desk.letters.values() if x.settled and x.settled < edge]
    return Decision((*seen, *letters))


def _to_team(name: str, key: str, facts: Mapping[str, Any], config: Config) -> Notice:
    team = tuple(Person("Community Planning team", (address,)) for address in config.programme.team)
    return Notice(name=name, key=key, unit=DESK, number=0, to=team, facts=facts)


def _digest(keys: Any) -> str:
    return hashlib.sha256("\0".join(keys).encode()).hexdigest()[:24]
