"""The answer to a command: what was done and how to undo it, or what would have worked (programme.md, section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from qibot.calendar import written
from qibot.config import Config
from qibot.events import NOT_ATTACHED, AbsenceNoted, Arrival, CommandUnclear, Decision, Notice, answering
from qibot.model import DESK, Case, Contact, Letter, Person, Put, Role, Unsent

TOLD = 3  # times that the same mistake is answered within `notice_days`


def answer(
    name: str, unit: str, number: int, arrival: Arrival, who: str, facts: Mapping[str, Any], readers: str = ""
) -> Notice:
    """A letter to whoever wrote the message alone, in its thread."""
    return Notice(
        name=name,
        key=f"{name}/{unit}/{arrival.mail.identity}",
        unit=unit,
        number=number,
        to=(Person(who, (arrival.mail.sender or "",)),),
        facts={"who": who, **facts},
        replies=True,
        readers=readers,
        **answering(arrival),
    )


def confirmed(unit: str, number: int, arrival: Arrival, who: str, done: str, undo: str) -> Notice:
    """To the one who gave the command. `done` and `undo` complete “Done: …. To change that, …”."""
    if done and (away := _noted_beside(arrival)):  # UNDO takes back what was changed in one unit
        undo += f" (that {away} is noted, too, and stays so until AWAY with other days)"
    facts: dict[str, Any] = {
        "done": done, "undo": undo, "undoable": False, "fault": "", "instead": "",
        "subject": arrival.mail.subject.partition("[")[0].strip(),
    }  # fmt: skip
    return answer("confirm_command", unit, number, arrival, who, facts)


def _noted_beside(arrival: Arrival) -> str:
    """The absence that a message tells beside what it is confirmed for; empty where it tells none."""
    noted = next((x for x in arrival.beside if isinstance(x, AbsenceNoted)), None)
    until = f" to {written(noted.last)}" if noted and noted.last else ""
    return f"you are away from {written(noted.first)}{until}" if noted else ""


def sign(arrival: Arrival, role: Role, how: str) -> Put:
    """A sign of life of the sender's."""
    return Put(Contact(arrival.mail.identity, arrival.arrived, role, how))


def signed(case: Case, arrival: Arrival, role: Role) -> tuple[Put, ...]:
    """The sign of life that a command is, where its sender is one of the pair and it is about their enrolment."""
    between = role in (Role.PRACTITIONER, Role.MENTOR) and case.unit != DESK
    return (sign(arrival, role, "command"),) if between else ()


def on_command_unclear(case: Case, event: CommandUnclear, config: Config) -> Decision:
    """Nothing is changed; the sender hears what would have worked, of the same mistake no more than a few
    times a week: two machines could go on for ever."""
    notice = confirmed(case.unit, event.number, event.arrival, event.who, "", "")
    facts = {**notice.facts, "fault": event.fault, "instead": event.instead}
    signs = signed(case, event.arrival, event.role)
    if event.fault == NOT_ATTACHED:  # what a mentor forgot, and sends soon, counts from now
        facts["forgotten"] = config.programme.forgotten_days
        signs = (*signs, Put(Unsent(event.arrival.arrived, event.number, feedback=True)))
    since = event.arrival.arrived - timedelta(days=config.programme.notice_days)
    if sum(_same(x, notice, event.fault) and x.made > since for x in case.letters.values()) >= TOLD:
        return Decision(signs)
    return Decision(signs, (replace(notice, facts=facts, reason=event.fault),))


def _same(letter: Letter, notice: Notice, fault: str) -> bool:
    return (letter.name, letter.reason, letter.to) == (notice.name, fault, tuple(p.address for p in notice.to))
