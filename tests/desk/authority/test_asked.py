"""A command of which nothing shows whose it is waits, and its sender is asked."""

from __future__ import annotations

import pytest

from qibot.model.desk import DESK, Away, Quarantined
from qibot.model.letters import Letter
from qibot.model.messages import Flag
from qibot.model.people import Status
from tests.desk.authority.orders import BOB, PHISHING, asked, order, standing, taken_for
from tests.support.build import ANN, JO, TEAM, at
from tests.support.desk_world import Desk
from tests.support.programme import head_of, text_of

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("sender", "words", "says"),
    [
        (TEAM, "PAUSE Jo Smith", "stop all letters about Jo Smith"),
        (TEAM, "WITHDRAW Jo Smith", "end the enrolment of Jo Smith"),
        (TEAM, "REASSIGN Jo Smith TO bob@fire.example", "make Bob Ray the mentor of Jo Smith"),
        (TEAM, "MENDED jo@school.example", "send letters to jo@school.example again"),
        (ANN.address, "NO CAPACITY", "tell the Community Planning team that you can't go on as a mentor"),
        (ANN.address, "AWAY 1 May TO 4 May", "note that you are away from 1 May 2027 to 4 May 2027"),
        (BOB.address, "WE SPOKE 9 October", "note that you and Priya Nair spoke on 9 October 2026"),
        (JO.address, "WE SPOKE", "note that you and Jo Smith spoke on 12 October 2026"),
        (ANN.address, f"MENTORS\n\nLook at {PHISHING}", "send your words to the other mentors"),
        (BOB.address, "UNDO", "take back your last word"),
    ],
)  # fmt: skip
def test_a_fresh_command_of_which_nothing_shows_whose_it_is_waits_and_its_sender_is_asked(
    world: Desk, sender: str, words: str, says: str
) -> None:
    before = {unit: world.store.load(unit).enrolment for unit in world.units}
    raw = order(sender, words, Reply_To="thief@evil.example", Subject=f"see {PHISHING}")
    assert taken_for(world, raw) == "a command to be confirmed"
    ((to, letter),) = asked(world)
    assert to == (sender,), "the address on record, and not the one that the mail names for answers"
    assert f"It asks me to {says}." in letter
    assert "phish" not in world.letter("ask_confirmation").decode(), "a forger's words are passed on to nobody"
    assert {unit: world.store.load(unit).enrolment for unit in world.units} == before
    assert not world.store.load(DESK).all(Away)
    assert not world.store.load(DESK).all(Flag)
    names = {str(head_of(raw)["X-QI-Letter"]) for _, raw in world.outbox.delivered}
    assert names == {"remind_deadline", "ask_confirmation"}, "the calendar's letters aside"
    assert world.inbox.filed[1] == ["qibot/quarantine"]


def test_a_click_carries_it_out_and_says_what_was_done(world: Desk) -> None:
    world.gets(order(TEAM, "PAUSE Jo Smith"))
    world.clicks(TEAM, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert standing(world) is Status.PAUSED
    assert "Done:" in world.told()
    assert "Jo Smith" in world.told()
    assert world.waiting() == {}
    assert world.inbox.settled == ["0@mail.example"], "its copy is moved out of the quarantine folder"


@pytest.mark.parametrize(
    "word",
    [
        "CONFIRM",
        "Yes",
        "ok.",
        "Yes, do it!",
        "Yes that was me",
        "It was me, go ahead.",
        "yes do it please",
        "That's mine, thanks.\n\nHelen",
    ],
)
def test_so_does_a_plain_reply(world: Desk, word: str) -> None:
    world.gets(order(TEAM, "REASSIGN Jo Smith TO bob@fire.example"))
    world.answers(TEAM, world.letter("ask_confirmation"), word)
    world.bot.round()
    assert world.case.enrolment.mentor == BOB


def test_what_was_written_beside_it_goes_along_once_it_is_confirmed(world: Desk) -> None:
    world.gets(order(ANN.address, "NO CAPACITY\n\nMy mother has fallen ill."))
    assert world.all("report_no_capacity") == []
    world.clicks(ANN.address, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert "My mother has fallen ill." in text_of(world.letter("report_no_capacity"))


def test_it_counts_from_when_it_came(world: Desk) -> None:
    world.gets(order(JO.address, "WE SPOKE"))
    world.now = at("2026-10-14T09:00")
    world.clicks(JO.address, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert "12 October 2026" in world.told()


def test_of_the_same_command_its_sender_is_asked_once(world: Desk) -> None:
    world.gets(order(TEAM, "PAUSE Jo Smith", 1))
    assert taken_for(world, order(TEAM, "Pause Jo Smith!", 2)) == "a command that waits to be confirmed already"
    assert len(asked(world)) == 1
    world.clicks(TEAM, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert world.waiting() == {}


def test_a_copy_of_it_asks_nothing_again(world: Desk) -> None:
    for _ in range(2):
        world.gets(order(TEAM, "PAUSE Jo Smith"))
    assert len(asked(world)) == 1


def test_who_says_that_it_isnt_theirs_has_it_told_to_the_team(world: Desk) -> None:
    world.gets(order(ANN.address, "NO CAPACITY"))
    world.clicks(ANN.address, world.letter("ask_confirmation"), "NOT MINE")
    assert "somebody wrote in your name" in world.told()
    world.bot.round()
    assert "in the name of somebody who says that it isn't theirs" in text_of(world.letter("report_quarantine"))
    assert world.all("report_no_capacity") == []
    world.clicks(ANN.address, world.letter("ask_confirmation"), "CONFIRM")
    assert world.all("report_no_capacity") == []


@pytest.mark.parametrize(
    "word", ["NOT MINE", "No, that wasn't me.", "Never heard of it", "I didn't send that. Please ignore it."]
)
def test_it_may_be_disowned_in_other_words(world: Desk, word: str) -> None:
    world.gets(order(ANN.address, "NO CAPACITY"))
    world.answers(ANN.address, world.letter("ask_confirmation"), word)
    assert "somebody wrote in your name" in world.told()


@pytest.mark.parametrize("word", ["Yes, but only from May", "Yes and no", "No, do it", "Was that me?", "Me?"])
def test_what_says_more_than_yes_or_no_does_nothing(world: Desk, word: str) -> None:
    world.gets(order(TEAM, "PAUSE Jo Smith"))
    world.answers(TEAM, world.letter("ask_confirmation"), word)
    world.bot.round()
    assert standing(world) is Status.ACTIVE


@pytest.mark.parametrize(("sender", "words"), [(TEAM, "PAUSE Jo Smith"), (ANN.address, "NO CAPACITY")])
def test_whatever_else_is_answered_reaches_the_team(world: Desk, sender: str, words: str) -> None:
    world.gets(order(sender, words))
    world.answers(sender, world.letter("ask_confirmation"), "What is this? I have written nothing of the kind.")
    world.bot.round()
    assert "whether a command is its sender's own" in text_of(world.letter("report_quarantine"))
    assert standing(world) is Status.ACTIVE
    assert world.all("report_no_capacity") == []


def test_nobody_else_can_confirm_it(world: Desk) -> None:
    world.gets(order(TEAM, "PAUSE Jo Smith"))
    letter = world.letter("ask_confirmation")
    for other in (ANN.address, JO.address, "thief@evil.example"):
        world.clicks(other, letter, "CONFIRM")
        world.answers(other, letter, "CONFIRM")
    world.bot.round()
    assert standing(world) is Status.ACTIVE


def test_a_second_click_hears_that_it_is_settled(world: Desk) -> None:
    world.gets(order(TEAM, "PAUSE Jo Smith"))
    letter = world.letter("ask_confirmation")
    world.clicks(TEAM, letter, "CONFIRM")
    world.bot.round()
    world.answers(TEAM, letter, "CONFIRM")
    assert "settled already" in world.told()


def test_what_nobody_confirms_comes_into_the_teams_letter_and_the_click_stays_good(world: Desk) -> None:
    world.gets(order(ANN.address, "NO CAPACITY"), "2026-10-12T09:00")
    letter = world.letter("ask_confirmation")
    world.goes_to("2026-10-15T18:00")
    assert world.all("report_quarantine") == [], "three working days to answer in"
    world.goes_to("2026-10-16T10:00")
    assert "asked whether it is theirs, hasn't answered" in text_of(world.letter("report_quarantine"))
    world.clicks(ANN.address, letter, "CONFIRM")
    world.bot.round()
    assert len(world.all("report_no_capacity")) == 1


def test_the_question_survives_a_restart(world: Desk) -> None:
    world.gets(order(TEAM, "PAUSE Jo Smith"))
    world.bot = world.started()
    world.clicks(TEAM, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert standing(world) is Status.PAUSED
    assert not world.store.load(DESK).all(Quarantined)
    assert all(x.state == "sent" for x in world.store.load(DESK).all(Letter).values())
