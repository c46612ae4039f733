"""From which day to which: the specification of dates.py, of its spans."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qibot.understanding.days.dates import read_span
from tests.understanding.days.test_dates import MONTHS, WEDNESDAY, WEEKDAYS, day, near, todays


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1 July to 14 July", "2027-07-01", "2027-07-14"),
        ("AWAY 1 July TO 14 July, sorry", "2027-07-01", "2027-07-14"),
        ("1-14 July", "2027-07-01", "2027-07-14"),
        ("1 – 14 July 2028", "2028-07-01", "2028-07-14"),
        ("1st to the 14th of July", "2027-07-01", "2027-07-14"),
        ("the 28th to the 3rd of July", "2027-06-28", "2027-07-03"),
        ("Mon 28 - Fri 2 July", "2027-06-28", "2027-07-02"),
        ("July 1-14", "2027-07-01", "2027-07-14"),
        ("July 1 to July 14, 2028", "2028-07-01", "2028-07-14"),
        ("July 1 to 14 July", "2027-07-01", "2027-07-14"),
        ("1/7 to 14/7", "2027-07-01", "2027-07-14"),
        ("1/7-14/7", "2027-07-01", "2027-07-14"),
        ("01/07/2027-14/07/2027", "2027-07-01", "2027-07-14"),
        ("2027-07-01 to 2027-07-14", "2027-07-01", "2027-07-14"),
        ("between 1 July and 14 July", "2027-07-01", "2027-07-14"),
        ("between 1 and 14 July", "2027-07-01", "2027-07-14"),
        ("Thursday 1 July until Wed 14 July", "2027-07-01", "2027-07-14"),
        ("1 July to the 14th", "2027-07-01", "2027-07-14"),
        ("1 July to the end of the month", "2027-07-01", "2027-07-31"),
        ("from Monday until Friday", "2027-03-08", "2027-03-12"),
        ("Monday - Monday", "2027-03-08", "2027-03-08"),
        ("next Monday to Friday", "2027-03-08", "2027-03-12"),
        ("Thursday until next Friday", "2027-03-04", "2027-03-12"),
        ("today until Friday", "2027-03-03", "2027-03-05"),
        ("tomorrow to 5 March", "2027-03-04", "2027-03-05"),
        ("28 December to 5 January", "2027-12-28", "2028-01-05"),
        ("28 December to 5 January 2028", "2027-12-28", "2028-01-05"),
        ("28 February to 5 March", "2027-02-28", "2027-03-05"),
        ("1 July 2026 to 14 July", "2026-07-01", "2026-07-14"),
        ("1 July 2027 to 30 June 2028", "2027-07-01", "2028-06-30"),
    ],
)
def test_spans(text: str, first: str, last: str) -> None:
    assert read_span(text, WEDNESDAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "", "24 March", "next week", "1 July", "1 July to", "1 July to soon", "1 July and 14 July", "1 and 14 July",
        "1 or 14 July", "1/14 July", "14-1 July", "July 14-1", "14 July to 1 July", "14 July 2027 to 1 July 2027",
        "1 July to tomorrow", "Friday 1 July to 14 July", "1 July to Friday 14 July", "31 June to 14 July",
        "1 July to 31 June", "1 July to 30 June", "1 July to 30 June 2028", "1-31 June",
        "tomorrow to 3 March", "Mon 1-5 July", "between 1 July to 14 July", "1/7 14/7",
    ],
)  # fmt: skip
def test_what_is_no_span(text: str) -> None:
    assert read_span(text, WEDNESDAY) is None


@given(todays, near, st.integers(0, 300))
@example(date(2027, 12, 20), 5, 10)
def test_every_span_reads_back(today: date, away: int, length: int) -> None:
    first = today + timedelta(days=away)
    last = first + timedelta(days=length)
    one, two = (f"{d.day} {MONTHS[d.month - 1]}" for d in (first, last))
    for text in (f"{one} to {two}", f"from {one} until {two}", f"{one} – {two}", f"{one} to {two} {last.year}",
                 f"{one} {first.year} to {two}", f"{first:%d/%m}-{last:%d/%m}", f"{first} to {last}"):  # fmt: skip
        assert read_span(f"AWAY {text}", today) == (first, last), text


@given(todays, st.sampled_from(WEEKDAYS), st.sampled_from(WEEKDAYS))
def test_a_span_of_weekdays_is_at_most_two_weeks(today: date, one: str, two: str) -> None:
    span = read_span(f"from {one} to {two}", today)
    assert span and (span[0], span[1].weekday()) == (day(one, today), WEEKDAYS.index(two))
    assert 0 <= (span[1] - span[0]).days <= 7
