"""What answers the team's decision or a new mentor, and tells of no difficulty, is the team's alone (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
from qibot.understanding.practitioners.of_our_news import is_only_asked
from tests.support.build import TEAM
from tests.support.dialogue import scene
from tests.support.said import kind_of

TO_TEAM = [
    ("new_mentor", "Please thank Sam from me for everything."),
    ("new_mentor", "Tell Sam I'll miss her."),
    ("new_mentor", "Oh no, I'll miss Sam! Say thank you to her from me."),
    ("new_mentor", "Thank you. Sam has been wonderful, please let her know how grateful I am."),
    ("new_mentor", "Is Sam ok? I hope she isn't ill."),
    ("decision", "Do I still need to do report 5 in February?"),
    ("decision", "So is February's report still on?"),
    ("decision", "Thanks. Will I have to do a double report in November?"),
    ("decision", "Is report 5 still due on the 15th of February?"),
    ("decision", "I've had a bit of energy this week so I may send something in anyway."),
    ("decision", "I might write something up anyway, it would take my mind off things."),
    ("expected 1", "Will that still leave me enough time for report 5?"),
]
DIFFICULTIES = [
    ("new_mentor", "I'm in hospital at the moment so can't do report 5."),
    ("new_mentor", "Thanks. My mum has died and I won't manage the next report."),
    ("new_mentor", "I'll need another week for report 5, there's been a flood."),
    ("decision", "I'm signed off until March now."),
    ("decision", "Could I have February off as well?"),
    ("decision", "My mum is ill now too. I can't do February either."),
    ("decision", "Could I have until the 5th?"),
    ("decision", "Thanks but I don't think I'll manage by the 29th either, the funeral isn't until the 28th."),
    ("expected 1", "No rush, I'm off to hospital on Monday myself."),
]
BESIDE_A_QUESTION = [
    "while I'm in rehab",
    "while I'm suspended",
    "the week of the tribunal",
    "from my bed",
    "while I'm on crutches",
    "during my treatment",
    "given the divorce",
    "with the scan coming up",
    "when I'm inside",
    "as I am on leave",
]
BARE_QUESTIONS = [
    "Is report 3 still due now?",
    "Is report 3 still due then, too?",
    "When is report 3 due now, please?",
    "Do I still have to do report 3 as well?",
    "Is the next report due on the 15th of December as normal?",
    "What happens to the next report?",
]


@pytest.mark.parametrize(("letter", "text"), TO_TEAM)
def test_questions_and_thanks_are_told_to_the_team_and_hold_nothing(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "private"


@pytest.mark.parametrize(("letter", "text"), DIFFICULTIES)
def test_a_difficulty_is_one_in_that_answer_too(letter: str, text: str) -> None:
    assert kind_of("practitioner", letter, text) == "circumstances"


@pytest.mark.parametrize("letter", ["decision 2", "expected 2", "new_mentor"])
def test_what_is_due_in_rehab_may_hold_a_report(letter: str) -> None:
    assert kind_of("practitioner", letter, "Is report 3 still due while I'm in rehab?") == "circumstances"


@pytest.mark.parametrize("cause", BESIDE_A_QUESTION)
def test_a_question_that_names_more_than_the_report_is_not_taken_for_a_bare_one(cause: str) -> None:
    assert not is_only_asked(f"Is report 3 still due {cause}?", frozenset())


@pytest.mark.parametrize("text", BARE_QUESTIONS)
def test_a_bare_question_what_is_due_is_the_teams_and_holds_nothing(text: str) -> None:
    assert kind_of("practitioner", "decision 2", text) == "private"


def test_a_word_to_the_new_mentor_by_name_goes_to_them() -> None:
    assert kind_of("practitioner", "new_mentor", "Hello Ann, when would suit you for a chat?") == "message"


def test_the_mentor_hears_of_no_difficulty_that_nobody_has_told(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-13T09:00")
    s.sends("Report 1", text="My father died on Saturday and I can't do the report this month.")
    s.answers("ask_exceptional", "EXCUSE", TEAM)
    told = len(s.heads("tell_difficulty"))
    assert s.answers("tell_extension", "Do I still need to do report 2 in November?") == "a word for the team alone"
    assert len(s.heads("tell_difficulty")) == told
    assert not any(t.held_since for t in s.case.all(Terms).values() if t.number == 2)
