"""Whose turn it is when the calendar calls for several letters at once.

Two rules, both said in docs/calendar.md, “Never a burst”. Within an enrolment some readers get one letter a day,
whichever is the most urgent. Across enrolments a *belated* letter, one that could have left on an earlier working day,
joins no other letter of the same day to the same address; letters on their own day leave however many there are. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from qibot.calendar.steps.step import Step

# Who is written to by each letter, and which goes first when several are due at once.
# One a day for each of these and an enrolment; “ladder” so that nobody gets two of its letters, be it in copy.
LIMITED: dict[str, frozenset[str]] = {
    "remind_missing": frozenset({"practitioner", "ladder"}),
    "remind_missing_again": frozenset({"practitioner", "ladder"}),
    "escalate_missing": frozenset({"ladder"}),
    "ask_escalation": frozenset({"ladder"}),
    "close_cohort": frozenset({"practitioner", "mentor"}),
    "remind_deadline": frozenset({"practitioner"}),
    "tell_feedback_delayed": frozenset({"practitioner"}),
    "report_feedback_overdue": frozenset(),
    "remind_feedback": frozenset({"mentor"}),
    "check_in": frozenset({"practitioner"}),
    "report_inactivity": frozenset(),
    "nudge_contact": frozenset({"practitioner", "mentor"}),
    "ask_decision": frozenset(),
    "report_catch_up": frozenset(),
}
_ORDER = {name: place for place, name in enumerate(LIMITED)}
_CLOSING = "close_cohort"
_QUESTIONS = ("ask_escalation", "ask_decision")  # both are answered by the team's word on the same report


@dataclass(frozen=True, slots=True)
class Candidate:
    """A step that is ripe and not held back by what its enrolment has had today; `to` are its readers' addresses.

    A `waits` one leaves only if nobody in `to` has a letter from another enrolment today: it is belated, or it would
    have to take the place of one that is.
    """

    unit: str
    step: Step
    to: frozenset[str]
    waits: bool = False

    @property
    def order(self) -> tuple[int, int, date, str]:
        """The more urgent sorts first: kind of letter, report, day, enrolment."""
        return (*rank(self.step), self.unit)

    @property
    def readers(self) -> frozenset[str]:
        """Who may get one letter a day from this enrolment; the team one question about the same report: when the
        ladder's last row is due as well, it asks, and there is nothing left to remind of."""
        asked = {f"question about {self.step.number}"} if self.step.name in _QUESTIONS else set()
        return LIMITED[self.step.name] | asked


def rank(step: Step) -> tuple[int, int, date]:
    """The place of a step among what is due at once in its enrolment."""
    return (0 if "ladder" in LIMITED[step.name] else _ORDER[step.name], step.number, step.day)


def in_order(candidates: Iterable[tuple[Candidate, bool]]) -> Iterator[Candidate]:
    """One enrolment's candidates, each with whether it is belated, the most urgent first, marked with whether they
    wait. One behind another that waits for the same reader must wait with it: it isn't the one that matters."""
    held: set[str] = set()
    any_waits = closing = False
    for candidate, belated in sorted(candidates, key=lambda c: rank(c[0].step)):
        closes = candidate.step.name == _CLOSING  # behind the closing letter nothing leaves, before it all may
        waits = belated or closing or bool(candidate.readers & held) or (closes and any_waits)
        if waits:
            held |= candidate.readers
            any_waits, closing = True, closing or closes
        yield replace(candidate, waits=True) if waits else candidate


def take_turns(candidates: Iterable[Candidate], busy: Collection[str] = ()) -> list[Candidate]:
    """Those that leave now. `busy` are the addresses that have had a letter of the calendar today, or will.

    The candidates of one enrolment come from `in_order`; what has its own day goes before what waits.
    """
    leaving: list[Candidate] = []
    taken: dict[str, set[str]] = {}
    had: dict[str, str] = {}
    for candidate in sorted(candidates, key=lambda c: (c.waits, *c.order)):
        unit, mine = candidate.unit, taken.setdefault(candidate.unit, set())
        if mine & candidate.readers or _CLOSING in mine:
            continue
        if candidate.waits and any(a in busy or had.get(a, unit) != unit for a in candidate.to):
            continue
        mine |= candidate.readers
        if candidate.step.name == _CLOSING:
            mine.add(_CLOSING)
        for address in candidate.to:
            had[address] = unit if had.get(address, unit) == unit else ""
        leaving.append(candidate)
    return leaving
