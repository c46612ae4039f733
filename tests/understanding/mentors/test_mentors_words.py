"""What a mentor's plain words become: a private word reaches the team alone, whatever stands around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.calendar import Almanac
from qibot.events import ConcernTold
from qibot.model import Case, Person, Put, Report, Role, apply
from qibot.understanding.classify import classify
from qibot.understanding.matter.context import Context, Part
from qibot.understanding.meaning import Meaning, Setting
from qibot.understanding.meaning import meaning as meaning_of
from qibot.understanding.mentors.confided import is_private, may_be_private
from tests.support.build import ANN, CONFIG, ENROLMENT, arrival, at, case
from tests.support.said import kind_of
from tests.words.collection import messages

NAMES = {"jo": "PRAC", "smith": "PRAC", "ann": "MENT", "team": "TEAM", "community": "TEAM", "planning": "TEAM"}
SETTING = Setting(NAMES)
PRIVATE = [
    "Between ourselves, I don't think Jo is coping and I doubt she should go on.",
    "Please don't pass this on to Jo, but I'm worried about her.",
    "Dear team, Jo is out of her depth. Can somebody talk to her manager?",
    "In confidence: she told me that her manager won't release her.",
    "Not for Jo: she hasn't done a thing since September.",
    "Keep this to yourself, but Jo has been in tears twice.",
]
FEEDBACK = [
    "What I liked: the aim says by when and for whom. Even better if you tested on one ward first.",
    "Hi Jo, you write that families spoke more freely in a private room. Ask the night staff, too, and chart it.",
    "I liked the run chart. What would tell you that the change caused it?",
]
AROUND = st.sampled_from(["", "Hi,\n\n", "Hello all\n", "Thanks for this.\n", "Hope you are well. "])
BEHIND = st.sampled_from(
    [
        "",
        "\n\nThanks",
        "\nSent from my iPhone",
        "\n\nThis e-mail is confidential to its addressee.",
        "\n\nBest wishes\nAnn",
    ]
)


def meaning(text: str, setting: Setting = SETTING) -> Meaning:
    return meaning_of("mentor", text, setting)


def kept_in(found: Meaning) -> bool:
    return is_private(found) or may_be_private(found)


@pytest.mark.parametrize("text", PRIVATE)
def test_words_about_the_practitioner_are_for_the_team(text: str) -> None:
    assert is_private(meaning(text))


@pytest.mark.parametrize("text", FEEDBACK)
def test_words_to_the_practitioner_about_the_report_are_not_kept_in(text: str) -> None:
    assert not kept_in(meaning(text))


@given(st.sampled_from(PRIVATE), AROUND, BEHIND, st.booleans())
def test_nothing_that_stands_around_it_makes_a_private_word_public(
    text: str, before: str, behind: str, loud: bool
) -> None:
    said = before + (text.upper() if loud else text) + behind
    assert kept_in(meaning(said))


@given(st.text(max_size=400))
def test_whatever_is_written_means_something(text: str) -> None:
    assert meaning(text).best


@pytest.mark.parametrize(
    "text", ["x" * 10_000_000, "Is it? " * 1_000_000, "\u200b" * 1_000_000, "don't tell " * 500_000]
)
def test_ten_megabytes_of_words_take_no_time(text: str) -> None:
    began = process_time()
    meaning(text, SETTING)
    assert process_time() - began < 1


def test_what_lies_invisible_between_the_letters_hides_no_mark() -> None:
    assert is_private(meaning("betw\u200been our\u00adselves, she is lost"))
    assert is_private(meaning("\uff49\uff4e confidence: she is lost"))


def test_each_message_of_the_collection_says_what_must_come_of_it() -> None:
    folder = Path(__file__).parents[2] / "words"
    read = [m for part in ("train", "opened", "heldout") for m in messages(folder / part)]
    assert len(read) > 800
    assert len({m.key for m in read}) == len(read)
    assert all(m.text or m.fields["subject"] or "files" in m.fields for m in read)


def test_a_fresh_private_word_of_a_mentor_of_two_is_passed_on_to_nobody() -> None:
    other = replace(ENROLMENT, slug="sam.baird", practitioner=Person("Sam Baird", ("sam@school.example",)))
    report = Report(1, at("2026-10-12T10:00"), late=False, versions=1, feedback_due=date(2026, 10, 19))
    cases = [case(Put(report)), apply(Case(other.unit), [Put(other)])]
    context = Context([Part(Role.MENTOR, one) for one in cases])
    told = arrival(
        "2026-10-20T09:00", sender=ANN.address, text="Between ourselves, I doubt that either of them will finish."
    )
    assert isinstance(classify(told, context, Almanac(CONFIG)), ConcernTold)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dear team, I'll need until Friday. I am on holiday in rehab.", "ask"),
        ("Dear team, could I have until Friday? Annual leave after a breakdown in trust at home.", "ask"),
        ("Dear team, I'll need until Friday. I'm on annual leave from tomorrow.", "delay"),
        ("Dear team, I'm on annual leave so could I have until 19 October?", "delay"),
        ("Dear team, I'll need until Friday. I'm away in Spain with the kids until Thursday.", "delay"),
    ],
)
def test_a_day_that_the_team_is_told_is_one_where_no_cause_stands_beside_it(text: str, kind: str) -> None:
    assert kind_of("mentor", "report 1", text) == kind


def test_what_is_hinted_of_a_manager_beside_feedback_is_asked_about() -> None:
    text = (
        "Nice aim. The ward manager sounds like a bully from what I read between the lines, worth a word from"
        " your side."
    )
    assert kind_of("mentor", "report 2", text) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Nice aim. The ward manager sounds keen, good to have on board.",
        "I liked the chart. Ask your manager for the baseline, and add a median.",
    ],
)
def test_what_is_said_of_a_manager_in_the_work_is_feedback(text: str) -> None:
    assert kind_of("mentor", "report 2", text) == "feedback"


def test_comments_for_somebody_else_are_none_on_a_report() -> None:
    text = "I have left the Council. Please send any comments or suggestions to bob@x.example"
    assert kind_of("mentor", "report 2", text) == "machine"
    assert kind_of("mentor", "report 2", "I have left some comments on the report.") == "feedback"
