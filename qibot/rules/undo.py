"""UNDO: a person's last command in a matter is taken back, while things still stand as it left them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from qibot.calendar import Almanac, written
from qibot.config import Config
from qibot.events import CommandUnclear, Decision, Event, Notice, UndoOrdered
from qibot.model import (
    DESK,
    Case,
    Change,
    Contact,
    Drop,
    Letter,
    LetterState,
    Person,
    Put,
    Role,
    Skipped,
    Undoable,
    apply,
    key_beside,
    named,
    to_plain,
    to_record,
)
from qibot.rules.confirm import confirmed, on_command_unclear

REMEMBERED = 20  # commands of one enrolment
CONFIRMATION = "confirm_command"


def undoable(case: Case, event: Event, decision: Decision, by: str, *, beside: bool = False) -> Decision:
    """The decision, with what is needed to take it back and a word of that in its confirmation. One that stands
    `beside` another of the same mail is taken back with it."""
    kept = [c for c in decision.changes if not _is_sign(c, event)]
    answer = next((n for n in decision.notices if n.name == CONFIRMATION), None)
    if not kept or answer is None or not answer.facts["done"]:
        return decision
    after = apply(case, kept)
    places = [(c.record.table, c.record.key) if isinstance(c, Put) else (c.table, c.key) for c in kept]
    identity, number = event.arrival.mail.identity, getattr(event, "number", 0)
    entry = Undoable(
        key=key_beside(identity, number) if beside else identity,
        at=event.arrival.arrived,
        by=_owner(case, by, event.arrival.mail.sender),
        number=number,
        done=str(answer.facts["done"]),
        before=tuple(_plain(case, *place) for place in places),
        after=tuple(_plain(after, *place) for place in places),
        letters=tuple(n.key for n in decision.notices if n is not answer),
    )
    notices = tuple(replace(n, facts={**n.facts, "undoable": True}) if n is answer else n for n in decision.notices)
    old = sorted(case.all(Undoable).values(), key=lambda u: u.at)[: -REMEMBERED or None]
    return Decision((*decision.changes, Put(entry), *(Drop(Undoable.table, u.key) for u in old)), notices)


def on_undo_ordered(case: Case, event: UndoOrdered, config: Config) -> Decision:
    """What the command changed is as it was before; letters that wait are withdrawn, of the others their readers
    hear that they no longer hold."""
    owner = _owner(case, str(event.role), event.arrival.mail.sender)
    own = [u for u in case.all(Undoable).values() if u.by == owner and u.number in (event.number, 0)]
    if event.of:
        own = [u for u in own if u.is_of(event.of)]
    last = sorted(own, key=lambda u: u.at)[-1] if own else None  # of two at one moment the later record
    if last is None:
        return _unclear(case, event, config, "there is no word of yours in this matter to take back")
    if any(_plain(case, row["table"], row["key"]) != row for row in last.after):
        return _unclear(case, event, config, f"things have moved on since (“{last.done}”)")
    changes: list[Change] = [_restored(row) for row in last.before]
    changes.append(Drop(Undoable.table, last.key))
    sent, withdrawn = _letters(case, last.letters, event.arrival.arrived)
    restored = apply(case, changes)
    told = [_no_longer_holds(restored, event, letter, config) for letter in sent]
    done = f"taken back: {last.done}"
    answer = confirmed(case.unit, event.number, event.arrival, event.who, done, "give the word again")
    return Decision((*changes, *withdrawn), (*told, answer))


def _owner(case: Case, role: str, sender: str | None) -> str:
    """Who may take it back: whoever plays the part or, at the desk, which all mentors share, the one who said it."""
    return role if case.unit != DESK or role == Role.TEAM else f"{role} {sender}"


def _is_sign(change: Change, event: Event) -> bool:
    """Whether the change only notes that the sender has written, which remains true."""
    return (
        isinstance(change, Put)
        and isinstance(change.record, Contact)
        and (change.record.key == event.arrival.mail.identity)
    )


def _plain(case: Case, table: str, key: str) -> Mapping[str, Any]:
    record = case.tables.get(table, {}).get(key)
    return {"table": table, "key": key, "record": None if record is None else to_plain(record)}


def _restored(row: Mapping[str, Any]) -> Change:
    if row["record"] is None:
        return Drop(row["table"], row["key"])
    return Put(to_record(row["table"], row["record"]))


def _letters(case: Case, keys: Iterable[str], now: datetime) -> tuple[list[Letter], list[Change]]:
    """The letters that have gone out, and the changes that withdraw the others."""
    letters = [case.letters[key] for key in keys if key in case.letters]
    sent = [x for x in letters if x.state is LetterState.SENT or x.outcomes]
    changes: list[Change] = []
    for x in letters:
        if x not in sent and x.state is not LetterState.FAILED:
            record = Skipped(f"{x.key}@{now.isoformat()}", now, "taken back before it could be delivered")
            changes += [Drop(Letter.table, x.key), Put(record)]
    return sent, changes


def _no_longer_holds(case: Case, event: UndoOrdered, letter: Letter, config: Config) -> Notice:
    return Notice(
        name="tell_undone",
        key=f"undone/{letter.key}/{event.arrival.mail.identity}",
        unit=case.unit,
        number=event.number,
        to=tuple(Person("", (a,)) for a in letter.to),
        copy=tuple(Person("", (a,)) for a in letter.copy),
        facts={
            "who": event.who,
            "subject": letter.subject,
            "sent": (letter.settled or letter.made).isoformat(),
            "stands": _stands(case, event.number, config),
        },
        answers=letter.message_id,
        references=(letter.message_id,),
    )


def _stands(case: Case, number: int, config: Config) -> str:
    """What is so again, where it is about a report: a sentence, or nothing."""
    if not number or "enrolment" not in case.tables:
        return ""
    almanac, report = Almanac(config), case.report(number)
    if report is not None and report.answered is None:
        return f"{case.enrolment.mentor.name}'s feedback on {named(number)} is due by {written(report.feedback_due)}."
    if number in almanac.owed(case):
        until = written(almanac.deadline(case, number))
        return f"{named(number).capitalize()} of {case.enrolment.practitioner.name} is due on {until}."
    return ""


def _unclear(case: Case, event: UndoOrdered, config: Config, fault: str) -> Decision:
    instead = "the word that brings about what you want, or HELP"
    unclear = CommandUnclear(event.arrival, case.unit, event.number, event.role, fault, instead, event.who)
    return on_command_unclear(case, unclear, config)
