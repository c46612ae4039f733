"""Who takes part: a person, and one practitioner's enrolment in a cohort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class Status(StrEnum):
    """Where an enrolment stands; only an active one gets letters of the calendar."""

    ACTIVE = "active"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


class Role(StrEnum):
    """What a person is in one enrolment."""

    PRACTITIONER = "practitioner"
    MENTOR = "mentor"
    MANAGER = "manager"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Person:
    """A name and the addresses that mail from this person may come from; letters go to the first."""

    name: str
    addresses: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The address that letters go to."""
        return self.addresses[0]


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One practitioner in one cohort, with the people around them (guidance, sections 1 to 3)."""

    table: ClassVar[str] = "enrolment"
    cohort: str
    slug: str
    practitioner: Person
    mentor: Person
    manager: Person | None = None
    sponsor: Person | None = None
    organisation: str = ""
    project: str = ""
    status: Status = Status.ACTIVE
    mentor_capacity: int | None = None
    joined: date | None = None

    @property
    def key(self) -> str:
        """There is one a unit."""
        return "enrolment"

    @property
    def unit(self) -> str:
        """The name of the unit that this enrolment is."""
        return f"{self.cohort}/{self.slug}"
