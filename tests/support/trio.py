"""Three practitioners of one mentor, their reports, and the letters that may leave on one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy

from qibot.calendar.steps.step import Step
from qibot.calendar.turns import Candidate, in_order
from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, at, message
from tests.support.world import World


def pupil(name: str, mentor: Person = ANN) -> Enrolment:
    """An enrolment of somebody with this first name."""
    who = Person(name, (f"{name.lower()}@school.example",))
    return replace(ENROLMENT, slug=name.lower(), practitioner=who, mentor=mentor, manager=None)


TRIO = [pupil("Jo"), pupil("Kim"), pupil("Lee")]


def report_comes(world: World, enrolment: Enrolment, moment: str, number: int = 1) -> None:
    address = enrolment.practitioner.address
    raw = message(sender=address, subject=f"Report {number}", text=enrolment.slug, files=("report.pdf",))
    world.inbox.put(raw, at(moment))


def reports_come(world: World, moment: str) -> None:
    """Report 1 of everybody comes and is passed on; then the bot is switched off."""
    world.now = at(moment)
    for enrolment in TRIO:
        report_comes(world, enrolment, moment)
    world.goes_to(f"{moment[:10]}T20:00")


def lines(world: World, until: str, name: str = "") -> list[str]:
    """What is written to whom until then: all, or the letters with this name."""
    return [line.removeprefix("2026-") for line in world.writes_until(until) if name in line]


def text_of(world: World, name: str) -> str:
    """The words of the only letter with this name."""
    (raw,) = [raw for _, raw in world.outbox.delivered if f"X-QI-Letter: {name}".encode() in raw]
    body = message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def server_is_down_until(world: World, moment: str) -> None:
    world.outbox.down = True
    world.goes_to(moment)
    world.outbox.down = False
    world.bot = world.started()  # which doesn't pause between two tries


DAY = date(2026, 10, 26)


def candidate(unit: str, name: str, to: str, number: int = 1, day: date = DAY) -> Candidate:
    step = Step(name, f"{name}/{unit}/{number}", number, day, (), "a rule", "a reason")
    return Candidate(unit, step, frozenset({to}))


def belated(*candidates: Candidate) -> list[Candidate]:
    return list(in_order((c, True) for c in candidates))


def timely(*candidates: Candidate) -> list[Candidate]:
    return list(in_order((c, False) for c in candidates))
