"""Three practitioners of two mentors, what a mentor says of them, and who reads it."""

from __future__ import annotations

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, MEG, TEAM, THREADS, config, message
from tests.support.programme import read
from tests.support.world import World

UNIT = ENROLMENT.unit
BOB = Person("Bob Ray", ("bob@fire.example",))
SAM = Enrolment("2026-27", "sam.baird", Person("Sam Baird", ("sam@x.example",)), ANN, MEG)
PRIYA = Enrolment("2026-27", "priya.nair", Person("Priya Nair", ("priya@x.example",)), BOB)
LEADS = config(
    programme={"team": [TEAM], "manager": "boss@council.example", "cohort_leads": ["lead@council.example"]},
    trust={"mode": "off"},
)
SECRET = "She never listens to what I say."


def says(world: World, sender: str, text: str, to: str = "", **headers: str) -> list[str]:
    """Somebody writes, in the matter of Jo's report 1 unless another address is named."""
    raw = message(
        sender=sender,
        subject=headers.pop("Subject", "Re: x"),
        text=text,
        To=to or THREADS.address(UNIT, 1),
        Message_ID=f"<{abs(hash((sender, text, world.now)))}@x.example>",
        **headers,  # type: ignore[arg-type]
    )
    return comes(world, raw)


def comes(world: World, raw: bytes) -> list[str]:
    world.inbox.put(raw, world.now)
    done = world.bot.round()
    assert not done.faults
    world.bot.round()
    return [x["taken_for"] for x in done.taken_in]


def letters(world: World, address: str) -> list[bytes]:
    """What somebody has been sent."""
    return [raw for recipients, raw in world.outbox.delivered if address in recipients]


def names(world: World, address: str) -> list[str]:
    return [str(read(raw)["X-QI-Letter"]) for raw in letters(world, address)]
