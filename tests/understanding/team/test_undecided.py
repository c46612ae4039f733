"""An idiom with a no in it declines nothing, and a day on which somebody decides gives nobody more time."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of, read_as

DAY = "Fri 2026-11-20"


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ("ask_exceptional", "It's a no-brainer."),
        ("ask_exceptional", "No question."),
        ("ask_exceptional", "No doubt about it."),
        ("ask_exceptional", "Not an issue"),
        ("ask_exceptional", "I wouldn't dream of saying no."),
        ("ask_exceptional", "No, of course we don't mind."),
        ("ask_exceptional", "No news from Meg yet."),
        ("ask_exceptional", "No need to think about that one."),
        ("ask_exceptional", "Without a doubt."),
        ("report_leaving", "No-brainer."),
        ("ask_escalation", "It's a no-brainer."),
    ],
)
def test_an_idiom_decides_nothing(answers: str, text: str) -> None:
    assert kind_of("team", answers, text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "I've asked her manager to get back to us by 30 November.",
        "We meet on 27 November and I'd like to take it there.",
        "You'll have my answer by Friday week.",
        "I'll decide by 27 November.",
        "Her funeral leave ends on 27 November I think.",
        "I can't decide on this until I hear from Meg by 30 November.",
        "I can't decide this today. Fiona's back on 26 November.",
        "Fiona will look at it by the 27th.",
        "The panel sits on 1 December.",
        "Not my call, Mary answers by Wednesday.",
    ],
)
def test_a_day_of_somebody_elses_gives_nobody_time(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("No, annual leave doesn't count.", "decline"),
        ("No.", "decline"),
        ("I'm afraid that isn't exceptional.", "decline"),
        ("No, no question of it, workload never counts.", "decline"),
        ("I'll give her until the 30th.", "accept 2026-11-30"),
        ("We'd be happy with the 30th.", "accept 2026-11-30"),
        ("The 30th is fine.", "accept 2026-11-30"),
        ("No brainer, let her have until 30 November.", "accept 2026-11-30"),
        ("I've spoken to her and she can have until 30 November.", "accept 2026-11-30"),
        ("We discussed it. Until the 30th.", "accept 2026-11-30"),
    ],
)
def test_what_is_decided_is_carried_out(text: str, what: str) -> None:
    assert read_as("team", "ask_exceptional", text, DAY) == what


def test_no_word_of_a_practitioner_is_a_reason_to_escalate() -> None:
    said = "Two missed and no word: time that Mary heard about it."
    assert kind_of("team", "ask_escalation", said) == "escalate"
