"""Which day something is due is asked in few words; any other beside them may be what keeps its writer (3a)."""

from __future__ import annotations

import time

import pytest

from tests.support.said import kind_of, read_as

ASKED = [
    ("deadline 2", "Is the deadline still the 15th?"),
    ("deadline 2", "Isn't it due on the 20th?"),
    ("deadline 2", "I thought it was due on Monday? I've lost track."),
    ("deadline 2", "When is it due? I'm not sure what I wrote down."),
    ("deadline 2", "I'm confused. Is the deadline the 15th or the 16th?"),
    ("deadline 2", "Will the deadline be the 15th every month?"),
    ("deadline 2", "Hi, what day is it due? So I can put it in the diary. Thanks"),
    ("receipt 2", "When is report 3 due? Just checking."),
    ("receipt 2", "Will the next deadline be the 15th again?"),
    ("receipt 2", "Is the closing date for posters the 3rd? I forget."),
    ("message", "Do I still hand it in on the 15th?"),
    ("deadline 2", "What's the deadline for report 2 please?"),
    ("deadline 2", "What's the deadline for report 2 please?\n\nJo"),
    ("deadline 2", "Is the 15th the deadline even though it's a Sunday?"),
    ("deadline 2", "Is the 15th the deadline even at the weekend?"),
    ("deadline 2", "Is the deadline midnight on the 15th?"),
    ("deadline 2", "Is the deadline the end of the day on the 15th?"),
    ("missing 2", "Is it not due until the end of the month?"),
    ("deadline 2", "Sorry, when is it due? I'm on nights and have lost track of days"),
    ("deadline 2", "When's the report due again? I've lost track what with the holidays"),
]
CAUSES = [
    ("deadline 2", "Is the deadline the end of next week even though I'm in hospital?"),
    ("deadline 2", "Could I have until midnight please?"),
    ("deadline 2", "Can I send it at the end of the month please?"),
    ("deadline 2", "When is it due? I'm on nights and can't cope."),
    ("deadline 2", "When is it due? I'm on nights and have lost track of days, I'm in tears."),
    ("deadline 2", "When is it due? I've lost track what with the funeral."),
    ("deadline 2", "Is the deadline still the 15th even though the ward is closed?"),
    ("missing 2", "Is it due the day I start chemo please?"),
    ("receipt 2", "Will the date be put back as my wife has cancer?"),
    ("receipt 2", "Do I still have to hand it in with my dad in intensive care?"),
    ("receipt 2", "Will the deadline be waived since my mum died?"),
    ("message", "Will the next deadline still count while my son is in hospital?"),
    ("nudge", "Does the due date apply when I'm off with stress?"),
    ("fresh", "Will the deadline stand for me with my father dying?"),
    ("deadline 2", "Will my deadline hold with me off sick?"),
    ("missing 2", "Will the deadline stand for me with my father dying?"),
    ("deadline 2", "I've lost track, I'm drowning in work here. When is it due?"),
    ("missing 2", "I forgot, I was on annual leave for a fortnight. When was it due?"),
    ("receipt 2", "I'm muddled and not coping at all. When is the next one due?"),
    ("receipt 2", "Not sure I'll manage the next one with the workload here. When is it due?"),
    ("deadline 2", "What is the date if you can't make the 15th?"),
    ("deadline 2", "Will it be due on Friday? I've lost count, my head is all over the place."),
    ("deadline 2", "When is it due? I'm not sure I'll be here."),
    ("deadline 2", "What day is it due? Confused, they've put me on nights."),
    ("deadline 2", "When is the report due? I'm not sure what happens, they've cut my hours."),
    ("deadline 2", "When's it due? Confused, they have given me two wards."),
]


@pytest.mark.parametrize(("answers", "text"), ASKED)
def test_a_question_which_day_is_a_message(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize(("answers", "text"), CAUSES)
def test_a_cause_in_such_a_question_or_beside_it_is_heard(answers: str, text: str) -> None:
    subject = "Hello" if answers == "fresh" else "Re: Report 1"
    assert kind_of("practitioner", answers, text, subject=subject) in ("circumstances", "ask")


@pytest.mark.parametrize(
    "text", ["is " + "date " * 20_000, "when is it due " + "i've lost track of the day " * 4_000 + "?"]
)
def test_a_long_one_takes_no_longer(text: str) -> None:
    began = time.process_time()
    read_as("practitioner", "deadline 1", text)
    assert time.process_time() - began < 3
