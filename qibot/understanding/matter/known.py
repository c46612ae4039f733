"""What understanding looks things up in: the configuration, who is who, the threads, the records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from qibot.config import Config
from qibot.errors import StoreFailed
from qibot.message import Mail, Threads
from qibot.model import DESK, Case, Role, Seen
from qibot.people import Directory

CASES_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when a message comes in; `load` gives the case of a unit, `lost` are those that can't be read."""

    config: Config
    directory: Directory
    threads: Threads
    load: Callable[[str], Case]
    lost: Collection[str] = ()

    def relevant(self, roles: Mapping[str, Role], case: Case | None) -> list[str]:
        """The units to look at: those in which the sender is practitioner or mentor, and the matter's own."""
        near = [unit for unit, role in roles.items() if role is not Role.MANAGER][:CASES_LIMIT]
        managed = [unit for unit, role in roles.items() if role is Role.MANAGER][:CASES_LIMIT]
        return list(dict.fromkeys([*([case.unit] if case else []), *near, *managed]))

    def mark(self, mail: Mail, units: list[str]) -> Seen | None:
        """The mark of a message that came before, a settled one first."""
        marks = [mark for unit in units if (mark := self.load(unit).get(Seen, mail.identity))]
        return next((m for m in marks if not m.quarantined), marks[0] if marks else None)

    def role_in(self, unit: str, mail: Mail) -> Role:
        """What its sender is in this enrolment; a mentor where that isn't known."""
        return self.directory.parts(mail.sender or "").get(unit, Role.MENTOR)

    def is_from_team(self, mail: Mail) -> bool:
        """Whether a member of the team sent it, by its address."""
        return mail.sender in (*self.config.programme.team, self.config.programme.manager)


WAITS = (
    "The records of {lost} can't be read, and this mail may be about them: it waits in the inbox until they can."
    " Put back the last good copy of the file, and start qibot again."
)


def waits(known: Known) -> StoreFailed:
    """Why a mail isn't dealt with now."""
    return StoreFailed(WAITS.format(lost=", ".join(sorted(known.lost)[:5])))


def is_enrolment(item: str) -> bool:
    """Whether what a matter names is an enrolment, and not the desk or one of its items."""
    return item != DESK and ":" not in item
