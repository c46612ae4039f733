"""An answer beside thanks is no thanks: the mentor or manager who asked reads it."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "Ben Vorlich it is then, thanks both!",
        "Ben Vorlich then. Thank you!",
        "Perfect, Ben Vorlich suits me, cheers",
        "Great, I'll go with Ben Vorlich. Thanks",
        "Hours it is, and Thursday, thanks!",
        "Option two, cheers",
        "Room 4 then, thanks",
        "Thanks! I'd go for weekly.",
        "Perfect, half past nine works for me",
        "Great, cheers, Kirsty then",
    ],
)
def test_what_is_chosen_beside_thanks_is_a_message(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"


@pytest.mark.parametrize("text", ["Hours. ta", "thanks, hours and Thursday", "Charming, thanks."])
def test_a_word_of_nothing_known_beside_thanks_is_asked_about(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "ask"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("message", "Thanks both!"),
        ("message", "Brilliant, thanks Ann"),
        ("message", "Will do, thanks"),
        ("message", "That's really kind, thank you"),
        ("message", "That's it then, thanks"),
        ("message", "See you then, thanks!"),
        ("message", "Till Thursday then, thanks"),
        ("message", "ok so be it, thanks"),
        ("message", "Many thanks Ann, hope you're well"),
        ("message", "Thanks Ann\nJo Smith\nCommunity Nurse, Dunmore"),
        ("feedback 1", "Thanks, very useful"),
        ("feedback 1", "Fair points, thanks"),
        ("feedback 1", "Cheers, food for thought"),
        ("receipt 1", "Thanks, hours of work that was"),
    ],
)
def test_thanks_that_choose_nothing_are_thanks(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Champion, thanks.",
        "Thanks Ann, onwards and upwards.",
        "Thanks, that's a weight off my mind.",
        "Thank you, that's exactly what I needed.",
        "Thanks, have passed that on to the team.",
        "Great, thanks. Fingers crossed!",
        "Many thanks, Jo (from my phone)",
        "Thanks Ann, no rush.",
        "Thanks Ann, that makes so much sense.",
        "Brill, thanks. See you then!",
        "Thank you, just what I was looking for.",
        "Cheers, I've shared it with my colleagues.",
        "Spot on, thank you",
    ],
)
def test_what_people_say_beside_thanks_is_thanks(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "nothing"


@pytest.mark.parametrize(
    "text",
    ["Thanks, dad passed.", "Thanks. Passed away on Sunday.", "Thanks. In bits.", "Thanks, have passed out twice."],
)
def test_what_may_have_befallen_somebody_is_no_thanks(text: str) -> None:
    assert kind_of("practitioner", "message", text) != "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Ooh yes please!",
        "Definitely!",
        "Aye fair point, huddle can wait. Thanks Ann.",
        "Fair enough, I'll leave the posters out, thanks.",
        "Yes indeed, thanks Ann",
    ],
)
def test_a_yes_or_what_comes_of_a_fair_point_answers_feedback(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "message"


@pytest.mark.parametrize("text", ["Thanks Ann, fair point!", "Good point, thank you.", "Absolutely brilliant, thanks!"])
def test_a_fair_point_alone_is_thanks(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "nothing"


@pytest.mark.parametrize("answers", ["message", "feedback 1"])
@pytest.mark.parametrize(
    "text",
    [
        "Thanks, good point. Home is hell.",
        "Thanks, yes please. Ann's no help.",
        "Thanks. Fair enough. Applied elsewhere.",
        "Thanks, agreed. Nights are the worst.",
        "Thanks, definitely. Court in May.",
        "Thanks. Good idea. Husband's left.",
        "Thanks, good shout. Glad to be leaving.",
        "Yes please, thanks. I'll leave my wife.",
        "Thanks, yes please. Panic every morning.",
    ],
)
def test_a_clause_of_which_nothing_is_known_is_asked_about_beside_a_yes(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "ask"


@pytest.mark.parametrize(
    "text", ["Thanks, fair point. The huddle can wait.", "Thanks, yes please. Tuesday suits.", "Yes please, 3pm. Ta!"]
)
def test_what_comes_of_it_and_when_go_on(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"
