"""While it is asked what a mail is that may say why a report doesn't come, nobody is chased for it (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.calendar.steps.contact import BETWEEN
from qibot.model import DESK, Contact, InQuestion, Quarantined, Role
from tests.support.build import JO, TEAM, message
from tests.support.dialogue import Scene, scene

pytestmark = pytest.mark.slow

SICK = "They said at the hospital that you'd been told?"
CHASES = ("remind_deadline", "remind_missing", "remind_missing_again", "escalate_missing", "check_in")


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 is missing, and the first reminder of it has gone out."""
    made = scene(tmp_path, "2026-10-16T07:00")
    made.goes_to("2026-10-16T10:00")
    return made


def chases(s: Scene) -> int:
    return sum(len(s.raws(name)) for name in CHASES)


def held(s: Scene) -> list[tuple[int, ...]]:
    return [x.numbers for x in s.case.all(InQuestion).values()]


def asked(s: Scene, text: str = SICK) -> None:
    assert s.answers("remind_missing", text) == "quarantine"
    assert s.raws("ask_which_report")


@pytest.mark.parametrize("text", [SICK, "The usual stuff", "Don't ask"])
def test_no_reminder_leaves_until_the_team_could_decide_and_then_they_go_on(s: Scene, text: str) -> None:
    asked(s, text)
    before = chases(s)
    s.goes_to("2026-10-26T18:00")  # three working days for the answer, and three for the team
    assert chases(s) == before
    assert s.raws("ask_which_report", TEAM)
    s.goes_to("2026-10-28T18:00")
    assert chases(s) > before


def test_taken_for_circumstances_they_are_held_from_the_day_of_the_answer(s: Scene) -> None:
    asked(s)
    s.goes_to("2026-10-22T12:00")
    before = chases(s)
    s.answers("ask_which_report", "3", TEAM)
    s.bot.round()
    assert s.raws("ask_exceptional", TEAM)
    assert not held(s)
    s.goes_to("2026-10-27T18:00")
    assert chases(s) == before


def test_said_to_be_for_the_team_alone_what_befell_them_still_holds_and_the_mentor_hears_nothing(s: Scene) -> None:
    asked(s)
    s.answers("ask_which_report", "TEAM")
    s.bot.round()
    assert s.raws("ask_exceptional", TEAM)
    assert not s.raws("tell_difficulty")
    assert s.case.terms(1).held_since


@pytest.mark.parametrize(("said", "sender"), [("2", JO.address), ("DISCARD", TEAM)])
def test_answered_otherwise_or_let_go_the_reminders_go_on(s: Scene, said: str, sender: str) -> None:
    asked(s)
    s.goes_to("2026-10-22T12:00")
    before = chases(s)
    s.answers("ask_which_report", said, sender, place=-1 if sender == TEAM else 0)
    s.bot.round()
    assert not s.store.load(DESK).all(Quarantined)
    assert not held(s)
    s.goes_to("2026-10-23T12:00")
    assert chases(s) > before


@pytest.mark.parametrize(
    "text",
    [
        "Hi Tom, would Thursday at two suit for the call?",
        "Hi Kirsty, thanks for the pdf, do you have the other one too?",
    ],
)
def test_what_is_plainly_talk_holds_nothing(s: Scene, text: str) -> None:
    assert s.takes(message(subject="QI", text=text)) == "quarantine"
    assert not held(s)
    before = chases(s)
    s.goes_to("2026-10-21T12:00")
    assert chases(s) > before


def test_that_somebody_else_is_called_holds_nothing_unless_it_tells_of_a_cause(s: Scene) -> None:
    text = "Hi Bob, I've been off with my back, could we do next week instead?"
    assert s.takes(message(subject="QI", text=text)) == "quarantine"
    assert held(s) == [(1, 2)]


def test_a_question_about_what_they_said_is_a_sign_of_life_and_no_contact(s: Scene) -> None:
    asked(s)
    (contact,) = s.case.all(Contact).values()
    assert (contact.by, contact.how) == (Role.PRACTITIONER, "asked")
    assert contact.how not in BETWEEN
