"""“Did you get it?”, and something else beside it: the record answers the one, the mentor reads the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN
from tests.support.dialogue import scene
from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Could I also ask whether you've got an example of a charter somewhere? I keep stopping again."),
        ("feedback 1", "Could you tell me if you've got the slides from Session 2?"),
        ("feedback 1", "Let me know if you've received anything back from Sandra in Dundee."),
        ("feedback 1", "I wondered whether you had received an invitation to the event."),
        ("report 1", "Can I ask if you have received anything from the data team?"),
        ("receipt 1", "Hi, can you tell me whether you have got a spare template?"),
        ("receipt 1", "Did you receive it? And would Thursday at ten suit for the coffee?"),
        ("receipt 1", "Just checking that you got it. I'd love to hear what you think of the fishbone."),
        ("receipt 1", "Did you get my report? Also, where is the session on Tuesday?"),
        ("receipt 1", "Hello, could you confirm that you got my report, and whether I should bring the poster?"),
        ("feedback 1", "Do you know whether anybody has got a spare projector?"),
    ],
)
def test_what_is_asked_of_something_else_is_passed_on(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Could you tell me whether you've got it?",
        "Just checking if you have received my report.",
        "Can you let me know whether you got the report I sent on Friday?",
        "Just wondering if you received this, I had some trouble with my email.",
        "I sent it from my other address last night. Did it arrive?",
        (
            "Hi, I sent report 1 this morning but had no receipt. Could you confirm whether it has arrived? Kind"
            " regards, Jo"
        ),
        "Please confirm receipt.",
    ],
)
def test_what_speaks_of_its_coming_alone_is_answered_by_the_record(text: str) -> None:
    assert kind_of("practitioner", "receipt 1", text) == "report"


def test_both_are_answered_at_once(tmp_path: Path) -> None:
    s = scene(tmp_path)
    s.sends("Report 1", "QI report 1.docx", text="Hi, here is my report.")
    s.answers("receipt", "Did you receive it? And would Thursday at ten suit for the coffee?")
    assert "Thursday at ten" in s.last("relay_message")
    assert s.raws("relay_message", ANN.address)
    assert len(s.raws("receipt")) == 2, "that it is there already"
