"""What the team is to hear now, gathered: quarantine, letters that didn't arrive, the bot's own trouble. Pure.

Each thing is told once: what was told stands in the same commit as the letter that tells it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from qibot.config import Config
from qibot.desk import expiring, undeliverable
from qibot.events import Arrival, Decision, Notice, to_team
from qibot.model import Case, Change, Doubted, Drop, Ending, Letter, Put, Quarantined, Seen, Told, Trouble
from qibot.people import Directory
from qibot.rules import outdated, tell_of_quarantine, tell_of_unanswered, tell_of_unconfirmed
from qibot.screening import forgotten

LISTED = 50
_NONE_HELD: Mapping[str, int] = MappingProxyType({})
_DAYS = timedelta(days=3)


def gather(
    desk: Case,
    refused: Sequence[tuple[str, Letter]],
    troubles: Mapping[str, str],
    config: Config,
    now: datetime,
    held: Mapping[str, int] = _NONE_HELD,
    people: Directory | None = None,
    ending: Ending | None = None,
    *,
    how_late: bool = True,
) -> Decision:
    """All that is to be told now. `refused` are letters that didn't reach everybody, by unit; `troubles` are the bot's
    own present ones, by key, in a person's words; `held` counts the letters that wait because their address has had
    too many; `ending` is what the sign-in rests on and when it ends. Where nobody knows `how_late` it
    is, what rests on how long ago something was is left for later."""
    decisions = [
        *(
            [_forget(desk, config, now)] if how_late else []
        ),  # first: what is noted now may have the key of what is over
        tell_of_quarantine(desk, people, config, now),
        *([tell_of_unanswered(desk, config, now), tell_of_unconfirmed(desk, config, now)] if how_late else []),
        undeliverable.tell(desk, refused, config, now),
        _untrusted(desk, config, now),
        _held(desk, held, config, now),
        _troubles(desk, troubles, config, now),
        *([expiring.tell(desk, ending, config, now)] if how_late else []),
    ]
    return Decision(
        tuple(c for d in decisions for c in d.changes),
        tuple(n for d in decisions for n in d.notices),
    )


def doubted(desk: Case, arrival: Arrival, config: Config) -> tuple[Change, ...]:
    """What is noted of a message that was acted on though its sender isn't vouched for; nothing within the week in
    which the team has heard of that sender."""
    address, before = arrival.mail.sender or "", desk.get(Doubted, arrival.mail.sender or "")
    if before and (before.told is None or arrival.arrived < before.told + timedelta(days=config.trust.warn_days)):
        return ()
    return (Put(Doubted(address, arrival.arrived, arrival.mail.subject, arrival.doubt)),)


def _untrusted(desk: Case, config: Config, now: datetime) -> Decision:
    untold = [d for d in desk.all(Doubted).values() if d.told is None]
    if not untold:
        return Decision()
    entries = [
        {"sender": d.address, "subject": d.subject, "arrived": d.arrived.isoformat(), "cause": d.cause}
        for d in untold[:LISTED]
    ]
    key = f"untrusted/{_digest(f'{d.address}@{d.arrived.isoformat()}' for d in untold)}"
    notice = to_team("report_untrusted", key, {"total": len(untold), "entries": entries}, config)
    return Decision(tuple(Put(replace(d, told=now)) for d in untold), (notice,))


def _held(desk: Case, held: Mapping[str, int], config: Config, now: datetime) -> Decision:
    """Addresses for which letters are held, each once a day."""
    today = now.astimezone(config.programme.zone).date()
    keys = {address: f"held/{address}/{today}" for address in sorted(held)}
    fresh = {address: key for address, key in keys.items() if key not in desk.all(Told)}
    if not fresh:
        return Decision()
    entries = [{"address": address, "letters": held[address]} for address in fresh]
    letter = to_team("report_held", f"held/{_digest(fresh.values())}", {"entries": entries[:LISTED]}, config)
    old = [Drop(Told.table, t.key) for t in desk.all(Told).values() if t.key.startswith("held/") and t.at < now - _DAYS]
    return Decision((*(Put(Told(key, now)) for key in fresh.values()), *old), (letter,))


def _troubles(desk: Case, troubles: Mapping[str, str], config: Config, now: datetime) -> Decision:
    known = desk.all(Trouble)
    changes: list[Change] = []
    notices: list[Notice] = []
    for key, what in troubles.items():
        if key not in known:
            changes.append(Put(Trouble(key, now, what)))
            facts: dict[str, Any] = {"since": now.isoformat()}
            letter = to_team("report_trouble", f"trouble/{key}/{now.isoformat()}", facts, config)
            notices.append(replace(letter, words=what))
    for key, trouble in known.items():
        if key not in troubles:
            changes.append(Drop(Trouble.table, key))
            facts = {"since": trouble.since.isoformat(), "over": now.isoformat()}
            letter = to_team("report_recovered", f"recovered/{key}/{trouble.since.isoformat()}", facts, config)
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
    week = timedelta(days=config.trust.warn_days)
    heard = [Drop(Told.table, key) for key in outdated(desk, config, now)]
    doubts = [Drop(Doubted.table, d.key) for d in desk.all(Doubted).values() if d.told and d.told + week < now]
    return Decision((*seen, *letters, *heard, *doubts, *forgotten(desk, config.trust, now)))


def _digest(keys: Any) -> str:
    return hashlib.sha256("\0".join(keys).encode()).hexdigest()[:24]
