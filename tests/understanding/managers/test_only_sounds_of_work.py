"""What a manager says to the practitioner alone in words of the workplace isn't the mentor's for these words."""

from __future__ import annotations

import pytest

from tests.support.said import read_as, reader

HERS = [
    "Jo, you should talk to Samaritans.",
    "Jo, can you speak to Shelter?",
    "Jo, did you talk to Occupational Health yet?",
    "Jo, would you like to see Relate?",
    "Jo, can you give Macmillan a call?",
    "Jo, do you need Citizens Advice?",
    "Jo, you smelled of drink at the huddle.",
    "Jo, two of the team won't work with you.",
    "Jo, the parents want you moved.",
    "Jo, I need you to stop shouting at the staff.",
    "Jo, you know where I am if Friday goes badly.",
]
OF_WORK = [
    "Jo, can you speak to Fiona about the rota?",
    "Jo, could you show it to Mrs Hay?",
    "Jo, did you send the chart to Priya?",
    "Jo, the parents asked to see your chart on Friday.",
    "Jo, do you need the team to count?",
    "Jo, you have Monday morning for the count.",
    "Jo, can you come to the ward on Friday?",
]


@pytest.mark.parametrize("said", HERS)
def test_a_helper_or_a_charge_at_work_never_reaches_the_mentor(said: str) -> None:
    kind = read_as("manager", "feedback 1", said)
    assert kind != "message" or reader("feedback 1", said) is not None


@pytest.mark.parametrize("said", OF_WORK)
def test_what_is_of_the_work_goes_to_both(said: str) -> None:
    assert read_as("manager", "feedback 1", said) == "message"
    assert reader("feedback 1", said) is None
