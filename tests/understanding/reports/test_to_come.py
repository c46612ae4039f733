"""“I'll send report 2 tomorrow” is no report that was forgotten: nothing of it counts as the report's arrival (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms, Unsent
from qibot.understanding.reports.to_come import says_to_come
from tests.support.build import TEAM, at
from tests.support.dialogue import scene
from tests.words.collection import messages
from tests.words.reading import taken_for

PROMISES = [
    "Report 2 # I will send my report tomorrow.",
    "Report 2 # Report to follow.",
    "Report 2 # report tomorrow!",
    "Report # Report coming tomorrow, sorry!",
    "Report 2 # I am going to send report 2 later today.",
    "Report 2 # I'll attach my report tomorrow when I'm back at my laptop.",
    "QI report # Will get this to you tomorrow.",
    "November report # You'll have my report tomorrow.",
    "Report 2 # Just to let you know report 2 is nearly finished and I'll email it over tonight.",
    "Report 2 # I haven't forgotten my report, will send it tomorrow.",
    "Report 2 # I hope to have report 2 finished by tomorrow.",
    "Report # Report - will be with you shortly!",
]
PROMISES_AND_MORE = [
    "Report 2 # report 2 will follow tomorrow once I've got the data from the ward.",
    "Report 2 # The attachment will follow tomorrow, I can't reach the shared drive from home.",
    "Report 2 # The report is written, I only need to add the run chart and then it's on its way.",
    "Report 2 # Draft nearly done, final report tomorrow.",
    "Report 2 # I'll send report 2 when the ward reopens.",
]
FORGOTTEN = [
    "Report 2 # Please find attached my report, I'll send the chart tomorrow.",
    "Report 2 # Here is my report. The data will follow.",
    "Report 2 # PFA report 2. I'll call you tomorrow.",
    "Report 2 # I've attached my report. You will see that the aim has changed.",
    "Report 2 # Please see my report. I will see you at the session tomorrow.",
    "Report 2 # As promised here's my report, will send the excel tomorrow.",
    "Report 2 # Sending my report now.",
    "Report 2 # Report 2. Photos to follow.",
    "Report 2 # See attached. I'll send more tomorrow.",
]
REASONS = [
    "Report 2 # Will send my report tomorrow, my son is ill.",
    "Report 2 # I won't be able to send my report tomorrow.",
    "Report 2 # I need more time for report 2. Will send it when I can.",
    "Report 2 # Working through a burst pipe at home. Report to follow.",
]


def taken(folder: Path, text: str) -> str:
    (folder / "lines-practitioner-x.txt").write_text(f"report | fresh | | {text}\n", encoding="utf-8")
    (one,) = messages(folder)
    return taken_for(one).kind


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_by_itself_counts_as_nothing_but_a_sign_of_life(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, text) in ("nothing", "message")


@pytest.mark.parametrize("text", PROMISES_AND_MORE)
def test_a_promise_that_says_more_is_read_by_somebody_and_counts_as_no_report(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, text) in ("message", "ask")


@pytest.mark.parametrize("text", FORGOTTEN)
def test_what_is_said_to_be_here_was_forgotten_whatever_is_to_come_beside_it(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, text) == "forgotten"


@pytest.mark.parametrize("text", REASONS)
def test_what_may_keep_a_report_is_the_teams_beside_a_promise(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, text) == "circumstances"


@pytest.mark.parametrize(
    "said",
    [
        "Will you send my report back?",
        "When will the report be with you?",
        "I'll call you about the chart tomorrow",
        "Here is my report",
        "I forgot to attach my report, it's coming with this mail.",
        "Report coming now.",
    ],
)
def test_a_question_another_plan_or_what_comes_now_is_no_report_to_come(said: str) -> None:
    assert not says_to_come(said)


def test_a_promise_before_the_deadline_gives_no_days_of_grace(tmp_path: Path) -> None:
    s = scene(tmp_path, "2026-10-15T20:00")
    assert s.sends("Report 1", text="Hi Ann, I'll send report 1 tonight, just waiting for the last data point.")
    assert not s.raws("ask_document")
    assert not s.case.all(Unsent)
    assert not any(t.held_since for t in s.case.all(Terms).values())
    s.now = at("2026-10-17T10:00")
    s.sends("Report 1", "Report 1.pdf", text="Hi Ann, here is report 1.")
    assert "late" in s.last("receipt")
    assert not s.raws("ask_exceptional", TEAM)
