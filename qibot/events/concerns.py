"""A mentor's word to the team, or to the other mentors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qibot.events.arrival import Arrival
from qibot.model import Person, Role


@dataclass(frozen=True, slots=True)
class SupportNeeded:
    """A mentor's private concern about a practitioner (guidance, section 7).

    `read` says what showed it to be for the team alone where no command word did.
    """

    arrival: Arrival
    unit: str
    number: int
    words: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class ConcernTold:
    """A mentor's word for the team alone that names none of the practitioners whom it may be about, or several of them
    (`named`): 3a. One that answers another mentor's question hasn't gone to that one, the `asker`."""

    arrival: Arrival
    mentor: str
    address: str
    practitioners: tuple[str, ...]
    words: str
    read: str = ""
    named: tuple[str, ...] = ()
    asker: str = ""


@dataclass(frozen=True, slots=True)
class AimUnclear:
    """A mentor finds no clear aim, or none that the practitioner can influence (guidance, section 10)."""

    arrival: Arrival
    unit: str
    number: int
    words: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class ToldInConfidence:
    """Somebody's word for the team alone, or news that belongs to it alone (3a).

    `read` says what showed it. A `silent` one, which stands beside a report, has no answer of its own: the receipt is
    one, or the question about its documents. `former` names a writer who has no part any more; their `role` is then
    what they may have been.
    """

    arrival: Arrival
    unit: str
    number: int
    role: Role
    words: str
    read: str = ""
    silent: bool = False
    former: str = ""


@dataclass(frozen=True, slots=True)
class ToldAfterAll:
    """Somebody says that an earlier mail, which was taken for something else, was for the team alone.

    That mail is kept as `archived` and came at `sent`; `original` is it, read again, `was` what it was taken for. Of a
    `wrong` document, which isn't the report, the mentor isn't reminded even where they have it.
    """

    arrival: Arrival
    unit: str
    number: int
    role: Role
    who: str
    was: str
    archived: str
    sent: datetime
    original: Arrival | None = None
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class CapacityEnded:
    """A mentor can't go on (guidance, section 7); what waits, and how much the others have, in plain values."""

    arrival: Arrival
    mentor: str
    address: str
    practitioners: tuple[Mapping[str, Any], ...]
    loads: tuple[Mapping[str, Any], ...]
    words: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class MentorsAsked:
    """A mentor writes to other mentors (guidance, section 8), to all or in answer to one. `subject` is the talk's;
    of the others so many were `left_out`, whom it may be about."""

    arrival: Arrival
    speaker: Person
    others: tuple[Person, ...]
    subject: str
    words: str
    answers: bool = False
    left_out: int = 0
