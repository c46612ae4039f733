"""Something was agreed or asked about a report's time: a date, circumstances, an escalation; or a pair spoke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qibot.events.arrival import Arrival
from qibot.model import Role


@dataclass(frozen=True, slots=True)
class DateNamed:
    """A mentor says by when to expect the feedback (guidance, section 4), or the team does in their stead (`role`).
    What a mentor promises `in_words`, within the time that they have, moves no day forward: who writes “tomorrow” still
    has the whole week, and nobody waits for anything else; where something else stands beside it (`answered`) they hear
    so, for nobody has seen that. The command names any day."""

    arrival: Arrival
    unit: str
    number: int
    day: date
    role: Role = Role.MENTOR
    in_words: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class CircumstancesReported:
    """Somebody's circumstances keep them from a report, in so many words or in their own; `number` is the report.

    `nature` is what was told: “exceptional” (illness, death, an emergency, or the word itself), “workload”, “leave”,
    “time” (more time is asked for) or “leaving” (they leave, stop or pause). `role` is who tells it: the practitioner,
    the organisational manager, or the mentor. `read` says what showed it where no command word did.
    """

    arrival: Arrival
    unit: str
    number: int
    nature: str = "exceptional"
    role: Role = Role.PRACTITIONER
    read: str = ""


@dataclass(frozen=True, slots=True)
class CircumstancesDecided:
    """The team accepts them until a day, excuses the report (`until` None), `also` other ones in the same word, or
    declines them."""

    arrival: Arrival
    unit: str
    number: int
    accepted: bool
    until: date | None = None
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EscalationOrdered:
    """The team lets the ladder's last step go."""

    arrival: Arrival
    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class ContactReported:
    """Practitioner or mentor says that the two have spoken, on this day. A `silent` one stands beside what else they
    say and has no answer of its own."""

    arrival: Arrival
    unit: str
    number: int
    role: Role
    day: date
    silent: bool = False
