"""A mentor's feedback in a document to which their mail leads: a returned document is feedback (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.understanding.mentors.by_link import gives_by_link
from tests.support.build import ANN, JO, MEG, mail, message
from tests.support.dialogue import Scene, scene

LINK = "https://1drv.ms/w/s!Ab"
GIVEN = [
    f"My feedback is here: {LINK}",
    f"Here is your report back with my comments: {LINK}",
    f"I've put my comments into the document.\n{LINK}",
    f"I've put comments in the Google Doc: {LINK}",
    f"I have added a few notes to the document: {LINK}",
    f"Annotated copy: {LINK}",
    f"Comments on your report in OneDrive {LINK}",
    f"Thanks for this.\n\nI have marked up your report, see {LINK} - well done!",
]
NOT_GIVEN = [
    f"My feedback will be here by Friday: {LINK}",
    f"I'll put comments in the Google Doc: {LINK}",
    f"Could you add your comments here: {LINK}",
    f"I haven't put my comments in yet: {LINK}",
    f"Slides from the last session: {LINK}",
    f"Are my comments in the right place? {LINK}",
    f"I can't open your report at {LINK}",
    "My feedback is in the document.",
    f"A good run chart: {LINK}\n\nMy feedback follows.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_what_is_said_of_the_link_makes_it_feedback(text: str) -> None:
    assert gives_by_link(mail(sender=ANN.address, text=f"Hi Jo,\n{text}\nAnn"))


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_a_wish_a_promise_a_question_or_another_link_does_not(text: str) -> None:
    assert not gives_by_link(mail(sender=ANN.address, text=f"Hi Jo,\n{text}\nAnn"))


def test_it_closes_the_report_and_the_manager_has_a_copy(tmp_path: Path) -> None:
    s: Scene = scene(tmp_path, "2026-10-12T09:00")
    s.takes(message(JO.address, "Report 1", files=("r.pdf",)))
    assert s.answers("forward_report", f"Hi Jo,\n\n{GIVEN[0]}\n\nAnn", ANN.address).startswith("feedback")
    assert not s.case.pending()
    assert LINK in s.last("relay_feedback")
    assert any({JO.address, MEG.address} == set(x.recipients) for x in s.case.letters.values())
