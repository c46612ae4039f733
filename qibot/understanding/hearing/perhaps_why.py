"""Whether what is asked about may say why a report doesn't come: then nobody is chased for it meanwhile (3a).

| in question is | a report is held |
|---|---|
| what speaks of illness, death, home, workload, leave or leaving; a mentor's, where it speaks of somebody so | yes |
| any other mail of a practitioner's: in another language, of few words, or unread | yes |
| … of a manager's that may be for the team, or of few words in answer to a reminder | yes |
| plain talk, a question on the project, a meeting's day | no |
| a mail that is kept there already | no |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from qibot.calendar import Almanac, delayed_report, owed_now
from qibot.events import Arrival, Event, MessageUnplaced, WhichAsked
from qibot.events import ReportsAskedAbout as Held
from qibot.model import Role, Status
from qibot.understanding.matter.answered import answered_letter
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.matter.wording import meant
from qibot.understanding.meaning import Meaning
from qibot.understanding.meaning.families import CAUSES, families_in
from qibot.understanding.phrases.courtesy import names_in
from qibot.understanding.phrases.in_few_words import answers_reminder, may_be_reason, typed_in
from qibot.understanding.phrases.languages import is_foreign

OF_TEAM = ("private", "leaving", "circumstances")
NEAR, ASIDE = 0.1, 0.5  # from which it may be for the team; one sentence of it
TALK, GRAVE = 0.6, 0.05  # from which it is talk; what is graver than a question of time is in it
GRAVE_CAUSES = ("circumstances exceptional", "circumstances leave", "circumstances workload")
E = TypeVar("E")
PARTS = (Role.PRACTITIONER, Role.MANAGER, Role.MENTOR)


def held_for_reason(event: Event, arrival: Arrival, context: Context, almanac: Almanac) -> Event:
    """The question; nobody is chased meanwhile for a report of which it may say why it doesn't come."""
    if isinstance(event, WhichAsked) and not event.earlier:
        return replace(event, effects=_with(event.effects, event, _kept_from(event, arrival, context, almanac)))
    if isinstance(event, MessageUnplaced):
        return replace(event, effects=_with(event.effects, event, _kept_from(event, arrival, context, almanac)))
    return event


def _with(effects: tuple[E, ...], event: Event, kept: Iterable[tuple[str, set[int]]]) -> tuple[E | Held, ...]:
    """What comes first, with these reports held beside those that its documents may be: one hold an enrolment."""
    held: dict[str, Held] = {x.unit: x for x in effects if isinstance(x, Held)}
    for unit, numbers in kept:
        before = held.get(unit) or Held(event.arrival, unit, (), worded=True)
        held[unit] = replace(before, numbers=tuple(sorted({*before.numbers, *numbers})))
    return (*held.values(), *(x for x in effects if not isinstance(x, Held)))


def _kept_from(
    event: WhichAsked | MessageUnplaced, arrival: Arrival, context: Context, almanac: Almanac
) -> Iterator[tuple[str, set[int]]]:
    """The reports of each enrolment from which it may say that somebody is kept: any that is owed now, or the next."""
    parts = [p for p in context.parts if p.role in PARTS and p.case.enrolment.status is Status.ACTIVE]
    here = {context.case.unit} if context.case else set()
    if isinstance(event, WhichAsked):
        here |= {c.unit for c in event.choices}
    for part in parts:
        if here and part.case.unit not in here:
            continue
        first = delayed_report(part.case, context.number, almanac.day(arrival.arrived), almanac)
        if first and may_say_why(arrival, context, part):
            yield part.case.unit, {first, *owed_now(part.case, almanac, arrival.arrived)}


def may_say_why(arrival: Arrival, context: Context, part: Part) -> bool:
    """Whether somebody's words may say why a report of this enrolment doesn't come."""
    case, role, mail = part.case, part.role, arrival.mail
    answered = answered_letter(arrival, case)
    found = meant(arrival, context, case, role, answered)
    caused = bool(families_in(typed_in(mail)) & CAUSES)
    if role is Role.MENTOR:
        return caused and found.speaks_of("PRAC", "THEY")
    if caused or _is_marked(found):
        return True
    if role is Role.PRACTITIONER:
        return is_foreign(mail.top) or not _is_talk(found)
    few = answers_reminder(answered) and (is_foreign(mail.top) or may_be_reason(mail, names_in(case)))
    return few or (found.of(*OF_TEAM) >= NEAR and not _is_talk(found))


def _is_marked(found: Meaning) -> bool:
    return bool(found.mark) or found.cut or found.aside(*OF_TEAM) >= ASIDE


def _is_talk(found: Meaning) -> bool:
    """Whether it is plainly talk: what may be a question of time in it is a meeting's, and nothing graver is in it."""
    grave = found.of("private", "leaving") + sum(v for k, v in found.likely.items() if k in GRAVE_CAUSES)
    return found.of("message") >= TALK and grave < GRAVE
