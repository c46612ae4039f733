"""Who reads what the Community Planning team is told of somebody: nobody who has a part in that matter.

A member of the team may mentor, manage or be a practitioner, too; so may a cohort lead and the programme manager.

| a letter of the team's about | isn't for who of them is |
|---|---|
| an enrolment | its practitioner, mentor or manager |
| a mentor | that mentor, or one of their enrolments' |
| mails that wait for a word | one of an enrolment in which their sender has a part, or which they may be about |
| what came due in several enrolments | one of any of these |
| a missing report, of which nobody has told why | for all of them: the ladder has told these already |

Where nobody of the team is left the programme manager reads it, else the cohort leads; without anybody it waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from qibot.config import Config
from qibot.events import COHORT_LEAD, PROGRAMME_MANAGER, TEAM_NAME, Notice
from qibot.model import DESK, ITEM, MENTOR, Case, Person, Quarantined
from qibot.people import Directory

NOBODY = (
    "A letter to the Community Planning team waits, because everybody who could read it has a part in what it is about:"
    " add somebody who has none to `team` under [programme]; `qibot check` says who has."
)
_THEIRS = (TEAM_NAME, PROGRAMME_MANAGER, COHORT_LEAD)


class Circle:
    """Narrows each letter to its readers. Answers from the people sheet and the mails that wait."""

    def __init__(self, config: Config, people: Directory, load: Callable[[str], Case]) -> None:
        self._config, self._people, self._load = config, people, load

    def __call__(self, notice: Notice) -> Notice:
        """The letter without those whom it is about; without readers where nobody else is left."""
        units = self._about(notice)
        if not units or (notice.name == "escalate_missing" and not notice.facts.get("claimed")):
            return notice
        to, copy = self._others(notice.to, units), self._others(notice.copy, units)
        to = to or next(filter(None, (self._others(some, units) for some in self._instead())), ())
        return replace(notice, to=to, copy=tuple(p for p in copy if p not in to))

    def _instead(self) -> tuple[tuple[Person, ...], ...]:
        programme = self._config.programme
        return (
            tuple(Person(TEAM_NAME, (a,)) for a in programme.team),
            (Person(PROGRAMME_MANAGER, (programme.manager,)),),
            tuple(Person(COHORT_LEAD, (a,)) for a in programme.cohort_leads),
        )

    def _others(self, some: Iterable[Person], units: set[str]) -> tuple[Person, ...]:
        return tuple(p for p in some if not self._has_part(p, units))

    def _has_part(self, reader: Person, units: set[str]) -> bool:
        """Whether a reader of the team's plays a part in one of these; who gets the letter for that part keeps it."""
        return reader.name in _THEIRS and not units.isdisjoint(self._people.parts(reader.address.lower()))

    def _about(self, notice: Notice) -> set[str]:
        """The enrolments that a letter is about."""
        unit = notice.unit
        if unit in self._people.enrolments:
            return {unit}
        if unit.startswith(MENTOR):
            return set(self._people.parts(unit.removeprefix(MENTOR)))
        mails = [unit.removeprefix(ITEM)] if unit.startswith(ITEM) else [*notice.about] if unit == DESK else []
        entries = notice.facts.get("entries", ()) if unit == DESK else ()
        told = {str(entry["unit"]) for entry in entries if entry.get("unit")}
        return told.union(*(self._of_mail(key) for key in mails))

    def _of_mail(self, key: str) -> set[str]:
        """The enrolments that a mail which waits may be about."""
        mail = self._load(DESK).get(Quarantined, key)
        if mail is None:
            return set()
        people = {a for a in (mail.sender, mail.asked, mail.offered, mail.released) if a}
        own = {unit for address in people for unit in self._people.parts(address)}
        return own | {choice.unit for choice in mail.choices if choice.unit in self._people.enrolments}
