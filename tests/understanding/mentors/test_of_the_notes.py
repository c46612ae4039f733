"""What a mentor says of the mentor notes in an answer to the report is asked about, and never passed on unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import NOTES_MARK, Letter, LetterState, Put
from qibot.understanding.mentors.of_the_notes import speaks_of_notes, thanks_for_notes
from tests.support.build import ANN, JO, MEG, mail, message
from tests.support.dialogue import Scene, scene

OF_THE_NOTES = [
    "Agree with the notes.",
    "Your pre-read missed the chart on page 4.",
    "The notes are spot on, she hasn't got a balancing measure.",
    "Your notes say 3 measures, I only count 2. Which is right?",
    "Thanks for the notes, I see no balancing measure either.",
    "I disagree with your notes, the chart has a median.",
    "Notes are wrong about the aim, it's on page 2.",
    "The mentor's notes count the run chart twice.",
    "Your bot's notes have got it wrong, she does say by when.",
]
OF_OTHER_NOTES = [
    "Your notes from watching lunch are great. Even better if you put the times on a chart.",
    "What I liked: your notes on each visit are vivid. Even better if you counted them.",
    "You can get that from the notes without asking anybody, so why fill in a form?",
    "The denominator is patients with a form in the notes. What about those who were never screened?",
    "My notes are longer than your report, Jo! The aim is clear, now test it on one ward.",
]


@pytest.fixture
def noted(tmp_path: Path) -> Scene:
    """Jo's report has come, and Ann has the notes on it."""
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    unit, key = s.case.unit, f"notes/{s.case.unit}/1/1"
    s.store.commit(unit, [Put(Letter(key, "mentor_notes", (ANN.address,), (), s.now, LetterState.SENT))])
    return s


@pytest.mark.parametrize("words", OF_THE_NOTES)
@pytest.mark.parametrize("letter", ["forward_report", "remind_feedback"])
def test_words_that_speak_of_the_notes_are_asked_about_and_reach_nobody(noted: Scene, words: str, letter: str) -> None:
    noted.writes_until("2026-11-18T12:00")
    noted.answers(letter, words, sender=ANN.address)
    assert noted.raws("ask_which_report", ANN.address)
    assert not noted.raws("relay_feedback")
    assert not noted.raws("relay_message")


@pytest.mark.parametrize("words", OF_OTHER_NOTES)
def test_other_notes_are_a_part_of_ordinary_feedback(noted: Scene, words: str) -> None:
    assert noted.answers("forward_report", words, sender=ANN.address) == "feedback on report 1"
    assert noted.raws("relay_feedback", JO.address)
    assert noted.raws("relay_feedback", MEG.address)


def test_a_fresh_mail_that_speaks_of_them_is_asked_about_too(noted: Scene) -> None:
    noted.sends("Jo's first report", text="Jo: I agree with the notes, no balancing measure yet.", sender=ANN.address)
    assert noted.raws("ask_which_report", ANN.address)
    assert not noted.raws("relay_feedback")


def test_who_has_had_no_notes_speaks_of_others(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "Report 1.pdf")
    assert s.answers("forward_report", "The notes are spot on. Now chart them.", sender=ANN.address).startswith("feedb")


@pytest.mark.parametrize("words", [*OF_OTHER_NOTES, "Good aim. Who will measure?", "The notes in the margin are mine."])
def test_ordinary_words_speak_of_no_mentor_notes(words: str) -> None:
    assert not speaks_of_notes(words)


def test_notes_attached_as_a_document_of_any_name_reach_nobody(noted: Scene) -> None:
    head = noted.heads("forward_report")[-1]
    raw = message(
        sender=ANN.address, subject=f"Re: {head['Subject']}", text="I like the aim. Even better with a median.",
        files=("Comments.rtf",), content=f"{{\\rtf1 {NOTES_MARK}}}", To=str(head["Reply-To"].addresses[0].addr_spec),
        Message_ID="<notes@x.example>", In_Reply_To=str(head["Message-ID"]),
    )  # fmt: skip
    noted.takes(raw)
    for who in (JO.address, MEG.address):
        assert not [raw for to, raw in noted.outbox.delivered if who in to and b"Comments.rtf" in raw]


@pytest.mark.parametrize(
    ("words", "thanks"),
    [("Thanks, useful.", True), ("Really helpful, thank you.", True), ("Useful, but the aim is there.", False)],
)
def test_that_the_notes_are_of_use_is_thanks(words: str, thanks: bool) -> None:
    assert thanks_for_notes(mail(subject="Re: Notes", text=words), frozenset({"ann"})) is thanks
