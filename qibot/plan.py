"""Every letter that will go out until a day if nothing more arrives: the calendar itself, played forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from qibot.almanac import Almanac
from qibot.due import Called, due, next_look, still_due
from qibot.model import Case, Drop, Letter, LetterState, Put, apply


@dataclass(frozen=True, slots=True)
class Planned:
    """A letter to come, with the rule and the reason behind it."""

    at: datetime
    notice: str
    to: tuple[str, ...]
    copy: tuple[str, ...]
    unit: str
    number: int
    rule: str
    reason: str


def plan(cases: Iterable[Case], almanac: Almanac, now: datetime, until: datetime) -> list[Planned]:
    """The letters from now until that moment, in the order in which they leave."""
    planned = [p for case in cases for p in _of(case, almanac, now, until)]
    return sorted(planned, key=lambda p: (p.at, p.unit, p.notice))


def _of(case: Case, almanac: Almanac, now: datetime, until: datetime) -> Iterator[Planned]:
    case, waiting = _waiting(case, almanac, now)
    yield from waiting
    look = next_look(case, almanac, now)
    while look is not None and look <= until:
        found = due(case, almanac, look)
        for called in found.called:
            yield _planned(called, look)
        letters = [Put(_as_sent(called, look)) for called in found.called]
        case = apply(case, [*found.decision.changes, *letters])
        after = next_look(case, almanac, look)
        look = max(after, look + timedelta(seconds=1)) if after is not None else None


def _waiting(case: Case, almanac: Almanac, now: datetime) -> tuple[Case, list[Planned]]:
    """The letters that are written and wait, and the case as it is when they have left; one of the calendar waits for
    working hours, and doesn't leave at all when its reason has gone."""
    planned: list[Planned] = []
    for x in list(case.letters.values()):
        if x.state not in (LetterState.WAITING, LetterState.HELD):
            continue
        at = max(now, x.next_try or now)
        if x.timed:
            at = almanac.next_opening(at)
            if not still_due(case, x, almanac, at):
                case = apply(case, [Drop(Letter.table, x.key)])
                continue
        why = x.fault or "it waits for its delivery"
        planned.append(Planned(at, x.name, x.to, x.copy, case.unit, 0, "already written", why))
        case = apply(case, [Put(replace(x, state=LetterState.SENT, settled=at))])
    return case, planned


def _planned(called: Called, at: datetime) -> Planned:
    notice, step = called.notice, called.step
    to, copy = (tuple(p.address for p in people) for people in (notice.to, notice.copy))
    return Planned(at, notice.name, to, copy, notice.unit, notice.number, step.rule, step.reason)


def _as_sent(called: Called, at: datetime) -> Letter:
    n = called.notice
    to, copy = (tuple(p.address for p in people) for people in (n.to, n.copy))
    return Letter(n.key, n.name, to, copy, at, LetterState.SENT, settled=at, timed=True)
