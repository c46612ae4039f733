"""Which day the team gives that names several, or one twice, and whom it ends for good."""

from __future__ import annotations

import pytest

from tests.support.said import kind_of, read_as

DAY = "Fri 2026-11-20"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The poor woman. Give her till the end of the month, Monday 30th.", "2026-11-30"),
        ("Let her have till the end of next week, Friday 27 November.", "2026-11-27"),
        ("She can have to 11th December but that's the very last, the celebration's on the 14th.", "2026-12-11"),
        ("She gets until 9 December, the steering group is on the 11th.", "2026-12-09"),
        ("The poor thing! The 30th it is.", "2026-11-30"),
    ],
)
def test_a_day_said_twice_or_beside_another_things_is_the_one_that_is_given(text: str, day: str) -> None:
    assert read_as("team", "ask_exceptional", text, DAY) == f"accept {day}"


@pytest.mark.parametrize(
    "text",
    [
        "Let her have till the end of the month, Tuesday 24th.",
        "Let her have till the end of the month if her boss agrees, Monday 30th.",
        "Give her to month end if HR approve, Monday the 30th.",
        "She gets until 9 December or the 11th.",
        "Extend it to Friday week, the 27th, or the 28th.",
        "The board meets on the 27th.",
        "Meg wanted the 30th but the 15th stands.",
        "I'd keep it at the 15th.",
    ],
)
def test_two_days_or_a_condition_amid_them_are_asked_about(text: str) -> None:
    assert kind_of("team", "ask_exceptional", text, DAY) == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "HR say she left Dunmore in October, so she needs to be removed.",
        "Her boss wrote that she resigned. She has to be withdrawn from the programme.",
    ],
)
def test_who_has_to_be_removed_is_withdrawn(text: str) -> None:
    assert kind_of("team", "report_inactivity", text, DAY) == "withdraw"


@pytest.mark.parametrize(
    "text",
    [
        "If her head teacher says she moved, she should be removed.",
        "HR say nobody needs to be removed.",
        "HR say she has left, so she needs to be removed, but ask Meg first.",
        "She must be removed unless she writes.",
        "She needs to be removed from the rota, that's all.",
        "I don't think she needs to be removed.",
        "Ann needs to be removed.",
        "Jo must be removed, says Meg.",
        "Meg would like her gone. She needs to be removed.",
        "Should she be removed?",
    ],
)
def test_what_comes_first_or_is_denied_withdraws_nobody(text: str) -> None:
    assert kind_of("team", "report_inactivity", text, DAY) != "withdraw"
