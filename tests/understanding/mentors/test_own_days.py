"""The days of an illness or a trouble are the mentor's own absence only where they are the mentor's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qibot.model import DESK
from qibot.model.desk import Away
from qibot.understanding.mentors.own_days import days_of_own
from qibot.understanding.mentors.own_illness import tells_own_illness
from tests.support.build import ANN, ENROLMENT, TEAM
from tests.understanding.hearing.test_whom_else import begun, reached

NAMES = frozenset(["jo", "smith", "meg", "ross"])
MONDAY = date(2026, 10, 12)


def _last(text: str) -> date | None:
    """The last day of what keeps its writer."""
    span = days_of_own(text, NAMES, tells_own_illness, MONDAY)
    return span[1] if span else None


@pytest.mark.parametrize(
    "text",
    [
        "She told me she has been signed off for three months.",
        "Jo told me she's pregnant and will be off for nine weeks, between us.",
        "Jo told me she was sectioned in June and off for two months.",
        "Her husband hits her, she rang me at night. I gave her a week to tell you.",
        "Jo rang me in tears. Signed off for six weeks.",
        "Between us, I think Jo drinks. I'm seeing her on Friday.",
        "I hear Karen is in hospital until the 30th.",
        "My doctor told me about depression. Jo says she has the same, out for two months.",
    ],
)
def test_days_of_somebody_elses_trouble_are_not_the_mentors(text: str) -> None:
    assert _last(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I had depression for three months myself and know the signs.",
        "I was in hospital for two weeks in June, as Jo knows, and she never asked.",
        "I spent three weeks in hospital in June and Jo covered for me.",
        "I've had panic attacks for three weeks myself, so I see it in Jo.",
        "I've been in hospital for three weeks.",
    ],
)
def test_days_of_what_is_over_are_no_absence(text: str) -> None:
    assert _last(text) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("I've been signed off for three weeks with my back.", date(2026, 11, 1)),
        ("They've signed me off for three weeks.", date(2026, 11, 1)),
        ("I've broken my wrist and can't type for three weeks.", date(2026, 11, 1)),
        ("Hi Jo, I'm in hospital until the 30th.", date(2026, 10, 29)),
        ("Off sick until the 30th with pneumonia.", date(2026, 10, 29)),
        ("My mum's had a stroke and I'm with her until the 30th.", date(2026, 10, 29)),
        ("I was in a crash on Friday and I'm in hospital until the 30th.", date(2026, 10, 29)),
        ("I'm worried about Jo, who is drinking again. I'm away from the 26th to the 29th.", date(2026, 10, 29)),
    ],
)
def test_days_of_what_keeps_the_mentor_now_or_soon_are_theirs(text: str, last: date) -> None:
    assert _last(text) == last


@pytest.mark.parametrize(
    "text",
    [
        "I'm worried about Jo. She told me she has been signed off for three months.",
        "Jo told me she's pregnant and will be off for nine weeks, between us.",
        "I'm worried about Jo. I had depression for three months myself and know the signs.",
    ],
)
def test_a_practitioners_trouble_goes_to_the_team_and_nobody_is_taken_for_away(tmp_path: Path, text: str) -> None:
    s = begun(tmp_path, ENROLMENT)
    assert reached(s, "forward_report", text, ANN.address) == {TEAM}
    assert not s.store.load(DESK).all(Away)
