"""Working days: the specification of workdays.py."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qibot.config.workdays import Workdays

SCOTLAND = Workdays("GB-SCT")
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2027, 3, d) for d in (12, 13, 14, 15))
GOOD_FRIDAY = date(2027, 3, 26)


def test_monday_to_friday_are_working_days() -> None:
    week = [MONDAY + timedelta(days=i) for i in range(7)]
    assert [SCOTLAND.is_working(day) for day in week] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 2),
        GOOD_FRIDAY,
        date(2027, 5, 3),
        date(2026, 11, 30),
        date(2027, 12, 27),  # for Christmas Day, a Saturday
        date(2027, 12, 28),
        date(2028, 1, 3),
        date(2028, 1, 4),  # for the 2nd of January, a Sunday
    ],
)
def test_scottish_bank_holidays_are_no_working_days(day: date) -> None:
    assert not SCOTLAND.is_working(day)


def test_scotland_works_on_the_english_easter_monday() -> None:
    assert SCOTLAND.is_working(date(2027, 3, 29))
    assert not Workdays("GB-ENG").is_working(date(2027, 3, 29))


def test_a_day_is_itself_if_it_is_a_working_day_and_else_the_next_or_the_one_before() -> None:
    assert SCOTLAND.on_or_after(MONDAY) == SCOTLAND.on_or_before(MONDAY) == MONDAY
    assert SCOTLAND.on_or_after(SATURDAY) == SCOTLAND.on_or_after(SUNDAY) == MONDAY
    assert SCOTLAND.on_or_before(SATURDAY) == SCOTLAND.on_or_before(SUNDAY) == FRIDAY


def test_working_days_are_counted_behind_the_day_itself() -> None:
    assert [SCOTLAND.after(FRIDAY, n) for n in (1, 2, 6)] == [MONDAY, date(2027, 3, 16), date(2027, 3, 22)]
    assert SCOTLAND.after(SATURDAY, 1) == MONDAY
    assert SCOTLAND.after(date(2027, 3, 25), 1) == date(2027, 3, 29)
    assert SCOTLAND.after(SATURDAY, 0) == MONDAY


def test_the_last_day_counts_and_the_first_does_not_between_two_days() -> None:
    assert SCOTLAND.between(FRIDAY, MONDAY) == 1
    assert SCOTLAND.between(MONDAY, MONDAY) == 0
    assert SCOTLAND.between(MONDAY, FRIDAY) == 0
    assert SCOTLAND.between(date(2027, 3, 24), date(2027, 3, 30)) == 3


def test_the_team_adds_and_removes_days() -> None:
    own = Workdays("GB-SCT", added=[MONDAY], removed=[GOOD_FRIDAY, SATURDAY])
    assert not own.is_working(MONDAY)
    assert own.is_working(GOOD_FRIDAY)
    assert not own.is_working(SATURDAY)
    assert own.on_or_after(SATURDAY) == date(2027, 3, 16)


def test_a_day_that_is_both_added_and_removed_is_no_working_day() -> None:
    assert not Workdays("GB-SCT", added=[GOOD_FRIDAY], removed=[GOOD_FRIDAY]).is_working(GOOD_FRIDAY)


def test_without_a_place_only_weekends_are_free() -> None:
    assert Workdays("").is_working(GOOD_FRIDAY)
    assert not Workdays("").is_working(SUNDAY)


@pytest.mark.parametrize("place", ["Narnia", "GB-NARNIA", "-", "gb sct"])
def test_an_unknown_place_is_named(place: str) -> None:
    with pytest.raises(ValueError, match="isn't a place whose holidays are known"):
        Workdays(place)


@given(DAYS)
def test_a_working_day_is_a_weekday_without_a_bank_holiday(day: date) -> None:
    known = holidays.country_holidays("GB", subdiv="SCT", years=day.year)
    assert SCOTLAND.is_working(day) == (day.weekday() < 5 and day not in known)


@given(DAYS)
def test_on_or_after_and_on_or_before_enclose_the_day_with_nothing_between(day: date) -> None:
    before, after = SCOTLAND.on_or_before(day), SCOTLAND.on_or_after(day)
    assert before <= day <= after
    assert SCOTLAND.is_working(before)
    assert SCOTLAND.is_working(after)
    assert (before == after) == SCOTLAND.is_working(day)
    inside = [before + timedelta(days=i) for i in range(1, (after - before).days)]
    assert not any(SCOTLAND.is_working(d) for d in inside)


@given(DAYS, st.integers(1, 40))
def test_counting_on_and_counting_between_undo_each_other(day: date, number: int) -> None:
    then = SCOTLAND.after(day, number)
    assert SCOTLAND.is_working(then)
    assert SCOTLAND.between(day, then) == number
    assert SCOTLAND.between(day, then - timedelta(days=1)) == number - 1


@given(DAYS, st.integers(1, 20), st.integers(1, 20))
def test_so_many_days_and_then_so_many_more_are_the_sum(day: date, some: int, more: int) -> None:
    assert SCOTLAND.after(SCOTLAND.after(day, some), more) == SCOTLAND.after(day, some + more)


@given(DAYS, DAYS, DAYS)
def test_days_between_add_up(a: date, b: date, c: date) -> None:
    first, middle, last = sorted((a, b, c))
    assert SCOTLAND.between(first, last) == SCOTLAND.between(first, middle) + SCOTLAND.between(middle, last)
