"""Thanks in answer to a letter are thanks; what stands behind them is heard."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize("answers", ["missing 2", "deadline 2"])
@pytest.mark.parametrize(
    "text",
    [
        "Thank you. Migraine.",
        "Thanks, kind of you. Migraine.",
        "Thanks Ann. Norovirus.",
        "Thanks for the reminder. Flooded out.",
    ],
)
def test_a_reason_in_a_word_behind_a_thank_you_is_heard(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "circumstances"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("message", "Noted. Cheers. J"),
        ("feedback 1", "Much appreciated as always"),
        ("feedback 1", "You've made my day. Thanks so much."),
        ("check_in", "Aw thanks, that's kind"),
        ("receipt 1", "Phew! Thanks for letting me know that it got there."),
        ("deadline 2", "Thank you for this. Noted."),
        ("missing 2", "Thanks, all in hand."),
    ],
)
def test_thanks_and_nothing_else_go_to_nobody(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) == "nothing"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("message", "Thanks, that's good of you. Mum's worse."),
        ("message", "Thanks as ever, drunk as ever"),
        ("receipt 1", "Thanks. Has it got there?"),
        ("missing 2", "Cheers for this. Bereavement."),
        ("feedback 1", "Much appreciated. I'm signed off from Monday."),
    ],
)
def test_what_stands_beside_thanks_makes_more_of_them(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) != "nothing"


@pytest.mark.parametrize("answers", ["missing 2", "deadline 2"])
@pytest.mark.parametrize(
    "text",
    [
        "Thanks for the reminder, mum passed.",
        "mum passed, thanks",
        "Thank you for your help, in Raigmore.",
        "Thanks, labour ward.",
        "Thank you, shingles.",
        "Thanks for the nudge - jury duty.",
        "Cheers, chemo again",
    ],
)
def test_a_reason_in_one_sentence_with_the_thanks_is_heard(answers: str, text: str) -> None:
    assert kind_of("practitioner", answers, text) in {"circumstances", "ask"}


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for the reminder. Typing it on the train.",
        "Thank you. Building the chart now.",
        "Thanks, saved on the server.",
        "Thanks. Figures with the school.",
        "Thank you. All under control.",
        "Thanks for the heads up. Just the graph left.",
        "Thanks for the reminder. Hope you're well.",
        "Thanks. Written and proofread.",
    ],
)
def test_that_the_report_is_under_way_is_no_circumstance(text: str) -> None:
    assert kind_of("practitioner", "deadline 2", text) in {"nothing", "message"}


@pytest.mark.parametrize("text", ["Thanks for the reminder. Busy.", "Thanks for the reminder. On the ward till five."])
def test_of_a_place_or_much_to_do_behind_thanks_is_asked(text: str) -> None:
    assert kind_of("practitioner", "deadline 2", text) == "ask"
