"""Every letter that will go out until a day if nothing more arrives: the calendar itself, played forward.

All enrolments are played together, in the order of time, since whose turn it is depends on what others get that day.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from qibot.calendar.almanac import Almanac
from qibot.calendar.catchup import CATCH_UP, GATHERED, Turns, gathered_letter, stands, told_in_a_letter, turns, untold
from qibot.calendar.due import Look, look, may_leave, next_look
from qibot.calendar.steps.step import Step
from qibot.calendar.timed import readers
from qibot.model import DESK, Case, Change, Drop, Letter, LetterState, Person, Put, apply

_LOOK, _DELIVERY = 0, 1  # at one moment the calendar is looked at first, then what waits is delivered
_INSTANT = timedelta(seconds=1)


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
    """The letters from now until that moment, in the order in which they leave. The desk may be among the cases."""
    ahead = _Ahead(cases, almanac, now)
    ahead.play(until)
    return sorted(ahead.planned, key=lambda p: (p.at, p.unit, p.notice))


class _Ahead:
    """The cases as they will be, moment by moment; `heap` holds what is to be done when, the soonest first."""

    def __init__(self, cases: Iterable[Case], almanac: Almanac, now: datetime) -> None:
        self.planned: list[Planned] = []
        self._almanac = almanac
        self._cases = {DESK: Case(DESK)} | {case.unit: case for case in cases}
        self._heap: list[tuple[datetime, int, str, str]] = []
        self._looks: dict[str, datetime] = {}
        self._had: dict[date, set[str]] = defaultdict(set)
        for unit, case in self._cases.items():
            for letter in case.letters.values():
                self._note(letter)
                if letter.state in (LetterState.WAITING, LetterState.HELD):
                    self._deliver_at(max(now, letter.next_try or now), unit, letter)
        for unit in self._cases:
            self._look_at(unit, now)

    def play(self, until: datetime) -> None:
        """Everything up to that moment."""
        while self._heap and self._heap[0][0] <= until:
            moment, what, unit, key = heapq.heappop(self._heap)
            if what == _DELIVERY:
                self._delivery(unit, key, moment)
                continue
            units = [unit]
            while self._heap and self._heap[0][:2] == (moment, _LOOK):
                units.append(heapq.heappop(self._heap)[2])
            self._look(sorted({u for u in units if self._looks.get(u) == moment}), moment)

    # --- the calendar ---

    def _look_at(self, unit: str, now: datetime, at_least: datetime | None = None) -> None:
        """Work out when this enrolment is to be looked at next."""
        busy = self._had.get(self._almanac.day(now), ())
        then = next_look(self._cases[unit], self._almanac, now, busy) if unit != DESK else None
        self._looks.pop(unit, None)
        if then is not None:
            self._looks[unit] = max(then, at_least or then)
            heapq.heappush(self._heap, (self._looks[unit], _LOOK, unit, ""))

    def _look(self, units: list[str], now: datetime) -> None:
        looks = {unit: look(self._cases[unit], self._almanac, now) for unit in units}
        today = self._almanac.day(now)
        turn = turns(self._cases[DESK], looks.values(), self._had[today])
        idle = set(units)
        for unit, seen in looks.items():
            leaving = turn.leaving.get(unit, ())
            told = [Put(told_in_a_letter(c, self._almanac, self._cases[DESK], now)) for c in turn.told.get(unit, ())]
            letters = [Put(self._promised(seen.case, c.step, now)) for c in leaving]
            changes = [*seen.changes(leaving), *told, *letters]
            if changes:
                self._cases[unit] = apply(self._cases[unit], changes)
                idle.discard(unit)
        idle -= self._gather(turn, looks, now)
        tomorrow = self._almanac.opening(self._almanac.workdays.after(today, 1))
        for unit in units:  # one that others keep from its turn has it tomorrow
            self._look_at(unit, now, tomorrow if unit in idle else now + _INSTANT)

    def _promised(self, case: Case, step: Step, now: datetime) -> Letter:
        letter = _as_sent(step.name, step.key, *readers(case, step, self._almanac.config), now)
        self._note(letter)
        self.planned.append(
            Planned(now, step.name, letter.to, letter.copy, case.unit, step.number, step.rule, step.reason)
        )
        return letter

    def _gather(self, turn: Turns, looks: dict[str, Look], now: datetime) -> set[str]:
        """The letter to the team, delivered and recorded at once; the units that it is about."""
        if not turn.gathered:
            return set()
        decision = gathered_letter(turn.gathered, looks, self._almanac, now)
        notice = decision.notices[0]
        letter = _as_sent(notice.name, notice.key, notice.to, (), now)
        self._cases[DESK] = apply(self._cases[DESK], [*decision.changes, Put(letter)])
        self._note(letter)
        about = ", ".join(sorted({c.unit for c in turn.gathered}))
        rule = f"what came due and couldn't leave on its day, about {about}"
        self.planned.append(Planned(now, letter.name, letter.to, (), DESK, 0, rule, _reasons(turn)))
        for c in turn.gathered:
            record = Put(told_in_a_letter(c, self._almanac, self._cases[DESK], now))
            self._cases[c.unit] = apply(self._cases[c.unit], [record])
        return {c.unit for c in turn.gathered}

    # --- letters that are written and wait ---

    def _deliver_at(self, moment: datetime, unit: str, letter: Letter) -> None:
        at = self._almanac.next_opening(moment) if letter.timed else moment
        heapq.heappush(self._heap, (at, _DELIVERY, unit, letter.key))

    def _delivery(self, unit: str, key: str, at: datetime) -> None:
        """One of the calendar waits for its turn, and doesn't leave at all when its reason has gone."""
        case = self._cases[unit]
        letter, today = case.letters[key], self._almanac.day(at)
        gone = Drop(Letter.table, key)
        if letter.timed and not stands(case, letter, self._almanac, at, self._cases.__getitem__):
            self._change(unit, [gone, *untold(case, letter)], at)
        elif letter.timed and not may_leave(case, letter, self._almanac, at, self._had[today]):
            if letter.name in (CATCH_UP, *GATHERED) and not letter.outcomes:
                self._change(unit, [gone, *untold(case, letter)], at)
            else:
                tomorrow = self._almanac.opening(self._almanac.workdays.after(today, 1))
                self._deliver_at(tomorrow, unit, letter)
        else:
            sent = replace(letter, state=LetterState.SENT, settled=at)
            self._note(sent)
            why = letter.fault or "it waits for its delivery"
            self.planned.append(Planned(at, letter.name, letter.to, letter.copy, unit, 0, "already written", why))
            self._change(unit, [Put(sent)], at)

    def _change(self, unit: str, changes: list[Change], at: datetime) -> None:
        self._cases[unit] = apply(self._cases[unit], changes)
        about = [unit] if unit != DESK else [u for u in self._cases if u != DESK]
        for each in about:
            self._look_at(each, at, at + _INSTANT)

    def _note(self, letter: Letter) -> None:
        for moment in (letter.made, letter.settled) if letter.timed else ():
            if moment is not None:
                self._had[self._almanac.day(moment)].update(letter.to)


def _as_sent(name: str, key: str, to: Iterable[Person], copy: Iterable[Person], at: datetime) -> Letter:
    readers, copied = tuple(p.address for p in to), tuple(p.address for p in copy)
    return Letter(key, name, readers, copied, at, LetterState.SENT, settled=at, timed=True)


def _reasons(turn: Turns) -> str:
    return "; ".join(dict.fromkeys(c.step.reason for c in turn.gathered))
