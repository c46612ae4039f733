"""Who asks, in answer to a reminder, whether the report may come later isn't chased before the team has said so."""

from __future__ import annotations

import pytest

from qibot.understanding.practitioners.asks_to_wait import asks_to_wait
from tests.support.said import read_as

REMINDERS = ("deadline 2", "missing 2")


@pytest.mark.parametrize("answers", REMINDERS)
@pytest.mark.parametrize(
    "text",
    [
        "waiting on the data from performance team, they say wed, so could i send it thurs?",
        "I'm still waiting for the numbers from finance, should have them Tuesday. Can it wait till then?",
        "The audit closes on Monday. Would it be all right if I sent it after, or could I hand it in on Tuesday?",
        "Still collating the ward returns. Is it ok for it to come on Friday?",
    ],
)
def test_who_asks_whether_it_may_wait_asks_for_time_whatever_the_data_are(answers: str, text: str) -> None:
    assert read_as("practitioner", answers, text).startswith("circumstances")


@pytest.mark.parametrize(
    "text",
    [
        "Could I send it as a PDF on Thursday?",
        "I have the chart from last time. Can it be the same one then?",
        "Could we talk about it on Thursday?",
        "It is nearly done, I send it on Thursday.",
        "When will it come to Ann, on Friday?",
    ],
)
def test_a_form_a_talk_and_a_statement_ask_for_no_time(text: str) -> None:
    assert not asks_to_wait(text)


@pytest.mark.parametrize(
    "text",
    [
        "Can it come after the aim?",
        "Ann, can this one wait until the next report? I mean the balancing measure.",
        "Should the second cycle wait until then? Can we hold off on it until the data are in?",
        "Is it fine if I give one to Meg then?",
        "Can one test follow after the other?",
        "Can I get one from you by then?",
        "Ann, could I bring that on Tuesday?",
        "Ann, could I send you it early, on Monday?",
    ],
)
def test_what_is_asked_of_a_measure_a_talk_or_sooner_is_the_mentors(text: str) -> None:
    assert not asks_to_wait(text)
