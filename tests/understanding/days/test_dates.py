"""Dates as people write them: the specification of dates.py."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qibot.understanding.days.dates import Said, read_date, read_span

WEDNESDAY = date(2027, 3, 3)
MARCH_24 = date(2027, 3, 24)
MONTHS = [date(2027, month, 1).strftime("%B") for month in range(1, 13)]
WEEKDAYS = [date(2027, 3, number).strftime("%A") for number in range(1, 8)]

todays = st.dates(date(2024, 1, 1), date(2036, 12, 31))
near = st.integers(-60, 300)


def day(text: str, today: date = WEDNESDAY) -> date | None:
    said = read_date(text, today)
    return said.day if said else None


def ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@pytest.mark.parametrize(
    "text",
    [
        "24 March", "24th of March", "24th March", "the 24th of March", "24 of March", "March 24", "March 24th, 2027",
        "March the 24th", "24 Mar", "24 Mar.", "24 MARCH", "24 march 2027", "24th March, 2027", "24 March 27",
        "24 March '27", "24 March ’27", "24-Mar-27", "24/Mar/2027", "24.Mar.2027", "24. March", "24March2027", "24/3",
        "24/03", "24/3/27", "24/03/27", "24/03/2027", "24.3.2027", "24.3.", "24.03.27", "24-3-2027", "24–3–2027",
        "2027-03-24", "2027/3/24", "Wednesday 24 March", "Wed 24/3", "Wed. 24th", "Wednesday the 24th", "Weds 24",
        "24 March (Wednesday)", "Wednesday, 24 March 2027", "Wednesday - 24 March", "by 24 March", "until 24 March",
        "on the 24th", "the 24th", "24th", "24th of this month", "in three weeks", "in 3 weeks’ time", "in 21 days",
        "within three weeks", "three weeks today", "3 weeks from now", "two weeks from Wednesday", "“24 March”",
        "'24 March'", "(24 March)", "*24 March*", "24\u00a0March", "24\u202fMarch", "2\u200b4 March", "24ᵗʰ March",
        "24\nMarch", "24 March!", "two weeks on Wednesday", "24 March, in three weeks",
    ],
)  # fmt: skip
def test_spellings_of_one_day(text: str) -> None:
    assert day(text) == MARCH_24
    assert day(f"EXPECT {text} please") == MARCH_24
    assert day(f"Dear bot, it's coming {text.upper()}. Best wishes, Ann") == MARCH_24


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", "2027-03-03"), ("tonight", "2027-03-03"), ("tomorrow", "2027-03-04"), ("tommorow", "2027-03-04"),
        ("the day after tomorrow", "2027-03-05"), ("day after tomorrow", "2027-03-05"), ("yesterday", "2027-03-02"),
        ("the day before yesterday", "2027-03-01"), ("Friday", "2027-03-05"), ("this Friday", "2027-03-05"),
        ("on Friday", "2027-03-05"), ("Fri", "2027-03-05"), ("this coming Friday", "2027-03-05"),
        ("Wednesday", "2027-03-10"), ("next Friday", "2027-03-12"), ("next Monday", "2027-03-08"),
        ("Friday next week", "2027-03-12"), ("Tuesday of next week", "2027-03-09"), ("last Friday", "2027-02-26"),
        ("next week on Tuesday", "2027-03-09"), ("next week Tuesday", "2027-03-09"), ("this week", "2027-03-05"),
        ("Tuesday week", "2027-03-16"), ("a week on Tuesday", "2027-03-16"), ("two weeks on Tuesday", "2027-03-23"),
        ("a fortnight on Tuesday", "2027-03-23"), ("a week today", "2027-03-10"), ("a week tomorrow", "2027-03-11"),
        ("two weeks today", "2027-03-17"), ("in two weeks", "2027-03-17"), ("in a couple of weeks", "2027-03-17"),
        ("in a fortnight", "2027-03-17"), ("in 10 days", "2027-03-13"), ("in a week", "2027-03-10"),
        ("in about a week", "2027-03-10"), ("in a week or so", "2027-03-10"), ("in a month", "2027-04-03"),
        ("in twelve days", "2027-03-15"), ("10 days from tomorrow", "2027-03-14"), ("a week ago", "2027-02-24"),
        ("next week", "2027-03-12"), ("end of next week", "2027-03-12"), ("the end of the week", "2027-03-05"),
        ("the week after next", "2027-03-19"), ("end of the month", "2027-03-31"), ("end of month", "2027-03-31"),
        ("the end of next month", "2027-04-30"), ("end of March", "2027-03-31"), ("end of Feb", "2027-02-28"),
        ("end of February 2028", "2028-02-29"), ("the 2nd", "2027-04-02"), ("the 3rd", "2027-03-03"),
        ("the 24th of next month", "2027-04-24"), ("Thursday (tomorrow)", "2027-03-04"), ("Sun", "2027-03-07"),
        ("Friday at 10:30", "2027-03-05"), ("Friday 10am", "2027-03-05"), ("Friday 5pm", "2027-03-05"),
        ("24 March 28", "2028-03-24"), ("29 February 2028", "2028-02-29"), ("24/3/2026", "2026-03-24"),
        ("24 March 1999", "1999-03-24"), ("4/3", "2027-03-04"), ("12/11/27", "2027-11-12"), ("24/7", "2027-07-24"),
    ],
)  # fmt: skip
def test_what_is_meant(text: str, meant: str) -> None:
    assert day(text) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    "text",
    [
        "", "EXPECT", "soon", "31 February", "30/2", "30/2/27", "31 April 2027", "29 February 2027",
        "29 February", "3/24",
        "03/24/2027", "2027-24-03", "2027-02-30", "32 March", "0 March", "24/13", "Friday 24 March",
        "24 March (Friday)",
        "Fri 24/3", "Friday the 24th", "Fri 24", "tomorrow (Friday)", "tomorrow, 24 March", "24 March, 26 April",
        "24-27 March", "24 or 25 March", "24/25 March", "March 24-27", "in a day or two", "in 2-3 weeks",
        "in a few days",
        "Friday after next", "Good Friday", "Easter Monday", "every Friday", "Fridays", "10 working days",
        "two weeks",
        "0131 555 1234", "+44 131 555 1234", "0131-555-12-27", "07700 900123", "(0131) 24-3-27-1", "3 of 10",
        "report 3",
        "report 3/10", "the 5th report", "my 3rd message", "the 2nd week of March", "10:30", "at 9.10.",
        "1.2", "24.3",
        "version 1.2", "version 1.2.", "v1.2.27", "1.2.3.4", "£24.50.", "#24", "half of 1/2 a day", "March",
        "in March 2027",
        "24", "we may be 3", "the 3 may be late", "in March. 24 people", "sat down with Ann", "in the sun",
        "next weekend",
        "today's news", "in 999999 days", "mayhem 24", "24 marches", "a24 March", "second March", "next year",
    ],
)  # fmt: skip
def test_what_is_no_date_or_not_one_date(text: str) -> None:
    assert read_date(text, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "words", "rest"),
    [
        ("EXPECT 24 March", "24 March", "EXPECT"),
        ("EXPECT by Wed 24 March, please.", "by Wed 24 March", "EXPECT please."),
        ("“24\u00a0March”", "24\u00a0March", ""),
        ("EXPECT: 24 March. Sorry it's late!", "24 March", "EXPECT Sorry it's late!"),
        ("24 March (Wed) is fine", "24 March (Wed)", "is fine"),
        ("EXPECT report 3 24 March", "24 March", "EXPECT report 3"),
        ("24 March 10:30", "24 March", "10:30"),
        ("24 March, 12 reports", "24 March", "12 reports"),
        ("24 March to 27 March", "24 March", "to 27 March"),
        ("today's mess: 24 March", "24 March", "today's mess"),
        ("5th report by 24 March", "by 24 March", "5th report"),
        ("1/2 day on 24/3", "on 24/3", "1/2 day"),
        ("call 0131 555 1234 before 24/3", "before 24/3", "call 0131 555 1234"),
    ],
)
def test_the_words_and_what_is_left(text: str, words: str, rest: str) -> None:
    assert read_date(text, WEDNESDAY) == Said(MARCH_24, words, rest)


@pytest.mark.parametrize(
    ("today", "text", "meant"),
    [
        ("2027-03-20", "15 March", "2027-03-15"),
        ("2026-12-20", "10 January", "2027-01-10"),
        ("2027-01-10", "20 December", "2026-12-20"),
        ("2027-03-20", "19 January", "2027-01-19"),
        ("2027-03-20", "18 January", "2028-01-18"),
        ("2027-12-15", "29 February", "2028-02-29"),
        ("2028-04-29", "29 February", "2028-02-29"),
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2026-12-28", "next Friday", "2027-01-08"),
        ("2026-12-28", "the 24th", "2027-01-24"),
        ("2027-02-10", "the 30th", "2027-03-30"),
        ("2027-03-05", "Friday", "2027-03-12"),
        ("2027-03-05", "next Friday", "2027-03-12"),
        ("2027-03-05", "this week", "2027-03-05"),
        ("2027-03-06", "end of the week", "2027-03-12"),
        ("2027-03-07", "next week", "2027-03-12"),
        ("2027-03-07", "next Monday", "2027-03-08"),
        ("2027-01-31", "in a month", "2027-02-28"),
        ("2026-12-05", "end of next month", "2027-01-31"),
    ],
)
def test_the_day_it_is_said_counts(today: str, text: str, meant: str) -> None:
    assert day(text, date.fromisoformat(today)) == date.fromisoformat(meant)


@given(todays, near)
def test_every_near_day_with_its_year_reads_back(today: date, away: int) -> None:
    d = today + timedelta(days=away)
    month, weekday = MONTHS[d.month - 1], WEEKDAYS[d.weekday()]
    for text in (
        f"{d.day} {month} {d.year}", f"{ordinal(d.day)} of {month}, {d.year}", f"{month} {ordinal(d.day)}, {d.year}",
        f"{d.day} {month[:3]} {d.year}", f"{d.day}-{month[:3]}-{d.year % 100}", f"{d.day} {month} '{d.year % 100}",
        f"{d:%d/%m/%Y}", f"{d:%d/%m/%y}", f"{d:%d.%m.%Y}", f"{d:%d-%m-%Y}", f"{d.day}.{d.month}.{d.year}",
        f"{d:%Y-%m-%d}",
        f"{weekday} {d.day} {month} {d.year}", f"{weekday[:3]} {d:%d/%m/%Y}",
    ):  # fmt: skip
        assert read_date(f"EXPECT {text}.", today) == Said(d, text, "EXPECT"), text
    assert day(f"{WEEKDAYS[d.weekday() - 1]} {d.day} {month} {d.year}", today) is None


@given(todays, near)
@example(date(2028, 2, 28), 1)
def test_without_a_year_the_nearest_is_meant(today: date, away: int) -> None:
    d = today + timedelta(days=away)
    month = MONTHS[d.month - 1]
    for text in (f"{d.day} {month}", f"{month} {ordinal(d.day)}", f"{d.day} {month[:3]}", f"{d.day}/{d.month}"):
        assert day(text, today) == d


@given(todays, st.integers(1, 12), st.integers(1, 31))
def test_a_date_without_a_year_is_at_most_60_days_past_and_a_year_less_60_ahead(
    today: date, month: int, d: int
) -> None:
    found = day(f"{d}/{month}", today)
    if found:
        assert (found.day, found.month) == (d, month)
        assert -60 <= (found - today).days <= 306
    else:
        assert d > 28


@given(todays, st.integers(0, 999))
def test_in_so_many_days(today: date, count: int) -> None:
    assert day(f"in {count} days", today) == today + timedelta(days=count)


@given(todays, st.sampled_from(WEEKDAYS))
def test_weekdays(today: date, name: str) -> None:
    monday = today - timedelta(days=today.weekday())
    for text in (name, f"this {name}", f"on {name}", name[:3]):
        found = day(text, today)
        assert found and 1 <= (found - today).days <= 7 and WEEKDAYS[found.weekday()] == name
        assert day(f"{text} week", today) == found + timedelta(days=7)
    assert day(f"next {name}", today) == monday + timedelta(days=7 + WEEKDAYS.index(name))
    last = day(f"last {name}", today)
    assert last and 1 <= (today - last).days <= 7


@given(todays, st.integers(1, 31))
def test_an_ordinal_is_the_next_such_day_from_today_on(today: date, number: int) -> None:
    found = day(f"the {ordinal(number)}", today)
    assert found and found >= today and found.day == number
    assert all((today + timedelta(days=n)).day != number for n in range((found - today).days))


PIECES = st.sampled_from(
    re.findall(
        r"\S+|\s",
        "24 31 1 0 99 th st of the March may mar / - . , : ' ( ) to until between and Friday sat week next last in a "
        "two days ago today tomorrow end month 2027 27 report 3 at 10:30 24/3 24/03/27 1-14 \u00a0 \u200e İ ½ ² ٣ ſ \n",
    )
)
HOSTILE = st.one_of(st.text(max_size=600), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


@given(HOSTILE, st.dates())
@example("the day before yesterday", date.min)
@example("last Friday", date.min)
@example("next week to in two weeks", date.max)
@example("28th to 3/1", date.min)
@example("Mon 1-5 July", date.max)
def test_no_text_raises_and_what_is_said_stands_in_it(text: str, today: date) -> None:
    said, span = read_date(text, today), read_span(text, today)
    if said:
        assert said.words in text and said.words == said.words.strip()
        assert said.rest == " ".join(said.rest.split())
    if span:
        assert span[0] <= span[1]


@pytest.mark.parametrize(
    "piece", ["today ", "report 3 ", "24", "24 ", " ", "1/", "24-", "in a ", "mon ", "march ", "("]
)
def test_a_hostile_line_takes_no_time(piece: str) -> None:
    line = piece * (200_000 // len(piece))
    start = time.perf_counter()
    read_date(line, WEDNESDAY)
    read_span(line, WEDNESDAY)
    assert time.perf_counter() - start < 2


def test_only_the_first_500_characters_are_looked_at() -> None:
    assert day("so " * 150 + "24 March") == MARCH_24
    assert day("so " * 170 + "24 March") is None
    assert day("s" * 491 + " 24/12/2027") is None
    assert (said := read_date("24 March " + "x" * 600, WEDNESDAY)) and said.rest == "x" * 600
