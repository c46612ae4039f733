"""Circumstances delay the report that they name, or the first one whose time a later month is (3a)."""

from __future__ import annotations

from pathlib import Path

import pytest

from qibot.model import Terms
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
