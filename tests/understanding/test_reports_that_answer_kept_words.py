"""REPORT or CHARTER in answer to the confirmation of words that were kept: the document is asked for instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, MEG, TEAM, message
from tests.support.dialogue import Scene, scene
from tests.support.programme import text_of

DEATH = "My brother died on Sunday and I don't think I can do the next report."
COMPLAINT = "Can I be honest? Ann's comments always make me feel stupid and I dread opening them."


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 is in and answered."""
    made = scene(tmp_path, "2026-10-12T09:00")
    made.sends("Report 1", "Report 1.pdf")
    made.answers(
        "forward_report", "What I liked: the aim says by when. Even better if the chart had a median.", ANN.address
    )
    return made


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize("words", [DEATH, COMPLAINT])
@pytest.mark.parametrize(
    "said", ["REPORT 2", "Report 2\n\nHere it is after all.", "Report", "CHARTER", "REPORT 2\nJo Smith", "Report no. 2"]
)
def test_kept_words_become_no_report_and_reach_nobody(s: Scene, words: str, said: str) -> None:
    s.sends("Report 2", text=words)
    s.answers("confirm_command", said)
    assert readers(s, words[:30]) <= {TEAM}
    assert s.numbers == [1]


def test_the_document_is_asked_for_and_what_then_comes_is_the_report(s: Scene) -> None:
    s.sends("Report 2", text=DEATH)
    assert s.answers("confirm_command", "Report 2\n\nHere it is after all.") == "report 2 without its document"
    assert s.answers("ask_document", "Report 2\n\nSorry, here it is.") == "report 2 without its document"
    assert s.takes_answer_with("ask_document", "Report 2.pdf") == "report 2"
    assert s.numbers == [1, 2]
    assert readers(s, "My brother died") <= {TEAM}


def test_a_death_that_is_told_below_the_word_is_heard(s: Scene) -> None:
    s.sends("Report 2", text=COMPLAINT)
    s.answers("confirm_command", "REPORT 2\n\nI can't finish it, my mum has died on Friday.")
    assert readers(s, "my mum has died") == {TEAM}
    assert 2 not in s.numbers


def test_a_report_attached_to_the_answer_is_the_report(s: Scene) -> None:
    s.sends("Report 2", text=DEATH)
    assert (
        s.takes_answer_with("confirm_command", "Report 2.pdf", text="Report 2\n\nHere it is after all.") == "report 2"
    )
    assert readers(s, "My brother died") <= {TEAM}


def test_what_stands_below_team_is_no_report_either(s: Scene) -> None:
    s.answers("receipt", "TEAM\n\nAnn has been drinking again, my last message was for you only.")
    s.answers("confirm_command", "REPORT 2")
    assert readers(s, "drinking again") <= {TEAM}
    assert 2 not in s.numbers


def test_the_number_that_was_asked_for_moves_the_message_and_not_the_command(s: Scene) -> None:
    s.takes(
        message(subject="A word", text="Hi Ann, my aim is now to have 80% of pupils ready by June. What do you think?")
    )
    assert s.answers("receipt", "REPORT 99") == "a command that can't be carried out"
    assert s.answers("confirm_command", "REPORT 2") == "a correction"
    assert readers(s, "REPORT 99") == set()
    assert 2 in s.numbers


def test_a_message_that_was_the_report_still_becomes_it(s: Scene) -> None:
    s.takes(
        message(subject="A word", text="Hi Ann, my aim is now to have 80% of pupils ready by June. What do you think?")
    )
    assert s.answers("receipt", "REPORT 2") == "a correction"
    assert readers(s, "80% of pupils") == {ANN.address}
    assert MEG.address not in readers(s, "80% of pupils")
