"""Forged commands in numbers, and how the server becomes known whose verdict tells them from others."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from qibot.model.desk import DESK
from qibot.model.messages import Seen
from qibot.model.people import Enrolment, Person, Status
from qibot.model.receiver import RECEIVER, Receiver, Stamped
from tests.desk.authority.orders import BOB, EVIL, OURS, UNIT, asked, order, passed, standing, world_of
from tests.support.build import ANN, JO, MEG, TEAM, THREADS, message
from tests.support.desk_world import SAM, Desk
from tests.support.programme import text_of

pytestmark = pytest.mark.slow


@pytest.mark.slow
def test_of_two_hundred_forged_commands_the_victim_hears_five_times_and_the_team_once(world: Desk) -> None:
    for n in range(200):
        word = ("PAUSE", "WITHDRAW")[n % 2]
        name = ("Jo Smith", "Sam Baird", "Priya Nair")[n % 3]
        world.now += timedelta(minutes=1)
        world.gets(order(TEAM, f"{word} {name}", n, Authentication_Results=passed(TEAM, EVIL)))
    world.goes_to("2026-10-12T16:00")
    assert [standing(world, unit) for unit in world.units] == [Status.ACTIVE] * 3
    assert len(asked(world)) == 5
    assert len(world.all("report_quarantine")) == 1
    assert "asked about several today" in text_of(world.letter("report_quarantine"))
    assert len(world.store.load(DESK).all(Seen)) == 200, "not one of them is lost"


@pytest.mark.slow
def test_two_hundred_forged_mails_teach_no_name(tmp_path: Path) -> None:
    """They bear a field of the attacker's own, in the names of everybody in the sheet, where the server adds none."""
    many = [pupil(n) for n in range(10)]
    world = world_of(tmp_path, *many)
    senders = [e.practitioner.address for e in many]
    for n in range(200):
        sender = senders[n % len(senders)]
        world.gets(
            message(sender, f"Question {n}", f"May I ask you for {n}?", Authentication_Results=passed(sender, EVIL))
        )
    assert world.store.load(DESK).all(Stamped) == {}
    world.gets(order(TEAM, "WITHDRAW Jo Smith", Authentication_Results=passed(TEAM, EVIL)))
    assert standing(world) is Status.ACTIVE


@pytest.mark.slow
def test_who_has_the_signed_address_of_one_matter_can_teach_no_name_either(tmp_path: Path) -> None:
    """A participant who forges the others of that matter: they are three and the team."""
    world = world_of(tmp_path, *(pupil(n) for n in range(10)))
    to = THREADS.address(UNIT, 0)
    for n in range(200):
        sender = (JO.address, JO.addresses[1], ANN.address, MEG.address, TEAM, pupil(n % 10).practitioner.address)[
            n % 6
        ]
        world.gets(
            message(
                sender, f"Re: it {n}", f"May I ask you for {n}?", To=to, Authentication_Results=passed(sender, EVIL)
            )
        )
    assert world.store.load(DESK).get(Receiver, RECEIVER) is None
    world.gets(order(TEAM, "WITHDRAW Jo Smith", Authentication_Results=passed(TEAM, EVIL)))
    assert standing(world) is Status.ACTIVE


def pupil(n: int) -> Enrolment:
    name = f"Pupil{chr(65 + n)} Gray"
    return Enrolment("2026-27", f"pupil{n}.gray", Person(name, (f"pupil{n}@domain{n % 5}.example",)), BOB)


def with_top(field: str, raw: bytes) -> bytes:
    return (f"Authentication-Results: {field}\r\n".encode() if field else b"") + raw


def answers_come(world: Desk, field: str, rounds: int = 4) -> None:
    """Answers to our letters from practitioners in five domains, each with this field on top, if any."""
    for n in range(rounds * 5):
        one = pupil(n % 5)
        world.now += timedelta(hours=25)
        sender, to = one.practitioner.address, THREADS.address(one.unit, 0)
        words = f"May I ask you about number {n} on {world.now}, Bob?"
        world.gets(with_top(field, message(sender, f"Re: {n} {world.now}", words, To=to)))


def test_answers_from_five_domains_make_the_server_known_and_commands_need_no_letter_any_more(tmp_path: Path) -> None:
    world = world_of(tmp_path, *(pupil(n) for n in range(5)))
    answers_come(world, f"{OURS}; none", rounds=3)
    world.gets(order(TEAM, "PAUSE Jo Smith", 1, Authentication_Results=passed(TEAM)))
    assert standing(world) is Status.ACTIVE
    answers_come(world, f"{OURS}; none", rounds=1)
    assert world.store.load(DESK).all(Receiver)[RECEIVER].server == OURS
    world.gets(order(TEAM, "PAUSE Sam Baird", 2, Authentication_Results=passed(TEAM)))
    assert standing(world, SAM.unit) is Status.PAUSED
    assert len(asked(world)) == 1


def test_it_is_forgotten_when_the_field_comes_no_more(tmp_path: Path) -> None:
    world = world_of(tmp_path, *(pupil(n) for n in range(5)))
    answers_come(world, f"{OURS}; none")
    answers_come(world, "", rounds=1)
    assert world.store.load(DESK).all(Receiver) == {}
    world.gets(order(TEAM, "PAUSE Jo Smith", Authentication_Results=passed(TEAM)))
    assert standing(world) is Status.ACTIVE


def test_it_is_forgotten_when_no_answers_come_for_long(tmp_path: Path) -> None:
    world = world_of(tmp_path, *(pupil(n) for n in range(5)))
    answers_come(world, f"{OURS}; none")
    world.now += timedelta(days=91)
    world.bot.round()
    assert world.store.load(DESK).all(Receiver) == {}
    assert world.store.load(DESK).all(Stamped) == {}
