"""A manager of several: a word of one of them that stands in another one's thread (programme.md, 3a)."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

import pytest

from qibot.model import Enrolment, Person, Terms
from tests.support.build import CONFIG, ENROLMENT, JO, MEG, TEAM
from tests.support.dialogue import Scene

BOB = Person("Bob Ray", ("bob@health.example",))
SAM = Enrolment(ENROLMENT.cohort, "sam", Person("Sam Baird", ("sam@school.example",)), BOB, MEG)
OURS = {JO.address, ENROLMENT.mentor.address, "sam@school.example", "bob@health.example"}


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's feedback has been relayed, the manager in copy."""
    made = Scene(tmp_path, ENROLMENT, SAM, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ENROLMENT.mentor.address)
    return made


def reached(s: Scene, text: str) -> set[str]:
    before = len(s.outbox.delivered)
    s.answers("relay_feedback", text, MEG.address)
    s.bot.round()
    words = text.split(".")[0].encode()
    return {a for to, raw in s.outbox.delivered[before:] for a in to if words in raw.replace(b"=\r\n", b"")}


@pytest.mark.parametrize(
    "text",
    [
        "Sam has handed in his notice. His last day is the 30th.",
        "Sam Baird is off sick with his back till Friday at least. I thought you should know.",
        "In confidence, I am worried about Sam. He isn't sleeping.",
    ],
)
def test_what_befalls_another_reaches_the_team_alone_under_his_own_name(s: Scene, text: str) -> None:
    assert reached(s, text) <= {TEAM}
    (told,) = (raw for to, raw in s.outbox.delivered if to == (TEAM,))
    assert "Sam Baird" in str(message_from_bytes(told)["Subject"])
    assert not s.raws("tell_difficulty", ENROLMENT.mentor.address)
    assert not [t for t in s.case.all(Terms).values() if t.held_since]


def test_talk_that_names_another_alone_is_asked_about_and_reaches_nobody(s: Scene) -> None:
    assert reached(s, "Sam has counted the same thing on his ward. Shall they meet?") == set()
    said = s.last("ask_which_report")
    assert "It is a message to Sam and Bob Ray" in said
    assert "It is a message to Jo and Ann Lee" in said


def test_who_says_which_it_is_is_answered_by_name_and_in_their_own_part(s: Scene) -> None:
    reached(s, "Sam has counted the same thing on his ward. Shall they meet?")
    s.answers("ask_which_report", "1", MEG.address)
    said = s.last("confirm_command")
    assert "Dear Meg Ross" in said
    assert "a message to the practitioner and their mentor" in said


def test_talk_that_names_both_is_passed_on_as_ever(s: Scene) -> None:
    assert reached(s, "Jo and Sam could share a chart. They count the same thing.") == {
        JO.address,
        ENROLMENT.mentor.address,
    }


def writes(s: Scene, subject: str, text: str) -> set[str]:
    """Who gets a fresh mail of the manager's."""
    before = len(s.outbox.delivered)
    s.sends(subject, text=text, sender=MEG.address)
    s.bot.round()
    words = text.split(".")[0].encode()
    return {a for to, raw in s.outbox.delivered[before:] for a in to if words in raw.replace(b"=\r\n", b"")}


def test_fresh_talk_that_calls_the_practitioner_is_passed_on_to_them_alone(s: Scene) -> None:
    text = "Hi Jo, the hall is free on Thursdays for your test. Shall I book it for the three weeks you need?"
    assert writes(s, "The hall", text) == {JO.address}


@pytest.mark.parametrize(
    "text",
    [
        "Who is our contact at the programme now? The old number rings out.",
        "Dear team, the hall is free on Thursdays for the learning session. Shall I book it?",
        "Ann, the hall is free on Thursdays for the test. Shall I book it?",
        "Hi Jo, hi Karen, the hall is free on Thursdays. Shall I book it?",
        "Jo has been signed off until Christmas, and I wanted you to know before the report is due.",
    ],
)
def test_a_fresh_word_that_does_not_plainly_call_the_practitioner_reaches_neither(s: Scene, text: str) -> None:
    assert not writes(s, "The hall", text) & {JO.address, ENROLMENT.mentor.address}
