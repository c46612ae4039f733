"""What was written before somebody's part changed: who gets it is decided when it goes out, by who they are then (3a).

Words to a mentor aren't the next one's: of a report that was written before the change the documents go on, and a
message is the team's. What a mail is, nobody chooses who has no part in the enrolment any more, nor for another
reader than the one whom the choice names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from qibot.events import Event, MessageReceived, MessageUnplaced, ReportReceived
from qibot.model import FORMER, Case, Choice, Enrolment, Role
from qibot.people import Directory

NEW_MENTOR = "tell_new_mentor"
CHANGED = "{name} has had another mentor since it was written"
NO_PART = "its writer, who was asked what it is, isn't the {part} of {name} any more"
OTHER_READER = "its writer was asked what it is, and whom it was for isn't the {part} of {name} any more"


def of_then(event: Event, load: Callable[[str], Case]) -> Event:
    """The event; without the words to whoever was the mentor when it was written, where that is another one now."""
    if not isinstance(event, ReportReceived | MessageReceived):
        return event
    if not has_new_mentor(load(event.unit), event.arrival.arrived):
        return event
    if isinstance(event, ReportReceived):
        return replace(
            event, apart=event.apart or FORMER, beside=tuple(replace(x, apart=x.apart or FORMER) for x in event.beside)
        )
    to_mentor = event.role in (Role.PRACTITIONER, Role.MANAGER) and event.to in (None, Role.MENTOR)
    name = load(event.unit).enrolment.practitioner.name
    return MessageUnplaced(event.arrival, CHANGED.format(name=name)) if to_mentor else event


def has_new_mentor(case: Case, written: datetime) -> bool:
    """Whether the enrolment has had another mentor since then."""
    return any(x.name == NEW_MENTOR and x.made >= written for x in case.letters.values())


def outdated(choice: Choice, writer: str, people: Directory) -> str:
    """Why what was offered to the one with this address no longer holds; empty where it does."""
    e = people.enrolments.get(choice.unit)
    if e is None:
        return ""
    role, name = people.parts(writer).get(choice.unit), e.practitioner.name
    if role is None or (choice.kind == "feedback" and role is not Role.MENTOR):
        part = "mentor" if choice.kind == "feedback" or role is None else str(role)
        return NO_PART.format(part=part, name=name)
    if choice.kind == "message" and choice.label and (reader := _reader(choice, role, e)) is not None:
        part, called = reader
        return "" if called and called in choice.label else OTHER_READER.format(part=part, name=name)
    return ""


def _reader(choice: Choice, role: Role, e: Enrolment) -> tuple[Role, str] | None:
    """Whom a message is for, and what they are called; None where that is the practitioner, who doesn't change."""
    to = choice.to or (None if role is Role.MENTOR else Role.MENTOR)
    if to is Role.MENTOR:
        return to, e.mentor.name
    return (to, e.manager.name if e.manager else "") if to is Role.MANAGER else None


def is_same_writer(one: str | None, other: str | None, people: Directory) -> bool:
    """Whether two addresses are one person's."""
    return bool(people.addresses_of(one or "") & people.addresses_of(other or ""))
