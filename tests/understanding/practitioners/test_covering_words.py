"""Words beside a report that aren't its mentor's to read: the document goes on without them (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, TEAM, at
from tests.support.dialogue import Scene

SAM = Enrolment(ENROLMENT.cohort, "sam", Person("Sam Baird", ("sam@school.example",)), ANN)


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Before the first deadline, with nothing sent yet."""
    made = Scene(tmp_path, ENROLMENT, SAM, config=CONFIG)
    made.now = at("2026-10-12T09:00")
    return made


def readers(s: Scene, text: str) -> set[str]:
    last = text.split(". ")[-1].rstrip(".")
    return {to for who, raw in s.outbox.delivered for to in who if last in " ".join(raw.decode().split())}


@pytest.mark.parametrize(
    "text",
    [
        "Report attached. Ann was a bit short with me last time.",
        "Report attached. Last month's feedback was a bit brutal.",
        "Report attached. Hope Ann reads it properly this time.",
        "Report attached. Ann ignored my last two mails.",
        "Report attached. Last month's feedback knocked my confidence.",
        "Joint report of Sam Baird and me attached. Ann was really rude about our last one.",
        "Report attached. I'm not convinced Ann understands run charts.",
        "Report attached. Migraine all week!",
        "Report attached. Sorry it's late, was in bed with flu.",
        "Report attached. I was in hospital for a week so only one test done.",
        "Report attached. Mum died on the 3rd so not much done.",
        "Report attached. Sam's had a breakdown so go easy on him.",
        "Report attached. By the way Sam's mum has died.",
    ],
)
def test_a_word_about_mentor_illness_or_colleague_stays_with_the_team_and_the_document_goes(
    s: Scene, text: str
) -> None:
    s.sends("My report", "Report 1.pdf", text=text)
    assert readers(s, text) == {TEAM}
    assert s.raws("forward_report", ANN.address)
    assert s.numbers == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Ann, here is report 1. I wasn't sure about the median.",
        "Report attached. Ann's comments were really helpful.",
        "Report attached. I've changed the aim as Ann suggested.",
        "Report attached. The project is about reducing sickness absence.",
        "Report attached. Sorry about the formatting, my laptop updated itself.",
    ],
)
def test_a_plain_covering_word_goes_along(s: Scene, text: str) -> None:
    s.sends("My report", "Report 1.pdf", text=text)
    assert ANN.address in readers(s, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Hello", "Letter from my consultant attached"),
        ("Hello", "My MatB1 form attached"),
        ("Hello", "Attached is the death certificate the team asked for"),
        ("Report", "My sick line attached"),
        ("Re: Report 1", "Fit note attached"),
    ],
)
def test_a_paper_of_ones_own_is_no_report_whatever_the_subject_says(s: Scene, subject: str, text: str) -> None:
    s.sends(subject, "scan.pdf", text=text)
    assert not s.numbers
    assert not [to for to, _ in s.outbox.delivered if ANN.address in to]


def test_a_paper_of_ones_own_beside_the_report_is_asked_about(s: Scene) -> None:
    s.sends("Report 1", "Report 1.pdf", "Hospital appointment letter.pdf", text="Attached.")
    assert not s.raws("forward_report")


def test_a_report_that_was_forgotten_has_words_that_the_team_hears(s: Scene) -> None:
    s.sends("Report 1", text="I've attached my report. My mum died last week.")
    assert s.raws("ask_document")
    assert readers(s, "My mum died last week.") == {TEAM}
