"""A manager's own move, how often they get our letters, an event: none is a difficulty of the practitioner's."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of

GOES = [
    "I finish on the 25th of June, and Peter Lang will be taking over. Jo can't be spared for the event on the 10th.",
    "I leave at Christmas and Ruth Imrie takes over. Jo has been a star.",
    "I retire on Friday and Ann Gray is stepping in. Thanks for everything you have done for Jo.",
]
FOR_THE_OFFICE = [
    "Is there any way I can get these only once a month? I've a very full inbox. Jo is doing a grand job though.",
    "Could I have them all in one go at the end of the month?",
    "Please could you send me fewer of these, a summary would do.",
    "Do I need to be copied in on every one? My inbox is full to bursting.",
    "We're three down so Jo won't make the celebration event.",
    "Jo can't be released for the learning session on the 10th, sorry.",
    "Can't spare Jo for the conference, we are short that day.",
]
THEIRS = [
    ("missing 1", "We're three down so Jo won't make the deadline.", "circumstances"),
    ("feedback 1", "Jo can't be spared to write her report this month.", "circumstances"),
    ("feedback 1", "I leave at Christmas and Jo is leaving with me.", "leaving"),
    ("feedback 1", "Jo finishes on the 25th of June and Peter Lang will be taking over her post.", "leaving"),
    ("feedback 1", "I finish on Friday. Jo has been off sick since Monday.", "circumstances"),
    ("missing 1", "Can't spare her, we're short.", "circumstances"),
    ("feedback 1", "Jo won't make the event, she's been signed off.", "circumstances"),
    ("feedback 1", "Could Jo have until the end of the month?", "circumstances"),
    (
        "feedback 1",
        "I leave at Christmas and Ruth takes over. Jo can't be released to write it before then.",
        "circumstances",
    ),
]


@pytest.mark.parametrize("text", GOES)
def test_who_comes_after_the_manager_is_news_for_the_people_sheet(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "unplaced"


@pytest.mark.parametrize("text", FOR_THE_OFFICE)
def test_what_is_said_to_the_office_stays_with_it(text: str) -> None:
    assert kind_of("manager", "feedback 1", text).startswith("private")


@pytest.mark.parametrize(("answers", "text", "kind"), THEIRS)
def test_what_keeps_the_practitioner_is_theirs(answers: str, text: str, kind: str) -> None:
    assert kind_of("manager", answers, text) in (kind, "ask")
