"""What goes along with a report, sent by itself, is a message where it is asked about (supplements.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import message
from tests.support.dialogue import Scene, scene

pytestmark = pytest.mark.slow


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Before the first deadline, with nothing sent yet."""
    return scene(tmp_path, "2026-10-12T09:00")


def taken(s: Scene, subject: str, text: str, *files: str) -> str:
    return s.takes(message(subject=subject, text=text, files=files))


@pytest.mark.parametrize(
    ("subject", "text", "name"),
    [
        ("Run chart", "Can you tell me if this is a shift or just noise?", "run chart.xlsx"),
        ("Counts", "Hi Ann, are these enough points for a median?", "counts.xlsx"),
        ("Process map", "Too many boxes?", "process map.pdf"),
    ],
)
def test_a_chart_that_the_mentor_is_asked_about_is_no_report(s: Scene, subject: str, text: str, name: str) -> None:
    assert taken(s, subject, text, name) == "message from the practitioner"
    assert s.numbers == []


@pytest.mark.parametrize(
    ("subject", "text", "files"),
    [
        ("Report with run chart", "Is this a shift?", ("QI report.docx", "run chart.xlsx")),
        ("Monthly report", "I did it in Excel, is that ok?", ("report.xlsx",)),
        ("QI", "Does the chart look right to you?", ("Jo Smith.docx",)),
    ],
)
def test_a_report_with_a_question_stays_one(s: Scene, subject: str, text: str, files: tuple[str, ...]) -> None:
    assert taken(s, subject, text, *files) == "report 1"
