"""Feedback that was to be attached is asked for, and counts from the mail that had forgotten it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Feedback, Unsent
from tests.support.build import ANN, JO, message
from tests.support.dialogue import Scene, scene


@pytest.fixture
def forgotten(tmp_path: Path) -> Scene:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf", text="Here is my report 1.")
    s.answers("forward_report", "Hi Jo, please find my comments attached.", ANN.address)
    return s


def sends_it(s: Scene, hours: float) -> str:
    head = s.heads("confirm_command")[-1]
    to = str(head["Reply-To"].addresses[0].addr_spec)
    raw = message(
        sender=ANN.address, subject=f"Re: {head['Subject']}", text="Here it is.", files=("Report 1 comments.docx",),
        To=to,
        In_Reply_To=str(head["Message-ID"]),
    )  # fmt: skip
    return s.takes(raw, hours)


def test_it_is_asked_for_in_so_many_words_and_the_practitioner_gets_nothing(forgotten: Scene) -> None:
    assert "reply to this mail with the document" in forgotten.last("confirm_command")
    assert "What would have worked" not in forgotten.last("confirm_command")
    assert not forgotten.raws("relay_feedback") and not forgotten.raws("relay_message")
    assert forgotten.case.pending()


def test_what_comes_soon_counts_from_the_first_mail(forgotten: Scene) -> None:
    first = forgotten.now
    assert sends_it(forgotten, 24) == "feedback on report 1"
    (given,) = forgotten.case.all(Feedback).values()
    assert given.arrived == first
    assert forgotten.raws("relay_feedback", JO.address)
    assert not forgotten.case.get(Unsent, "feedback")


def test_what_comes_later_counts_from_then(forgotten: Scene) -> None:
    sends_it(forgotten, 24 * 4)
    (given,) = forgotten.case.all(Feedback).values()
    assert given.arrived == forgotten.now


def test_the_practitioners_own_reminders_are_not_held_by_it(forgotten: Scene) -> None:
    assert not forgotten.case.get(Unsent, "unsent")
