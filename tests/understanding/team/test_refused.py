"""What the team refuses isn't given: a length of time that is too long, and an escalation."""

from __future__ import annotations

from time import process_time

import pytest

from tests.support.said import kind_of, read_as

TOLD, ASKED = "Mon 2026-10-12", "Thu 2026-10-22"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two weeks is too long. Say a week.", "2026-10-19"),
        ("A fortnight is too much, one week will do.", "2026-10-19"),
        ("A week is too short, give her two weeks", "2026-10-26"),
        ("The 30th is far too late, say the 23rd.", "2026-10-23"),
        ("Two weeks is more than fair", "2026-10-26"),
        ("A week is more than enough", "2026-10-19"),
        ("It's not possible to do it by the 15th so give her until the 30th", "2026-10-30"),
        ("Give her two weeks (10 working days)", "2026-10-26"),
    ],
)
def test_the_length_of_time_that_is_not_refused_is_given(text: str, day: str) -> None:
    assert read_as("team", "ask_exceptional", text, TOLD) == f"accept {day}"


@pytest.mark.parametrize("text", ["Three weeks is out of the question.", "A week's fine, two is too long."])
def test_what_leaves_none_or_two_is_asked_back(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, TOLD) == "ask"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No, not for one report", "decline"),
        ("No, not over one late report", "decline"),
        ("No, it's not worth it for one report", "decline"),
        ("No, I've spoken to her", "decline"),
        ("Not yet, she's only just back", "decline"),
        ("No, this is her first miss", "ask"),
        ("No, I'd hate to escalate over one report", "ask"),
        ("Not yet, she's promised it for Friday", "ask"),
        ("No, let her off", "excuse"),
        ("No, let it go for this month. He's dead on his feet.", "excuse"),
        ("No, give her until the 30th", "accept"),
    ],
)
def test_a_no_to_an_escalation_lets_nobody_off_but_in_plain_words(text: str, kind: str) -> None:
    assert kind_of("team", "ask_escalation", text, ASKED) == kind


def test_many_refusals_take_no_time() -> None:
    begun = process_time()
    for text in ("two weeks is too long ", "a week is ", "is too is too "):
        read_as("team", "ask_exceptional", text * (20_000 // len(text)), TOLD)
    assert process_time() - begun < 4
