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


@pytest.mark.parametrize(
    "text",
    [
        "Brilliant, cheers Ann, I'll work that in.",
        "Much obliged Ann, plenty to be getting on with there.",
        "Blushing here. Thank you, made my week.",
        "Super, thanks Ann, I'll fold those in.",
        "I see, thanks Ann.",
    ],
)
def test_thanks_of_which_the_weights_are_sure_are_thanks_in_whatever_words(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Ann, I'll work that in between the funerals.",
        "Fab, thanks Ann, I'll take that with me to my new post.",
        "Thanks Ann, though it felt like a slap.",
        "Thanks. She made me cry.",
        "Thanks Ann, lots there for whoever comes after me.",
        "Thanks Ann, I disagree about the baseline.",
    ],
)
def test_what_such_thanks_tell_beside_is_heard(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) != "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Cheers, Ann called me about it on the Friday.",
        "We discussed it all when she came on Thursday, ta.",
        "We went over it all when she was in on Tuesday, thanks.",
        "Ann and I went through these when she visited.",
    ],
)
def test_that_the_two_have_been_through_it_is_contact(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "spoke"


@pytest.mark.parametrize(
    "text",
    [
        "We discussed it all when she came on Thursday and she made me feel like nothing.",
        "Ann called me about it on Monday, drunk.",
        "Ann went through it with me, it was awful.",
        "We talked it over on Thursday and I've decided to stop.",
        "Ann talked me through it on Friday, before my scan.",
    ],
)
def test_what_is_told_of_it_besides_is_more_than_contact(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) not in ("spoke", "nothing")


@pytest.mark.parametrize(
    "text",
    [
        "Friday it is then. I've a free period after break.",
        "Tuesday it'll be. I've nothing on between two and three.",
        "Wednesday's fine. I finish my rounds at three and can walk over.",
        "Monday's good. I'm free from two.",
        "Tuesday works. I come off shift at three and can ring you.",
    ],
)
def test_a_day_and_when_its_writer_is_free_are_a_message(text: str) -> None:
    assert kind_of("practitioner", "message", text) == "message"


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday's fine. I finish my radiotherapy at three and can walk over.",
        "Friday it is then. I'm free after my chemo.",
        "I'm free on Tuesdays from now on, I've left.",
        "Friday then. I've nothing on, they've suspended me.",
        "Thursday. I finish my job at five that day for good.",
    ],
)
def test_why_they_are_free_is_none(text: str) -> None:
    assert kind_of("practitioner", "message", text) != "message"


def test_whether_a_report_may_be_written_with_somebody_is_a_question_to_the_mentor() -> None:
    said = "Would it be ok to do the last one jointly with Tom, since our rounds were merged in January?"
    assert kind_of("practitioner", "deadline 2", said, "Wed 2026-11-18") == "message"
    said = "Could Tom do the next one along with his, since I'm expecting in March?"
    assert kind_of("practitioner", "deadline 2", said, "Wed 2026-11-18") != "message"
    said = "May I do it together with Tom? My hands are shaking too much to type."
    assert kind_of("practitioner", "deadline 2", said, "Wed 2026-11-18") != "message"
