"""A manager's praise of the practitioner is no thanks to us: practitioner and mentor read it."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "Grand work Jo. Meg",
        "Brilliant, Jo. Proud of you.",
        "Great stuff. Meg",
        "Good work Jo, keep going.",
        "Well done Jo!",
        "Excellent progress!",
        "Very good Jo, thanks Ann",
        "Jo, that's excellent!",
        "Keep it up",
    ],
)
def test_praise_is_passed_on(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) == "message"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("feedback 1", "Thanks Ann"),
        ("feedback 1", "Great, thanks."),
        ("feedback 1", "Great stuff, ta"),
        ("feedback 1", "Lovely"),
        ("feedback 1", "Jo, cheers"),
        ("feedback 1", "Thanks for letting me see this"),
        ("feedback 1", "Thanks, good to see"),
        ("missing 1", "ok thanks"),
    ],
)
def test_thanks_and_a_word_of_approval_are_thanks(answers: str, text: str) -> None:
    assert kind_of("manager", answers, text) == "nothing"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("missing 1", "I see, thanks for letting me know."),
        ("feedback 1", "Much appreciated. It's been a pleasure to watch."),
        ("feedback 1", "Many thanks. It's been lovely to follow."),
        ("feedback 1", "Thank you both. A joy to read."),
        ("feedback 1", "Much obliged. Always a treat to get these."),
    ],
)
def test_thanks_of_which_the_weights_are_sure_are_thanks_in_whatever_words(answers: str, text: str) -> None:
    assert kind_of("manager", answers, text) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks. I'd expected more by now.",
        "Thank you. I wish the figures were better.",
        "Thanks. She's off till the New Year, mind.",
        "Thank you both. Can I come along next time?",
        "Cheers. Her job's at risk so this helps.",
        "I see she is late again, thanks.",
        "I see, thanks. Hospital again.",
        "Thanks. Call me.",
        "Thank you. Please remove me.",
        "Many thanks. A dreadful month here.",
    ],
)
def test_what_such_thanks_tell_beside_is_heard(text: str) -> None:
    assert kind_of("manager", "feedback 1", text) != "nothing"
