"""Circumstances delay the report that they name, or the first one whose time a later month is (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
from tests.support.build import MEG
from tests.support.dialogue import Scene, scene


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Report 1 is due in two days."""
    return scene(tmp_path, "2026-10-13T09:00")


def held(s: Scene) -> list[int]:
    return sorted(t.number for t in s.case.all(Terms).values() if t.held_since)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Just to let you know I'm going on paternity leave in November for four weeks, so I'd miss report 2.", 2),
        ("I start my maternity leave on 20 November.", 3),
        ("I'm having an operation in December and will be off for six weeks.", 3),
        ("I can't do report 2, I'll be in hospital then.", 2),
    ],
)
def test_a_report_in_future_is_not_the_present_one(s: Scene, said: str, number: int) -> None:
    s.sends("News", text=said)
    assert held(s) == [number]


@pytest.mark.parametrize(
    "said",
    [
        "I'm going on paternity leave in November so I can't get this report done.",
        "My father died. I'd like to put report 1 together with report 2.",
        "My father died on 2 October and I can't do the report.",
        "I've been ill since September, so report 1 will be late.",
        "I'm off sick and would like to do it with report 2.",
        "My father died in September and everything is too much.",
        "I was signed off in September with stress.",
        "I broke my leg in August.",
        "My mother died on 30 September.",
        "I've had an operation in July and will be off.",
    ],
)
def test_what_keeps_from_the_present_one_holds_that(s: Scene, said: str) -> None:
    s.sends("News", text=said)
    assert held(s) in ([1], [])


def test_what_answers_the_reminder_of_a_report_is_about_that_one(s: Scene) -> None:
    s.writes_until("2026-10-16T12:00")
    s.answers("remind_missing", "My mum died and I'll do it with report 2.")
    assert held(s) == [1]


@pytest.mark.parametrize(
    "said",
    [
        "I broke my leg in October.",
        "My mother died on 30 October.",
        "I was signed off in October with stress.",
        "I am having an operation on 20 November and I'm ill with worry.",
        "My divorce in September is too much for me.",
    ],
)
def test_what_has_been_or_is_holds_the_report_that_is_due(s: Scene, said: str) -> None:
    s.writes_until("2026-10-14T12:00")
    s.sends("Report 1", "Report 1.pdf")
    s.writes_until("2026-11-05T12:00")
    s.sends("News", text=said)
    assert held(s) in ([2], [])


@pytest.mark.parametrize(
    "said",
    [
        "My dad has died. I'll catch up in report 3.",
        "I'm in hospital, back for report 3.",
        "Ill with appendicitis. I'll be back for the December report.",
        "I'm having surgery on Monday. I will be back in December.",
        "Emergency operation on my back. Recovering from December.",
        "We have chickenpox in the house. I'll be back from December.",
        "Chemo. I will be back in December.",
        "Having a breakdown. Going to be back in January.",
        "I'm on sick leave, will be back in December.",
        "I'm on leave for my own operation. The wedding is in December.",
        "I'm on compassionate leave and will be in touch in December.",
        "I'm away on leave for my operation, back at work from December.",
        "Off sick with my back, expecting to return in December.",
        "I'm having treatment and will send the report in December.",
        "My wife is having chemo and I'm on leave with her, I'll send something in December.",
        "Emergency surgery, and off in December as well.",
        "I'm on leave. My operation is on 3 December.",
        "In hospital. No chance of anything sooner than report 3.",
        "Signed off sick. I won't be fit for anything before report 3.",
    ],
)
def test_a_number_or_month_that_is_the_end_of_it_holds_the_report_that_is_due(s: Scene, said: str) -> None:
    s.writes_until("2026-10-14T12:00")
    s.sends("Report 1", "Report 1.pdf")
    s.writes_until("2026-11-05T12:00")
    s.sends("News", text=said)
    assert held(s) == [2]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("I'll be on leave in December, so I'd miss report 3.", 3),
        ("I'd be grateful for an extension to 22 December for report 3.", 3),
        ("Could the date for my third report be moved by a week? I shall be on leave.", 3),
        ("The December report will be late, we are on holiday until then.", 2),  # “until”
        ("I won't be able to do report 4, I'm having an operation in January.", 4),
        ("I'm on maternity leave from 20 December.", 4),
        ("My wife is having an operation in December and I will be off for two weeks.", 3),
    ],
)
def test_a_later_report_that_is_missed_itself_or_a_later_absence_is_not_the_one_due(
    s: Scene, said: str, number: int
) -> None:
    s.writes_until("2026-10-14T12:00")
    s.sends("Report 1", "Report 1.pdf")
    s.writes_until("2026-11-05T12:00")
    s.sends("News", text=said)
    assert held(s) == [number]


@pytest.mark.parametrize(
    "said",
    [
        "Jo is on sick leave and will be back in December.",
        "Jo is on leave for an operation and will be back in January.",
    ],
)
def test_when_a_manager_expects_them_back_is_no_absence_to_come(s: Scene, said: str) -> None:
    s.sends("News", text=said, sender=MEG.address)
    assert held(s) == [1]
