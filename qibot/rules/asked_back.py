"""The team is asked back what it has decided about a report that hasn't come: nobody is chased for it meanwhile.

A team that answers has taken the matter up, and whoever was in trouble would else be chased because its words weren't
understood. So what it is asked back holds the reminders as any open question does (docs/calendar.md, 2), once until it
has decided: however often it is asked back, the first time counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qibot.calendar import Almanac, delayed_report, owed_now, written
from qibot.config import Config
from qibot.events import (
    CircumstancesDecided,
    CommandUnclear,
    Decision,
    EscalationOrdered,
    Event,
    MessageIgnored,
    Notice,
    StandingChanged,
)
from qibot.model import DESK, Case, Drop, InQuestion, Put, Role, Status, apply
from qibot.rules.confirm import on_command_unclear
from qibot.understanding import question_of

# What the team is told of somebody who doesn't send a report; another letter's answer decides nothing of that.
ASKED_OF = ("ask_exceptional", "ask_decision", "ask_escalation", "report_leaving", "report_in_confidence")
SILENCE = "report_inactivity"
_OF_MENTOR = "mentor-silence/"
_KEY = "asked back/"  # before the report's number


def on_unclear(case: Case, event: CommandUnclear, config: Config) -> Decision:
    """The answer to a command that can't be carried out; a hold where it may decide of a report that is missing."""
    told, almanac = on_command_unclear(case, event, config), Almanac(config)
    numbers = _missing(case, event, almanac)
    if not numbers:
        return told
    held = [_hold(case, event, number, almanac) for number in numbers]
    after = apply(case, tuple(map(Put, held)))
    until = max(almanac.ladder_held(after, number) or date.min for number in numbers)
    if until < almanac.day(event.arrival.arrived):
        return told
    goes = f". No reminder about {_named(numbers)} goes out until {written(until)}, or until you have decided"
    changes = (*told.changes, *map(Put, held))
    return Decision(changes, tuple(_with(notice, goes) for notice in told.notices))


def settled(case: Case, event: Event) -> tuple[Drop, ...]:
    """What a decision of the team's lets go of such holds; that nothing is to be done is one, too."""
    if isinstance(event, CircumstancesDecided | EscalationOrdered):
        numbers = {event.number, *getattr(event, "also", ())}
    elif isinstance(event, MessageIgnored) and event.unit != DESK:
        numbers = {event.number} - {0}
    elif isinstance(event, StandingChanged):
        numbers = set[int]()
    else:
        return ()
    mine = {f"{_KEY}{n}" for n in numbers} or {key for key in case.all(InQuestion) if key.startswith(_KEY)}
    return tuple(Drop(InQuestion.table, key) for key in sorted(mine & case.all(InQuestion).keys()))


def _missing(case: Case, event: CommandUnclear, almanac: Almanac) -> list[int]:
    """The owed reports of which the team may have decided; none where it answers another letter."""
    if event.role is not Role.TEAM or case.unit == DESK or case.enrolment.status is not Status.ACTIVE:
        return []
    question, arrival = question_of(event.arrival, case), event.arrival
    if question is None or question.key.startswith(_OF_MENTOR):
        return []
    if question.name in ASKED_OF:
        return [event.number] if event.number in almanac.owed(case) else []
    if question.name != SILENCE:
        return []
    first = delayed_report(case, event.number, almanac.day(arrival.arrived), almanac)
    return sorted({first, *owed_now(case, almanac, arrival.arrived)}) if first else []


def _hold(case: Case, event: CommandUnclear, number: int, almanac: Almanac) -> InQuestion:
    """The hold that there is; one that was over before the report was due has held nothing, and makes room."""
    key = f"{_KEY}{number}"
    before = case.get(InQuestion, key)
    if before is not None and almanac.asked_until(before) > almanac.deadline(case, number):
        return before
    return InQuestion(key, (number,), event.arrival.arrived, team=True)


def _named(numbers: list[int]) -> str:
    said = [str(n) for n in numbers]
    return f"report {said[0]}" if len(said) == 1 else f"reports {', '.join(said[:-1])} and {said[-1]}"


def _with(notice: Notice, more: str) -> Notice:
    return replace(notice, facts={**notice.facts, "instead": f"{notice.facts['instead']}{more}"})
