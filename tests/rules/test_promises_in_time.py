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


IN_TIME = [
    "Will read properly at the weekend.",
    "Skimmed it, looks good. Will read properly at the weekend.",
    "Looks great at first glance. Comments by Sunday.",
    "I'll have comments to you by Friday. I am struggling to keep up with all four to be honest.",
]


@pytest.mark.parametrize("text", IN_TIME)
def test_no_promise_in_time_moves_the_day_whatever_stands_beside_it(tmp_path: Path, text: str) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    (before,) = s.case.pending()
    s.answers("forward_report", text, ANN.address)
    assert s.case.pending() == [before]
    assert not s.raws("expect_feedback_by")


def test_its_writer_hears_that_what_stands_beside_it_was_seen_by_nobody(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.answers("forward_report", IN_TIME[-1], ANN.address)
    said = " ".join(s.last("confirm_command").split())
    assert "19 October 2026" in said
    assert "nobody has seen your mail" in said


def test_nor_does_one_within_the_days_of_a_new_version(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-12T09:00")
    s.sends("Report 1", "Report 1.pdf")
    s.writes_until("2026-10-15T09:00")
    s.sends("Report 1, revised", "Report 1 v2.pdf", text="Here is the revised report 1, sorry, with the chart.")
    (before,) = s.case.pending()
    assert before.versions == 2
    s.answers("forward_report", "Will read properly at the weekend.", ANN.address)
    assert s.case.pending() == [before]
    assert not s.raws("expect_feedback_by")
