"""The reminders before and behind a deadline go up the ladder until the report comes in."""

from __future__ import annotations

from datetime import date, time

from tests.support.histories import LADDER
from tests.support.months import lives, told


def test_a_report_that_never_comes_letter_by_letter() -> None:
    lived = lives()
    assert told(lived) == [
        "Wed 10 Mar remind_deadline 1",
        "Fri 12 Mar remind_deadline 1",  # the 14th is a Sunday
        "Tue 16 Mar remind_missing 1",
        "Fri 19 Mar remind_missing_again 1",
        "Mon 22 Mar escalate_missing 1",
        "Thu 25 Mar nudge_contact",
        "Mon 5 Apr check_in",
        "Mon 5 Apr report_inactivity",
        "Mon 12 Apr close_cohort",
    ]
    assert {now.astimezone(lived.almanac.zone).time() for now, _, _ in lived.sent} == {time(9)}
    readers = {n.name: ([p.name for p in n.to], [p.address for p in n.copy]) for _, n, _ in lived.sent}
    assert readers["remind_missing"] == (["Jo"], ["ann@x.example"])
    assert readers["remind_missing_again"] == (["Jo"], ["ann@x.example", "meg@x.example"])
    copies = ["team@x.example", "office@x.example", "ann@x.example"]
    assert readers["escalate_missing"] == (["Improvement Programme Manager"], copies)


def test_a_report_on_time_is_followed_by_its_feedback_and_the_end() -> None:
    lived = lives(("2027-03-11T10:00", "report", 1), ("2027-03-17T10:00", "feedback", 1))
    assert told(lived) == ["Wed 10 Mar remind_deadline 1", "Tue 16 Mar remind_feedback 1", "Thu 18 Mar close_cohort"]


def test_a_report_in_the_last_minute_of_the_15th_is_never_asked_for() -> None:
    assert told(lives(("2027-03-15T23:59", "report", 1)), *LADDER) == []


def test_a_report_that_comes_in_ends_the_ladder_at_once() -> None:
    assert told(lives(("2027-03-19T08:59", "report", 1)), *LADDER) == ["Tue 16 Mar remind_missing 1"]


def test_two_ladders_at_once_take_turns_and_the_earlier_report_goes_first() -> None:
    lived = lives(reports=2, moved={2: date(2027, 3, 16)})
    assert [line for line in told(lived) if "Mar" in line] == [
        "Wed 10 Mar remind_deadline 1",
        "Thu 11 Mar remind_deadline 2",
        "Fri 12 Mar remind_deadline 1",
        "Mon 15 Mar remind_deadline 2",
        "Tue 16 Mar remind_missing 1",
        "Wed 17 Mar remind_missing 2",
        "Wed 17 Mar report_inactivity",
        "Thu 18 Mar check_in",
        "Fri 19 Mar remind_missing_again 1",
        "Mon 22 Mar escalate_missing 1",
        "Tue 23 Mar remind_missing_again 2",
        "Wed 24 Mar escalate_missing 2",
        "Thu 25 Mar nudge_contact",
    ]


def test_who_joins_late_owes_nothing_from_before_and_hears_nothing_before() -> None:
    names = ("remind_deadline", "nudge_contact", *LADDER)
    joined = lives(reports=3, joined=date(2027, 4, 10))
    assert [line for line in told(joined, *names) if "May" not in line] == [
        "Mon 12 Apr remind_deadline 2",  # they joined on Saturday; the reminder's own day was the Friday before
        "Wed 14 Apr remind_deadline 2",
        "Fri 16 Apr remind_missing 2",
        "Wed 21 Apr remind_missing_again 2",
        "Thu 22 Apr escalate_missing 2",
    ]
    on_the_eve = lives(reports=3, joined=date(2027, 4, 14))
    assert told(on_the_eve, *names)[:2] == ["Wed 14 Apr remind_deadline 2", "Fri 16 Apr remind_missing 2"]


def test_a_new_mentor_gets_the_reminders_from_then_on() -> None:
    lived = lives(("2027-03-17T10:00", "new mentor", 1))
    copies = [n.copy[0].address for _, n, _ in lived.sent if n.name.startswith("remind_missing")]
    assert copies == ["ann@x.example", "mentor0@x.example"]
