"""Every letter that will go out until a day if nothing more arrives: the calendar itself, played forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from qibot.almanac import Almanac
from qibot.due import Called, due, next_look
from qibot.model import Case, Letter, LetterState, Put, apply


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
    yield from _waiting(case, now)
    look = next_look(case, almanac, now)
    while look is not None and look <= until:
        found = due(case, almanac, look)
        for called in found.called:
            yield _planned(called, look)
        letters = [Put(_as_sent(called, look)) for called in found.called]
        case = apply(case, [*found.decision.changes, *letters])
        after = next_look(case, almanac, look)
        look = max(after, look + timedelta(seconds=1)) if after is not None else None


def _waiting(case: Case, now: datetime) -> Iterator[Planned]:
    for x in case.letters.values():
        if x.state in (LetterState.WAITING, LetterState.HELD):
            why = x.fault or "it waits for its delivery"
            yield Planned(max(now, x.next_try or now), x.name, x.to, x.copy, case.unit, 0, "already written", why)


def _planned(called: Called, at: datetime) -> Planned:
    notice, step = called.notice, called.step
    to, copy = (tuple(p.address for p in people) for people in (notice.to, notice.copy))
    return Planned(at, notice.name, to, copy, notice.unit, notice.number, step.rule, step.reason)


def _as_sent(called: Called, at: datetime) -> Letter:
    n = called.notice
    to, copy = (tuple(p.address for p in people) for people in (n.to, n.copy))
    return Letter(n.key, n.name, to, copy, at, LetterState.SENT, settled=at, timed=True)
