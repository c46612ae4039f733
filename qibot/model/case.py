"""A unit's records, and the changes to them.

A *unit* is what one commit changes and one file holds: an enrolment ("2026-27/jo.smith") or the *desk*, which keeps
what belongs to nobody. Its records stand in tables; a `Case` is a unit's records, read-only, as a decision sees them.
All datetimes are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar, get_args

from qibot.model.desk import Alias, Away, Bounced, Doubted, Mended, Quarantined, Told, Trouble
from qibot.model.letters import Letter, Skipped, Undoable
from qibot.model.messages import Contact, Flag, Learned, Seen
from qibot.model.people import Enrolment
from qibot.model.receiver import Receiver, Stamped
from qibot.model.reports import Feedback, InQuestion, Report, Submission, Terms, Unsent

Record = (
    Enrolment
    | Report
    | Submission
    | Feedback
    | Terms
    | Unsent
    | InQuestion
    | Contact
    | Skipped
    | Letter
    | Seen
    | Flag
    | Learned
    | Undoable
    | Quarantined
    | Trouble
    | Told
    | Bounced
    | Mended
    | Away
    | Doubted
    | Alias
    | Stamped
    | Receiver
)
_KINDS: tuple[type[Record], ...] = get_args(Record)
RECORDS: Mapping[str, type[Record]] = MappingProxyType({kind.table: kind for kind in _KINDS})
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Put:
    """Write this record in place of the one with its key, if there is one."""

    record: Record


@dataclass(frozen=True, slots=True)
class Drop:
    """Remove the record with this key."""

    table: str
    key: str


Change = Put | Drop
_NOTHING: Mapping[str, Record] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Case:
    """All records of one unit, as a decision sees them."""

    unit: str
    tables: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)

    def all(self, kind: type[R]) -> Mapping[str, R]:
        """The records of one kind by key, in the order in which they came."""
        return self.tables.get(kind.table, _NOTHING)  # type: ignore[return-value]

    def get(self, kind: type[R], key: str | int) -> R | None:
        """One record, or None."""
        return self.all(kind).get(str(key))

    @property
    def enrolment(self) -> Enrolment:
        """The enrolment that this case is about; KeyError for the desk."""
        return self.all(Enrolment)["enrolment"]

    @property
    def letters(self) -> Mapping[str, Letter]:
        """Every letter of this unit, by its key."""
        return self.all(Letter)

    def report(self, number: int) -> Report | None:
        """The report with this number if it has come in."""
        return self.get(Report, number)

    def terms(self, number: int) -> Terms:
        """What was agreed about a report; nothing, where nothing was."""
        return self.all(Terms).get(str(number)) or Terms(number)

    def submissions(self, number: int) -> list[Submission]:
        """Every version of a report, the first first."""
        return [s for s in self.all(Submission).values() if s.number == number]

    def is_unshown(self, number: int) -> bool:
        """Whether the practitioner has asked that the manager doesn't see this report, and its mentor hasn't let them
        have an answer to it since. Another manager who has come since doesn't see it either."""
        wished = [s.arrived for s in self.submissions(number) if self.enrolment.manager and s.kept_from]
        given = (f for f in self.all(Feedback).values() if f.number == number and not f.kept_from)
        return bool(wished) and not any(f.arrived >= max(wished) for f in given)

    def pending(self) -> list[Report]:
        """Reports that wait for the mentor's first answer, the earliest number first."""
        return sorted((r for r in self.all(Report).values() if r.answered is None), key=lambda r: r.number)


def apply(case: Case, changes: Iterable[Change]) -> Case:
    """The case after the changes; the given one stays as it is."""
    tables = dict(case.tables)
    touched: dict[str, dict[str, Record]] = {}
    for change in changes:
        name = change.record.table if isinstance(change, Put) else change.table
        if name not in touched:
            touched[name] = dict(tables.get(name, {}))
            tables[name] = touched[name]
        if isinstance(change, Put):
            touched[name][change.record.key] = change.record
        else:
            touched[name].pop(change.key, None)
    return Case(case.unit, tables)
