"""What a mentor's mail is about that could be about several things: the choices, and the reply that decides."""

from __future__ import annotations

import re

from qibot.events import Arrival, CommandUnclear, Event, WhichChosen
from qibot.model import DESK, ITEM, Choice, Quarantined, Role
from qibot.understanding.commands.given import SETTLED, first_line, name_of, plain_line
from qibot.understanding.context import Context

CHOICES_LIMIT = 30
_NUMBER = re.compile(r"(?:no\.? ?|number )?(\d{1,2})", re.IGNORECASE)


def choices_of(context: Context) -> tuple[tuple[Choice, ...], tuple[str, ...], str] | None:
    """What the sender's mail may be, each with its words, and the sender's name; None for who mentors nobody."""
    choices: list[Choice] = []
    labels: list[str] = []
    cases = context.cases(Role.MENTOR)
    for case in cases:
        e = case.enrolment
        twice = sum(c.enrolment.practitioner.name == e.practitioner.name for c in cases) > 1
        name = f"{e.practitioner.name} ({e.cohort})" if twice else e.practitioner.name
        pending = case.pending()
        choices += [Choice("feedback", case.unit, r.number) for r in pending]
        labels += [f"feedback on report {r.number} of {name}" for r in pending]
        if not pending:
            choices.append(Choice("message", case.unit))
            labels.append(f"a message to {name}")
    if not choices:
        return None
    chosen, named = choices[:CHOICES_LIMIT], labels[:CHOICES_LIMIT]
    who = cases[0].enrolment.mentor.name
    return (*chosen, Choice("team")), (*named, "a note to the Community Planning team alone"), who


def which(arrival: Arrival, context: Context, *, said: bool = True) -> Event | None:
    """The choice that the reply makes; without one (`said` False) the answer to a reply that makes none.

    None where the matter is no such question, or not this sender's to answer.
    """
    if not context.item.startswith(ITEM) or context.misused:
        return None
    line = plain_line(context.order) or first_line(arrival.mail.top)
    number, to_team = _NUMBER.fullmatch(line), line.upper() == "TEAM"
    key = context.item.removeprefix(ITEM)
    item = context.desk.get(Quarantined, key)
    role = Role.MENTOR if any(p.role is Role.MENTOR for p in context.parts) else Role.TEAM
    who = name_of(context.desk, role, context)
    if item is not None and item.order:
        return None  # whether it is theirs is asked, not which it is
    if item is None or not item.asked:
        is_choice = bool(number or to_team) and (context.team or role is Role.MENTOR)
        return CommandUnclear(arrival, DESK, 0, role, *SETTLED, who) if is_choice else None
    if not (context.team or _is_asked(item.asked, arrival.mail.sender or "", context)):
        return None
    place = int(number[1]) if number else len(item.choices) if to_team else 0
    if 1 <= place <= len(item.choices):
        return WhichChosen(arrival, key, item.choices[place - 1], who)
    if said and not number:
        return None
    if not said and context.team and role is not Role.MENTOR:
        return None
    fault = f"there is no choice {number[1]}" if number else "your reply doesn't begin with one of the numbers"
    instead = f"a number from 1 to {len(item.choices) - 1}, or TEAM, alone on the first line"
    return CommandUnclear(arrival, DESK, 0, role, fault, instead, who)


def _is_asked(asked: str, sender: str, context: Context) -> bool:
    """Whether the sender is the one who was asked, maybe at another address of theirs."""
    if sender == asked or asked in context.people.addresses_of(sender):
        return True
    mentors = (p.case.enrolment.mentor for p in context.parts if p.role is Role.MENTOR)
    return any({asked, sender} <= set(m.addresses) for m in mentors)
