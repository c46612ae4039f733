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


@pytest.mark.parametrize(
    "text",
    [
        "I can't open the file. Comments by Friday all being well.",
        "The attachment won't open for me. You'll have my comments by Thursday.",
        "Please send the chart too. My comments will be with you on Thursday.",
        "I'll send feedback by Thursday. Do bring the data to our meeting.",
    ],
)
def test_what_is_asked_for_beside_a_promise_in_time_is_passed_on(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", text, ANN.address)
    assert text.split(".")[0][:20] in s.last("relay_message")


@pytest.mark.parametrize(
    "text",
    [
        "I'll have comments to you by Friday. I am struggling to keep up with all four to be honest.",
        "I'll send my comments on Thursday. I'm in hospital until then.",
        "Comments by Friday. Please send the chart too, and tell nobody about my divorce.",
    ],
)
def test_any_other_word_beside_it_is_at_least_confirmed_and_passed_on_to_nobody(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", text, ANN.address)
    assert not s.raws("relay_message")
    assert s.raws("confirm_command") or s.raws("ask_which_report")
