"""An attached photograph is the report where words, a name or nothing says so; beside talk it may be of anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.words.collection import messages
from tests.words.reading import taken_for


def taken(folder: Path, thread: str, file: str, text: str) -> str:
    (folder / "lines-practitioner-x.txt").write_text(f"report | {thread} | {file} | {text}\n", encoding="utf-8")
    (one,) = messages(folder)
    return taken_for(one).kind


@pytest.mark.parametrize(
    "text",
    [
        "November # Here's mine Ann, had to photograph it",
        "Hello # My report for this month, sorry it's a photo of the page",
        "Tuesday # this month's. wifi down so photographed it",
        "QI report 2 # x",
    ],
)
def test_a_photographed_report_is_one(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, "fresh", "IMG_2031.jpg", text) == "report"


def test_in_answer_to_a_reminder_it_is_the_report_whatever_is_asked_beside(tmp_path: Path) -> None:
    assert taken(tmp_path, "deadline 2", "IMG_1.jpg", "here you go, ok as a photo?") == "report"


@pytest.mark.parametrize(
    ("thread", "text"),
    [
        ("fresh", "Whiteboard # a photo of our new whiteboard!"),
        ("fresh", "Learning session # The team at the session"),
        ("fresh", "Excel # screenshot of the error I get in Excel. Any idea?"),
        ("receipt 1", "Wee snap of the display in our corridor"),
        ("feedback 1", "Thanks Ann! The kids made you a card"),
    ],
)
def test_a_snapshot_beside_talk_is_none(tmp_path: Path, thread: str, text: str) -> None:
    assert taken(tmp_path, thread, "IMG_2031.jpg", text) != "report"
