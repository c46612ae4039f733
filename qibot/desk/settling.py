"""What the terminal's orders on the desk change: release, discard, mend. Pure; each is good to be given twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from qibot.errors import QibotError
from qibot.model import Case, Change, Quarantined
from qibot.people import Directory
from qibot.rules import discard, mend, others_of, release

Changes = tuple[Change, ...]


def changes_of(order: Mapping[str, Any], desk: Case, people: Directory, now: datetime) -> Changes:
    """The changes to the desk that an order asks for; none where that is so already. Raises QibotError."""
    obey = KINDS.get(order["kind"])
    if obey is None:
        raise QibotError(f"This qibot doesn't know the order “{order['kind']}”; it does nothing.")
    return obey(order, desk, people, now)


def named(desk: Case, word: str) -> Quarantined:
    """The one message that waits under this key, the beginning of it, or its number in the list. Raises QibotError."""
    items = list(desk.all(Quarantined).values())
    if word.isdigit() and len(word) < 6 and 1 <= int(word) <= len(items):
        return items[int(word) - 1]
    found = [q for q in items if q.key.startswith(word.lower())] if len(word) >= 6 else []
    if len(found) != 1:
        raise QibotError(f"No message in quarantine is “{word}”: `qibot quarantine list` shows the numbers and keys.")
    return found[0]


def checked(item: Quarantined, as_whom: str, people: Directory) -> tuple[str, str]:
    """The unknown address that belongs to the person from now on, and a listed one of theirs, else nothing; raises
    QibotError where there is no such person."""
    unit = people.enrolments.get(as_whom)
    if unit is None and not people.listed(as_whom):
        raise QibotError(f"Nobody in the people sheet has the address {as_whom}: add them and import the sheet first.")
    alias = item.sender if item.sender and not people.listed(item.sender) else ""
    return alias, unit.practitioner.address if unit else as_whom


def _released(order: Mapping[str, Any], desk: Case, people: Directory, _now: datetime) -> Changes:
    item = desk.get(Quarantined, str(order["key"]))
    if item is None or item.decided:
        return ()
    as_whom = str(order["as"]).lower()
    alias, person = checked(item, as_whom, people)
    return release([item, *others_of(desk, [item], alias)], as_whom, alias, person)


def _discarded(order: Mapping[str, Any], desk: Case, _people: Directory, _now: datetime) -> Changes:
    items = [q for key in order["keys"] if (q := desk.get(Quarantined, str(key))) and not q.decided]
    return discard(desk, items)


def _mended(order: Mapping[str, Any], desk: Case, _people: Directory, now: datetime) -> Changes:
    return mend(desk, str(order["address"]), now)


KINDS: Mapping[str, Callable[[Mapping[str, Any], Case, Directory, datetime], Changes]] = {
    "release": _released,
    "discard": _discarded,
    "mend": _mended,
}
