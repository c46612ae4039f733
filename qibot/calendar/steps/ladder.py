"""When a report is missing: reminder, second reminder, escalation (guidance, section 4; docs/calendar.md, 2)."""

from __future__ import annotations

from datetime import date, timedelta

from qibot.calendar.almanac import Almanac
from qibot.calendar.steps.decision import is_ordered, reminder_key
from qibot.calendar.steps.step import Step, recorded, written
from qibot.config import Rung
from qibot.model import Case, LetterState, Skipped


def ladder_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """The next row for each report whose deadline is over."""
    owed, deadlines = almanac.owed(case), almanac.deadlines(case)
    over = [n for n in owed if deadlines[n] < today]
    coming = sorted((n for n in owed if deadlines[n] >= today), key=deadlines.__getitem__)[:1]
    steps = (_next_row(case, almanac, number) for number in (*over, *coming))
    return [step for step in steps if step is not None]


def _next_row(case: Case, almanac: Almanac, number: int) -> Step | None:
    """The first row that hasn't left, at its distance behind the one before it; None while that one waits."""
    deadline = almanac.deadline(case, number)
    if recorded(case, f"ladder/{case.unit}/{number}/{deadline}/{len(almanac.calendar.ladder)}"):
        return None
    before: tuple[date, date] | None = None
    for place, rung in enumerate(almanac.calendar.ladder, 1):
        key = f"ladder/{case.unit}/{number}/{deadline}/{place}"
        own = own_day(rung, deadline, almanac)
        if recorded(case, key):
            left = _left(case, key, almanac)
            if left is None:
                return None
            before = (own, left)
            continue
        day = own if before is None else max(own, _distance_kept(before, own, almanac))
        hold = almanac.ladder_held(case, number)
        if hold is not None and day <= hold:
            day = almanac.workdays.after(hold, 1)
        if place == len(almanac.calendar.ladder) and almanac.calendar.escalation == "auto":
            heard = _team_reminded(case, almanac, number)
            if heard is None:
                return None
            day = max(day, heard)
        return _row(case, almanac, number, rung, key, day)
    return None


def own_day(rung: Rung, deadline: date, almanac: Almanac) -> date:
    """The day of a row, counted from the deadline."""
    if rung.working_days:
        return almanac.workdays.after(deadline, rung.after)
    return almanac.workdays.on_or_after(deadline + timedelta(days=rung.after))


def _distance_kept(before: tuple[date, date], own: date, almanac: Almanac) -> date:
    own_before, left = before
    return almanac.workdays.after(left, max(1, almanac.workdays.between(own_before, own)))


def _team_reminded(case: Case, almanac: Almanac, number: int) -> date | None:
    """From when the last row may leave as far as an open decision goes: the working day after the team was reminded of
    it; None while it hasn't been."""
    key = reminder_key(case, almanac, number)
    if key is None:
        return date.min
    reminded = _left(case, key, almanac)
    return almanac.workdays.after(reminded, 1) if reminded else None


def _left(case: Case, key: str, almanac: Almanac) -> date | None:
    """The day on which a step's letter left (or had nobody to go to); None while it still waits to be delivered."""
    if skipped := case.get(Skipped, key):
        return almanac.day(skipped.at)
    letter = case.letters.get(key)
    if letter is None or letter.state in (LetterState.WAITING, LetterState.HELD) or letter.settled is None:
        return None
    return almanac.day(letter.settled)


def _row(case: Case, almanac: Almanac, number: int, rung: Rung, key: str, day: date) -> Step | None:
    deadline, terms = almanac.deadline(case, number), case.terms(number)
    name, to, copy = rung.template, rung.to, rung.copy_to
    ordered = is_ordered(case, almanac, number)
    if rung.escalates and almanac.calendar.escalation == "ask" and not ordered:
        key += "/ask"
        if recorded(case, key):
            return None
        return Step(
            "ask_escalation", key, number, day, ("team",),
            "the ladder's last step is for the team to decide",
            f"report {number} was due on {written(deadline)} and hasn't come in",
            facts={"deadline": deadline.isoformat()},
        )  # fmt: skip
    if rung.escalates and almanac.calendar.escalation == "ask" and terms.escalate is not None:
        day = max(day, almanac.day(terms.escalate))  # its own day is that of the team's word
    return Step(
        name, key, number, day, to,
        f"the ladder: {rung.after} {'working ' if rung.working_days else ''}day(s) after the deadline",
        f"report {number} was due on {written(deadline)} and hasn't come in",
        copy=copy,
        facts={"deadline": deadline.isoformat()},
    )  # fmt: skip
