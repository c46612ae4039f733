"""What is known about a message beside its words: who its sender is, and which matter it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from qibot.model import DESK, Case, Role, Status
from qibot.people import Directory
from qibot.understanding.meaning import Meaning


def _nobody() -> Directory:
    return Directory(lambda _unit: "", lambda moment: moment.date())


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the sender plays: in which enrolment, and which."""

    role: Role
    case: Case


@dataclass(frozen=True, slots=True)
class Context:
    """The sender's parts, and the matter if the message stands in one.

    `case` and `number` are an enrolment's matter, `item` names a matter of the desk's (“desk” itself, or one of its
    items). `heard` keeps what its words were found to mean: that is asked for again, for the record of what it rests
    on. `order` is the command that a genuine link of ours put into the subject, `misused` says that the link was
    made for somebody else, `shown` that the mail is from whom it says (authority.py). `load` gives the case of a unit
    that only the team may speak of.
    """

    parts: Sequence[Part] = ()
    case: Case | None = None
    number: int = 0
    team: bool = False
    desk: Case = field(default_factory=lambda: Case(DESK))
    item: str = ""
    order: str = ""
    misused: bool = False
    shown: bool = True
    people: Directory = field(default_factory=_nobody)
    load: Callable[[str], Case] = Case
    heard: dict[tuple[object, ...], Meaning] = field(default_factory=dict, compare=False)

    def cases(self, role: Role, statuses: Iterable[Status] = (Status.ACTIVE,)) -> list[Case]:
        """The enrolments in which the sender plays this part and that stand so."""
        wanted = tuple(statuses)
        return [p.case for p in self.parts if p.role is role and p.case.enrolment.status in wanted]

    def case_of(self, role: Role, unit: str) -> Case | None:
        """The enrolment with this name, if it is one of those."""
        return next((case for case in self.cases(role) if case.unit == unit), None)
