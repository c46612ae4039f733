"""“Hi, Jo is lost” is said of her: a name behind a greeting calls only where nothing is said of who bears it."""

from __future__ import annotations

import pytest

from qibot.understanding.names.naming import greeted
from tests.understanding.persons.test_third_person import CAST
from tests.words.collection import Message
from tests.words.reading import taken_for

KEPT = {"ask", "private", "circumstances", "unplaced"}


def said(role: str, text: str, where: str = "report 1") -> str:
    subject = "Hello" if where == "fresh" else "Re: Report 1"
    fields = {"from": role, "in": where, "today": "Tuesday 2026-10-20", "subject": subject, "files": ""}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("practitioner", "Hi, Ann has been rude to me again"),
        ("practitioner", "Hello, Ann's always late with her feedback"),
        ("practitioner", "Good morning, Ann never answers me. Who can I talk to?"),
        ("practitioner", "Hi, Ann just keeps ignoring me"),
        ("practitioner", "Hi, Ann lost her temper with me"),
        ("practitioner", "Hi Ann shouted at me again"),
        ("mentor", "Hi, Jo lacks any aim"),
        ("manager", "Hi, Ann's comments seem harsh to me"),
        ("mentor", "Hi, Jo's really not getting this"),
        ("mentor", "Hi, Jo's report has a pupil's name in it. Can you take it down?"),
    ],
)
def test_what_is_said_of_who_is_named_behind_a_greeting_goes_to_nobody_unasked(role: str, text: str) -> None:
    assert said(role, text) in KEPT
    assert greeted(text) == ()


@pytest.mark.parametrize(
    ("role", "text", "kind"),
    [
        ("mentor", "Hi, Jo lovely report. Add a median next time.", "feedback"),
        ("mentor", "Hi, Jo and well done, the aim is clear", "feedback"),
        ("mentor", "Hi, Jo's aim is clear and the chart is lovely. Add a median.", "feedback"),
        ("mentor", "Hi, Jo charts look great, well done", "feedback"),
        ("mentor", "Hi Jo is this the right file?", "message"),
        ("practitioner", "Hi, Ann can we meet on Thursday?", "message"),
        ("practitioner", "Hi Ann is this the right chart?", "message"),
    ],
)
def test_who_is_called_behind_a_greeting_still_is(role: str, text: str, kind: str) -> None:
    assert said(role, text) == kind
