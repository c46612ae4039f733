"""Covering words that were written to the mentor by name aren't the next one's: the documents alone go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.people import Enrolment, Person
from tests.support.build import ANN, CONFIG, ENROLMENT, MEG, TEAM, message
from tests.support.dialogue import Scene
from tests.support.programme import head_of, text_of

BOB = Person("Bob Ray", ("bob@fire.example",))
PAT = Enrolment("2026-27", "pat.gray", Person("Pat Gray", ("pat@health.example",)), BOB, MEG)


def moved(tmp_path: Path, words: str, *files: str) -> Scene:
    """A report that waits, and another mentor."""
    s = Scene(tmp_path, ENROLMENT, PAT, config=CONFIG)
    s.sends("Report 1", *files, text=words)
    assert ANN.address in readers(s, " ".join(words.split("\n\n")[-1].split())[:8])
    s.takes(message(sender=TEAM, subject="Mentor", text="REASSIGN Jo Smith TO bob@fire.example"))
    s.answers("ask_confirmation", "CONFIRM", TEAM)
    assert s.case.enrolment.mentor == BOB
    s.bot.round()
    return s


def readers(s: Scene, words: str) -> set[str]:
    s.bot.round()
    return {a for to, raw in s.outbox.delivered for a in to if words in " ".join(text_of(raw).split())}


@pytest.mark.parametrize(
    "words",
    [
        "Hi Ann, hope the treatment is going well. Report attached.",
        "Dear Ann, as promised. Meg is being a pain but I got there.",
        "Here is my report, thanks for your patience with me Ann, you know what this year has been like.",
        "Ann, here you go. Please be gentle, last time I cried.",
    ],
)
def test_the_next_mentor_gets_the_documents_without_them(tmp_path: Path, words: str) -> None:
    s = moved(tmp_path, words, "Report 1.pdf")
    assert BOB.address not in readers(s, words[5:30])
    raw = next(r for r in s.raws("forward_report", BOB.address))
    assert "Report 1.pdf" in [p.get_filename() for p in head_of(raw).walk()] or b"Report 1.pdf" in raw
    assert "former mentor" in text_of(raw)


@pytest.mark.parametrize(
    "words", ["Report 1 attached, thanks.", "Here it is. The chart on page 2 is a draft.\n\nJo Smith"]
)
def test_words_that_name_nobody_go_along(tmp_path: Path, words: str) -> None:
    assert BOB.address in readers(moved(tmp_path, words, "Report 1.pdf"), words[:20])


def test_a_report_that_is_typed_goes_along_whoever_it_greets(tmp_path: Path) -> None:
    words = "Hi Ann,\n\n" + "We measured the wait each week and tested one change with two classes. " * 14
    assert BOB.address in readers(moved(tmp_path, words), "We measured the wait")
