"""Whom a practitioner who asked something may ask instead is a message; what else is said of that one isn't."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "No idea I'm afraid, I've never used that system. Try asking Sam, he swears by it.",
        (
            "I don't have a template for that but Sam Baird made a nice one for his team, I'm sure he would share it"
            " if you ask him."
        ),
        "Sam had the same bother in spring, ask him, he'll not mind.",
        "Ask Sam, he has a good one.",
    ],
)
def test_whom_to_ask_is_a_message(text: str) -> None:
    assert kind_of("mentor", "message", text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Ask Sam, he's packing it in anyway.",
        "Try Sam. He's in rehab till March but he answers.",
        "Ask Sam, his marriage broke up over it.",
        "Ask Sam, he drinks but he knows his Excel.",
        "Ask Sam, he has a fancy woman in the council who does it for him.",
    ],
)
def test_what_befell_whom_they_may_ask_goes_to_nobody(text: str) -> None:
    assert kind_of("mentor", "message", text) in ("private", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "Speak to Sam about the drinking.",
        "Speak to Sam about the affair.",
        "Contact Sam about the theft.",
        "Ask Sam to keep quiet about the fight.",
        "Ask Sam if the rumours are true.",
        "Ask Sam who was caught.",
        "Ask Sam and mind the temper.",
        "Ask Sam. Happy to share, though nobody at the top lifts a finger.",
        "Ask Sam what went on at the party.",
    ],
)
def test_what_isnt_of_the_work_goes_to_nobody_beside_whom_to_ask(text: str) -> None:
    assert kind_of("mentor", "message", text) in ("private", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "Ask Sam about run charts.",
        "Try Sam, she has a good template for the survey.",
        "No idea, sorry. Ask Sam for the tally sheet.",
    ],
)
def test_whom_to_ask_about_the_work_is_a_message(text: str) -> None:
    assert kind_of("mentor", "message", text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Ask Sam. He had the very same report sent back last month.",
        "Ask Sam. He had the same form sent back.",
        "Ask Sam. He had the same report back.",
        "Ask Sam. He will not help, but ask.",
        "Ask Sam. He would not share, but try.",
        "Ask Sam. He could not explain his chart either.",
    ],
)
def test_what_they_lack_or_had_refused_goes_to_nobody(text: str) -> None:
    assert kind_of("mentor", "message", text) in ("private", "ask")


@pytest.mark.parametrize(
    "text",
    [
        "Ask Sam, he had the very same question last month.",
        "Ask Sam. He had the same system.",
        "Ask Sam. He had the same to do.",
        "Ask Sam. He will not mind.",
        "Ask Sam. He will happily share it.",
    ],
)
def test_that_they_had_the_same_to_do_and_wont_mind_is_a_message(text: str) -> None:
    assert kind_of("mentor", "message", text) == "message"


@pytest.mark.parametrize("answers", ["message", "report 1"])
@pytest.mark.parametrize(
    "text",
    [
        "Try Tom, he has time now that he is off sick.",
        "Ask Tom, he's signed off just now so he has time.",
        "Tom's off sick just now, so ring him, he has time.",
        "Your aim is clear. Ask Moira about charts, she's off with her back so has time.",
        "Lovely chart. Ring Fiona about the median, she's on maternity leave but happy to help.",
        "You could ask Tom Baird in estates. He lost his wife in May and is glad of a call.",
    ],
)
def test_that_who_is_pointed_to_is_ill_or_in_trouble_is_nobodys_to_pass_on(answers: str, text: str) -> None:
    assert kind_of("mentor", answers, text) in ("ask", "private")


@pytest.mark.parametrize(
    "text",
    [
        "Ask Tom, he swears by run charts.",
        "Speak to Moira in audit, she counts the falls and the deaths.",
        "Ask Moira for the sickness figures, she has the off sick data by ward.",
        "Try Kirsty at the hospital, she knows the in hospital falls data.",
    ],
)
def test_what_they_count_is_no_trouble_of_theirs(text: str) -> None:
    assert kind_of("mentor", "message", text) == "message"
