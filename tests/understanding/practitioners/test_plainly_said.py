"""A few clauses of which each is known are what they say, whatever the weights make of them (plainly_said.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, message
from tests.support.dialogue import scene
from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("nudge", "Hi Ann, sorry I've been hard to get. Any chance of a call next week?"),
        ("nudge", "Ann, apologies for the silence. Could we talk on Thursday?"),
    ],
)
def test_it_is_a_message_to_the_mentor(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("nudge", "Hi Ann, sorry I've been hard to get, I've been in hospital. Any chance of a call next week?"),
        ("nudge", "Sorry I've been hard to get, she never answers. Any chance of a call next week?"),
        ("late 1", "Tell Ann not to worry, I know she's busy, she always is."),
        ("late 1", "Tell Ann not to worry, I'm used to it"),
        ("late 1", "I know she's busy but this keeps happening"),
    ],
)
def test_one_clause_more_is_the_teams_or_asked_about(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("circumstances", "private", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "My laptop's died, IT have it till Wednesday, that's why there was nothing attached",
        "Sorry, my laptop was stolen on Monday. The report is on it.",
    ],
)
def test_what_befell_the_machine_holds_the_report_whose_document_is_asked_for(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-13T09:00")
    s.sends("Report 1", text="Report 1 is attached.")
    assert s.raws("ask_document")
    assert "circumstances" in s.answers("ask_document", text)
    assert s.case.terms(1).held_since


@pytest.mark.parametrize(
    "text", ["Sorry, here is what I meant: can Ann ring me?", "The laptops in the ward have died."]
)
def test_other_words_to_that_question_are_what_they_were(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-13T09:00")
    s.sends("Report 1", text="Report 1 is attached.")
    s.answers("ask_document", text)
    assert s.case.terms(1).held_since is None


HARMLESS = "Thanks, could we talk on Thursday about the measures?"


@pytest.mark.parametrize(
    ("added", "goes"),
    [
        (" - not happy with Ann", False),
        (" - my mentor is hopeless", False),
        (" - her comments", False),
        ("", True),
        (" - question for Ann", True),
        (" - thanks Ann", True),
        (" - run chart", True),
    ],
)
def test_what_is_added_to_a_subject_counts_as_words(tmp_path: Path, added: str, goes: bool) -> None:
    s = scene(tmp_path, "2026-10-13T09:00")
    s.sends("Report 1", "Report 1.docx", text="My report is attached.")
    s.answers("forward_report", "What I liked: the aim says by when. Even better if it had a median.", ANN.address)
    (head,) = s.heads("relay_feedback")
    to = str(head["Reply-To"].addresses[0].addr_spec)
    raw = message(subject=f"Re: {head['Subject']}{added}", text=HARMLESS, To=to, In_Reply_To=str(head["Message-ID"]))
    s.takes(raw)
    assert bool(s.raws("relay_message", ANN.address)) is goes
