"""Addresses that mail doesn't reach: which get no more letters, and what the team hears of it, once an address. Pure.

An address is stopped by a bounce (`rules.bounced`) or by a server that says at once that it knows nobody of that name.
Letters go on to its other recipients. The team's own addresses are never stopped: nobody would be left to be told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from qibot.calendar import written
from qibot.config import Config
from qibot.events import Decision, Returned, to_team
from qibot.model import Bounced, Case, Change, Drop, Letter, Missed, Put, Told
from qibot.rules import AT_THE_TEAM, marked
from qibot.screening import is_nobody

LISTED, LETTERS_LISTED = 50, 20
NOT_SENT = "not sent"


def says_unknown(said: str) -> bool:
    """Whether a server's refusal is about the address itself, so that the next letter would fare no better."""
    return said.startswith("5") and is_nobody(said)


def stopped(desk: Case, config: Config) -> dict[str, str]:
    """The addresses that get no mail, in lower case, with what is recorded of a letter that leaves them out."""
    return {
        b.address: f"{NOT_SENT}: mail to this address has come back since {written(b.since.date())} ({b.said})"
        for b in desk.all(Bounced).values()
        if stops(b, config)
    }


def stops(bounced: Bounced, config: Config) -> bool:
    """Whether a bounce keeps further letters from its address."""
    return bounced.permanent and bounced.address not in config.programme.team


def gone_without(bounced: Bounced, letters: Iterable[tuple[str, Letter]]) -> list[Missed]:
    """Every letter that an address has missed: what came back, and what was refused or left it out since."""
    found = dict.fromkeys(bounced.missed)
    for unit, letter in letters:
        if any(address.lower() == bounced.address for address in letter.refused):
            found[_missed(unit, letter)] = None
    return list(found)


def nobodys(desk: Case, known: Callable[[str], bool]) -> tuple[Change, ...]:
    """Let go of stopped addresses that nobody has any more, because an import has changed them: that mends them."""
    return tuple(Drop(Bounced.table, a) for a in desk.all(Bounced) if not known(a))


def tell(desk: Case, refused: Sequence[tuple[str, Letter]], config: Config, now: datetime) -> Decision:
    """One letter to the team about all that is new. `refused` are the letters that didn't reach everybody, by unit."""
    untold = [(unit, letter) for unit, letter in refused if letter.key not in desk.all(Told)]
    bounced = dict(desk.all(Bounced))
    entries: dict[str, _Entry] = {}
    for unit, letter, recipient, said in _refusals(untold):
        address = recipient.lower()
        if says_unknown(said):
            known = bounced.get(address)
            if known is None or not known.permanent:
                fresh = Returned(address, permanent=True, said=said)
                bounced[address] = marked(desk, fresh, _missed(unit, letter), now, shared=False)
        else:
            entries.setdefault(address, _Entry(recipient, said)).letters[_missed(unit, letter)] = None
    news = [b for b in bounced.values() if (b.permanent or b.times) and not b.told]
    for b in news:
        entry = entries[b.address] = _Entry(b.address, b.said, stops(b, config), b.shared)
        entry.letters |= dict.fromkeys(gone_without(b, refused))
    changes: list[Change] = [Put(Told(letter.key, now)) for _, letter in untold]
    changes += [Put(replace(b, told=True)) for b in news]
    if not entries:
        return Decision(tuple(changes))
    # What came back belongs to the key: two bounces can have the same second, which is all that a server's clock tells.
    about = [x for b in news for x in (f"{b.address}@{b.since.isoformat()}", *(m.key for m in b.missed))]
    key = _digest([*(letter.key for _, letter in untold), *about])
    return Decision(tuple(changes), (to_team(AT_THE_TEAM, f"undeliverable/{key}", _facts(entries), config),))


def _refusals(untold: Iterable[tuple[str, Letter]]) -> Iterator[tuple[str, Letter, str, str]]:
    """Each recipient whom a server refused. A report about a report would fail the same way, for ever; and of letters
    that were not even tried `status` tells."""
    for unit, letter in untold:
        if letter.name != AT_THE_TEAM:
            for recipient, said in letter.refused.items():
                if not said.startswith(NOT_SENT):
                    yield unit, letter, recipient, said


@dataclass(slots=True)
class _Entry:
    recipient: str
    said: str
    stopped: bool = False
    shared: bool = False
    letters: dict[Missed, None] = field(default_factory=dict)

    def facts(self) -> dict[str, Any]:
        shown = [{"subject": m.subject, "name": m.name, "about": m.unit} for m in self.letters]
        return {
            "recipient": self.recipient, "said": self.said, "stopped": self.stopped, "shared": self.shared,
            "letters": shown[:LETTERS_LISTED], "more": max(0, len(shown) - LETTERS_LISTED),
        }  # fmt: skip


def _facts(entries: Mapping[str, _Entry]) -> dict[str, Any]:
    listed = [e.facts() for e in entries.values()][:LISTED]
    first = next((e.recipient for e in entries.values() if e.stopped), "")
    return {"total": len(entries), "entries": listed, "stopped": first}


def _missed(unit: str, letter: Letter) -> Missed:
    return Missed(unit, letter.key, letter.name, letter.subject)


def _digest(keys: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(keys).encode()).hexdigest()[:24]
