"""A document that was forgotten is asked for, and what stands beside it for the team reaches the team alone (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.reports import Submission
from tests.support.build import TEAM
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

BESIDE = [
    ("My dad passed away on Sunday so it isn't my best work.", "ask_exceptional"),
    ("I've been signed off with depression for two weeks.", "ask_exceptional"),
    ("Between us, I find Ann really hard to work with.", "report_in_confidence"),
]


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Before the first deadline, with nothing sent yet."""
    return scene(tmp_path, "2026-10-12T09:00")


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize("opening", ["Hello, please find my report attached.", "Here is my report."])
@pytest.mark.parametrize(("said", "letter"), BESIDE)
def test_the_team_hears_and_the_document_is_asked_for(s: Scene, opening: str, said: str, letter: str) -> None:
    s.sends("Report 1", text=f"{opening} {said}\n\nJo")
    assert readers(s, said[:30]) == {TEAM}
    assert s.raws(letter, TEAM)
    assert len(s.raws("ask_document")) == 1
    assert not s.raws("ask_which_report")


@pytest.mark.parametrize(("said", "letter"), BESIDE)
def test_the_document_that_comes_then_counts_from_the_first_mail(s: Scene, said: str, letter: str) -> None:
    s.sends("Report 1", text=f"Hello, please find my report attached. {said}\n\nJo")
    came = s.now
    assert s.takes_answer_with("ask_document", "Report 1.pdf", text="Oops, here it is.") == "report 1"
    assert [x.arrived for x in s.case.all(Submission).values()] == [came]
    assert readers(s, said[:30]) == {TEAM}


@pytest.mark.parametrize(
    "said",
    [
        "Please find my report attached.",
        "Please find attached report 1. The ward was closed for two weeks with norovirus.",
        "Report attached. I tested the card on three patients who had died of thirst for news, they said.",
    ],
)
def test_ordinary_words_beside_a_forgotten_document_are_asked_for_it_alone(s: Scene, said: str) -> None:
    assert s.sends("Report 1", text=said) == "report 1 without its document"
    assert not readers(s, said[:30])


@pytest.mark.parametrize(
    "said", ["I can't attach report 1 yet, my dad died on Sunday.", "My dad died on Sunday, I can't do report 1."]
)
def test_who_sends_none_is_asked_for_none(s: Scene, said: str) -> None:
    s.sends("Report 1", text=said)
    assert s.raws("ask_exceptional", TEAM)
    assert not s.raws("ask_document")
