"""A command that changes something is obeyed if it is shown to be its sender's; of any other, its sender is asked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from qibot.model.case import Put
from qibot.model.desk import DESK, Away, Quarantined
from qibot.model.letters import Letter
from qibot.model.messages import Flag, Seen
from qibot.model.people import Enrolment, Person, Status
from qibot.model.receiver import RECEIVER, Receiver, Stamped
from qibot.screening.trust import MICROSOFT
from tests.support.build import ANN, BOT, ENROLMENT, JO, MEG, TEAM, THREADS, at, config, message
from tests.support.desk_world import SAM, Desk, strange
from tests.support.programme import head_of, text_of

pytestmark = pytest.mark.slow

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


@pytest.fixture
def world(tmp_path: Path) -> Desk:
    return world_of(tmp_path)


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


# --- what waits for its sender's word ---


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


@pytest.mark.parametrize("word", ["CONFIRM", "Yes", "ok.", "Yes, do it!"])
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


# --- what shows whose it is ---


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


# --- what is never delayed ---


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


# --- who isn't the sender ---


def test_who_says_that_it_isnt_theirs_has_it_told_to_the_team(world: Desk) -> None:
    world.gets(order(ANN.address, "NO CAPACITY"))
    world.clicks(ANN.address, world.letter("ask_confirmation"), "NOT MINE")
    assert "somebody wrote in your name" in world.told()
    world.bot.round()
    assert "in the name of somebody who says that it isn't theirs" in text_of(world.letter("report_quarantine"))
    assert world.all("report_no_capacity") == []
    world.clicks(ANN.address, world.letter("ask_confirmation"), "CONFIRM")
    assert world.all("report_no_capacity") == []


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


# --- an attacker ---


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


# --- finding the server out ---


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


def test_the_question_survives_a_restart(world: Desk) -> None:
    world.gets(order(TEAM, "PAUSE Jo Smith"))
    world.bot = world.started()
    world.clicks(TEAM, world.letter("ask_confirmation"), "CONFIRM")
    world.bot.round()
    assert standing(world) is Status.PAUSED
    assert not world.store.load(DESK).all(Quarantined)
    assert all(x.state == "sent" for x in world.store.load(DESK).all(Letter).values())
