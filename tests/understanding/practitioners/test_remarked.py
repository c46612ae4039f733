"""A short remark on the mentor beside thanks isn't passed to the mentor unasked (remarked.py)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

REMARKS = [
    "ok thanks. she could be a bit kinder.",
    "Got it. She's awfully picky about commas.",
    "ok. not her best.",
    "I see Ann's comments came in at 1am. Is she alright?",
    "Thanks. Half of this is about Sam's project.",
    "Thanks. She can be quite sharp.",
    "Right. She seems a bit grumpy this month.",
    "Cheers. Ann does like her full stops.",
    "Ok. Hardly her finest hour.",
    "Got it, thanks. She's not the easiest.",
    "ok. Typical Ann.",
    "Thanks. Most of it is for somebody else's report.",
]
TALK = [
    "Got it. Can she ring me on Thursday?",
    "Thanks Ann, could you be a bit more specific about the measure?",
    "Ok. Ann has a point about the chart.",
    "Thanks. She's right about the baseline, I'll add it.",
    "Great, she suggested Thursday and that suits.",
    "Thanks Ann. Half of this is about the chart, so I'll redo it.",
    "Our head isn't keen on the change.",
    "Thanks, my manager is awfully picky about charts so I'll ask her first.",
    "Ok Ann, I'll add a run chart. Is Tuesday all right?",
    "The nurse in charge could be a bit kinder to the students, that's what the survey says.",
]


@pytest.mark.parametrize("text", REMARKS)
def test_a_remark_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) in ("ask", "private")


@pytest.mark.parametrize("text", TALK)
def test_talk_with_the_mentor_passes(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Cheers, and could somebody other than A tell me if it is any good x",
        "Cheers, and could somebody other than Ann tell me if it is any good x",
        "Thanks. Could anyone apart from Ann tell me whether it makes sense?",
    ],
)
def test_a_wish_for_another_reader_is_more_than_thanks(text: str) -> None:
    assert kind_of("practitioner", "receipt 1", text) in ("ask", "private")


@pytest.mark.parametrize(
    "text",
    ["Cheers!", "Thanks, could you tell me if it is any good?", "Cheers, somebody at work helped with the chart."],
)
def test_thanks_and_a_question_stay_what_they_are(text: str) -> None:
    assert kind_of("practitioner", "receipt 1", text) in ("nothing", "message")
