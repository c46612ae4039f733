"""What a mentor asks of the office in answer to its reminder never reaches the practitioner."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


def said(answers: str, text: str) -> str:
    return kind_of("mentor", answers, text)


@pytest.mark.parametrize(
    "text",
    [
        "I thought I had already sent this on Wednesday? Can you check at your end?",
        "Which report is this about? I have two from your lot in my inbox.",
        "Did you not get my mail of Wednesday?",
        "Which Jo is this?",
        "Have you not had my comments?",
        "Hasn't my answer of Friday come through?",
        "How many of these reminders will I get?",
        "Does it matter if it's a few days late?",
    ],
)
def test_what_is_asked_of_a_reminder_is_for_the_team_alone(text: str) -> None:
    assert said("reminder 1", text) == "private"


@pytest.mark.parametrize(
    "text", ["Is this the same one?", "Hm, which one's this about?", "Sorry, whose report is this?"]
)
def test_another_question_that_calls_nobody_is_asked_about(text: str) -> None:
    assert said("reminder 1", text) == "ask"


@pytest.mark.parametrize(
    ("answers", "text", "kind"),
    [
        ("reminder 1", "Jo, which report is this?", "message"),
        ("reminder 1", "Hi Jo, did you get my mail of Wednesday?", "message"),
        ("reminder 1", "I've sent you this twice Jo, did it never come? Look in your junk.", "message"),
        ("nudge", "Did you get the snow? We're completely cut off up here.", "message"),
        ("nudge", "Still on for Friday?", "message"),
        ("reminder 1", "Could you send it again as a pdf?", "message"),
        ("reminder 1", "Can you open the file to me? It asks for a password.", "message"),
        ("message", "Did you get my mail of Wednesday?", "message"),
        ("nudge", "How are things? Do you fancy a call this week?", "message"),
        ("nudge", "We spoke last Thursday, all going well.", "spoke"),
        ("reminder 1", "Great chart. Which month is this? Even better if the median was on it.", "feedback"),
        (
            "reminder 1",
            "How will you know that the change is an improvement? What would you see in the classroom?",
            "feedback",
        ),
        (
            "reminder 1",
            "I thought I'd already sent it. In short: tighten the title, shorten the background.",
            "feedback",
        ),
        ("reminder 1", "I thought I'd sent it. Score 3. Tighten the title.", "feedback"),
        (
            "reminder 1",
            ("Did you not get it? Here it is again: tighten the title, shorten the background, name who does what."),
            "feedback",
        ),
        ("reminder 1", "Can I have until the 20th?", "delay"),
        ("reminder 1", "Sorry, doing it now.", "nothing"),
    ],
)
def test_what_is_said_to_the_practitioner_or_of_a_day_is_read_as_ever(answers: str, text: str, kind: str) -> None:
    assert said(answers, text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "I thought I had sent it: strong start, but the title is too long.",
        "It must be stuck in your spam, I gave it a 2.",
        "I thought I'd sent it - a solid 3",
        "I thought I had sent it, nothing to change.",
    ],
)
def test_what_stands_beside_it_in_its_sentence_is_asked_about(text: str) -> None:
    assert said("reminder 2", text) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "I thought I had sent it, it must be in your spam.",
        "Did you not get it, it went on Friday?",
        "I thought I had sent it and I am sure I did.",
        "Is this urgent, and which report is it?",
    ],
)
def test_what_goes_on_of_our_letters_stays_with_the_team(text: str) -> None:
    assert said("reminder 2", text) == "private"
