"""Promises what the calendar calls for, and looks again at letters that couldn't be written."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from qibot.alerts import Trying
from qibot.calendar import (
    Almanac,
    Look,
    Turns,
    Watch,
    gathered_letter,
    look,
    mentor_away,
    mentor_heard,
    noted_with,
    over,
    stands,
    told_in_a_letter,
    turns,
    untold,
)
from qibot.letters import Post, retired
from qibot.model import DESK, Away, Case, Change, Enrolment, LetterState, Put, Role
from qibot.people import Directory
from qibot.store import Ledger


class Caller:
    """`trying` is the bot's: one failure stops no other."""

    def __init__(self, almanac: Almanac, ledger: Ledger, post: Post, directory: Directory, trying: Trying) -> None:
        self._almanac, self._post, self._directory, self._trying = almanac, post, directory, trying
        self._load, self._commit = ledger.load, ledger.commit
        self._watch = Watch(almanac, directory.written_to)
        self._now = ledger.now
        ledger.keep(self._note)

    def _note(self, case: Case) -> None:
        self._watch.note(case, self._now())

    def tell_of_absences(self, now: datetime) -> None:
        """Let the team know of feedback that falls due while its mentor is away; let go of absences that are over."""
        desk, today = self._load(DESK), self._almanac.day(now)
        away = desk.all(Away)
        if gone := over(away.values(), self._almanac, today):
            desk = self._commit(DESK, [*gone])
        units = {u for a in desk.all(Away) for u, role in self._directory.parts(a).items() if role is Role.MENTOR}
        for unit in sorted(units):
            self._trying(f"absences for {unit}", partial(self._tell_of_absence, unit, desk, now))

    def _tell_of_absence(self, unit: str, desk: Case, now: datetime) -> None:
        case = self._load(unit)
        notices = mentor_away(case, desk.all(Away), self._almanac, self._almanac.day(now))
        changes = [*noted_with(case, desk.all(Away)), *(Put(x) for x in self._post.write(case, notices, now))]
        if changes:
            self._commit(unit, changes)

    def call(self, now: datetime) -> None:
        """Promise the letters that the calendar calls for, each enrolment's in its turn, and record what it skips."""
        looks: dict[str, Look] = {}
        for unit in self._watch.ripe(now):
            self._trying(f"look at the calendar of {unit}", partial(self._look, unit, now, looks))
        if not looks:
            return
        desk = self._load(DESK)
        turn = turns(desk, looks.values(), self._directory.written_to(self._almanac.day(now)))
        if turn.gathered:
            self._trying("the calendar's letter to the team", partial(self._gather, turn, looks, now))
        for unit, seen in looks.items():
            self._trying(f"calendar of {unit}", partial(self._promise, seen, turn, desk, now))
        for candidate in turn.gathered:
            self._watch.again(candidate.unit)

    def _look(self, unit: str, now: datetime, looks: dict[str, Look]) -> None:
        case = self._load(unit)
        heard = self._directory.heard_from(case.enrolment.mentor) if case.all(Enrolment) else None
        if changes := mentor_heard(case, self._almanac, self._almanac.day(now), heard):
            case = self._commit(unit, changes)
        looks[unit] = look(case, self._almanac, now)

    def _gather(self, turn: Turns, looks: dict[str, Look], now: datetime) -> None:
        decision = gathered_letter(turn.gathered, looks, self._almanac, now)
        letters = self._post.write(self._load(DESK), decision.notices, now)
        self._commit(DESK, [*decision.changes, *(Put(x) for x in letters)])

    def _promise(self, seen: Look, turn: Turns, desk: Case, now: datetime) -> None:
        unit = seen.case.unit
        found = seen.due(turn.leaving.get(unit, ()), self._almanac, now).decision
        told = [Put(told_in_a_letter(c, self._almanac, desk, now)) for c in turn.told.get(unit, ())]
        letters = self._post.write(seen.case, found.notices, now)
        if found.changes or told or letters:
            self._commit(unit, [*found.changes, *told, *(Put(x) for x in letters)])
        else:
            self._watch.note(self._load(unit), now)

    def try_held(self, unit: str, now: datetime) -> None:
        """Write held letters anew; one of the calendar whose reason has gone is withdrawn."""
        case = self._load(unit)
        changes: list[Change] = []
        for held in [x for x in case.letters.values() if x.state is LetterState.HELD]:
            if held.timed and not stands(case, held, self._almanac, now, self._load):
                changes += [*retired(held, now), *untold(case, held)]
            elif (written := self._post.write_again(case, held, now)) is not held:
                changes.append(Put(written))
        if changes:
            self._commit(unit, changes)
