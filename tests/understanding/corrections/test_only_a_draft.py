"""Who says that it wasn't their report but a draft, or a question, is asked what it was, or it is put right; nobody is
reminded of a report meanwhile that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dialogue import Scene, scene


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    made = scene(tmp_path, "2026-10-13T09:00")
    made.sends("Report 1", "Report 1.docx", text="My report is attached.")
    assert made.case.report(1)
    return made


@pytest.mark.parametrize(
    "text",
    [
        "That wasn't my report, it was just a draft for Ann to look at",
        "Sorry, that wasn't my report, only a draft. The proper one is coming on Friday.",
        "It's not my report, just a rough draft. My report will follow next week.",
    ],
)
def test_a_draft_that_is_no_report_is_asked_about(s: Scene, text: str) -> None:
    assert s.answers("receipt", text) == "a command that can't be carried out"
    assert not s.raws("relay_message")


def test_a_question_is_put_right(s: Scene) -> None:
    s.answers("receipt", "That was meant as a question for Ann, I'm still writing my report")
    assert s.case.report(1) is None
    assert s.raws("relay_message")


@pytest.mark.parametrize(
    "text",
    [
        "It's only a draft of the diagram on page 2, Ann, what do you think?",
        "It was just a draft when Ann saw it last.",
        "That wasn't my report of the incident that they read out.",
        "My report will follow next week.",
        "Thanks!",
    ],
)
def test_other_words_leave_it_as_it_is(s: Scene, text: str) -> None:
    assert s.answers("receipt", text) != "a command that can't be carried out"
    assert s.case.report(1)
