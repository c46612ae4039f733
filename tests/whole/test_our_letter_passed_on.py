"""Our own letter that somebody passes on below a line of theirs says nothing for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Report
from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, ENROLMENT, MEG, at, message
from tests.support.dialogue import Scene
from tests.support.programme import text_of

SAM = Person("Sam Baird", ("sam@school.example",))


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's first report is late, Sam's has come, and Jo has had her reminder."""
    found = Scene(tmp_path, ENROLMENT, Enrolment("2026-27", "sam", SAM, ANN, MEG))
    found.now = at("2026-10-12T09:00")
    found.sends("Report 1", "Report 1.pdf", sender=SAM.address)
    found.now = at("2026-10-16T09:30")
    found.bot.round()
    assert found.raws("remind_missing", "jo@school.example")
    return found


def passed_on(
    s: Scene, words: str, subject: str = "", name: str = "remind_missing", sender: str = SAM.address, typed: str = ""
) -> str:
    raw, head = s.raws(name)[-1], s.heads(name)[-1]
    heading = (
        f"From: {head['From']}\nDate: Fri, 16 Oct 2026 at 09:00\nSubject: {head['Subject']}\nTo: <jo@school.example>"
    )
    below = f"---------- Forwarded message ---------\n{heading}\n\n{text_of(raw)}{typed}"
    return s.takes(message(sender=sender, subject=subject or f"Fwd: {head['Subject']}", text=f"{words}\n\n{below}"))


@pytest.mark.parametrize(
    "words",
    [
        "Jo passed me this reminder, is mine due as well?? I thought I had until December.",
        "Jo sent me the below, should I worry?",
        "Do I need to do something about this?",
        "Is mine overdue as well?",
    ],
)
def test_a_question_above_it_is_neither_a_report_nor_circumstances(s: Scene, words: str) -> None:
    taken = passed_on(s, words)
    assert not taken.startswith(("report", "exceptional", "EXCEPTIONAL"))
    (sam,) = [c for c in s.cases() if c.unit.endswith("sam")]
    assert [r.number for r in sam.all(Report).values()] == [1]
    assert not s.raws("ask_exceptional")


def test_what_stands_in_it_is_passed_on_to_nobody(s: Scene) -> None:
    passed_on(s, "Jo passed me this, is mine due as well?")
    assert not any("report 1 was due" in text_of(raw).lower() for raw in s.raws("relay_message"))


def test_an_illness_above_it_is_heard(s: Scene) -> None:
    passed_on(s, "I've been in hospital, I can't do the next one in time.")
    assert s.raws("ask_exceptional")


@pytest.mark.parametrize("subject", ["In confidence", "Not for Sam's eyes", "Worried about Sam"])
def test_a_subject_of_its_writers_own_counts(s: Scene, subject: str) -> None:
    words = "Please see what I had. The aim is fine but I don't think this will ever work."
    passed_on(s, words, subject, "forward_report", ANN.address)
    assert not s.raws("relay_feedback")
    assert not s.raws("relay_message")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Hi Sam, my feedback is below.", "I liked the clear aim. Even better if you added a median."),
        ("Hi Sam", "I liked the clear aim. Even better if you added a median."),
        ("Sam, thank you for the report.", "I'm worried that she isn't coping, please keep this between us."),
    ],
)
def test_what_is_typed_into_it_or_below_is_not_lost(s: Scene, above: str, below: str) -> None:
    taken = passed_on(s, above, "", "forward_report", ANN.address, typed=f"\n\n{below}")
    names = ("relay_feedback", "report_needs_support", "report_in_confidence", "ask_which_report")
    heard = [raw for name in names for raw in s.raws(name)]
    assert heard, taken
