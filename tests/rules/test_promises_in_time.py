"""A mentor who promises to look before their feedback is due moves no day: nobody has to expect anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, at
from tests.support.dialogue import scene


@pytest.mark.parametrize("text", ["Hi, message received. Will look tomorrow.", "Got it, will read it on Friday."])
def test_a_look_that_is_promised_in_time_is_a_sign_of_life_and_nobody_is_told(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    (before,) = s.case.pending()
    s.answers("forward_report", text, ANN.address)
    assert not s.raws("expect_feedback_by")
    assert not s.raws("confirm_command")
    assert s.case.pending() == [before]


def test_a_later_day_and_one_that_shortens_a_day_of_the_mentors_own_are_told(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "Sorry, I won't get to this until 30 October.", ANN.address)
    assert s.case.pending()[0].feedback_due == at("2026-10-30T00:00").date()
    s.answers("forward_report", "Thanks, you will have my feedback on Wednesday 28 October.", ANN.address)
    assert len(s.raws("expect_feedback_by")) == 2


def test_the_command_names_any_day(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", "EXPECT 14 October", ANN.address)
    assert s.raws("expect_feedback_by")
