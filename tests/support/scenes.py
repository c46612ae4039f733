"""What has happened before a message of the corpus comes in: the letters that it may answer."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage

from tests.support.build import ANN, JO, MEG, TEAM, at, message
from tests.support.programme import read
from tests.support.world import World

ADDRESSES = {
    "practitioner": JO.addresses,
    "mentor": ANN.addresses,
    "manager": MEG.addresses,
    "team": (TEAM,),
    "programme manager": ("boss@council.example",),
}
REPORT = """Dear Ann,

Our aim: 80% of pupils ready to learn at 9.15 by June.
We want to try a buddy system in Primary 2.
How many measures should we have?

Jo"""
FEEDBACK = """Dear Jo,

What I liked: the aim says how much and by when.

Even better if: one class tried the buddy system first.

Ann"""


def role_of(address: str) -> str:
    """What the person with this address is; “stranger” for who is nobody."""
    return next((role for role, addresses in ADDRESSES.items() if address in addresses), "stranger")


def letter(world: World, name: str, role: str) -> EmailMessage:
    """The latest letter of this name to somebody."""
    wanted = set(ADDRESSES[role])
    found = [read(raw) for to, raw in world.outbox.delivered if set(to) & wanted]
    return [one for one in found if one["X-QI-Letter"] == name][-1]


def brought_about(world: World, happened: tuple[str, ...]) -> None:
    """Let these things happen one after the other; SCENES names what there is."""
    world.now = at("2026-10-12T10:00")
    for one in happened:
        SCENES[one](world)


def _comes(world: World, raw: bytes, moment: str = "") -> None:
    world.now = at(moment) if moment else world.now
    world.inbox.put(raw, world.now)
    world.bot.round()
    world.bot.round()


def _reports(number: int, moment: str) -> Callable[[World], None]:
    raw = message(
        subject=f"Report {number}",
        text=REPORT,
        files=(f"Report {number}.pdf",),
        Message_ID=f"<report{number}@x.example>",
    )
    return lambda world: _comes(world, raw, moment)


def _replies(name: str, role: str, text: str) -> Callable[[World], None]:
    def comes(world: World) -> None:
        answered = letter(world, name, role)
        to, subject = answered["Reply-To"].addresses[0].addr_spec, f"Re: {answered['Subject']}"
        _comes(world, message(ADDRESSES[role][0], subject, text, To=to, In_Reply_To=answered["Message-ID"]))

    return comes


def _charter(world: World) -> None:
    _comes(world, message(subject="Project charter", text="Here is our charter.", files=("Charter.pdf",)))


def _later(moment: str) -> Callable[[World], None]:
    def comes(world: World) -> None:
        world.now = at(moment)
        world.bot.round()

    return comes


def _nothing(world: World) -> None:
    """Nobody has written yet; what the calendar calls for has gone out."""
    world.bot.round()


SCENES: dict[str, Callable[[World], None]] = {
    "nothing": _nothing,
    "report 1": _reports(1, "2026-10-12T10:00"),  # receipt to practitioner, forward_report to mentor
    "report 1 late": _reports(1, "2026-10-19T10:00"),  # the same; the mentor's letter has a signed link
    "report 2": _reports(2, ""),  # so that two wait, or the mentor of the one before answers another
    "charter": _charter,  # receipt to practitioner, forward_report to mentor, forward_charter to manager
    "feedback on report 1": _replies("forward_report", "mentor", FEEDBACK),  # relay_feedback to practitioner, manager
    "question": _replies("receipt", "practitioner", "May we measure it weekly?"),  # relay_message to mentor
    "manager's word": _replies("relay_feedback", "manager", "You may have Tuesdays."),  # relay_message to both others
    "feedback owed": _later("2026-10-20T10:00"),  # remind_feedback to mentor
    "report 2 missing": _later("2026-11-16T10:00"),  # remind_missing to practitioner
    "claim": _replies("receipt", "practitioner", "EXCEPTIONAL\n\nThe school was flooded."),  # ask_exceptional to team
    "needs support": _replies("forward_report", "mentor", "NEEDS SUPPORT\n\nShe is alone with it."),  # to team, mentor
}
