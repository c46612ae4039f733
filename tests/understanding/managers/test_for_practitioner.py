"""A manager's word to the practitioner that isn't the mentor's to read is hers alone (for_practitioner.py)."""

from __future__ import annotations

import pytest

from qibot.model import Role
from tests.support.said import kind_of, reader


@pytest.mark.parametrize(
    "text",
    [
        "Jo, I've had a complaint about you.",
        "Jo, HR want a word.",
        "Jo, the pay rise is through.",
        "Jo, the police rang again.",
        "Jo, have you found somewhere to stay?",
        "Jo, we can talk about your probation on Monday.",
        "Jo, well done. You're on a final warning, remember.",
        "Jo, well done. The redundancy list came out and you're safe.",
        "Jo, well done. You're off the hook with the disciplinary.",
        "Jo, well done. I've approved the time off.",
        "Jo, is it the house again?",
        "Jo, are you ok to be back?",
        "Well done Jo. The pay thing is sorted.",
        "Well done Jo. The panel said yes.",
        "Well done Jo. And after the week you've had.",
        "Well done Jo. I know what it cost you.",
        "Well done Jo. Don't let the other business get to you.",
        "Jo, the bailiffs were at reception asking for you.",
        "Great report Jo. Are you still at your sister's?",
        "Thanks Jo. You got the job, by the way.",
    ],
)
def test_of_post_home_or_life_is_the_practitioners_alone(text: str) -> None:
    assert reader("feedback 1", text) is Role.PRACTITIONER


@pytest.mark.parametrize(
    "text",
    [
        "Well done Jo. These mentors have never worked on a ward.",
        "Well done Jo. Bit picky, I thought.",
        "Well done Jo. Some people are never happy!",
        "Jo, I can ask for somebody else if you like.",
        "Jo, do you want me to have a word with the programme?",
        "Jo, I'd ignore most of that.",
    ],
)
def test_of_the_mentor_is_the_practitioners_alone(text: str) -> None:
    assert reader("feedback 1", text) is Role.PRACTITIONER


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Jo and Ann, thank you both. Jo, your phased return starts on Monday."),
        ("feedback 1", "Thank you both. Jo, the answer from HR is no."),
        ("feedback 1", "Thank you both. Jo, come and see me about the other thing."),
        ("feedback 1", "Hi both. Jo, your mother rang the office, please call her."),
        ("fresh", "Jo and Ann, the ward is free on Monday. Jo, HR want to see you first."),
        ("feedback 1", "Delighted. Not bad for somebody on a final warning."),
    ],
)
def test_behind_a_call_of_both_or_of_nobody_it_is_asked_about(answers: str, text: str) -> None:
    assert kind_of("manager", answers, text) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "Jo, great work, really proud of you.",
        "Jo, you can have every Friday afternoon until Christmas for this.",
        "Jo, I'll find you cover for the count next week.",
        "Well done Jo, lovely chart. Keep it up!",
        "Jo, where do the figures for week 5 come from?",
        "Jo and Ann, thank you both. Jo, please bring the chart to the board on Monday.",
        "Well done Jo. Mary Reid, Chief Nurse",
        "Thanks Jo. What can I do to help?",
        "Jo, can we put this on the notice board?",
        "Jo, shall I ask Payroll for the overtime figures?",
        "Jo, the trustees want 10 minutes from you on 3 December.",
        "Over to you, Jo.",
    ],
)
def test_praise_time_cover_and_data_are_for_both_as_ever(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "message"
    assert reader("feedback 1", text) is None
