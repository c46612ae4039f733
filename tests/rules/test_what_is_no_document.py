"""What programs put into a mail beside the words makes no report of it, and no feedback."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model.reports import Submission
from tests.rules.test_what_documents_are_said_to_be import answer, attached, mail
from tests.support.build import ANN
from tests.support.dialogue import Scene, scene
from tests.support.packed import PDF, docx, winmail

FEEDBACK = "What I liked: the aim says by when. Even better if the chart had a median."
ASKS = "Could we meet on Thursday to talk about the measures, please?"


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    return scene(tmp_path, "2026-10-12T09:00")


def test_outlooks_own_format_makes_no_report_of_a_question(s: Scene) -> None:
    s.takes(mail(("winmail.dat", winmail()), subject="Thursday", text=ASKS))
    assert not s.case.all(Submission)
    assert attached(s.raws("relay_message")[0]) == {}


def test_outlooks_own_format_makes_no_feedback_of_thanks(s: Scene) -> None:
    s.takes(mail(("Report 1.pdf", PDF)))
    s.takes(answer(s, "forward_report", ANN.address, "Thank you, I'll read it soon.", ("winmail.dat", winmail())))
    assert len(s.case.pending()) == 1
    assert not s.raws("relay_feedback")
