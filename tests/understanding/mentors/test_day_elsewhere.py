"""A mentor's day is the waiting report's, whatever thread it stands in; and what befell them goes to the team."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from qibot.understanding.mentors.own_illness import tells_own_illness
from tests.support.build import ANN, ENROLMENT, JO, MEG, TEAM, message
from tests.support.dialogue import Scene
from tests.understanding.hearing.test_whom_else import SAM, begun, reached

TROUBLES = [
    "I'm being made redundant on Friday so please give me until the 26th.",
    "We're burying my dad on Friday so it won't be before the 26th.",
    "I've broken my wrist so won't be able to write anything till the 30th.",
]


def _waits(tmp_path: Path) -> Scene:
    """Report 1 has its feedback, report 2 waits."""
    s = begun(tmp_path, ENROLMENT)
    s.takes(message(sender=JO.address, subject="Report 2", files=("Report 2.pdf",)))
    s.bot.round()
    return s


def _answers_first(s: Scene, text: str) -> str:
    """What an answer to the letter that brought report 1 is taken for."""
    return s.answers("forward_report", text, ANN.address, place=0)


@pytest.mark.parametrize(
    "text",
    [*TROUBLES, "Sorry Jo, up to my eyes, it'll be the 26th.", "Jo, I'm away till the 26th so it'll be after that."],
)
def test_a_day_in_the_thread_of_an_answered_report_is_the_waiting_ones(tmp_path: Path, text: str) -> None:
    s = _waits(tmp_path)
    given = len(s.heads("relay_feedback"))
    assert _answers_first(s, text) == "EXPECT for report 2"
    s.bot.round()
    assert len(s.heads("relay_feedback")) == given


@pytest.mark.parametrize(
    "text",
    [
        "You'll have my comments by Friday.",
        "Running late, Friday now.",
        "I have a board paper to write, so comments by Friday.",
        "Sorry, I have the auditors in, it'll be Friday.",
        "Could I have until Tuesday? Two board papers and a school fair between now and then.",
        "Busy week, I'll get to yours on Friday.",
        "I'll have the second report back to you by Friday.",
    ],
)
def test_what_says_feedback_or_why_it_is_late_there_is_the_day_of_the_one_that_waits(tmp_path: Path, text: str) -> None:
    assert _answers_first(_waits(tmp_path), text) == "EXPECT for report 2"


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday suits.",
        "Yes, Friday is fine.",
        "I can do Friday.",
        "Fine by me, the 20th then.",
        "You'll have the reference by Friday.",
        "I'll have the poster back to you by Friday.",
        "I'll put you in touch with Karen by Friday.",
        "Glad it helped! I'll send the template by Friday.",
    ],
)
def test_a_day_there_that_agrees_to_one_or_is_of_another_thing_is_the_practitioners_to_read(
    tmp_path: Path, text: str
) -> None:
    s = _waits(tmp_path)
    assert _answers_first(s, text) == "message from the mentor"
    s.bot.round()
    words = " ".join(text.split()[:3]).encode()
    assert {a for who, raw in s.outbox.delivered for a in who if words in raw} == {JO.address}


@pytest.mark.parametrize(
    "text",
    [
        "Would Monday week do? The Care Inspectorate have just walked in the door.",
        "On nights all week, then the school fair, done by Monday night.",
    ],
)
def test_a_day_there_of_which_nobody_can_tell_is_asked_about(tmp_path: Path, text: str) -> None:
    s = _waits(tmp_path)
    _answers_first(s, text)
    s.bot.round()
    words = " ".join(text.split()[:4]).encode()
    assert {a for who, raw in s.outbox.delivered for a in who if words in raw} <= {ANN.address}
    assert s.heads("ask_which_report")


@pytest.mark.parametrize(
    "text",
    [
        "We lost the baby on Sunday, so it will be the 26th.",
        "You'll have it by the 26th, we've just buried my father.",
        "Jo, it'll be the 26th, the cancer's back.",
        "Sorry Jo, by the 26th, my wife has walked out.",
        "I'll read it by Friday. My son's inside again.",
        "I'll do it by Friday but my heart isn't in this any more.",
        "By Friday. That'll be the last one from me.",
        "By Friday. That's my last report, I'm afraid.",
        "On leave until the 30th, then leave for the year.",
    ],
)
def test_a_loss_at_home_or_the_mentors_last_time_beside_a_day_is_the_teams_alone(tmp_path: Path, text: str) -> None:
    s = _waits(tmp_path)
    assert s.answers("forward_report", text, ANN.address) == "EXPECT for report 2"
    s.bot.round()
    words = " ".join(text.split()[:4]).encode()
    assert {a for who, raw in s.outbox.delivered for a in who if words in raw} == {TEAM}


@pytest.mark.parametrize("text", TROUBLES)
def test_a_mentors_own_trouble_beside_a_day_is_the_teams_alone(tmp_path: Path, text: str) -> None:
    s = _waits(tmp_path)
    _answers_first(s, text)
    s.bot.round()
    words = " ".join(text.split()[:4]).encode()
    assert {a for who, raw in s.outbox.delivered for a in who if words in raw} == {TEAM}


def test_what_falls_apart_at_home_is_the_teams_and_its_day_the_waiting_ones(tmp_path: Path) -> None:
    s = _waits(tmp_path)
    text = "My marriage is falling apart to be honest, you'll have it by the 26th."
    assert _answers_first(s, text) == "NEEDS SUPPORT"
    s.bot.round()
    assert {a for who, raw in s.outbox.delivered for a in who if b"marriage is falling apart" in raw} == {TEAM}


@pytest.mark.parametrize("text", TROUBLES)
def test_such_a_trouble_is_asked_about_where_nothing_waits(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT)
    assert reached(s, "forward_report", text, ANN.address) == set()
    assert s.heads("ask_which_report")


@pytest.mark.parametrize(
    "text", ["One more thing Jo: add a median to the chart.", "I liked the aim, too, Jo. Well done."]
)
def test_more_feedback_on_an_answered_report_goes_on_as_ever(tmp_path: Path, text: str) -> None:
    s = _waits(tmp_path)
    assert _answers_first(s, text) == "feedback on report 1"
    s.bot.round()
    assert any({JO.address, MEG.address} <= set(who) for who, _ in s.outbox.delivered)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("I'm in hospital until the 30th of October.", date(2026, 10, 29)),
        ("I've been signed off for three weeks with my back, sorry.", date(2026, 11, 1)),
        ("I've broken my wrist and can't type for a month.", date(2026, 11, 10)),
    ],
)
def test_a_mentors_own_illness_is_told_and_noted_as_an_absence(tmp_path: Path, text: str, last: date) -> None:
    s = begun(tmp_path, ENROLMENT)
    s.takes(message(ANN.address, "Hello", text, ()))
    s.bot.round()
    (gone,) = s.store.load(DESK).all(Away).values()
    assert gone.last == last
    words = " ".join(text.split()[:3]).encode()
    assert {a for who, raw in s.outbox.delivered for a in who if words in raw} == {TEAM}


@pytest.mark.parametrize(
    "text",
    [
        "I've got a cold, you'll have it by Friday.",
        "Snowed under, the 26th it is.",
        "On leave until the 26th.",
        "By Friday. That'll be the last one this term.",
        "Comments by Friday. It'll be my last job before the weekend.",
        "It'll be Friday, we've lost the link.",
        "You'll have it by Friday, my son's inspection is on.",
        "We had lots of deaths on the ward so comments by Friday.",
    ],
)
def test_what_everybody_has_now_and_then_is_no_such_trouble(text: str) -> None:
    assert not tells_own_illness(text)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "What I liked: the aim. Even better if it said by when. I'm in hospital until Friday so no calls please.",
            date(2026, 10, 15),
        ),
        (
            "The run chart is clear, even better with a median. I'm off sick until Monday, so slow with replies.",
            date(2026, 10, 18),
        ),
    ],
)
def test_feedback_that_may_be_of_two_reports_is_asked_about_whatever_keeps_its_writer(
    tmp_path: Path, text: str, last: date
) -> None:
    s = begun(tmp_path, ENROLMENT, SAM)
    for one, report in ((JO, "Report 2"), (SAM.practitioner, "Report 1")):
        s.takes(message(sender=one.address, subject=report, files=(f"{report}.pdf",)))
    s.takes(message(ANN.address, "Hello", text, ()))
    s.bot.round()
    assert s.heads("ask_which_report")
    (gone,) = s.store.load(DESK).all(Away).values()
    assert gone.last == last
