"""Who asks which day something is due, or tells of a leave that is over, asks for no time (programme.md, 3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("fresh", "I've lost track with the holidays. Is report 4 due on 15 December? Thanks, Jo"),
        ("missing 1", "Is it not the 25th it's due? That's what I've got on my pad. If I'm wrong I'll get it done."),
        ("fresh", "is the study day the 2nd or the 3rd of dec? rota goes out the morra"),
        ("deadline 1", "Will the reports be due on the same date in December? A few of us were asking."),
        ("receipt 1", "What date is the next one due? I can't find the list."),
        ("nudge", "Tell Ann I'm asking for her, and would she have half an hour before the end of November?"),
        ("message 1", "I was in Portugal for two weeks, that's why there's somebody else's handwriting on the sheets."),
        ("feedback 1", "I was away for the half term, and Morag kept the chart. She did well."),
    ],
)
def test_it_is_a_message(answers: str, text: str) -> None:
    subject = "Hello" if answers == "fresh" else "Re: Report 1"
    assert kind_of("practitioner", answers, text, subject=subject) == "message"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("deadline 1", "Is the report due on the 15th? I'm on holiday then."),
        ("deadline 1", "When is it due? Mum's in hospital and I've lost track."),
        ("deadline 1", "Is it due on the 15th? Could I have till the 20th?"),
        ("deadline 1", "Is the deadline the 15th? I can't remember a thing since the funeral."),
        ("deadline 1", "Could I have half an hour extra on Friday?"),
        ("missing 1", "Is it due already? Migraine."),
        ("feedback 1", "I was on leave last week so the report will be late."),
        ("feedback 1", "I was on leave last week and I'm still off, sorry."),
        ("message 1", "I was on sick leave for two weeks, that's why the chart stops."),
    ],
)
def test_a_cause_beside_it_is_heard(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("circumstances", "ask")


@pytest.mark.parametrize("text", ["Is the day after the holiday ok then?", "Is the next working day ok then?"])
def test_whether_a_later_day_is_ok_asks_for_time(text: str) -> None:
    assert kind_of("practitioner", "missing 1", text) in {"circumstances", "ask"}
