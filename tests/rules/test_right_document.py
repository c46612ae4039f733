"""The right document after a wrong one: it has a receipt and goes to the mentor, and the wrong one's letters don't
stand for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Letter, Report
from tests.support.build import ANN
from tests.support.dialogue import Scene, scene

WRONG = [
    "That's my sickness form, please don't let Ann open it.",
    "I attached the wrong document by mistake, Ann mustn't read it.",
    "I sent that by mistake, that was my occupational health letter. Can you delete it please?",
]
COMES = "Here is the right one, thanks."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = scene(tmp_path, "2026-10-12T09:00")
    made.sends("Report 1", "report 1.pdf")
    return made


def _count(s: Scene, name: str) -> int:
    return len(s.raws(name))


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("until", ["2026-10-13T10:00", "2026-10-20T10:00"])
def test_the_right_document_has_a_receipt_and_goes_to_the_mentor(s: Scene, text: str, until: str) -> None:
    assert s.answers("receipt", text) == "a correction"
    s.writes_until(until)
    assert s.sends("report", "qi report final.pdf", text=COMES) == "report 1"
    assert (_count(s, "receipt"), _count(s, "forward_report")) == (2, 2)
    assert s.raws("forward_report", ANN.address)[1:]
    assert [r.late for r in s.case.all(Report).values()] == [until > "2026-10-16"]


@pytest.mark.parametrize("letter", ["receipt", "confirm_command", "remind_deadline"])
def test_it_may_come_in_answer_to_any_letter_and_its_covering_words_stay_with_the_team(s: Scene, letter: str) -> None:
    s.answers("receipt", WRONG[0])
    s.writes_until("2026-10-13T10:00")
    assert s.takes_answer_with(letter, "final.pdf", text=f"{COMES} My divorce has me all over the place.") == "report 1"
    assert (_count(s, "receipt"), _count(s, "forward_report")) == (2, 2)
    assert "divorce" not in s.last("forward_report")


def test_words_alone_in_answer_to_what_was_wrong_stay_with_the_team(s: Scene) -> None:
    s.answers("receipt", WRONG[0])
    before = len(s.outbox.delivered)
    s.answers("receipt", "I was on the phone to the doctor about it, that's how it happened.")
    assert not [to for to, _ in s.outbox.delivered[before:] if ANN.address in to]


def test_what_the_mentor_says_of_the_wrong_one_answers_no_report(s: Scene) -> None:
    s.answers("receipt", WRONG[0])
    s.sends("report", "qi report final.pdf", text=COMES)
    said = "I had a look at this. It is not what I thought it would be about."
    assert not s.answers("forward_report", said, ANN.address, 0).startswith("feedback")
    assert not [r for r in s.case.all(Report).values() if r.answered]


def test_a_new_version_goes_on_beside_the_first(s: Scene) -> None:
    s.takes_answer_with("receipt", "report 1 v2.pdf", text="A better version.")
    assert not [x for x in s.case.all(Letter).values() if x.moved is not None]
    assert [r.versions for r in s.case.all(Report).values()] == [2]
