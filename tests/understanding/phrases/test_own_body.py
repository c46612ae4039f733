"""What befalls somebody's own body is for the team alone, though the words know it of patients, too."""

from __future__ import annotations

import pytest

from qibot.understanding.phrases.own_body import tells_of_body
from tests.support.said import read_as

OWN = [
    "I start chemotherapy next week, so I don't know how I'll be fixed for the last one.",
    "I begin radiotherapy on the 3rd.",
    "I tested positive again on Sunday and have written it between naps.",
    "I'm being induced this afternoon, five weeks early.",
    "My waters broke this morning so this is what you get!",
    "Typed with my left hand, the right's in plaster after the ice.",
    "I'm having more chemo on Monday.",
]
OF_PROJECT = [
    "We start chemotherapy patients on the new sheet next week.",
    "I start the radiotherapy waiting room survey next week.",
    "I tested the positive wording again on Sunday.",
    "I tested positive wording on the second ward.",
    "I'm inducing the new staff on the checklist this afternoon.",
    "Three patients tested positive, so the bay was shut for a week.",
    "I have chemotherapy data on page 2 and the plaster room on page 3.",
    "The antenatal ward would like to join.",
    "I need dialysis nurses for the next test.",
    "The hand rail is broken on the second floor.",
]


@pytest.mark.parametrize("text", OWN)
def test_what_befalls_its_writers_body_is_told(text: str) -> None:
    assert tells_of_body(text)


@pytest.mark.parametrize("text", OF_PROJECT)
def test_what_is_a_patients_or_the_projects_is_not(text: str) -> None:
    assert not tells_of_body(text)


@pytest.mark.parametrize("text", OWN)
def test_beside_a_report_it_stays_with_the_team(text: str) -> None:
    said = f"Report 1 attached. {text}"
    assert read_as("practitioner", "deadline 1", said, files="Report 1.docx") == "report + exceptional"


def test_it_does_so_amid_a_longer_letter() -> None:
    said = (
        "Dear Ann, please see report 1. Non-attendance is down to 8%, the reminder call beats the text by a mile, and"
        " Inverurie would like to copy us. The second clinic has begun to use our sheet and sends me its figures each"
        " Friday, which doubles the sample. I start chemotherapy on Monday. The chart is on page 2."
    )
    assert read_as("practitioner", "deadline 1", said, files="Report 1.docx") == "report + exceptional"
