"""Several reports of which some, or all, are links."""

from __future__ import annotations

import pytest

from tests.rules.several_reports.brought import comes, held_by
from tests.support.dialogue import Scene
from tests.support.programme import text_of

pytestmark = pytest.mark.slow

A, B = "https://1drv.ms/w/s!Aaaa", "https://1drv.ms/w/s!Bbbb"


@pytest.mark.parametrize(
    "text",
    [
        f"November: {A}, December: {B}",
        f"Here are my reports.\n\nNovember report: {A}\nDecember report: {B}\n\nJo",
        f"Here are reports 2 and 3: {A} {B}",
        f"Report 2\n{A}\n\nReport 3\n{B}",
    ],
)
def test_links_alone_to_two_are_two(s: Scene, text: str) -> None:
    assert comes(s, text) == "report 2 and report 3"
    assert sorted(held_by(s)) == ["2/1", "3/1"]
    assert all(A in text_of(raw) and B in text_of(raw) for raw in s.raws("receipt")[1:])
    assert all(A in text_of(raw) and B in text_of(raw) for raw in s.raws("forward_report")[1:])


def test_links_to_both_without_their_numbers_are_asked_about(s: Scene) -> None:
    assert comes(s, f"Here are both reports: {A} {B}") == "quarantine"
    assert "The links are report 2 and report 3" in s.last("ask_which_report")


@pytest.mark.parametrize("text", [f"Report 2: {A}, data: {B}", f"Here is report 2: {A} {B}"])
def test_links_of_one_report_stay_one(s: Scene, text: str) -> None:
    assert comes(s, text) == "report 2"


def test_a_document_and_a_link_that_are_two_reports_are_each_filed(s: Scene) -> None:
    assert comes(s, f"Report 2 is attached, report 3 is here: {A}", "Jo.docx") == "report 2 and report 3"
    assert held_by(s) == {"2/1": ["Jo.docx"], "3/1": []}
    assert A in text_of(s.raws("forward_report")[-1])
