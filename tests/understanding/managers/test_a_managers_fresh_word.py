"""A manager's mail that answers nothing reaches the one whom it calls by name."""

from __future__ import annotations

import pytest

from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}


def said(text: str) -> str:
    fields = {"from": "manager", "in": "fresh", "today": "Tuesday 2026-10-20", "subject": "Hello"}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hi Ann, many thanks for all you're doing for Jo. Could I join your next call?", "message"),
        ("Hi Jo, great report. Let me know what you need.", "message"),
        ("Hi Jo, could we go through your report on Monday?", "ask"),
        ("Hi Ann, I'm worried about Jo", "private"),
        ("Thanks for all your help", "unplaced"),
    ],
)
def test_what_calls_one_of_the_two_is_passed_on_or_asked_about(text: str, kind: str) -> None:
    assert said(text) == kind


@pytest.mark.parametrize(
    ("subject", "text", "kind"),
    [
        ("Jo Smith - absence", "The above member of staff commenced sick leave. She has a fit note.", True),
        ("Jo Smith", "The above-named colleague was admitted to hospital on Sunday.", True),
        ("Absence", "Moira has been signed off, so I cover for her.", False),
        ("Jo Smith's report", "Moira has been signed off, so I cover for her.", False),
    ],
)
def test_whom_a_subject_names_is_the_one_above(subject: str, text: str, kind: bool) -> None:
    fields = {"from": "manager", "in": "fresh", "today": "Tuesday 2026-10-20", "subject": subject}
    found = taken_for(Message("it", "it", fields, CAST, text)).kind
    assert (found == "circumstances") is kind
