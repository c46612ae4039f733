"""A manager's word that is about one of practitioner and mentor reaches the other alone, or is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.build import ANN, CONFIG, ENROLMENT, JO, MEG
from tests.support.dialogue import Scene


@pytest.fixture
def s(tmp_path: Path) -> Scene:
    """Jo's feedback has been relayed, the manager in copy."""
    made = Scene(tmp_path, ENROLMENT, config=CONFIG)
    made.sends("Report 1", "Report 1.pdf")
    made.answers("forward_report", "What I liked: the aim. Even better if it said by when.", ANN.address)
    return made


def reached(s: Scene, text: str, subject: str = "") -> set[str]:
    """Who gets the words of the manager's answer, or of her fresh mail."""
    before = len(s.outbox.delivered)
    if subject:
        s.sends(subject, text=text, sender=MEG.address)
    else:
        s.answers("relay_feedback", text, MEG.address)
    s.bot.round()
    words = " ".join(text.split()[:3])
    new = s.outbox.delivered[before:]
    return {a for to, raw in new for a in to if words in " ".join(raw.replace(b"=\r\n", b"").decode().split())}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann, could we speak about Jo without her?", ANN.address),
        ("Ann - a quick word in private about Jo?", ANN.address),
        ("Ann, between the two of us is it worth carrying on?", ANN.address),
        ("Ann, she's a bit fragile just now so please tread gently.", ANN.address),
        ("Ann, could you go a bit easier on her?", ANN.address),
        ("Ann, Jo can be a bit slow to get going.", ANN.address),
        ("Ann, I've told Jo she can have Tuesdays.", ANN.address),
        ("Jo, is Ann always this picky?", JO.address),
    ],
)
def test_what_calls_one_and_speaks_of_the_other_is_that_ones_alone(s: Scene, text: str, who: str) -> None:
    assert reached(s, text) == {who}


@pytest.mark.parametrize(
    "text",
    [
        "Is Jo any good at this?",
        "How is Jo getting on compared with the others?",
        "She's a grafter, pity about the spelling.",
        "She does need a push now and then.",
        "Jo can be a bit slow to get going.",
        "Knowing Jo it'll be done the night before.",
        "Not surprised",
    ],
)
def test_a_judgement_that_calls_nobody_is_asked_about_and_each_of_them_is_offered(s: Scene, text: str) -> None:
    assert reached(s, text) == set()
    said = s.last("ask_which_report")
    assert "It is a message to Ann Lee alone" in said
    assert "It is a message to Jo Smith alone" in said
    assert "It is a message to Jo and Ann Lee" in said


def test_who_says_for_whom_a_judgement_was_is_heard_by_that_one_alone(s: Scene) -> None:
    reached(s, "Is Jo any good at this?")
    before = len(s.outbox.delivered)
    s.answers("ask_which_report", "It is a message to Ann Lee alone", MEG.address)
    s.bot.round()
    assert {a for to, raw in s.outbox.delivered[before:] for a in to if b"any good" in raw} == {ANN.address}


@pytest.mark.parametrize(
    "text",
    [
        "Really proud of Jo and what she's done here.",
        "Ann, thank you, the chart was new to me. Jo has done so well with it!",
        "Jo has my full support with this.",
        "I've asked Jo to present it to the board in March.",
        "Thank you. Jo can have the hall on Wednesdays from January.",
        "Ann, what would you suggest as the next step?",
        "Well done Jo, super chart. Over to you now for the next test.",
        "Hi both. She's a worrier, as we all know, but the numbers are good.",
    ],
)
def test_a_friendly_or_a_plain_word_stays_with_both(s: Scene, text: str) -> None:
    assert reached(s, text) == {JO.address, ANN.address}


def test_a_fresh_word_that_calls_the_mentor_reaches_the_mentor_alone(s: Scene) -> None:
    text = "Hi Ann, could you come along to the ward on the 14th to see the board?"
    assert reached(s, text, "The board") == {ANN.address}


def test_a_line_that_greets_both_speaks_of_neither(s: Scene) -> None:
    assert reached(s, "Dear Jo, dear Ms Lee,\n\nTuesdays at three suit me.\n\nMeg") == {JO.address, ANN.address}
