"""What the manager is to see first, or to be left out of: the report and its copies, no leaflet and no poster (3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

HELD = [
    "My manager wants to see the report first.",
    "My manager wants to check it before it goes.",
    "Meg needs to sign the report and she's in Orkney.",
    "Meg keeps it on her desk and won't look at it.",
    "Meg insists on reading it first.",
    "My manager hasn't looked at it yet.",
    "My manager won't release me.",
    "My boss won't give me the afternoon off to write it.",
    "I need my manager to approve it before I can send it.",
]
DRAFT_HELD = [
    "My manager wants to see the final draft before I send it.",
    "Meg wants to read the write-up first",
    "My manager wants to see the final version first",
    "Waiting for my manager to look at the draft",
    "My manager needs to see my paper first",
    "My boss wants to check the document before it's sent.",
    "My boss wants to read the whole thing first.",
    "My boss wants to see a full copy first",
    "My manager hasn't read my draft yet",
    "My manager won't sign my draft",
]
NOT_TO_MENTOR = [
    "I'm waiting on my manager to sign the form",
    "My manager wants to see the folder first",
    "Meg needs to check my bundle before it goes",
    "I'm waiting for Meg to send me the figures",
]
OF_THE_PROJECT = [
    ("deadline 2", "My manager wants to see the draft leaflet first"),
    ("deadline 2", "My manager wants to see the draft of the poster first"),
    ("missing 2", "My boss wants to see the chart before I test it"),
    ("deadline 2", "My manager needs to see the plan first before the ward tries it"),
    ("missing 2", "Meg wants to read the paper by Smith too, can you send it?"),
    ("deadline 2", "My manager wants to see the document you sent, can I copy her in?"),
    ("deadline 2", "My manager wants to read about the test too, can I copy her in?"),
    ("deadline 2", "The report's nearly done. My manager wants to see the leaflet first."),
    ("deadline 2", "All fine. My manager needs to sign the leaflet and I'll report on that."),
    ("deadline 2", "My manager keeps asking about the chart. Time to show her."),
    ("missing 2", "My manager keeps the data sheet and is free to send it on Friday."),
    ("message", "Should I leave my manager out of the poster?"),
    ("message", "Should I leave my manager out of the photo?"),
    ("message", "Must my manager see the diagram before the test?"),
    ("message", "Should my manager see the poster first?"),
    ("receipt 2", "Should my manager get the survey too?"),
]
NO_COPIES = [
    "Could you take Meg out of the copies?",
    "Could you leave my manager out of these please?",
    "Could you keep my manager out of it?",
    "Can you take my manager off the list?",
    "Does my manager have to see these?",
    "Does my manager get these as well?",
    "Must Meg get a copy of everything?",
    "Must my manager read my reports?",
    "Please keep Meg from reading these.",
]


@pytest.mark.parametrize("text", HELD)
def test_a_report_that_the_manager_keeps_or_sees_first_is_held(text: str) -> None:
    assert kind_of("practitioner", "missing 2", text) == "circumstances"


@pytest.mark.parametrize("answers", ["deadline 1", "missing 1"])
@pytest.mark.parametrize("text", DRAFT_HELD)
def test_so_is_a_draft_or_the_whole_thing(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "circumstances"


@pytest.mark.parametrize("answers", ["deadline 1", "missing 1"])
@pytest.mark.parametrize("text", NOT_TO_MENTOR)
def test_what_they_are_to_see_first_is_asked_about_where_it_may_be_the_report(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in ("ask", "circumstances", "private")


@pytest.mark.parametrize(("answers", "text"), OF_THE_PROJECT)
def test_what_the_manager_sees_of_the_project_is_a_message(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "message"


@pytest.mark.parametrize("text", NO_COPIES)
def test_who_asks_that_the_manager_gets_no_copies_asks_the_team(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "private"
