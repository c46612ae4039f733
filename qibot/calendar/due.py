"""What the calendar owes now and has not sent: case + now -> decision. Pure; docs/calendar.md says it in words.

There is no lateness window and no time of a last run: what is owed is an open step that is in no record. So downtime
and clocks that jump need no case of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from qibot.calendar.almanac import Almanac
from qibot.calendar.steps.closing import closing_steps
from qibot.calendar.steps.contact import contact_steps
from qibot.calendar.steps.deadline import deadline_steps
from qibot.calendar.steps.decision import decision_steps
from qibot.calendar.steps.feedback import feedback_steps
from qibot.calendar.steps.ladder import ladder_steps
from qibot.calendar.steps.silence import silence_steps
from qibot.calendar.steps.step import Step, written
from qibot.calendar.timed import notice_of, people, readers
from qibot.calendar.turns import LIMITED, Candidate, in_order, take_turns
from qibot.events import Decision, Notice
from qibot.model import Case, Change, Drop, Letter, Put, Skipped, Status, apply


@dataclass(frozen=True, slots=True)
class Called:
    """A step that leaves now, with the notice that it makes."""

    step: Step
    notice: Notice


@dataclass(frozen=True, slots=True)
class Due:
    """What is called for now: the letters, the steps that are skipped, and what a clock that was ahead got wrong."""

    called: tuple[Called, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    set_right: tuple[Change, ...] = ()

    @property
    def decision(self) -> Decision:
        """The same as changes and notices."""
        changes = _changes(self.set_right, self.skipped, [c.step for c in self.called])
        return Decision(tuple(changes), tuple(c.notice for c in self.called))


@dataclass(frozen=True, slots=True)
class Look:
    """What one enrolment has to say at this moment, before it is known whose turn it is among the others."""

    case: Case
    candidates: tuple[Candidate, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    set_right: tuple[Change, ...] = ()

    def due(self, leaving: Iterable[Candidate], almanac: Almanac, now: datetime) -> Due:
        """What is called for when these candidates may leave."""
        steps = (c.step for c in leaving)
        called = tuple(Called(s, notice_of(self.case, almanac, s, now)) for s in steps)
        return Due(called, self.skipped, self.set_right)

    def changes(self, leaving: Iterable[Candidate]) -> list[Change]:
        """The same without the letters."""
        return _changes(self.set_right, self.skipped, [c.step for c in leaving])


def _changes(set_right: Iterable[Change], skipped: Iterable[Skipped], steps: Iterable[Step]) -> list[Change]:
    return [*set_right, *(Put(s) for s in skipped), *(change for step in steps for change in step.changes)]


def look(case: Case, almanac: Almanac, now: datetime) -> Look:
    """What may leave now, and what has grown too old to leave. Nothing outside working hours."""
    if not almanac.is_open(now):
        return Look(case)
    early = _set_right(case, now)
    case, today = apply(case, early) if early else case, almanac.day(now)
    steps = open_steps(case, almanac, today)
    ripe = [(s, _addresses(case, s, almanac)) for s in steps if _ripe(s, today)]
    skipped = [_skip(s, now) for s in steps if _over(s, today)]
    skipped += [_nobody(s, now) for s, to in ripe if not to]
    return Look(case, tuple(_candidates(case, almanac, ripe, today)), tuple(skipped), early)


def due(case: Case, almanac: Almanac, now: datetime, busy: Collection[str] = ()) -> Due:
    """What leaves now from one enrolment. `busy` are the addresses that have had a letter of the calendar today."""
    seen = look(case, almanac, now)
    return seen.due(take_turns(seen.candidates, busy), almanac, now)


def next_look(case: Case, almanac: Almanac, now: datetime, busy: Collection[str] = ()) -> datetime | None:
    """When `look` may next find something that may leave if nothing changes; None if never."""
    today = almanac.day(now)
    opening = almanac.next_opening(now)
    looks = [opening] if _set_right(case, now) else []
    ripe: list[tuple[Step, frozenset[str]]] = []
    for step in open_steps(case, almanac, today):
        if step.day > today:
            looks.append(almanac.opening(almanac.workdays.on_or_after(step.day)))
        elif _over(step, today):
            looks.append(opening)
        else:
            ripe.append((step, _addresses(case, step, almanac)))
    if ripe:
        candidates = _candidates(case, almanac, ripe, today)
        free = [c for c in candidates if not (c.waits and any(a in busy for a in c.to))]
        tomorrow = almanac.opening(almanac.workdays.after(today, 1))
        looks.append(opening if free or not all(to for _, to in ripe) else tomorrow)
    return min(looks, default=None)


def _addresses(case: Case, step: Step, almanac: Almanac) -> frozenset[str]:
    return frozenset(p.address for p in people(case, step.to, almanac.config))


def _candidates(case: Case, almanac: Almanac, ripe: list[tuple[Step, frozenset[str]]], today: date) -> list[Candidate]:
    """The ripe steps that may leave today as far as their own enrolment goes, the most urgent first."""
    if not ripe:
        return []
    taken = _written_to(case, almanac, today)
    first_day = almanac.workdays.on_or_after
    every = ((Candidate(case.unit, s, to), first_day(s.day) < today) for s, to in ripe if to)
    return [c for c in in_order(every) if not taken & c.readers]


def _set_right(case: Case, now: datetime) -> tuple[Change, ...]:
    """Steps that were skipped under a clock that was ahead are open again: their time is yet to come."""
    ahead = now + timedelta(days=1)
    return tuple(Drop(Skipped.table, s.key) for s in case.all(Skipped).values() if s.at > ahead)


def open_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """Every step that is open for an active enrolment, ripe or yet to come; none leaves before the day of joining."""
    if case.enrolment.status is not Status.ACTIVE:
        return []
    joined = case.enrolment.joined or date.min
    return [s if s.day >= joined else replace(s, day=joined) for s in _steps(case, almanac, today)]


def _steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    return [
        *ladder_steps(case, almanac, today),
        *closing_steps(case, almanac, today),
        *deadline_steps(case, almanac, today),
        *decision_steps(case, almanac, today),
        *feedback_steps(case, almanac, today),
        *silence_steps(case, almanac, today),
        *contact_steps(case, almanac, today),
    ]


def may_leave(case: Case, letter: Letter, almanac: Almanac, now: datetime, busy: Collection[str] = ()) -> bool:
    """Whether a timed letter that waits for its delivery may go at this moment: working hours, one a day and reader.

    One that was made on an earlier day joins no other: `busy` are the addresses that have had one today, or will.
    """
    today = almanac.day(now)
    if not almanac.is_open(now) or (almanac.day(letter.made) < today and any(a in busy for a in letter.to)):
        return False
    others = apply(case, [Drop(Letter.table, letter.key)])
    return not _delivered_to(others, almanac, today) & LIMITED[letter.name]


def still_due(case: Case, letter: Letter, almanac: Almanac, now: datetime) -> bool:
    """Whether the reason of a timed letter that hasn't been delivered still stands."""
    before = apply(case, [Drop(Letter.table, letter.key)])
    closing = case.letters.get(f"close/{case.unit}")
    if closing and closing.made == letter.made and case.enrolment.status is Status.COMPLETED:  # by the same look
        before = apply(before, [Put(replace(before.enrolment, status=Status.ACTIVE))])
    return still_open(before, letter.key, letter, almanac, now)


def still_open(case: Case, key: str, letter: Letter, almanac: Almanac, now: datetime) -> bool:
    """Whether the step with this key, which the letter tells, may still leave, and to those whom the letter was for."""
    today = almanac.day(now)
    found = [s for s in open_steps(case, almanac, today) if s.key == key and _ripe(s, today)]
    wanted = letter.wanted or letter.to
    return any(wanted == tuple(p.address for p in readers(case, s, almanac.config)[0]) for s in found)


def _over(step: Step, today: date) -> bool:
    return step.day <= today and step.last is not None and step.last < today


def _ripe(step: Step, today: date) -> bool:
    return step.day <= today and not _over(step, today)


def _skip(step: Step, now: datetime) -> Skipped:
    last = written(step.last) if step.last else ""
    return Skipped(step.key, now, f"{step.rule}: its time was over on {last} before it could leave")


def _nobody(step: Step, now: datetime) -> Skipped:
    return Skipped(step.key, now, f"{step.rule}: there is nobody to write to")


def _written_to(case: Case, almanac: Almanac, today: date) -> set[str]:
    """The limited readers for whom a timed letter was made or delivered today."""
    made = {r for x in _timed(case) if almanac.day(x.made) == today for r in LIMITED[x.name]}
    return made | _delivered_to(case, almanac, today)


def _delivered_to(case: Case, almanac: Almanac, today: date) -> set[str]:
    delivered = (x for x in _timed(case) if x.settled is not None and almanac.day(x.settled) == today)
    return {r for x in delivered for r in LIMITED[x.name]}


def _timed(case: Case) -> Iterable[Letter]:
    return (x for x in case.letters.values() if x.timed)
