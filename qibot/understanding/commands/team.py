"""What the team says about an enrolment: PAUSE, RESUME, WITHDRAW, REASSIGN (programme.md, sections 5 and 6)."""

from __future__ import annotations

import re
from dataclasses import replace

from qibot.calendar import standing
from qibot.events import Event, MentorChanged, Reassigned, StandingChanged, StatusAsked, new_mentor_key
from qibot.expression import expression
from qibot.model import DESK, MENTOR, Enrolment, Person, Status
from qibot.understanding.commands.given import STRAY_WORDS, Given
from qibot.understanding.commands.mentor import ADDRESS
from qibot.understanding.commands.new_mentor import reassigns

_EVERYBODY = expression(r"all|them|everybody", re.IGNORECASE)
LISTED = 200


def pause(given: Given) -> Event | None:
    """PAUSE: no letters about this enrolment until RESUME."""
    return _standing(given, Status.PAUSED, (Status.ACTIVE,))


def resume(given: Given) -> Event | None:
    """RESUME: the letters begin again; what fell due meanwhile isn't owed."""
    return _standing(given, Status.ACTIVE, (Status.PAUSED, Status.WITHDRAWN))


def withdraw(given: Given) -> Event | None:
    """WITHDRAW: the enrolment ends without a closing letter; its history stays."""
    return _standing(given, Status.WITHDRAWN, (Status.ACTIVE, Status.PAUSED))


def _standing(given: Given, status: Status, allowed: tuple[Status, ...]) -> Event | None:
    if given.behind:  # “Withdraw her” is for plain words to tell, in answer to a letter about somebody
        many = len(given.behind.split()) > STRAY_WORDS or given.in_answer
        return None if many else given.unclear("it says more than the word", "HELP")
    now = given.case.enrolment.status
    if now not in allowed:
        return given.unclear(f"the enrolment of {given.case.enrolment.practitioner.name} is {now}", "HELP")
    return StandingChanged(given.arrival, given.case.unit, given.number, status)


def status(given: Given) -> Event | None:
    """STATUS: how things stand, now."""
    if given.behind:
        return None
    units = [unit for unit, e in given.context.people.enrolments.items() if e.status is Status.ACTIVE]
    rows = tuple(
        standing(given.context.load(unit), given.almanac, given.arrival.arrived) for unit in sorted(units)[:LISTED]
    )
    return StatusAsked(given.arrival, rows, len(units))


def reassign(given: Given) -> Event | None:
    """REASSIGN TO an address: another mentor for the practitioner named, the matter's, or all of a mentor's."""
    instead = "REASSIGN TO and the new mentor's address, or REASSIGN, the practitioner's name, TO and the address"
    found = ADDRESS.search(given.behind.lower().rpartition("to ")[2]) if "to " in f"{given.behind.lower()} " else None
    if not found:
        said = reassigns(f"reassign {given.behind}", _meant(given, ""), given.context.people.loads(), asked=True)
        return (
            reassign(replace(given, behind=said)) if said else given.unclear("it names no address of a mentor", instead)
        )
    mentors = {a: e for e in given.context.people.enrolments.values() for a in e.mentor.addresses}
    new = mentors.get(found[0])
    if new is None:
        return given.unclear(f"nobody with the address {found[0]} mentors anybody here", instead)
    named = given.behind[: given.behind.lower().rfind("to ")].strip()
    enrolments = _meant(given, named)
    if named and len(enrolments) > 1 and not _EVERYBODY.fullmatch(named):
        units = ", ".join(e.unit for e in enrolments)
        return given.unclear(
            f"several are called that ({units})", "the same with one of these records in place of the name"
        )
    if not enrolments:
        return given.unclear("it doesn't say whose mentor is to change", instead)
    done = [e for e in enrolments if _is_done(given, e)]
    if not done and all(set(e.mentor.addresses) & set(new.mentor.addresses) for e in enrolments):
        return given.unclear(f"{new.mentor.name} is their mentor already", instead)
    changed = tuple(
        MentorChanged(given.arrival, e.unit, 0, new.mentor, new.mentor_capacity)
        for e in enrolments
        if not set(e.mentor.addresses) & set(new.mentor.addresses)
    )
    names = tuple(e.practitioner.name for e in enrolments)
    return Reassigned(given.arrival, new.mentor.name, names, _former(given, enrolments), changed)


def _former(given: Given, enrolments: list[Enrolment]) -> Person:
    """The mentor before, also where this very message has changed it already."""
    first = enrolments[0]
    letter = given.context.load(first.unit).letters.get(_key(given, first, "former"))
    return Person("", letter.to) if letter else first.mentor


def _is_done(given: Given, enrolment: Enrolment) -> bool:
    """Whether this very message has given the enrolment its mentor: a crash came before the rest of it."""
    return _key(given, enrolment, "former") in given.context.load(enrolment.unit).letters


def _key(given: Given, enrolment: Enrolment, role: str) -> str:
    return new_mentor_key(enrolment.unit, role, given.arrival.mail.identity)


def _meant(given: Given, named: str) -> list[Enrolment]:
    """The enrolments: by name, else the matter's own, else all of the mentor's that the letter was about."""
    everybody = given.context.people.enrolments
    active = {unit: e for unit, e in everybody.items() if e.status is Status.ACTIVE}
    if named and not _EVERYBODY.fullmatch(named):
        found = [active[unit] for unit in given.context.people.named(named) if unit in active]
        first = [e for e in _meant(given, "") if e.practitioner.name.casefold().split()[:1] == [named.casefold()]]
        return found or (first if len(first) == 1 else [])
    if given.context.case is not None and given.context.case.unit != DESK:
        unit = given.context.case.unit
        return [active[unit]] if unit in active else []
    if given.context.item.startswith(MENTOR):
        address = given.context.item.removeprefix(MENTOR)
        return [e for e in active.values() if address in e.mentor.addresses or _is_done(given, e)]
    return []
