"""Who may say what: each command in five spellings, from the right person and from each wrong one; and forgeries."""

from __future__ import annotations

import base64
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from qibot import events as e
from qibot.calendar.almanac import Almanac
from qibot.model.case import Case, Put, apply
from qibot.model.desk import DESK, Bounced
from qibot.model.people import Enrolment, Person, Role, Status
from qibot.model.reports import Terms
from qibot.people.directory import Directory
from qibot.understanding.classify import classify
from qibot.understanding.matter.context import Context, Part
from tests.quoting.test_links import clicked
from tests.support.build import ANN, BOT, ENROLMENT, JO, LONDON, MEG, TEAM, THREADS, arrival, at, case, config, message
from tests.support.world import World
from tests.understanding.commands.test_commands import PENDING, SUBMITTED

ALMANAC = Almanac(config(calendar={"escalation": "ask"}))
NOW = "2026-10-20T09:00"
BOB = Person("Bob Ray", ("bob@fire.example",))
PRIYA = case(enrolment=Enrolment("2026-27", "priya.nair", Person("Priya Nair", ("priya@x.example",)), BOB))
OWED, WAITING = case(), case(Put(PENDING), Put(SUBMITTED))
PAUSED = case(enrolment=replace(ENROLMENT, status=Status.PAUSED))
SENDERS = {Role.PRACTITIONER: JO, Role.MENTOR: ANN, Role.MANAGER: MEG, Role.TEAM: Person("team", (TEAM,))}
ALL = (Role.PRACTITIONER, Role.MENTOR, Role.MANAGER, Role.TEAM)


def spelt(*orders: str) -> tuple[str, ...]:
    """Five ways in which people write each of them."""
    return tuple(
        way
        for order in orders
        for way in (
            order,
            order.lower(),
            f"*{order}*.",
            f"\n\n  {order}!\n\nBest wishes\nA. N. Other",
            f"{order}\n-- \nx",
        )
    )


# The order, who may give it, what it is then, and in which case (about report 1).
TABLE: tuple[tuple[str, tuple[Role, ...], type[Any], Case], ...] = (
    ("EXPECT 24 October", (Role.MENTOR,), e.DateNamed, WAITING),
    ("AWAY 1 November TO 9 November", (Role.MENTOR,), e.AbsenceNoted, WAITING),
    ("NEEDS SUPPORT", (Role.MENTOR,), e.SupportNeeded, WAITING),
    ("NO CLEAR AIM", (Role.MENTOR,), e.AimUnclear, WAITING),
    ("NO CAPACITY", (Role.MENTOR,), e.CapacityEnded, WAITING),
    ("WE SPOKE", (Role.MENTOR, Role.PRACTITIONER), e.ContactReported, WAITING),
    ("WE SPOKE 12 October", (Role.MENTOR, Role.PRACTITIONER), e.ContactReported, WAITING),
    ("EXCEPTIONAL", (Role.PRACTITIONER,), e.CircumstancesReported, OWED),
    ("ACCEPT UNTIL 30 November", (Role.TEAM,), e.CircumstancesDecided, OWED),
    ("EXCUSE", (Role.TEAM,), e.CircumstancesDecided, OWED),
    ("DECLINE", (Role.TEAM,), e.CircumstancesDecided, OWED),
    ("ESCALATE", (Role.TEAM,), e.EscalationOrdered, OWED),
    ("PAUSE", (Role.TEAM,), e.StandingChanged, OWED),
    ("RESUME", (Role.TEAM,), e.StandingChanged, PAUSED),
    ("WITHDRAW", (Role.TEAM,), e.StandingChanged, OWED),
    ("STATUS", (Role.TEAM,), e.StatusAsked, OWED),
    ("REASSIGN TO bob@fire.example", (Role.TEAM,), e.Reassigned, OWED),
    ("MENDED jo@school.example", (Role.TEAM,), e.AddressMended, OWED),
    ("HELP", ALL, e.HelpAsked, OWED),
    ("STOP", ALL, e.StopAsked, OWED),
    ("UNDO", ALL, e.UndoOrdered, OWED),
)


def said(text: str, role: Role, there: Case) -> object:
    people = Directory(lambda unit: unit, lambda moment: moment.astimezone(LONDON).date())
    for known in (there, PRIYA):
        people.note(known)
    bounced = Bounced("jo@school.example", at(NOW), permanent=True, said="550 5.1.1 unknown")
    context = Context(
        [Part(role, there)] if role is not Role.TEAM else (),
        there,
        1,
        team=role is Role.TEAM,
        desk=apply(Case(DESK), [Put(bounced)]),
        people=people,
        load=lambda unit: there if unit == there.unit else PRIYA,
    )
    sender = SENDERS[role].address
    return classify(arrival("2026-10-20T16:00", sender=sender, subject="Re: x", text=text), context, ALMANAC)


@pytest.mark.parametrize(("order", "allowed", "kind", "there"), TABLE, ids=[row[0] for row in TABLE])
@pytest.mark.parametrize("role", ALL)
def test_each_command_in_five_spellings_works_for_whom_it_is_meant_and_for_nobody_else(
    order: str, allowed: tuple[Role, ...], kind: type[Any], there: Case, role: Role
) -> None:
    for text in spelt(order):
        assert isinstance(said(text, role, there), kind) == (role in allowed), text


# --- forgeries ---


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path, ENROLMENT, PRIYA.enrolment)
    made.now = at("2026-10-12T10:00")
    made.bot.round()
    return made


def comes(world: World, raw: bytes) -> list[str]:
    world.inbox.put(raw, world.now)
    world.bot.round()
    done = [x["taken_for"] for x in world.bot.done.taken_in]
    world.bot.round()
    return done


def nothing_happened(world: World) -> bool:
    """No decision was taken, and nobody but the team and the sender has heard of it."""
    jo = world.store.load(ENROLMENT.unit)
    others = [x for _, x in world.letters() if not x.timed and x.name not in ("report_quarantine", "confirm_command")]
    return jo.terms(1) == Terms(1) and jo.enrolment == ENROLMENT and not others


MATTER = THREADS.address(ENROLMENT.unit, 1)


@pytest.mark.parametrize(
    "headers",
    [
        {"Reply_To": TEAM},
        {"Sender": TEAM},
        {"X_Original_From": TEAM},
        {"Return_Path": f"<{TEAM}>"},
        {"Reply_To": JO.address, "Sender": ANN.address},
    ],
)
def test_only_from_says_who_somebody_is(world: World, headers: dict[str, str]) -> None:
    raw = message(sender="eve@else.example", subject="Re: x", text="EXCUSE", To=MATTER, **headers)  # type: ignore[arg-type]
    assert comes(world, raw) == ["quarantine"]
    assert nothing_happened(world)
    assert sum(x.name == "report_quarantine" for _, x in world.letters()) == 1


@pytest.mark.parametrize("sender", [f"{TEAM}, eve@else.example", f"eve@else.example, {TEAM}"])
def test_two_senders_are_nobody(world: World, sender: str) -> None:
    comes(world, message(sender=sender, subject="Re: x", text="EXCUSE", To=MATTER))
    assert nothing_happened(world)


@pytest.mark.parametrize(
    "token",
    ["aaaaaaaaaaaa-1-aaaaaaaaaaaaaaaa", "aaaaaaaaaaaa-1-", "2026-27/jo.smith/1", "../../desk-0-aaaaaaaaaaaaaaaa"],
)
def test_a_guessed_token_names_no_matter(world: World, token: str) -> None:
    comes(
        world,
        message(sender=TEAM, subject=f"EXCUSE [{token}]", text="x", To=f"qi.reports+{token[:40]}@council.example"),
    )
    assert nothing_happened(world)


def test_a_token_from_a_letter_one_was_merely_copied_on_gives_no_right(world: World) -> None:
    link = THREADS.link(ENROLMENT.unit, 1, "practitioner", "EXCEPTIONAL")
    for sender in (ANN.address, MEG.address, "priya@x.example", "eve@else.example"):
        comes(world, clicked(link, sender))
    assert nothing_happened(world)


def test_a_replayed_token_changes_nothing_and_makes_one_notice(world: World) -> None:
    link = THREADS.link(ENROLMENT.unit, 1, "practitioner", "EXCEPTIONAL")
    own = clicked(link, JO.address)
    assert comes(world, own) == ["exceptional circumstances for report 1"]
    terms, letters = world.case.all(Terms), len(world.outbox.delivered)
    comes(world, own)
    for n in range(3):
        comes(world, clicked(link, "eve@else.example").replace(b"Message-ID: <", b"Message-ID: <%d" % n))
    assert world.case.all(Terms) == terms
    new = [message_from_bytes(raw)["X-QI-Letter"] for _, raw in world.outbox.delivered[letters:]]
    assert new == ["report_quarantine"]


def test_a_token_of_one_matter_gives_no_right_in_another(world: World) -> None:
    other = THREADS.link(PRIYA.unit, 1, "practitioner", "EXCEPTIONAL")
    comes(world, clicked(other, JO.address))
    assert not world.store.load(PRIYA.unit).all(Terms)
    assert nothing_happened(world)


def test_a_subject_with_somebody_elses_reference_leads_nowhere(world: World) -> None:
    comes(
        world,
        message(sender=JO.address, subject="Re: [2026-27/priya.nair/1] Report 1", text="EXCEPTIONAL\n\nI am ill."),
    )
    assert not world.store.load(PRIYA.unit).all(Terms)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, we will look at it.\n\n> EXCUSE\n> [EXCUSE]",
        "Thank you.\n\nOn Mon, 12 Oct 2026 at 09:00, Eve <eve@x.example> wrote:\n> EXCUSE",
        "Thanks.\n\n________________________\nFrom: Eve <eve@x.example>\nSent: Monday\nTo: x\nSubject: y\n\nEXCUSE",
    ],
)
def test_a_command_in_a_quoted_part_orders_nothing(world: World, text: str) -> None:
    comes(world, message(sender=TEAM, subject="Re: x", text=text, To=MATTER))
    assert nothing_happened(world)


def test_a_command_in_an_attachment_or_out_of_sight_orders_nothing(world: World) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = TEAM, MATTER, "Re: x", "<a@x.example>"
    mail["X-Note"] = "EXCUSE"
    mail.set_content("See the attached.")
    mail.add_attachment("EXCUSE", filename="EXCUSE.txt")
    mail.add_attachment(
        message_from_bytes(message(sender=TEAM, subject="EXCUSE", text="EXCUSE", To=MATTER), policy=policy.default)
    )
    assert len(list(mail.iter_attachments())) == 2
    comes(world, mail.as_bytes())
    page = b"<p>Thanks, noted.</p><p style='display:none'>EXCUSE</p><!-- EXCUSE -->"
    hidden = (
        f"From: {TEAM}\r\nTo: {MATTER}\r\nSubject: Re: x\r\nMessage-ID: <h@x.example>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    ).encode() + base64.encodebytes(page)
    comes(world, hidden)
    assert nothing_happened(world)


def test_a_command_of_a_mail_that_answers_no_letter_of_its_own_needs_its_matter(world: World) -> None:
    assert comes(world, message(sender=TEAM, subject="EXCUSE", text="EXCUSE", To=BOT)) != [
        "the team's word on report 1"
    ]
    assert nothing_happened(world)
