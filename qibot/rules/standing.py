"""What the team decides about an enrolment: paused, resumed, withdrawn, another mentor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from qibot.calendar import Almanac, history, short, written
from qibot.config import Config
from qibot.events import (
    Decision,
    MentorChanged,
    Notice,
    Reassigned,
    StandingChanged,
    StatusAsked,
    new_mentor_key,
    standing_facts,
)
from qibot.model import DESK, Case, Enrolment, Person, Put, Status, apply
from qibot.rules.confirm import answer, confirmed
from qibot.rules.report import forward_again

DONE = {
    Status.PAUSED: "no letters go out about {name} until RESUME, and nothing is owed meanwhile",
    Status.ACTIVE: "the letters about {name} begin again; what fell due before today isn't owed",
    Status.WITHDRAWN: "{name} is withdrawn: no more letters go out, the history stays",
}


def on_standing_changed(case: Case, event: StandingChanged, config: Config) -> Decision:
    """The enrolment's status changes; who comes back owes nothing of the time before. Nobody but the team is told."""
    today = Almanac(config).day(event.arrival.arrived)
    before = case.enrolment
    after = replace(before, status=event.status)
    if event.status is Status.ACTIVE:
        after = replace(after, joined=max(today, event.day or today))
    done = DONE[event.status].format(name=before.practitioner.name)
    if after.joined and after.joined > today:
        done = f"{before.practitioner.name} is active again, and the letters begin on {written(after.joined)}"
    undo = "change the Status column of the people sheet, too, else the next import may say otherwise"
    return Decision((Put(after),), (confirmed(case.unit, event.number, event.arrival, "team", done, undo),))


def on_status_asked(_desk: Case, event: StatusAsked, _config: Config) -> Decision:
    """How things stand, to the one who asks."""
    facts = {"rows": [_said(row) for row in event.rows], "total": event.total}
    return Decision((), (answer("status", DESK, 0, event.arrival, "team", facts),))


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    due = {short(int(number)): day for number, day in row["feedback_due"].items()}
    return {**row, "received": [short(number) for number in row["received"]], "feedback_due": due}


def on_reassigned(_desk: Case, event: Reassigned, _config: Config) -> Decision:
    """The confirmation, when every enrolment has its new mentor (the effects come first)."""
    names = " and ".join([", ".join(event.practitioners[:-1]), event.practitioners[-1]]).removeprefix(" and ")
    done = (
        f"{event.mentor} is the mentor of {names} now; practitioner, manager and both mentors are told, and the reports"
        " that wait have been forwarded"
    )
    undo = (
        f"send REASSIGN, the practitioner's name, TO {event.former.address}; and change the people sheet, or the next"
        " import brings the former mentor back"
    )
    return Decision((), (confirmed(DESK, 0, event.arrival, "team", done, undo),))


def on_mentor_changed(case: Case, event: MentorChanged, config: Config) -> Decision:
    """One enrolment's new mentor; nothing, where it has that mentor already."""
    before = case.enrolment
    if set(before.mentor.addresses) & set(event.mentor.addresses):
        return Decision()
    after = replace(before, mentor=event.mentor, mentor_capacity=event.capacity)
    return succession(case, before, after, config, event.arrival.arrived, event.arrival.mail.identity)


def taken_over(case: Case, after: Enrolment, config: Config, now: datetime) -> Decision:
    """An enrolment as an import has it; those concerned hear of another mentor."""
    before = case.all(Enrolment).get("enrolment")
    if before is None or before.status is not Status.ACTIVE or after.status is not Status.ACTIVE:
        return Decision((Put(after),))
    if before.mentor.name == after.mentor.name or set(before.mentor.addresses) & set(after.mentor.addresses):
        again = forward_again(apply(case, [Put(after)]), config, now, before)
        return Decision((Put(after), *again.changes), again.notices)  # the same person, perhaps with another address
    return succession(case, before, after, config, now, now.isoformat())


def succession(case: Case, before: Enrolment, after: Enrolment, config: Config, now: datetime, mark: str) -> Decision:
    """The changed enrolment; the open reports to the new mentor; a word to everybody concerned."""
    changed = apply(case, [Put(after)])
    again = forward_again(changed, config, now, before)
    almanac = Almanac(config)
    facts = {
        **standing_facts(changed),
        "former": before.mentor.name,
        "pending": [r.number for r in case.pending()],
        "history": history(case, almanac, almanac.day(now), told=False),
    }

    def told(role: str, person: Person, copy: tuple[Person, ...] = ()) -> Notice:
        return Notice(
            name="tell_new_mentor",
            key=new_mentor_key(case.unit, role, mark),
            unit=case.unit,
            number=0,
            to=(person,),
            copy=copy,
            facts={**facts, "reader": role, "history": facts["history"] if role == "mentor" else []},
        )

    manager = (after.manager,) if after.manager else ()
    letters = (
        told("practitioner", after.practitioner, manager),
        told("mentor", after.mentor),
        told("former", before.mentor),
    )
    return Decision((Put(after), *again.changes), (*letters, *again.notices))
