"""When things are due: the specification of deadlines.py."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qibot.calendar.deadlines import due_day, end_of, feedback_day, is_late
from qibot.config.programme import Cohort
from tests.support.build import CONFIG, LONDON, at

PROGRAMME = CONFIG.programme
COHORT = CONFIG.cohorts["2026-27"]


def test_report_one_is_due_on_the_15th_of_the_first_month() -> None:
    assert due_day(COHORT, 1, PROGRAMME) == date(2026, 10, 15)


def test_the_months_go_on_over_new_year() -> None:
    assert [due_day(COHORT, n, PROGRAMME) for n in (3, 4)] == [date(2026, 12, 15), date(2027, 1, 15)]


def test_the_last_second_of_the_15th_is_on_time_and_midnight_is_late() -> None:
    day = due_day(COHORT, 1, PROGRAMME)
    assert not is_late(at("2026-10-15T23:59:59"), day, LONDON)
    assert is_late(at("2026-10-16T00:00:00"), day, LONDON)


def test_in_summer_time_the_day_ends_an_hour_earlier_by_utc() -> None:
    assert end_of(date(2026, 10, 15), LONDON).astimezone(UTC) == datetime(2026, 10, 15, 23, tzinfo=UTC)
    assert end_of(date(2026, 11, 15), LONDON).astimezone(UTC) == datetime(2026, 11, 16, 0, tzinfo=UTC)


def test_feedback_is_due_seven_calendar_days_after_the_local_day_of_arrival() -> None:
    assert feedback_day(at("2026-10-15T23:58"), PROGRAMME) == date(2026, 10, 22)
    assert feedback_day(at("2026-10-16T00:30"), PROGRAMME) == date(2026, 10, 23)


@given(st.integers(2000, 2100), st.integers(1, 12), st.integers(1, 60))
def test_every_report_is_due_one_month_after_the_one_before(year: int, month: int, number: int) -> None:
    cohort = Cohort(first_month=f"{year}-{month:02}", reports=60)
    this, following = due_day(cohort, number, PROGRAMME), due_day(cohort, number + 1, PROGRAMME)
    assert this.day == following.day == 15
    assert (following.year * 12 + following.month) - (this.year * 12 + this.month) == 1


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))
def test_a_moment_is_never_late_for_its_own_local_day_and_always_for_the_day_before(moment: datetime) -> None:
    day = moment.astimezone(LONDON).date()
    assert not is_late(moment, day, LONDON)
    assert is_late(moment, day - timedelta(days=1), LONDON)
