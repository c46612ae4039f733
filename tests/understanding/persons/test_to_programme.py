"""What a mentor asks of the programme in a report's thread is no word to its practitioner (to_programme.py)."""

from __future__ import annotations

import time

import pytest

from qibot.understanding.persons.to_programme import _is_ours
from tests.words.collection import Message
from tests.words.reading import taken_for

CAST = {"practitioner": "Jo Smith", "mentor": "Ann Lee", "manager": "Meg Ross", "other practitioner": "Sam Baird"}
TO_THE_PROGRAMME = [
    ("Who's the cohort lead for this group?", "report 2"),
    ("Is this an automated message or does a person read it?", "report 2"),
    ("When's the next mentor meet up?", "report 2"),
    ("Hi, what level should they be at by now? Would you expect a run chart at report 2?", "report 2"),
    ("Do I send it to Jo or back to you?", "report 2"),
    ("Do you have Meg's phone number?", "report 2"),
    ("Can you send these to my PA as well?", "report 2"),
    ("Why does it say that Jo's report is report 2? I thought that we were on 3.", "report 2"),
    ("My heart sinks when these come in. Is there a polite way to say start again?", "report 2"),
    ("Why am I getting this? I replied last week.", "reminder 2"),
    ("I think your dates are wrong. I only got this on Friday.", "reminder 2"),
    ("Hello, are you around for a chat about one of my practitioners?", "fresh"),
]
TO_THE_PRACTITIONER = [
    ("Who decides when a resident may go home, and does it happen twice?", "feedback"),
    ("Why are you getting so many falls on a Monday?", "feedback"),
    ("Would you expect the chart to change by now?", "feedback"),
    ("Are these numbers counted by a person or by the system?", "feedback"),
    ("What happens if the nurses are on leave on the day you count?", "feedback"),
    ("Your deadline is the weak part of this aim, June is too far off.", "feedback"),
    ("Is there an easier way to say what the measure counts?", "feedback"),
    ("How many more wards do you want to test it on?", "feedback"),
    ("Hi Jo, when's the next learning session?", "message"),
    ("Jo, can you send it to my home email please?", "message"),
    ("Which of the two files do you want me to look at?", "message"),
]


def said(text: str, where: str) -> str:
    fields = {"from": "mentor", "in": where, "today": "Tuesday 2026-10-20", "subject": "Hello"}
    return taken_for(Message("it", "it", fields, CAST, text)).kind


@pytest.mark.parametrize(("text", "where"), TO_THE_PROGRAMME)
def test_what_only_the_programme_can_answer_isnt_asked_of_the_practitioner(text: str, where: str) -> None:
    assert said(text, where) in ("ask", "private")


@pytest.mark.parametrize(("text", "kind"), TO_THE_PRACTITIONER)
def test_what_the_practitioner_can_answer_is_asked_of_them(text: str, kind: str) -> None:
    assert said(text, "report 2") == kind


def test_an_answer_to_the_practitioners_own_question_is_theirs() -> None:
    assert said("Is it normal to have a chart by report 2? Yes.", "message 2") == "message"


@pytest.mark.parametrize("text", ["do I send ", "why am I ", "is there a limit ", "take my old ", "how should I say "])
def test_a_long_sentence_is_read_in_no_time(text: str) -> None:
    begun = time.perf_counter()
    _is_ours(text * 3000, reminded=True)
    assert time.perf_counter() - begun < 1
