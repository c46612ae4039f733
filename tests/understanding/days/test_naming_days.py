"""A day that is named without a date is read where words are known to name one."""

from __future__ import annotations

from datetime import date

import pytest

from qibot.understanding.days.dates import read_date
from qibot.understanding.days.naming_days import counted_on, lasting, plainer

TODAY = date(2026, 11, 18)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("St Andrew's Day at the earliest", date(2026, 11, 30)),
        ("by Hogmanay", date(2026, 12, 31)),
        ("by Boxing Day", date(2026, 12, 26)),
        ("this time next week", date(2026, 11, 25)),
        ("till this day next week", date(2026, 11, 25)),
        ("before the first of December", date(2026, 12, 1)),
        ("mid December, sorry", date(2026, 12, 15)),
        ("over the weekend", date(2026, 11, 22)),
        ("after the weekend", date(2026, 11, 23)),
        ("tmrw!!!", date(2026, 11, 19)),
        ("before the month is out", date(2026, 11, 30)),
        ("before the week's out", date(2026, 11, 20)),
        ("a week tomorrow", date(2026, 11, 26)),
        ("Setterday", date(2026, 11, 21)),
        ("by Xmas", date(2026, 12, 24)),
        ("the 30th o November", date(2026, 11, 30)),
        ("first fri in dec", date(2026, 12, 4)),
        ("until the second Friday of December", date(2026, 12, 11)),
        ("the last Thursday of the month", date(2026, 11, 26)),
        ("1st Tues in Feb", date(2027, 2, 2)),
        ("the first Friday of next month", date(2026, 12, 4)),
        ("the middle of next week", date(2026, 11, 25)),
        ("midweek", date(2026, 11, 25)),
        ("the last working day of the month", date(2026, 11, 30)),
        ("Friday in one week", date(2026, 11, 27)),
        ("thurs 26th u get it", date(2026, 11, 26)),
    ],
)
def test_a_day_is_read_as_people_name_it(said: str, day: date) -> None:
    found = read_date(plainer(said), TODAY)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("two weeks please, norovirus", date(2026, 12, 2)),
        ("Ten days more, please", date(2026, 11, 28)),
        ("A fortnight, if I may.", date(2026, 12, 2)),
        ("another week", date(2026, 11, 25)),
        ("a couple of days", date(2026, 11, 20)),
    ],
)
def test_a_length_of_time_counts_from_today(said: str, day: date) -> None:
    assert lasting(said, TODAY) == day


@pytest.mark.parametrize("said", ["a two-week test", "five days late", "the first test", "my second report"])
def test_what_names_no_day_to_come_names_none(said: str) -> None:
    assert lasting(said, TODAY) is None
    assert read_date(plainer(said), TODAY) is None


BEFORE = date(2026, 12, 11)  # a Friday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Written feedback the day after.", date(2026, 12, 12)),
        ("day after", date(2026, 12, 12)),
        ("I'll do the charter the following day", date(2026, 12, 12)),
        ("so the day after that", date(2026, 12, 12)),
        ("you'll get them on the Monday following", date(2026, 12, 14)),
        ("I shall attend to it on the Monday after.", date(2026, 12, 14)),
        ("the following Friday", date(2026, 12, 18)),
        ("a week from then", date(2026, 12, 18)),
        ("two days later", date(2026, 12, 13)),
        ("will have written by the evening of the 15th", date(2026, 12, 15)),
    ],
)
def test_a_day_is_counted_from_the_one_that_was_named_before_it(said: str, day: date) -> None:
    assert counted_on(said, BEFORE) == day


@pytest.mark.parametrize(
    "said",
    ["the day after tomorrow", "the Monday after I am back", "the day after we met", "on Monday", "the 3rd", "later"],
)
def test_a_day_of_its_own_is_not_counted_from_another(said: str) -> None:
    assert counted_on(said, BEFORE) is None


def test_the_monday_behind_a_monday_that_was_named_is_that_day() -> None:
    monday = date(2026, 11, 30)
    assert counted_on("she'll have it on the Monday morning", monday) == monday
    assert counted_on("on that same day", monday) == monday
    assert counted_on("the Monday after", monday) == date(2026, 12, 7)
