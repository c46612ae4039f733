"""Circumstances on which the team hasn't decided: it hears so before the chase goes on (docs/calendar.md, 2)."""

from __future__ import annotations

from datetime import date

from qibot.calendar.almanac import Almanac
from qibot.calendar.alone import has_heard
from qibot.calendar.steps.step import Step, recorded, written
from qibot.model import Case, Terms


def decision_steps(case: Case, almanac: Almanac, today: date) -> list[Step]:
    """The team's reminder of each decision that is open, on the last day of its hold."""
    owed = almanac.owed(case)
    open_ones = [t for t in case.all(Terms).values() if t.number in owed and not is_over(case, almanac, t.number)]
    steps = (_reminder(case, almanac, terms, today) for terms in open_ones)
    return [step for step in steps if step is not None and not recorded(case, step.key)]


def reminder_key(case: Case, almanac: Almanac, number: int) -> str | None:
    """The key of the reminder without which the last row mustn't leave; None where the team has spoken, or has nothing
    to decide."""
    terms = case.terms(number)
    if terms.held_since is None or is_ordered(case, almanac, number):
        return None
    return f"decision/{case.unit}/{number}/{almanac.day(terms.held_since)}"


def is_ordered(case: Case, almanac: Almanac, number: int) -> bool:
    """Whether the team has let the last row go since the deadline was over."""
    ordered = case.terms(number).escalate
    return ordered is not None and almanac.day(ordered) > almanac.deadline(case, number)


def is_over(case: Case, almanac: Almanac, number: int) -> bool:
    """Whether the ladder's last row has left, be it as the question to the team: nothing is held any more."""
    last = f"ladder/{case.unit}/{number}/{almanac.deadline(case, number)}/{len(almanac.calendar.ladder)}"
    return recorded(case, last) or recorded(case, f"{last}/ask")


def _reminder(case: Case, almanac: Almanac, terms: Terms, today: date) -> Step | None:
    key = reminder_key(case, almanac, terms.number)
    if key is None or terms.held_since is None:
        return None
    since, until = almanac.day(terms.held_since), almanac.held_until(terms.held_since)
    deadline = almanac.deadline(case, terms.number)
    return Step(
        "ask_decision", key, terms.number, until, ("team",),
        "the team is reminded of an open decision before the reminders of a report go on",
        f"circumstances that were told on {written(since)} hold report {terms.number}, and nothing has been decided",
        facts={
            "since": since.isoformat(),
            "held_until": until.isoformat(),
            "deadline": deadline.isoformat(),
            "offered": almanac.offered(max(today, deadline)),
            "apart": terms.apart,
            "heard": has_heard(case, terms.number),
        },
    )  # fmt: skip
