"""WHY, UNDO, HELP and STOP: what anybody may say, and what is done on it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from qibot.letters.samples import SAMPLES
from qibot.model.letters import LetterState, Undoable
from qibot.model.messages import Contact
from qibot.model.reports import Report, Terms
from qibot.rules.why import RULES, TITLES
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, THREADS, at, message
from tests.support.world import World

UNIT = ENROLMENT.unit
DUE = date(2026, 10, 24)


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    made.now = at("2026-10-17T12:00")
    made.inbox.put(message(files=("r.pdf",), Message_ID="<report@x.example>"), made.now)
    assert not made.bot.round().faults
    return made


def says(world: World, sender: str, text: str, number: int = 1, **headers: str) -> list[str]:
    """Somebody writes in the matter of a report; what the mail was taken for."""
    world.now += timedelta(minutes=30)
    raw = message(
        sender=sender,
        subject="Re: x",
        text=text,
        To=THREADS.address(UNIT, number),
        Message_ID=f"<{abs(hash((sender, text, world.now)))}@x.example>",
        **headers,  # type: ignore[arg-type]
    )
    world.inbox.put(raw, world.now)
    done = world.bot.round()
    assert not done.faults
    return [x["taken_for"] for x in done.taken_in]


def words(world: World, name: str) -> str:
    """The text of the last letter of this kind that was delivered."""
    from tests.support.programme import read, text_of

    raw = [raw for _, raw in world.outbox.delivered if read(raw)["X-QI-Letter"] == name][-1]
    return text_of(raw)


# --- WHY ---


def test_why_is_answered_with_the_rule_the_dates_and_what_comes_next(world: World) -> None:
    world.goes_to("2026-10-24T18:00")
    world.goes_to("2026-10-26T10:00")
    reminder = next(x for _, x in world.letters() if x.name == "remind_feedback")
    assert says(world, ANN.address, "WHY", In_Reply_To=f"<{reminder.message_id}>") == ["WHY"]
    said = words(world, "explain_why")
    assert "feedback was due" in said or "before feedback is due" in said
    assert "report 1 came in on 17 October 2026" in said
    assert [x.to for _, x in world.letters() if x.name == "explain_why"] == [(ANN.address,)]


def test_why_names_the_message_that_brought_a_letter_about(world: World) -> None:
    says(world, ANN.address, "EXPECT 3 November")
    says(world, JO.address, "WHY?")
    said = words(world, "explain_why")
    assert "taken for EXPECT for report 1" in said


def test_nobody_learns_why_of_a_letter_that_went_to_others(world: World) -> None:
    says(world, JO.address, "EXCEPTIONAL\n\nI was in hospital.", number=2)
    secret = next(x for _, x in world.letters() if x.name == "ask_exceptional")
    says(world, MEG.address, "WHY", In_Reply_To=f"<{secret.message_id}>")
    assert not any(x.name == "explain_why" and x.to == (MEG.address,) for _, x in world.letters())


@pytest.mark.parametrize("name", [n for n, sample in SAMPLES.items() if not sample.timed])
def test_every_letter_that_mail_brings_about_has_a_rule_to_tell(name: str) -> None:
    assert RULES[name]


@pytest.mark.parametrize("name", [n for n, s in SAMPLES.items() if s.timed and n != "report_catch_up"])
def test_every_letter_of_the_calendar_has_a_name_in_what_comes_next(name: str) -> None:
    assert TITLES[name]


def test_a_question_that_begins_with_why_is_a_message(world: World) -> None:
    assert says(world, JO.address, "Why did you like the second aim better?") == ["message from the practitioner"]


# --- UNDO ---


def test_a_mentors_date_is_taken_back_and_those_who_were_told_hear_it(world: World) -> None:
    says(world, ANN.address, "EXPECT 3 November")
    assert says(world, ANN.address, "UNDO") == ["UNDO"]
    assert world.case.all(Report)["1"].feedback_due == DUE
    told = [x for _, x in world.letters() if x.name == "tell_undone"]
    assert [(x.to, x.copy) for x in told] == [((JO.address,), (MEG.address,))]
    assert "24 October 2026" in words(world, "tell_undone")
    assert "taken back" in words(world, "confirm_command")


def test_what_has_not_left_yet_is_withdrawn_and_nobody_is_bothered(world: World) -> None:
    world.outbox.down = True
    world.now += timedelta(minutes=30)
    raw = message(sender=ANN.address, text="EXPECT 3 November", To=THREADS.address(UNIT, 1), Message_ID="<e@x>")
    world.inbox.put(raw, world.now)
    world.bot.round()
    undo = message(sender=ANN.address, text="UNDO", To=THREADS.address(UNIT, 1), Message_ID="<u@x>")
    world.inbox.put(undo, world.now)
    world.bot.round()
    world.outbox.down = False
    world.now += timedelta(hours=1)
    world.bot.round()
    assert not any(x.name in ("expect_feedback_by", "tell_undone") for _, x in world.letters())


def test_what_has_moved_on_is_not_taken_back(world: World) -> None:
    says(world, ANN.address, "EXPECT 3 November")
    says(world, ANN.address, "What I liked: the aim.\n\nEven better if: it had a number.")
    says(world, ANN.address, "UNDO")
    assert "things have moved on" in words(world, "confirm_command")
    assert world.case.all(Report)["1"].answered is not None


def test_nobody_takes_back_the_word_of_somebody_else(world: World) -> None:
    says(world, ANN.address, "EXPECT 3 November")
    says(world, JO.address, "UNDO")
    assert world.case.all(Report)["1"].feedback_due.isoformat() == "2026-11-03"


@pytest.mark.parametrize("word", ["EXCUSE", "DECLINE", "ACCEPT UNTIL 30 November"])
def test_the_teams_word_is_taken_back(world: World, word: str) -> None:
    says(world, TEAM, word, number=2)
    says(world, TEAM, "UNDO", number=2)
    assert world.case.terms(2) == Terms(2)
    assert not world.case.all(Undoable)


def test_a_talk_that_was_none_is_taken_back(world: World) -> None:
    says(world, JO.address, "WE SPOKE")
    says(world, JO.address, "UNDO")
    assert not any(c.how == "spoke" for c in world.case.all(Contact).values())


def test_two_words_are_taken_back_one_by_one(world: World) -> None:
    says(world, ANN.address, "EXPECT 3 November")
    says(world, ANN.address, "EXPECT 10 November")
    says(world, ANN.address, "UNDO")
    assert world.case.all(Report)["1"].feedback_due.isoformat() == "2026-11-03"
    says(world, ANN.address, "undo please")
    says(world, ANN.address, "UNDO")
    assert world.case.all(Report)["1"].feedback_due == DUE


# --- HELP, STOP ---


@pytest.mark.parametrize(
    ("sender", "has", "has_not"),
    [(JO.address, "EXCEPTIONAL", "EXCUSE"), (ANN.address, "EXPECT", "ESCALATE"), (TEAM, "EXCUSE", "EXCEPTIONAL,")],
)
def test_help_shows_the_words_of_the_one_who_asks(world: World, sender: str, has: str, has_not: str) -> None:
    assert says(world, sender, "HELP") == ["HELP"]
    assert has in words(world, "help")
    assert has_not not in words(world, "help")


def test_stop_goes_to_the_team_and_the_sender_is_told(world: World) -> None:
    assert says(world, JO.address, "Unsubscribe") == ["STOP"]
    assert [x.to for _, x in world.letters() if x.name == "report_stop"] == [(TEAM,)]
    assert "Community Planning team" in words(world, "confirm_command")


@pytest.mark.parametrize("text", ["Stop and think about the scale first.", "Help! How do I draw a run chart, Ann?"])
def test_sentences_are_no_commands(world: World, text: str) -> None:
    assert says(world, JO.address, text) == ["message from the practitioner"]


# --- what can't be done ---


def test_the_same_mistake_is_answered_three_times_a_week(world: World) -> None:
    for signed in ("Ann", "Ann Lee", "A. Lee", "A.", "AL"):
        says(world, ANN.address, f"EXPECT\n\n{signed}")
    assert sum(1 for _, x in world.letters() if x.name == "confirm_command") == 3
    world.now += timedelta(days=8)
    says(world, ANN.address, "EXPECT soon")
    assert sum(1 for _, x in world.letters() if x.name == "confirm_command") == 4


@pytest.mark.parametrize(("sender", "text"), [(ANN.address, "Expct 3 November"), (JO.address, "EXEPTIONAL")])
def test_a_misspelt_word_is_asked_about_and_not_relayed(world: World, sender: str, text: str) -> None:
    assert says(world, sender, text) == ["a command that can't be carried out"]
    assert not any(x.name in ("relay_message", "relay_feedback") for _, x in world.letters())
    assert all(x.state is LetterState.SENT for x in world.case.letters.values())
