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


def _fresh(subject: str, text: str) -> str:
    fields = {"from": "manager", "in": "fresh", "today": "Tuesday 2026-10-20", "subject": subject}
    return str(taken_for(Message("it", "it", fields, CAST, text)).kind)


@pytest.mark.parametrize(
    "text",
    [
        "Signed off by Dr Hay until the 30th.",
        "Broke an ankle on Ben Lomond, off for six weeks.",
        "Taken to Ninewells last night, it's her heart.",
        "Has left us for Fife Council.",
        "In hospital after a crash at Perth, Moira is covering.",
        "Admitted to Raigmore on Sunday. Moira will stand in.",
        "Off sick since Monday, line from Dr Kaur.",
        "Karen tells me she is in hospital, nothing will come this month.",
        "Moira rang, she has been signed off with stress.",
    ],
)
@pytest.mark.parametrize("subject", ["Jo Smith", "Jo", "Fwd: Jo Smith absence"])
def test_whom_the_subject_names_is_told_of_though_a_doctor_a_place_or_who_brought_it_is_named(
    subject: str, text: str
) -> None:
    assert _fresh(subject, text) in ("circumstances", "leaving")


@pytest.mark.parametrize("subject", ["Sick line", "Absence", "FYI"])
def test_what_names_nobody_before_its_verb_under_a_subject_that_names_nobody_is_the_practitioners(subject: str) -> None:
    assert _fresh(subject, "Signed off by Dr Hay until the 30th.") == "circumstances"
    assert _fresh(subject, "Taken to Ninewells last night with chest pains.") == "circumstances"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Jo Smith", "Moira has been signed off and won't be back before May."),
        ("Jo Smith", "Sadly our Moira was taken to Ninewells last night."),
        ("Jo Smith", "Bad news. Karen's been in a crash at Perth, she's in hospital."),
        ("Moira Kerr", "Signed off by Dr Hay until the 30th."),
        ("Moira", "Taken to Ninewells last night, it's her heart."),
        ("Absence", "Poor news from Moira: she has been signed off."),
        ("Hello", "Moira has been taken to Ninewells."),
    ],
)
def test_who_stands_before_the_verb_or_alone_in_the_subject_is_told_of_and_holds_nothing(
    subject: str, text: str
) -> None:
    assert _fresh(subject, text) not in ("circumstances", "leaving")
