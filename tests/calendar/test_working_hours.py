"""A letter waits for nine o'clock of a working day in the programme's own country, in every season."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.support.histories import LADDER
from tests.support.months import lives, told


def test_a_deadline_on_a_saturday_stays_and_its_letters_wait_for_working_days() -> None:
    assert told(lives(first_month=date(2027, 5, 1)), "remind_deadline", *LADDER) == [
        "Mon 10 May remind_deadline 1",
        "Fri 14 May remind_deadline 1",
        "Mon 17 May remind_missing 1",
        "Thu 20 May remind_missing_again 1",
        "Mon 24 May escalate_missing 1",  # the seventh day is a Saturday
    ]


def test_a_deadline_on_good_friday_stays() -> None:
    assert told(lives(moved={1: date(2027, 3, 26)}), "remind_deadline", *LADDER) == [
        "Fri 19 Mar remind_deadline 1",  # five days before is a Sunday
        "Thu 25 Mar remind_deadline 1",
        "Mon 29 Mar remind_missing 1",
        "Thu 1 Apr remind_missing_again 1",
        "Fri 2 Apr escalate_missing 1",
    ]


def test_nine_oclock_is_nine_oclock_on_both_sides_of_the_clock_changes() -> None:
    spring = lives(moved={1: date(2027, 3, 28)})  # the clocks go forward on this Sunday
    autumn = lives(first_month=date(2027, 10, 1), moved={1: date(2027, 10, 31)})  # and back on this one
    assert [now for now, n, _ in spring.sent if n.name == "remind_missing"] == [datetime(2027, 3, 29, 8, tzinfo=UTC)]
    assert [now for now, n, _ in autumn.sent if n.name == "remind_missing"] == [datetime(2027, 11, 1, 9, tzinfo=UTC)]
    before = [now for now, n, _ in spring.sent if n.name == "remind_deadline"]
    assert before == [datetime(2027, 3, 23, 9, tzinfo=UTC), datetime(2027, 3, 25, 9, tzinfo=UTC)]


def test_the_day_of_a_clock_change_ends_at_its_own_midnight() -> None:
    late_evening = ("2027-10-31T23:59", "report", 1)  # a day of 25 hours
    assert told(lives(late_evening, first_month=date(2027, 10, 1), moved={1: date(2027, 10, 31)}), *LADDER) == []
    short = ("2027-03-29T00:05", "report", 1)  # behind a day of 23 hours
    lived = lives(short, moved={1: date(2027, 3, 28)})
    assert lived.case.report(1).late  # type: ignore[union-attr]


def test_the_29th_of_february_is_a_day_like_others() -> None:
    lived = lives(first_month=date(2028, 2, 1), moved={1: date(2028, 2, 29)})
    assert told(lived, "remind_deadline", "nudge_contact", *LADDER) == [
        "Wed 23 Feb nudge_contact",  # the seventh day from the month's end
        "Thu 24 Feb remind_deadline 1",
        "Mon 28 Feb remind_deadline 1",
        "Wed 1 Mar remind_missing 1",
        "Mon 6 Mar remind_missing_again 1",
        "Tue 7 Mar escalate_missing 1",
    ]


def test_the_second_of_january_is_a_holiday_in_scotland() -> None:
    lived = lives(first_month=date(2024, 12, 1), moved={1: date(2024, 12, 31)})
    assert told(lived, "remind_deadline", *LADDER) == [
        "Tue 24 Dec remind_deadline 1",
        "Mon 30 Dec remind_deadline 1",
        "Fri 3 Jan remind_missing 1",
        "Wed 8 Jan remind_missing_again 1",
        "Thu 9 Jan escalate_missing 1",  # its own day was the 7th, but the rows keep their order
    ]


def test_a_programme_in_new_zealand_keeps_its_own_hours() -> None:
    lived = lives(zone="Pacific/Auckland")
    assert told(lived, *LADDER)[0] == "Tue 16 Mar remind_missing 1"
    assert next(now for now, n, _ in lived.sent if n.name in LADDER) == datetime(2027, 3, 15, 20, tzinfo=UTC)
    assert told(lives(("2027-03-15T23:59", "report", 1), zone="Pacific/Auckland"), *LADDER) == []
