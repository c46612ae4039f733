"""What is added to a subject is asked about where it is of the mentor and unkind, not where it says what came (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, message
from tests.support.dialogue import Scene, scene

PLAIN = [
    "your feedback", "comments", "my answers to your comments", "revised after feedback", "Ann's suggestion",
    "v2 with your comments addressed", "response to feedback", "mentor visit", "Tuesday with Ann", "mentoring session",
    "Jo Smith, Ann Lee", "final version incl. comments", "for Ann", "thanks for the feedback", "question for Ann",
]  # fmt: skip
UNKIND = [
    "thanks for nothing, Ann", "useless advice", "not happy", "not happy with Ann", "Ann is no help",
    "feedback was rubbish",
    "about Ann", "unhelpful comments", "sick of your comments", "thanks for the useless comments",
]  # fmt: skip
UNKNOWN = [
    "Ann again",
    "Ann the witch",
    "Ann's drinking",
    "the mentor from hell",
    "comments, seriously",
    "her comments",
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = scene(tmp_path, "2026-10-13T09:00")
    made.sends("Report 1", "Report 1.docx", text="My report is attached.")
    made.answers("forward_report", "What I liked: the aim says by when. Even better if it had a median.", ANN.address)
    return made


def _answers(s: Scene, added: str, text: str, *files: str) -> str:
    (head,) = s.heads("relay_feedback")
    to = str(head["Reply-To"].addresses[0].addr_spec)
    subject, mine = f"Re: {head['Subject']} - {added}", str(head["Message-ID"])
    return s.takes(message(subject=subject, text=text, files=files, To=to, In_Reply_To=mine))


@pytest.mark.parametrize("added", PLAIN)
def test_a_plain_subject_keeps_nothing_back(s: Scene, added: str) -> None:
    assert _answers(s, added, "Could we meet on Tuesday at 2?").startswith("message")
    assert _answers(s, added, "I've changed the aim as you said.", "Jo report 1 v2.docx") == "report 1"


@pytest.mark.parametrize("added", UNKIND)
def test_an_unkind_one_is_asked_about(s: Scene, added: str) -> None:
    _answers(s, added, "Could we meet on Tuesday at 2?")
    _answers(s, added, "I've changed the aim as you said.", "Jo report 1 v2.docx")
    assert not s.raws("relay_message", ANN.address)
    assert len(s.raws("forward_report")) == 1


@pytest.mark.parametrize("added", UNKNOWN)
def test_what_else_is_of_the_mentor_is_asked_about_unless_a_report_comes_with_it(s: Scene, added: str) -> None:
    _answers(s, added, "Could we meet on Tuesday at 2?")
    assert not s.raws("relay_message", ANN.address)
    assert _answers(s, added, "I've changed the aim as you said.", "Jo report 1 v2.docx") == "report 1"
