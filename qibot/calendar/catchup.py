"""Whose turn it is among all enrolments, and the one letter to the team that gathers what came due in the meantime.

Belated notices to the team would come in a burst, one an enrolment; told one a day they would take weeks. So they stand
in one letter of the desk's. One commit of the desk promises it, with a `Told` for each step; an enrolment records its
step as skipped once that letter is settled. Until then the desk alone can take it back, and nothing else was changed:
so at whatever point it all stops, each step is told once. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qibot.calendar.almanac import Almanac
from qibot.calendar.due import Look, still_due, still_open
from qibot.calendar.steps.step import unit_of, written
from qibot.calendar.timed import notice_of
from qibot.calendar.turns import Candidate, take_turns
from qibot.events import Decision, Notice
from qibot.model import DESK, Case, Change, Drop, Enrolment, Letter, LetterState, Put, Skipped, Told, named

CATCH_UP = "report_catch_up"
GATHERED = ("report_feedback_overdue", "report_inactivity")  # a question has its own letter: the answer is a reply
LISTED = 50
_MARK = "catch-up/"


@dataclass(frozen=True, slots=True)
class Turns:
    """By unit, the candidates that leave now and those that a gathered letter has told; and those to be gathered."""

    leaving: Mapping[str, list[Candidate]]
    told: Mapping[str, list[Candidate]]
    gathered: tuple[Candidate, ...] = ()


def turns(desk: Case, looks: Iterable[Look], busy: Collection[str]) -> Turns:
    """Who goes first. `busy` are the addresses that have had a letter of the calendar today, or will."""
    fresh: list[Candidate] = []
    told: dict[str, list[Candidate]] = {}
    waiting = _waiting(desk)
    for candidate in (c for seen in looks for c in seen.candidates):
        mark = desk.get(Told, _MARK + candidate.step.key)
        if mark is None:
            fresh.append(candidate)
        elif waiting is None or mark.at != waiting.made:
            told.setdefault(candidate.unit, []).append(candidate)
    gathered, rest = _gathering(fresh, busy, waiting is not None)
    if gathered:
        busy = {*busy, *gathered[0].to}
    leaving: dict[str, list[Candidate]] = {}
    for candidate in (*(gathered if len(gathered) == 1 else ()), *take_turns(rest, busy)):
        leaving.setdefault(candidate.unit, []).append(candidate)
    return Turns(leaving, told, tuple(gathered) if len(gathered) > 1 else ())


def _gathering(
    fresh: list[Candidate], busy: Collection[str], one_waits: bool
) -> tuple[list[Candidate], list[Candidate]]:
    """What goes into the letter to the team, and what is left for letters of their own. Where there is anything
    belated to tell, what has its own day joins it; where the team has another letter today, the belated wait."""
    closing = {c.unit for c in fresh if c.step.name == "close_cohort"}
    notices = [c for c in fresh if c.step.name in GATHERED and c.unit not in closing]
    belated = sorted((c for c in notices if c.waits), key=lambda c: c.order)
    if not belated:
        return [], fresh
    timely = [c for c in notices if not c.waits]
    taken_out = {c.step.key for c in notices}
    others = [c for c in fresh if c.step.key not in taken_out]
    first = take_turns([c for c in others if not c.waits])
    has_one = any(a in busy for a in belated[0].to) or any(belated[0].to & c.to for c in first)
    if one_waits or has_one or len(timely) >= LISTED:
        return [], [*others, *timely]
    return [*timely, *belated][:LISTED], others


def gathered_letter(
    gathered: Iterable[Candidate], looks: Mapping[str, Look], almanac: Almanac, now: datetime
) -> Decision:
    """The letter to the team, and the desk's marks of what it tells."""
    gathered = sorted(gathered, key=lambda c: c.order)
    notices = [(c, notice_of(looks[c.unit].case, almanac, c.step, now)) for c in gathered]
    facts = {"total": len(gathered), "entries": [_entry(c, n) for c, n in notices]}
    letter = Notice(CATCH_UP, f"{_MARK}{now.isoformat()}", DESK, 0, notices[0][1].to, facts=facts, timed=True)
    return Decision(tuple(Put(Told(_MARK + c.step.key, now)) for c in gathered), (letter,))


def _entry(candidate: Candidate, notice: Notice) -> dict[str, Any]:
    said = ("practitioner", "mentor", "manager", "organisation", "sponsor", "sponsor_address", "reason", "history")
    about_mentor = notice.name == "report_feedback_overdue" or notice.facts.get("who") == "mentor"
    return {
        **{name: notice.facts[name] for name in said},
        "name": notice.name,
        "unit": notice.unit,
        "number": notice.number,
        "what": named(notice.number),
        "who": "mentor" if about_mentor else "practitioner",
        "day": candidate.step.day.isoformat(),
    }


def told_in_a_letter(candidate: Candidate, almanac: Almanac, desk: Case, now: datetime) -> Skipped:
    """An enrolment's record of a step that the team was told of in a gathered letter."""
    mark = desk.get(Told, _MARK + candidate.step.key)
    day = written(almanac.day(mark.at if mark else now))
    reason = f"{candidate.step.rule}: the team was told in the letter of {day} that gathered what had come due"
    return Skipped(candidate.step.key, now, reason)


def stands(case: Case, letter: Letter, almanac: Almanac, now: datetime, load: Callable[[str], Case]) -> bool:
    """Whether the reason of a timed letter still stands; of a gathered one, all that it tells."""
    if case.unit != DESK:
        return still_due(case, letter, almanac, now)
    for mark in _marks(case, letter):
        key = mark.key.removeprefix(_MARK)
        about = load(unit_of(key))
        if not about.all(Enrolment) or not still_open(about, key, letter, almanac, now):
            return False
    return True


def untold(case: Case, letter: Letter) -> list[Change]:
    """What else changes when a letter is withdrawn that nobody has: what it was to tell is open again."""
    return [] if letter.outcomes else [Drop(Told.table, mark.key) for mark in _marks(case, letter)]


def _marks(desk: Case, letter: Letter) -> list[Told]:
    if letter.name != CATCH_UP:
        return []
    return [t for t in desk.all(Told).values() if t.key.startswith(_MARK) and t.at == letter.made]


def _waiting(desk: Case) -> Letter | None:
    unsettled = (LetterState.WAITING, LetterState.HELD)
    return next((x for x in desk.letters.values() if x.name == CATCH_UP and x.state in unsettled), None)
