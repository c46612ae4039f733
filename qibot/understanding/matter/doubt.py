"""Doubt is a question, asked well: what a mail may be, in its writer's own terms (programme.md, 3a)."""

from __future__ import annotations

from dataclasses import replace

from qibot.calendar import Almanac, delayed_report
from qibot.events import Arrival, ReportsAskedAbout, WhichAsked
from qibot.model import CHARTER, Case, Choice, Role
from qibot.understanding.links.clouds import links_in

TEAM_ALONE = "It is for the Community Planning team alone"


def doubtful(arrival: Arrival, case: Case, number: int, role: Role, almanac: Almanac) -> WhichAsked:
    """The question to the one who wrote; nothing is passed on meanwhile, and the true arrival is kept."""
    e = case.enrolment
    practitioner, mentor = _first(e.practitioner.name), e.mentor.name
    choices: list[Choice] = []
    who = "team"
    if role is Role.MENTOR:
        who = mentor
        if case.report(number):
            choices.append(Choice("feedback", case.unit, number, f"It is my feedback for {practitioner}"))
        choices.append(Choice("message", case.unit, number, f"It is just a message to {practitioner}"))
    elif role is Role.PRACTITIONER:
        who = e.practitioner.name
        owed = delayed_report(case, number, almanac.day(arrival.arrived), almanac)
        report = number if number and number != CHARTER else owed
        if report:
            choices.append(Choice("report", case.unit, report, f"It is my report ({report})"))
        choices.append(Choice("message", case.unit, number, f"It is a message to my mentor, {mentor}"))
        if owed:
            label = f"It says why report {owed} can't come in time: for the Community Planning team"
            choices.append(Choice("circumstances", case.unit, owed, label))
    elif e.manager is not None:
        who = e.manager.name
        choices.append(Choice("message", case.unit, number, f"It is a message to {practitioner} and {mentor}"))
    choices.append(Choice("private", case.unit, number, TEAM_ALONE))
    asked = WhichAsked(arrival, tuple(choices), tuple(c.label for c in choices), who, role, doubt=True)
    return held_meanwhile(asked, case.unit) if role is Role.PRACTITIONER else asked


def aside_first(event: WhichAsked) -> WhichAsked:
    """The question, with the team alone as the first that is offered: of what may be said of the mentor."""
    choices = tuple(sorted(event.choices, key=lambda c: c.kind != "private"))
    return replace(event, choices=choices, labels=tuple(c.label for c in choices))


def held_meanwhile(event: WhichAsked, unit: str) -> WhichAsked:
    """The question, so that nobody is chased meanwhile for what the mail's documents, photographs or links may be."""
    mail = event.arrival.mail
    if not (mail.sends or links_in(mail)):
        return event
    reports = [c for c in event.choices if c.kind == "report"]
    numbers = sorted({n for c in reports for n in ([s[0] for s in c.shares] or [c.number])})
    return replace(event, effects=(ReportsAskedAbout(event.arrival, unit, tuple(numbers)),)) if numbers else event


def _first(name: str) -> str:
    return name.split()[0] if name.split() else name
