"""Whatever a mentor's mail program does with the notes, not a word of them reaches practitioner or manager."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.test_relaying import inside, page_of
from tests.support.build import BOT, TEAM, message
from tests.support.clients import Client
from tests.support.notes import ANN, JO, MEG, NO_AIM, last_notes, sends, to, world_with_notes
from tests.support.programme import read, text_of
from tests.support.world import World
from tests.whole.test_canary import CANARY, STYLES, seen_by

pytestmark = pytest.mark.slow

OF_THE_NOTES = ("these notes are for you alone", "no aim was found", "plain rules", "pitfalls", "a task of the project")
ADDRESSED = ("as the letter says", "to the report's thread", "to the mailbox, in no thread")


@pytest.fixture(scope="module")
def notes_sent(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = world_with_notes(tmp_path_factory.mktemp("notes_sent"))
    sends(made, 1, NO_AIM)
    return made


@pytest.fixture
def world(notes_sent: World, tmp_path: Path) -> World:
    return notes_sent.copied(tmp_path)


def answer(world: World, client: Client, how: str, text: str) -> None:
    """The mentor answers the notes, quoted as this program does it, and sends it there."""
    letter = last_notes(world)
    asked, forward = (
        read(letter),
        next(m for _, r in world.outbox.delivered if (m := read(r))["X-QI-Letter"] == "forward_report"),
    )
    plain = str(asked.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    page = "".join(f"<p>{line or '&nbsp;'}</p>" for line in text.split("\n"))
    body = client.answer(page, text, inside(page_of(letter)), tuple(plain.splitlines()))
    where = {
        ADDRESSED[0]: (asked["Reply-To"].addresses[0].addr_spec, f"In-Reply-To: {asked['Message-ID']}\r\n"),
        ADDRESSED[1]: (forward["Reply-To"].addresses[0].addr_spec, f"In-Reply-To: {forward['Message-ID']}\r\n"),
        ADDRESSED[2]: (BOT, ""),
    }
    address, thread = where[how]
    head = (
        f"From: {ANN.address}\r\nTo: {address}\r\nSubject: Re: {asked['Subject']}\r\nMessage-ID: "
        f"<{abs(hash(text))}@x.example>\r\n"
    )
    world.inbox.put((head + thread).encode() + body.as_bytes(), world.now)
    world.bot.round()
    world.bot.round()


@pytest.mark.parametrize("client", STYLES, ids=repr)
@pytest.mark.parametrize("how", ADDRESSED)
def test_nothing_of_the_notes_nor_of_an_answer_to_them_gets_out(world: World, client: Client, how: str) -> None:
    answer(world, client, how, f"I liked the {CANARY} chart. Even better if the aim said how much.")
    got = " ".join(seen_by(world, JO.address, MEG.address).split())
    assert CANARY not in got
    assert not any(words in got for words in OF_THE_NOTES)


@pytest.mark.parametrize("client", STYLES, ids=repr)
def test_an_answer_to_the_notes_reaches_the_team_and_the_mentor_hears_where_it_went(
    world: World, client: Client
) -> None:
    answer(world, client, ADDRESSED[0], f"These points are wrong, the {CANARY} is on page two.")
    assert to(world, TEAM) == ["report_in_confidence"]
    assert CANARY in seen_by(world, TEAM)
    assert "nobody else has seen it" in " ".join(seen_by(world, ANN.address).split())
    report = world.case.report(1)
    assert report is not None
    assert report.answered is None


def test_an_answer_with_the_subject_of_the_notes_stays_with_the_team_though_it_quotes_one_sentence(
    world: World,
) -> None:
    asked = read(last_notes(world))
    forward = next(m for _, r in world.outbox.delivered if (m := read(r))["X-QI-Letter"] == "forward_report")
    mail = message(
        sender=ANN.address, subject=f"Re: {asked['Subject']}", To=forward["Reply-To"].addresses[0].addr_spec,
        In_Reply_To=str(forward["Message-ID"]),
        text=f"> Report 1.pdf can't be read.\n\nI liked the {CANARY} chart. Even better if the aim said how much.",
    )  # fmt: skip
    world.inbox.put(mail, world.now)
    world.bot.round()
    world.bot.round()
    assert CANARY not in " ".join(seen_by(world, JO.address, MEG.address).split())
    assert CANARY in " ".join(seen_by(world, TEAM).split())


def test_no_letter_to_practitioner_or_manager_says_that_there_are_notes(world: World) -> None:
    said = " ".join(text_of(raw) for got, raw in world.outbox.delivered if {JO.address, MEG.address} & set(got))
    assert "notes" not in said.lower()


def test_thanks_for_the_notes_trouble_nobody(world: World) -> None:
    answer(world, STYLES[0], ADDRESSED[0], "Thank you very much!")
    assert to(world, TEAM) == []
    assert to(world, JO.address) == ["receipt"]


def test_a_word_of_command_in_an_answer_to_the_notes_is_obeyed_about_that_report(world: World) -> None:
    answer(world, STYLES[0], ADDRESSED[0], "NO CLEAR AIM")
    assert to(world, TEAM) == ["report_no_clear_aim"]


def test_an_answer_to_the_forward_that_quotes_no_notes_is_feedback_as_ever(world: World) -> None:
    forward = next(m for _, r in world.outbox.delivered if (m := read(r))["X-QI-Letter"] == "forward_report")
    address = forward["Reply-To"].addresses[0].addr_spec
    head = f"From: {ANN.address}\r\nTo: {address}\r\nSubject: Re: {forward['Subject']}\r\nMessage-ID: <f@x.example>\r\n"
    text = f"I liked the {CANARY} chart. Even better if you said how much: train staff is too broad to test."
    world.inbox.put(f"{head}In-Reply-To: {forward['Message-ID']}\r\n\r\n{text}".encode(), world.now)
    world.bot.round()
    assert CANARY in seen_by(world, JO.address)
