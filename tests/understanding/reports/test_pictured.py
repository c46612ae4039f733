"""Photographs are the report where the weights are sure and its words speak of a page, whatever the subject."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

DAY = "Wed 2026-11-18"


@pytest.mark.parametrize(
    ("subject", "text", "photos"),
    [
        ("November (pics)", "Did it on the whiteboard. Aim left, run chart right, next steps below.", "WA1.jpg"),
        ("nov return", "Taken off the kitchen wall. Left side is what we did, right side what we found.", "a.jpeg"),
        ("nov (pic)", "Our tests and numbers for the month, drawn up with the lads at the yard.", "1000012345.jpg"),
        ("For November", "Written out by hand as the computers are being swapped. Aim first, then counts.", "b.HEIC"),
        ("Nov poster", "Made it with the team on the back of the wallpaper, all our tests are on it.", "IMG_3.HEIC"),
        ("MonthlyReport", "two sheets, sorry about the coffee ring", "d.jpg, e.jpg"),
        ("(no subject)", "my poster for december", "20261118_0901.jpg"),
    ],
)
def test_photographs_of_a_months_pages_are_the_report(subject: str, text: str, photos: str) -> None:
    assert kind_of("practitioner", "fresh", text, DAY, subject=subject, files=photos) == "report"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("November", "Our lovely autumn display in the foyer!"),
        ("Nov", "the team at the launch, thought you'd enjoy it"),
        ("poster", "draft poster for the learning day, comments welcome"),
        ("hello", "is this page what you mean by a run chart?"),
        ("Whiteboard", "a photo of our new whiteboard!"),
        ("November", "a picture of the poster in our corridor"),
    ],
)
def test_photographs_of_anything_else_are_none(subject: str, text: str) -> None:
    assert kind_of("practitioner", "fresh", text, DAY, subject=subject, files="IMG_1.jpg") == "paper"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("NovReport", "It's the line from my doctor, I'm not to come in till Christmas."),
        ("November (pics)", "Did it on the ward in Raigmore, I'm in for another week with my chest."),
        ("my november poster", "and it's the last page you'll get from me, I'm leaving"),
        ("Nov (photos)", "Please don't show page two to Ann, it's about her."),
    ],
)
def test_what_may_be_for_the_team_beside_them_goes_to_no_mentor(subject: str, text: str) -> None:
    found = kind_of("practitioner", "fresh", text, DAY, subject=subject, files="IMG_1.jpg")
    assert found in ("ask", "circumstances", "leaving", "private")


def test_a_document_that_is_called_the_charter_as_its_subject_is_the_charter() -> None:
    said = "For Ann to look over before I take it to the managers on Monday."
    found = kind_of("practitioner", "fresh", said, DAY, subject="Charter (bay 4)", files="Charter bay4 JS.docx")
    assert found == "report"
