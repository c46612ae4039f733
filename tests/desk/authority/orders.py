"""Commands that come from who says to be somebody, the world that they come to, and what comes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qibot.model.case import Put
from qibot.model.desk import DESK
from qibot.model.people import Enrolment, Person, Status
from qibot.model.receiver import Receiver
from tests.support.build import ENROLMENT, at, config, message
from tests.support.desk_world import SAM, Desk
from tests.support.programme import head_of, text_of

UNIT = ENROLMENT.unit
OURS, EVIL = "mx.council.example", "mx.evil.example"
BOB = Person("Bob Ray", ("bob@fire.example", "bob@home.example"))
PRIYA = Enrolment("2026-27", "priya.nair", Person("Priya Nair", ("priya@charity.example",)), BOB)
BOSS = "boss@council.example"
MORNING = "2026-10-12T09:00"
PHISHING = "https://phish.example/login"


def world_of(folder: Path, *more: Enrolment, **trust: Any) -> Desk:
    world = Desk(folder, ENROLMENT, SAM, PRIYA, *more, config=config(trust=trust) if trust else config())
    world.now = at(MORNING)
    return world


def knows_its_server(world: Desk, server: str = OURS) -> None:
    world.store.commit(DESK, [Put(Receiver(server, world.now))])


def order(sender: str, text: str, n: int = 0, **headers: str) -> bytes:
    """A fresh mail with these words, from who says to be this person."""
    subject = headers.pop("Subject", "a word")
    return message(sender=sender, subject=subject, text=text, Message_ID=f"<{n}@mail.example>", **headers)  # type: ignore[arg-type]


def passed(sender: str, server: str = OURS) -> str:
    return f"{server}; dmarc=pass header.from={sender.rpartition('@')[2]}"


def standing(world: Desk, unit: str = UNIT) -> Status:
    return world.store.load(unit).enrolment.status


def asked(world: Desk) -> list[tuple[tuple[str, ...], str]]:
    """Whom the letters that ask went to, and their words."""
    found = [(to, raw) for to, raw in world.outbox.delivered if head_of(raw)["X-QI-Letter"] == "ask_confirmation"]
    return [(to, text_of(raw)) for to, raw in found]


def taken_for(world: Desk, raw: bytes) -> str:
    world.inbox.put(raw, world.now)
    done = world.bot.round()
    assert not done.faults
    world.bot.round()
    return str(done.taken_in[-1]["taken_for"])
