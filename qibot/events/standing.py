"""The team changes who takes part, or asks how things stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qibot.events.arrival import Arrival
from qibot.model import Person, Status


@dataclass(frozen=True, slots=True)
class StandingChanged:
    """The team pauses, resumes or withdraws an enrolment; who comes back on a `day` gets no letter before it."""

    arrival: Arrival
    unit: str
    number: int
    status: Status
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StatusAsked:
    """The team asks how things stand; a row an active enrolment, in plain values."""

    arrival: Arrival
    rows: tuple[Mapping[str, Any], ...]
    total: int


@dataclass(frozen=True, slots=True)
class MentorChanged:
    """One enrolment gets another mentor."""

    arrival: Arrival
    unit: str
    number: int
    mentor: Person
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Reassigned:
    """The team names another mentor for these practitioners; the effects, one an enrolment, come first."""

    arrival: Arrival
    mentor: str
    practitioners: tuple[str, ...]
    former: Person
    effects: tuple[MentorChanged, ...]
