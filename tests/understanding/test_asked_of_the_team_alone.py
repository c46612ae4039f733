"""Further ways to ask that something stay with the team, and words that only sound like it (programme.md, 3a)."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of


@pytest.mark.parametrize(
    ("who", "answers", "text"),
    [
        (
            "practitioner",
            "nudge",
            "All's well. Tom says she tells folk what's in my reports. Could you look into it on the quiet?",
        ),
        (
            "practitioner",
            "nudge",
            "We had our call. Please ask around discreetly whether others have the same trouble.",
        ),
        ("practitioner", "check_in", "Why I stopped you may know, but she's not to: I thought what's the point."),
        (
            "practitioner",
            "feedback 1",
            "Thanks, Ann. I'll redraw it.\nFor Community Planning only: my post is under review.",
        ),
        (
            "manager",
            "feedback 1",
            "Agreed. I'd ask the Community Planning folk to keep to themselves that we merge in June.",
        ),
    ],
)
def test_it_stays_with_the_team_or_is_asked_about(who: str, answers: str, text: str) -> None:
    assert kind_of(who, answers, text) in ("private", "ask")


def test_who_can_not_send_a_report_gives_a_cause_and_keeps_no_secret() -> None:
    said = "Dear colleagues, I will be on holidays 10.11 to 24.11. I can not send report on this time."
    assert kind_of("practitioner", "deadline 1", said) == "circumstances"


def test_a_wish_not_to_send_it_on_is_a_mark_as_ever() -> None:
    assert kind_of("practitioner", "feedback 1", "I'd rather you did not pass this on to Ann.") in ("private", "ask")


@pytest.mark.parametrize(
    "text", ["Hi Ma'am Ann, can I test again with warm drinks?", "Dear Sister Ann, can I test again with warm drinks?"]
)
def test_a_title_before_the_mentors_name_calls_nobody_else(text: str) -> None:
    assert kind_of("practitioner", "feedback 1", text) == "message"


def test_a_rank_alone_calls_somebody_else() -> None:
    assert kind_of("practitioner", "feedback 1", "Dear Sister, can I test again with warm drinks?") == "ask"


def test_who_asks_for_other_mentors_is_heard_by_the_team() -> None:
    assert kind_of("practitioner", "fresh", "is there any other mentors going?", subject="Hello") == "private"
    said = "Are there any other mentors available to join our session in May?"
    assert kind_of("practitioner", "feedback 1", said) != "private"
