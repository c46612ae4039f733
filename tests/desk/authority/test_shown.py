"""A command that is shown to be its sender's is obeyed at once; words to the team are never delayed."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Status
from qibot.screening.trust import MICROSOFT
from tests.desk.authority.orders import (
    BOB,
    BOSS,
    EVIL,
    OURS,
    UNIT,
    asked,
    knows_its_server,
    order,
    passed,
    standing,
    taken_for,
    world_of,
)
from tests.support.build import ANN, BOT, JO, TEAM, THREADS, message
from tests.support.desk_world import Desk, strange
from tests.support.programme import head_of

pytestmark = pytest.mark.slow


def test_a_command_is_obeyed_at_once_where_our_server_vouches_for_its_sender(world: Desk) -> None:
    knows_its_server(world)
    world.gets(order(TEAM, "PAUSE Jo Smith", Authentication_Results=passed(TEAM)))
    assert standing(world) is Status.PAUSED
    assert asked(world) == []


def test_so_it_is_at_microsoft_365_whose_verdicts_bear_no_name(world: Desk) -> None:
    knows_its_server(world, MICROSOFT)
    verdict = "spf=pass smtp.mailfrom=council.example; dmarc=pass action=none header.from=council.example;compauth=pass"
    world.gets(order(TEAM, "PAUSE Jo Smith", Authentication_Results=verdict))
    assert standing(world) is Status.PAUSED


def test_and_where_the_configuration_names_the_server(tmp_path: Path) -> None:
    world = world_of(tmp_path, authserv_id=OURS)
    world.gets(order(TEAM, "PAUSE Jo Smith", Authentication_Results=passed(TEAM)))
    assert standing(world) is Status.PAUSED


@pytest.mark.parametrize(
    "field",
    [
        f"{OURS}; dmarc=fail header.from=council.example",
        f"{OURS}; dmarc=pass header.from=evil.example",
        f"{EVIL}; dmarc=pass header.from=council.example",
        "dmarc=pass header.from=council.example",
    ],
)
def test_a_forged_one_is_asked_about_however_well_it_speaks_of_itself(world: Desk, field: str) -> None:
    knows_its_server(world)
    world.gets(order(TEAM, "WITHDRAW Jo Smith", Authentication_Results=field))
    assert standing(world) is Status.ACTIVE
    assert [to for to, _ in asked(world)] == [(TEAM,)]


def test_a_signed_address_shows_it(world: Desk) -> None:
    world.gets(order(TEAM, "PAUSE", To=THREADS.address(UNIT, 0)))
    assert standing(world) is Status.PAUSED
    assert asked(world) == []


def test_a_signed_link_shows_it_though_plus_addresses_are_not_served(world: Desk) -> None:
    world.gets(order(ANN.address, "HELP"))
    link = THREADS.link(UNIT, 0, "team", "PAUSE")
    subject = link.partition("?subject=")[2].partition("&")[0].replace("%20", " ").replace("%5B", "[")
    world.gets(message(TEAM, subject.replace("%5D", "]"), "", To=BOT))
    assert standing(world) is Status.PAUSED


def test_an_answer_to_a_letter_to_that_very_person_shows_it(world: Desk) -> None:
    world.gets(message(subject="Report 1", files=("r.pdf",)))
    receipt = head_of(world.letter("receipt"))
    raw = order(JO.addresses[1], "WE SPOKE", In_Reply_To=str(receipt["Message-ID"]))  # from home, and no plus address
    assert taken_for(world, raw) == "WE SPOKE"


def test_an_answer_to_a_letter_to_somebody_else_shows_nothing(world: Desk) -> None:
    world.gets(message(subject="Report 1", files=("r.pdf",)))
    receipt = head_of(world.letter("receipt"))  # which Jo may have sent on to anybody
    raw = order(ANN.address, "WE SPOKE", In_Reply_To=str(receipt["Message-ID"]))
    assert taken_for(world, raw) == "a command to be confirmed"
    world.clicks(ANN.address, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert "Done: the talk of Jo Smith and Ann Lee on 12 October 2026 is noted" in world.told()


def test_whose_a_waiting_message_is_is_said_by_whom_it_was_asked(world: Desk) -> None:
    """The team's letters don't go to the programme manager, who may decide all the same."""
    world.gets(strange())
    letter = head_of(world.letter("report_quarantine"))
    raw = order(BOSS, "THIS IS jo@school.example", In_Reply_To=str(letter["Message-ID"]))
    assert taken_for(world, raw) == "a command to be confirmed"
    assert "deal with 1 waiting message(s) as jo@school.example's" in asked(world)[0][1]
    assert world.all("receipt") == []
    world.clicks(BOSS, world.letter("ask_confirmation"), "CONFIRM")
    for _ in range(2):
        world.bot.round()
    assert len(world.all("receipt")) == 1
    assert world.waiting() == {}


def test_a_confirmed_command_is_about_what_its_mail_answered(world: Desk) -> None:
    world.gets(order(JO.address, "EXCEPTIONAL\n\nThe school was flooded."))
    letter = head_of(world.letter("ask_exceptional"))
    raw = order(BOSS, "EXCUSE", 1, In_Reply_To=str(letter["Message-ID"]))
    assert taken_for(world, raw) == "a command to be confirmed"
    assert "decide about report 1 of Jo Smith" in asked(world)[0][1]
    assert not world.case.terms(1).excused
    world.clicks(BOSS, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert world.case.terms(1).excused


def test_the_team_answers_its_own_letter_without_a_plus_address(world: Desk) -> None:
    world.gets(strange())
    letter = head_of(world.letter("report_quarantine"))
    world.gets(order(TEAM, "DISCARD", In_Reply_To=str(letter["Message-ID"])))
    assert world.waiting() == {}
    assert asked(world) == []


def test_letting_go_of_a_message_that_was_confirmed_moves_its_copy(world: Desk) -> None:
    world.gets(strange())
    letter = head_of(world.letter("report_quarantine"))
    world.gets(order(BOSS, "DISCARD", In_Reply_To=str(letter["Message-ID"])))
    world.clicks(BOSS, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert world.waiting() == {}
    assert "s1@elsewhere.example" in world.inbox.settled


@pytest.mark.parametrize(
    ("sender", "words", "kind"),
    [
        (ANN.address, "NEEDS SUPPORT Jo Smith\n\nShe is alone with it.", "NEEDS SUPPORT"),
        (ANN.address, "NO CLEAR AIM Jo Smith\n\nI can't find one.", "NO CLEAR AIM"),
        (BOB.address, "TEAM\n\nI worry about her.", "NEEDS SUPPORT"),
        (JO.address, "EXCEPTIONAL\n\nThe school was flooded.", "exceptional circumstances for report 1"),
        (JO.address, "STOP", "STOP"),
        (ANN.address, "HELP", "HELP"),
        (TEAM, "STATUS", "STATUS"),
        (JO.address, "Can I ask you which chart to take, Ann?", "message from the practitioner"),
        (BOB.address, "I am sorry, but I can't go on as a mentor.", "NO CAPACITY"),
    ],
)
def test_words_to_the_team_and_other_mail_are_dealt_with_as_ever(
    world: Desk, sender: str, words: str, kind: str
) -> None:
    assert taken_for(world, order(sender, words)) == kind
    assert asked(world) == []


@pytest.mark.parametrize("mode", ["off", "warn"])
def test_without_auto_nobody_is_asked(tmp_path: Path, mode: str) -> None:
    world = world_of(tmp_path, mode=mode, authserv_id=OURS)
    world.gets(order(TEAM, "PAUSE Jo Smith"))
    assert standing(world) is Status.PAUSED
    assert asked(world) == []
