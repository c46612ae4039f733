"""The letter about quarantine: what waits, numbered, and for each message the words that settle it. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from qibot.calendar import Almanac
from qibot.config import Config
from qibot.events import Decision, to_team
from qibot.model import Case, Change, Enrolment, Person, Put, Quarantined, Role, Told, item_of
from qibot.people import Directory
from qibot.screening import BULK, is_service
from qibot.understanding import is_called_otherwise

LISTED = 50
PERSONS = 8  # whose a message may be, as the letter offers it
HEARD = "heard/"


def tell_of_quarantine(desk: Case, people: Directory | None, config: Config, now: datetime) -> Decision:
    """One letter about all that is new, in working hours, at most one in `quarantine_letter_minutes`.

    Of the same sender with the same cause the team hears once in `notice_days`; what else comes meanwhile waits for the
    next letter, but what a mailing list sends isn't spoken of again. Of an enrolment that is paused it hears each time.
    """
    untold = [q for q in desk.all(Quarantined).values() if not q.told and not q.decided]
    last = max((x.made for x in desk.letters.values() if x.name == "report_quarantine"), default=None)
    pause = timedelta(minutes=config.programme.quarantine_letter_minutes)
    if not untold or (last is not None and last <= now < last + pause):
        return Decision()
    if config.programme.quarantine_in_working_hours and not Almanac(config).is_open(now):
        return Decision()
    new = [q for q in untold if not _heard(desk, q, config, now) or _rests(q, people)]
    waiting = {q.key for q in untold} - {q.key for q in new}  # for the next letter
    told: list[Change] = [Put(replace(q, told=True)) for q in untold if q.key not in waiting or q.cause == BULK]
    if not new:
        return Decision(tuple(told))
    listed = new[:LISTED]
    facts = {
        "total": len(new),
        "entries": [_entry(n, q, people, config) for n, q in enumerate(listed, 1)],
        "folder": config.imap.quarantine,
    }
    key = f"quarantine/{_digest((*(q.key for q in new), now.isoformat()))}"
    told += [Put(Told(heard_of(q), now)) for q in {heard_of(q): q for q in new if q.sender}.values()]
    notice = replace(to_team("report_quarantine", key, facts, config), about=tuple(q.key for q in listed))
    return Decision(tuple(told), (notice,))


def outdated(desk: Case, config: Config, now: datetime) -> list[str]:
    """The notes of what the team has heard that count no more."""
    edge = now - timedelta(days=config.programme.notice_days)
    return [t.key for t in desk.all(Told).values() if t.key.startswith(HEARD) and t.at <= edge]


def likeliest(q: Quarantined, enrolments: Iterable[Enrolment]) -> str:
    """The address of the one person whom the sender's name, else the part before the “@”, points to; or nothing.

    It is a suggestion that a person has to confirm: a sender can write any name.
    """
    known: dict[str, Person] = {}
    for e in enrolments:
        for person in (e.practitioner, e.mentor, e.manager):
            if person and person.addresses:
                known.setdefault(person.address, person)
    if q.offered in known:
        return q.offered
    by_name = [p for p in known.values() if _letters(q.name) and _letters(p.name) == _letters(q.name)]
    local = _letters(q.sender.partition("@")[0])
    by_local = [
        p
        for p in known.values()
        if local and local in {_letters(p.name), *(_letters(a.partition("@")[0]) for a in p.addresses)}
    ]
    for found in (by_name, by_local):
        if len(found) == 1:
            return found[0].address
    return ""


def _entry(number: int, q: Quarantined, people: Directory | None, config: Config) -> dict[str, Any]:
    persons: list[str] = []
    of_team = q.sender in (*config.programme.team, config.programme.manager)
    nobodys = of_team or is_service(q.sender)
    stranger = people is not None and bool(q.sender) and not people.parts(q.sender) and not nobodys
    if people is not None and (q.sender or q.offered):
        parts = people.parts(q.sender)
        own = [unit for unit, role in parts.items() if role is not Role.MANAGER]
        doubtful = Role.PRACTITIONER in parts.values() and len(own) > 1  # it may be about any of these
        unit = q.offered if q.offered in people.enrolments else ""  # one that is paused
        likely = q.offered or not (parts or of_team)
        guess = likeliest(q, people.enrolments.values()) if likely and not unit else ""
        persons = [] if unit else own[:PERSONS] if doubtful else [guess] if guess else []
    others = bool(persons) and is_called_otherwise(_name_of(persons[0], people), q.name)
    return {
        "number": number,
        "item": item_of(q.key),
        "sender": q.sender,
        "name": q.name,
        "subject": q.subject,
        "arrived": q.arrived.isoformat(),
        "cause": q.cause,
        "persons": persons,
        "stranger": stranger,
        "once": stranger and others,
        "rests": _rests(q, people),
        "write_to": q.write_to,
    }


def _rests(q: Quarantined, people: Directory | None) -> dict[str, Any]:
    """Of a mail in an enrolment that is paused which that is, and to whom the team may pass it on; else nothing."""
    e = people.enrolments.get(q.offered) if people is not None else None
    if e is None:
        return {}
    others = [p for p in (e.practitioner, e.mentor) if p.addresses and q.sender not in p.addresses]
    return {
        "unit": e.unit,
        "practitioner": e.practitioner.name,
        "others": [{"name": p.name, "address": p.address} for p in others],
    }


def _name_of(address: str, people: Directory | None) -> str:
    """What the person with this address is called."""
    enrolments = [people.enrolments[u] for u in people.parts(address)] if people is not None else []
    persons = (p for e in enrolments for p in (e.practitioner, e.mentor, e.manager) if p and address in p.addresses)
    return next((p.name for p in persons), "")


def heard_of(q: Quarantined) -> str:
    """The key under which it is noted that the team has heard of this sender for this cause."""
    return f"{HEARD}{_digest((q.sender, q.cause))}"


def _heard(desk: Case, q: Quarantined, config: Config, now: datetime) -> bool:
    before = desk.get(Told, heard_of(q)) if q.sender else None
    return before is not None and before.at <= now < before.at + timedelta(days=config.programme.notice_days)


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()


def _digest(keys: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(keys).encode()).hexdigest()[:24]
